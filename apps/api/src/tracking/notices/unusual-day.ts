/** So many visits are nothing to speak of, whatever is usual. */
const VIEWS_AT_LEAST = 10;
const TIMES_AT_LEAST = 3;
/** Days for which a card must have been counted, before anything is usual of it. */
const HISTORY_AT_LEAST = 14;

/** A card's views by day. */
export interface DailyViews {
  /** Of the day so far. */
  readonly today: number;
  /** Of the days before, the latest first, none left out: as far back as the card was counted, at most 28. */
  readonly before: readonly number[];
}

/**
 * How many times as many views as on a usual whole day there are already today, rounded down; null while the day is not unusual. Usual is what
 * the middle one of the days before has, or the middle one of the same weekday where that is more: a card that is handed out every Saturday
 * has no unusual Saturdays, and one busy day changes nothing about what is usual.
 */
export function unusualFactor({ today, before }: DailyViews): number | null {
  if (today < VIEWS_AT_LEAST || before.length < HISTORY_AT_LEAST) return null;
  const sameWeekday = before.filter((_, index) => index % 7 === 6);
  const usual = Math.max(median(before), median(sameWeekday), 1);
  const factor = Math.floor(today / usual);
  return factor >= TIMES_AT_LEAST ? factor : null;
}

/** Of an even number of them, halfway between the two in the middle. */
function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
