import type { UsageDimension } from './usage-dimension.js';

/** What is added to a rollup row. */
export interface Figures {
  readonly views?: number;
  readonly visitors?: number;
  readonly clicks?: number;
  readonly engagedMs?: number;
}

/**
 * What events add to an account's rollups, as they come, a column a list: to be summed up where it is merged. What is added to
 * an `hour` is added to the card's day as well.
 */
export class UsageAdditions {
  readonly cards: string[] = [];
  readonly dimensions: UsageDimension[] = [];
  readonly days: string[] = [];
  readonly keys: string[] = [];
  readonly views: number[] = [];
  readonly visitors: number[] = [];
  readonly clicks: number[] = [];
  readonly engagedMs: number[] = [];
  readonly viewedAt: (Date | null)[] = [];

  /** @param viewedAt of a view, with its hour: the card's last one may be it */
  add(
    cardId: string,
    dimension: UsageDimension,
    day: string,
    key: string,
    { views = 0, visitors = 0, clicks = 0, engagedMs = 0 }: Figures,
    viewedAt: Date | null = null,
  ): void {
    this.cards.push(cardId);
    this.dimensions.push(dimension);
    this.days.push(day);
    this.keys.push(key);
    this.views.push(views);
    this.visitors.push(visitors);
    this.clicks.push(clicks);
    this.engagedMs.push(engagedMs);
    this.viewedAt.push(viewedAt);
  }
}
