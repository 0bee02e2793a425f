import type { UsageDimension } from './usage-dimension.js';

/** What is added to a rollup row. */
export interface Figures {
  readonly views?: number;
  readonly visitors?: number;
  readonly clicks?: number;
  readonly engagedMs?: number;
}

/** Under which keys the same figures are added: the dimensions that a visit has one key of each, and one of the others. */
export interface AddedKeys {
  readonly hour?: string;
  readonly place?: string;
  readonly source?: string;
  readonly device?: string;
  readonly other?: { readonly dimension: Exclude<UsageDimension, keyof AddedKeys>; readonly key: string };
}

/**
 * What events add to an account's rollups, as they come, a column a list: to be summed up where it is merged. What is added to
 * an hour is added to the card's day as well.
 */
export class UsageAdditions {
  readonly cards: string[] = [];
  readonly days: string[] = [];
  readonly hours: (string | null)[] = [];
  readonly places: (string | null)[] = [];
  readonly sources: (string | null)[] = [];
  readonly devices: (string | null)[] = [];
  readonly dimensions: (string | null)[] = [];
  readonly keys: (string | null)[] = [];
  readonly views: number[] = [];
  readonly visitors: number[] = [];
  readonly clicks: number[] = [];
  readonly engagedMs: number[] = [];
  readonly viewedAt: (Date | null)[] = [];

  /** @param viewedAt of a view, with its hour: the card's last one may be it */
  add(
    cardId: string,
    day: string,
    { hour, place, source, device, other }: AddedKeys,
    { views = 0, visitors = 0, clicks = 0, engagedMs = 0 }: Figures,
    viewedAt: Date | null = null,
  ): void {
    this.cards.push(cardId);
    this.days.push(day);
    this.hours.push(hour ?? null);
    this.places.push(place ?? null);
    this.sources.push(source ?? null);
    this.devices.push(device ?? null);
    this.dimensions.push(other?.dimension ?? null);
    this.keys.push(other?.key ?? null);
    this.views.push(views);
    this.visitors.push(visitors);
    this.clicks.push(clicks);
    this.engagedMs.push(engagedMs);
    this.viewedAt.push(viewedAt);
  }
}
