import type { UsageDimension } from './usage-dimension.js';

/** What is added to a rollup row. */
export interface Figures {
  views: number;
  visitors: number;
  clicks: number;
  engagedMs: number;
}

export interface DayCount extends Figures {
  readonly accountId: string;
  readonly cardId: string;
  readonly day: string;
  lastViewAt: Date | null;
}

export interface BreakdownCount extends Figures {
  readonly accountId: string;
  readonly cardId: string;
  readonly dimension: UsageDimension;
  readonly day: string;
  readonly key: string;
}

/** Whose figures: a card's. */
interface Owner {
  readonly accountId: string;
  readonly cardId: string;
}

/** What a batch of events adds to the rollups: one row a key, however many events add to it. */
export class UsageCounts {
  private readonly dayCounts = new Map<string, DayCount>();
  private readonly breakdownCounts = new Map<string, BreakdownCount>();

  /** @param viewedAt of a view: the card's last one may be it */
  addToDay(owner: Owner, day: string, added: Readonly<Partial<Figures>>, viewedAt: Date | null = null): void {
    const { accountId, cardId } = owner;
    const name = `${accountId}${cardId}${day}`;
    let count = this.dayCounts.get(name);
    if (count === undefined) {
      count = { accountId, cardId, day, lastViewAt: null, views: 0, visitors: 0, clicks: 0, engagedMs: 0 };
      this.dayCounts.set(name, count);
    }
    add(count, added);
    if (viewedAt !== null && (count.lastViewAt === null || count.lastViewAt < viewedAt))
      count.lastViewAt = viewedAt;
  }

  add(
    owner: Owner,
    dimension: UsageDimension,
    day: string,
    key: string,
    added: Readonly<Partial<Figures>>,
  ): void {
    const { accountId, cardId } = owner;
    const name = `${accountId}${cardId}${dimension}${day}${key}`;
    let count = this.breakdownCounts.get(name);
    if (count === undefined) {
      count = { accountId, cardId, dimension, day, key, views: 0, visitors: 0, clicks: 0, engagedMs: 0 };
      this.breakdownCounts.set(name, count);
    }
    add(count, added);
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
