import type { UsageDimension } from './usage-dimension.js';

/** What is added to a rollup row. */
export interface Figures {
  views: number;
  visitors: number;
  clicks: number;
  engagedMs: number;
}

export interface DayCount extends Figures {
  readonly cardId: string;
  readonly day: string;
  lastViewAt: Date | null;
}

export interface BreakdownCount extends Figures {
  readonly cardId: string;
  readonly dimension: UsageDimension;
  readonly day: string;
  readonly key: string;
}

/** What visits add to: the card's day, and a key of a dimension. */
export interface UsageCounter {
  /** @param viewedAt of a view: the card's last one may be it */
  addToDay(cardId: string, day: string, added: Readonly<Partial<Figures>>, viewedAt?: Date): void;
  add(
    cardId: string,
    dimension: UsageDimension,
    day: string,
    key: string,
    added: Readonly<Partial<Figures>>,
  ): void;
}

type DayRow = readonly [string, string, number, number, number, number, number | null];
type BreakdownRow = readonly [string, UsageDimension, string, string, number, number, number, number];

/** Additions as an increment keeps them: short, for there are many. The last number of a day is `lastViewAt` since 1970. */
export interface IncrementRows {
  readonly days: readonly DayRow[];
  readonly breakdowns: readonly BreakdownRow[];
}

/** Additions as they come, to be summed up when there are more of them. */
export class UsageAdditions implements UsageCounter, IncrementRows {
  readonly days: DayRow[] = [];
  readonly breakdowns: BreakdownRow[] = [];

  addToDay(cardId: string, day: string, added: Readonly<Partial<Figures>>, viewedAt?: Date): void {
    const { views = 0, visitors = 0, clicks = 0, engagedMs = 0 } = added;
    this.days.push([cardId, day, views, visitors, clicks, engagedMs, viewedAt?.getTime() ?? null]);
  }

  add(
    cardId: string,
    dimension: UsageDimension,
    day: string,
    key: string,
    added: Readonly<Partial<Figures>>,
  ): void {
    const { views = 0, visitors = 0, clicks = 0, engagedMs = 0 } = added;
    this.breakdowns.push([cardId, dimension, day, key, views, visitors, clicks, engagedMs]);
  }
}

/** What some events add to the rollups of an account: one row a key, however many events add to it. */
export class UsageCounts implements UsageCounter {
  private readonly dayCounts = new Map<string, DayCount>();
  private readonly breakdownCounts = new Map<string, BreakdownCount>();

  addToDay(cardId: string, day: string, added: Readonly<Partial<Figures>>, viewedAt?: Date): void {
    const name = cardId + day;
    let count = this.dayCounts.get(name);
    if (count === undefined) {
      count = { cardId, day, lastViewAt: null, views: 0, visitors: 0, clicks: 0, engagedMs: 0 };
      this.dayCounts.set(name, count);
    }
    add(count, added);
    if (viewedAt !== undefined && (count.lastViewAt === null || count.lastViewAt < viewedAt))
      count.lastViewAt = viewedAt;
  }

  add(
    cardId: string,
    dimension: UsageDimension,
    day: string,
    key: string,
    added: Readonly<Partial<Figures>>,
  ): void {
    const name = cardId + dimension + day + key;
    let count = this.breakdownCounts.get(name);
    if (count === undefined) {
      count = { cardId, dimension, day, key, views: 0, visitors: 0, clicks: 0, engagedMs: 0 };
      this.breakdownCounts.set(name, count);
    }
    add(count, added);
  }

  /** Adds what an increment holds. */
  addRows({ days, breakdowns }: IncrementRows): void {
    for (const [cardId, day, views, visitors, clicks, engagedMs, viewedAt] of days) {
      const added = { views, visitors, clicks, engagedMs };
      this.addToDay(cardId, day, added, viewedAt === null ? undefined : new Date(viewedAt));
    }
    for (const [cardId, dimension, day, key, views, visitors, clicks, engagedMs] of breakdowns) {
      this.add(cardId, dimension, day, key, { views, visitors, clicks, engagedMs });
    }
  }

  /** In the order of their keys, so that two writers lock the rows in the same order. */
  get days(): DayCount[] {
    return inOrder(this.dayCounts);
  }

  get breakdowns(): BreakdownCount[] {
    return inOrder(this.breakdownCounts);
  }
}

function add(count: Figures, { views, visitors, clicks, engagedMs }: Readonly<Partial<Figures>>): void {
  if (views !== undefined) count.views += views;
  if (visitors !== undefined) count.visitors += visitors;
  if (clicks !== undefined) count.clicks += clicks;
  if (engagedMs !== undefined) count.engagedMs += engagedMs;
}

function inOrder<T>(counts: ReadonlyMap<string, T>): T[] {
  return [...counts.keys()].toSorted().flatMap((name) => counts.get(name) ?? []);
}
