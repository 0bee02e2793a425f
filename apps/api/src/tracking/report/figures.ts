import type { KeyFigures } from '../query/usage-breakdown.query.js';
import type { Figures } from '../query/usage-scope.js';

export const NOTHING: Figures = Object.freeze({ views: 0, visitors: 0, clicks: 0, engagedMs: 0 });

export function added(one: Figures, other: Figures): Figures {
  return {
    views: one.views + other.views,
    visitors: one.visitors + other.visitors,
    clicks: one.clicks + other.clicks,
    engagedMs: one.engagedMs + other.engagedMs,
  };
}

/** What an answer tells of each part. */
export type PartFigures = Pick<Figures, 'views' | 'visitors' | 'clicks'>;

/** A part with what is told of it; nothing, when nothing was counted. */
export function told<Part extends object>(
  part: Part,
  { views, visitors, clicks }: Figures = NOTHING,
): Part & PartFigures {
  return { ...part, views, visitors, clicks };
}

/** The parts of a key such as `FR/FR-ARA/Lyon`: the third may hold the separator itself. An empty part is null. */
export function keyParts(key: string): [first: string | null, second: string | null, third: string | null] {
  const [first = '', second = '', ...rest] = key.split('/');
  return [first || null, second || null, rest.join('/') || null];
}

/** Rows summed by what `nameOf` calls them; those that it calls null are left out. In the order of their first rows. */
export function summedBy(
  rows: readonly KeyFigures[],
  nameOf: (key: string) => string | null,
): Map<string, Figures> {
  const sums = new Map<string, Figures>();
  for (const row of rows) {
    const name = nameOf(row.key);
    if (name !== null) sums.set(name, added(sums.get(name) ?? NOTHING, row));
  }
  return sums;
}

/** Orders by most views, then by most clicks, then by a name, so that equal ones never change places. */
export function mostViewed<Part extends PartFigures>(
  parts: readonly Part[],
  nameOf: (part: Part) => string,
): Part[] {
  return parts.toSorted(
    (a, b) => b.views - a.views || b.clicks - a.clicks || (nameOf(a) < nameOf(b) ? -1 : 1),
  );
}
