import {
  addDays,
  addMonths,
  type DayRange,
  endOfMonth,
  startOfMonth,
} from '@num-ecard/contracts/period-calendar';
import { PACKED_GRAINS, type PackedGrain, startOf, startOfNext } from '../store/packed-grains.js';
import { ALL_CARDS } from '../store/usage-dimension.js';
import type { ReadScope } from './usage-scope.js';

/** A range in pieces that cover each of its days once. What a range does not have is null. */
export interface RangePieces {
  /** Closed days before the first whole closed month. */
  readonly front: DayRange | null;
  /** Whole closed months: `from` the first day of the first, `to` the last day of the last. */
  readonly months: DayRange | null;
  /** Closed days after the last whole closed month. */
  readonly back: DayRange | null;
  /** Days that can still change. */
  readonly open: DayRange | null;
}

/** Which rows of which table answer for a range. Months are found by their first day. */
export interface ReadPlan {
  /** Whose rows the sums over months, and of closed days, are: the cards', or the one that stands for all of them. */
  readonly monthCards: readonly string[];
  readonly months: DayRange | null;
  /** Read from the sums of closed days over all cards. */
  readonly sumFront: DayRange | null;
  readonly sumBack: DayRange | null;
  /** Read from the sums of open days over all cards. */
  readonly sumOpen: DayRange | null;
  /** Read from the cards' own days. */
  readonly dayFront: DayRange | null;
  readonly dayBack: DayRange | null;
}

/** Which rows answer for cards against one another: those that hold every card where there are some, else the cards' own. */
export interface CrossPlan {
  /** Closed, and in the order of time. */
  readonly packed: readonly PackedPiece[];
  readonly packedOpen: DayRange | null;
  readonly months: DayRange | null;
  readonly dayFront: DayRange | null;
  readonly dayBack: DayRange | null;
}

/** Read from rows that hold every card, of whole spans. They are found by their first days. */
export interface PackedPiece extends DayRange {
  readonly grain: PackedGrain;
}

/** @param closedBefore every day before it is closed; null when none is */
export function splitRange(range: DayRange, closedBefore: string | null): RangePieces {
  const { from, to } = range;
  if (closedBefore === null || closedBefore <= from) {
    return { front: null, months: null, back: null, open: whole(from, to) };
  }
  const lastClosed = earlier(to, addDays(closedBefore, -1));
  const open = whole(closedBefore, to);
  const firstMonth = from === startOfMonth(from) ? from : addMonths(startOfMonth(from), 1);
  const lastDay = lastClosed === endOfMonth(lastClosed) ? lastClosed : addDays(startOfMonth(lastClosed), -1);
  const months = whole(firstMonth, lastDay);
  if (months === null) return { front: null, months, back: whole(from, lastClosed), open };
  return {
    front: whole(from, addDays(months.from, -1)),
    months,
    back: whole(addDays(months.to, 1), lastClosed),
    open,
  };
}

/** The cheapest rows for a breakdown or a total: over all cards their sums, else months of each card and its other days. */
export function readPlan({ cardIds, allCards, closed }: ReadScope, range: DayRange): ReadPlan {
  const { front, months, back, open } = splitRange(range, closed.before);
  if (allCards && closed.together) {
    const [sumOpen, dayBack] = closed.openTogether ? [open, null] : [null, open];
    return {
      monthCards: [ALL_CARDS],
      months,
      sumFront: front,
      sumBack: back,
      sumOpen,
      dayFront: null,
      dayBack,
    };
  }
  return {
    monthCards: cardIds,
    months,
    sumFront: null,
    sumBack: null,
    sumOpen: null,
    dayFront: front,
    dayBack: joined(back, open),
  };
}

/**
 * The cheapest rows for cards against one another: there are some that hold every card, unless there is but one.
 * @param largest no row of more days is read
 */
export function crossPlan(
  { closed }: ReadScope,
  range: DayRange,
  largest: PackedGrain = 'quarter',
): CrossPlan {
  const { front, months, back, open } = splitRange(range, closed.before);
  if (closed.together) {
    const [packedOpen, dayBack] = closed.openTogether ? [open, null] : [null, open];
    const grains = PACKED_GRAINS.slice(0, PACKED_GRAINS.indexOf(largest) + 1);
    const packed = inGrains(closedPart(range, closed.before), grains.toReversed());
    return { packed, packedOpen, months: null, dayFront: null, dayBack };
  }
  return { packed: [], packedOpen: null, months, dayFront: front, dayBack: joined(back, open) };
}

/** As few spans as there are; what lies before and after whole ones of the largest is in whole ones of the next. */
function inGrains(range: DayRange | null, [grain, ...smaller]: readonly PackedGrain[]): PackedPiece[] {
  if (range === null || grain === undefined) return [];
  const { from, to } = range;
  const first = from === startOf(grain, from) ? from : startOfNext(grain, from);
  const last = addDays(startOf(grain, addDays(to, 1)), -1);
  if (first > last) return inGrains(range, smaller);
  return [
    ...inGrains(whole(from, addDays(first, -1)), smaller),
    { grain, from: first, to: last },
    ...inGrains(whole(addDays(last, 1), to), smaller),
  ];
}

/** The days of a range that are closed. */
function closedPart(range: DayRange, closedBefore: string | null): DayRange | null {
  return closedBefore === null ? null : whole(range.from, earlier(range.to, addDays(closedBefore, -1)));
}

/** Day by day: over all cards the sums of days, else the cards' own days. */
export function dayPlan(
  { allCards, closed }: ReadScope,
  range: DayRange,
): { sums: DayRange | null; sumOpen: DayRange | null; days: DayRange | null } {
  const { before, together, openTogether } = closed;
  if (!allCards || !together || before === null) return { sums: null, sumOpen: null, days: range };
  const open = whole(later(range.from, before), range.to);
  const [sumOpen, days] = openTogether ? [open, null] : [null, open];
  return { sums: closedPart(range, before), sumOpen, days };
}

function whole(from: string, to: string): DayRange | null {
  return from <= to ? { from, to } : null;
}

/** Of two ranges that follow one another. */
function joined(first: DayRange | null, second: DayRange | null): DayRange | null {
  if (first === null || second === null) return first ?? second;
  return { from: first.from, to: second.to };
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
