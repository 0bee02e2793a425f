/** Colours of the map's scale, from few visits to most. */
export const MAP_COLOURS = [
  'var(--num-scale-1)',
  'var(--num-scale-2)',
  'var(--num-scale-3)',
  'var(--num-scale-4)',
  'var(--num-scale-5)',
] as const;
export const NO_VISITS_COLOUR = 'var(--num-scale-0)';

/** A colour, and the visits from which on it is given. */
export interface ColourStep {
  readonly from: number;
  readonly colour: string;
}

/**
 * Steps from 1 to the most visits of an area, each the same number of times more than the one before: in even steps the few
 * visits of most areas would all look like none beside the one where the owner works. The last colour is always in use.
 */
export function colourSteps(most: number): ColourStep[] {
  const count = Math.min(MAP_COLOURS.length, most);
  const colours = MAP_COLOURS.slice(MAP_COLOURS.length - count);
  let before = 0;
  return colours.map((colour, index) => {
    const from = Math.max(before + 1, roundFigure(most ** (index / count)));
    before = from;
    return { from, colour };
  });
}

export function colourOf(views: number, steps: readonly ColourStep[]): string {
  return steps.findLast(({ from }) => views >= from)?.colour ?? NO_VISITS_COLOUR;
}

/** With one digit that is not zero. */
function roundFigure(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return Math.round(value / unit) * unit;
}
