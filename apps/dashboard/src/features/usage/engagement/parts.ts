/** What an answer counts of one of the classes that visits fall into. */
export interface Counted {
  readonly name: string;
  readonly views: number;
}

export interface Part extends Counted {
  /** Of all views, 0 to 1. */
  readonly share: number;
  /** Views in the period before; absent where nothing is compared. */
  readonly before?: number;
}

/** What is not known, and what is held together for its small number. */
export const REST = 'other';

/**
 * The largest parts with their shares, what is left over last. A part that only the period before had is left over.
 * @param counted most viewed first
 */
export function largestParts(
  counted: readonly Counted[],
  before: readonly Counted[] | undefined,
  most: number,
): Part[] {
  const sum = (parts: readonly Counted[]) => parts.reduce((total, { views }) => total + views, 0);
  const all = sum(counted);
  const named = counted.filter(({ name, views }) => name !== REST && views > 0).slice(0, most);
  const part = (name: string, views: number, viewsBefore: number | undefined): Part => ({
    name,
    views,
    share: all === 0 ? 0 : views / all,
    ...(viewsBefore === undefined ? {} : { before: viewsBefore }),
  });
  const beforeOf = (wanted: string) => before && (before.find(({ name }) => name === wanted)?.views ?? 0);
  const largest = named.map(({ name, views }) => part(name, views, beforeOf(name)));
  const rest = part(
    REST,
    all - sum(named),
    before && sum(before) - largest.reduce((total, each) => total + (each.before ?? 0), 0),
  );
  return rest.views === 0 && (rest.before ?? 0) === 0 ? largest : [...largest, rest];
}
