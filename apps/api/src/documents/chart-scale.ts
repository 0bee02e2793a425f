/** Where figures stand on a chart. */

const STEPS = [1, 2, 5, 10];

/**
 * Round numbers from 0 on, the last of which is at least the largest figure: whole, for what is counted is.
 * @param most the largest figure
 * @param wanted about so many steps
 */
export function ticks(most: number, wanted = 4): number[] {
  const rough = Math.max(1, most) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    1,
    ...STEPS.map((of) => of * power)
      .filter((of) => of >= rough)
      .slice(0, 1),
  );
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** Every how many of the names beside one another is written, so that none runs into the next. */
export function namedEvery(count: number, room: number, widest: number): number {
  if (count === 0) return 1;
  return Math.max(1, Math.ceil(widest / (room / count)));
}

/** How dark a figure is shown, 0 for none to `levels` for the most. */
export function level(value: number, most: number, levels: number): number {
  return value <= 0 || most <= 0 ? 0 : Math.min(levels, Math.ceil((value / most) * levels));
}
