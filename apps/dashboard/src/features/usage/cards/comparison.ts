import type { UsageCards } from '@num-ecard/contracts/usage';
import { delta } from '@num-ecard/contracts/delta';

type Answered = UsageCards['rows'][number];

/** A card beside the others. */
export interface ComparedCard {
  readonly card: Answered['card'];
  readonly views: number;
  readonly visitors: number;
  readonly clicks: number;
  /** Of the clicks on all cards; null when there are none. */
  readonly clickShare: number | null;
  /** Engaged time a visit; null without visits. */
  readonly engagedMs: number | null;
  readonly series: readonly number[];
  /** Views of the period compared with. */
  readonly before: number | null;
}

type Figures = Omit<ComparedCard, 'card'>;

/** Every card with its figures, and all of them together. */
export function comparison({ rows, previous }: UsageCards): { cards: ComparedCard[]; together: Figures } {
  const sum = (valueOf: (row: Answered) => number) => rows.reduce((total, row) => total + valueOf(row), 0);
  const allClicks = sum((row) => row.clicks);
  const viewsBefore = new Map(previous?.rows.map(({ card, views }) => [card.id, views]));
  // A card that is newer than the answer before had no views then.
  const before = (id: string) => (previous === undefined ? null : (viewsBefore.get(id) ?? 0));
  const figures = (of: Omit<Answered, 'card'>) => ({
    views: of.views,
    visitors: of.visitors,
    clicks: of.clicks,
    clickShare: allClicks === 0 ? null : of.clicks / allClicks,
    engagedMs: of.views === 0 ? null : of.engagedMs / of.views,
    series: of.series,
  });
  const total = {
    views: sum((row) => row.views),
    visitors: sum((row) => row.visitors),
    clicks: allClicks,
    engagedMs: sum((row) => row.engagedMs),
    series: rows[0]?.series.map((_, index) => sum(({ series }) => series[index] ?? 0)) ?? [],
  };
  return {
    cards: rows.map((row) => ({ card: row.card, ...figures(row), before: before(row.card.id) })),
    together: {
      ...figures(total),
      before: previous?.rows.reduce((all, { views }) => all + views, 0) ?? null,
    },
  };
}

/** What cards are sorted by when they are by their change: what was not there before is above all, what never was has none. */
export function changeOrder({ views, before }: Pick<Figures, 'views' | 'before'>): number | null {
  if (before === null) return null;
  const found = delta(views, before);
  return found.kind === 'none' ? null : found.kind === 'new' ? Infinity : found.change;
}
