/** Months are `YYYY-MM`, of the account's time zone. */
import { addMonths, type DayRange, endOfMonth } from '@num-ecard/contracts/period-calendar';

/** The month that is shown: the one asked for, this one at the latest. */
export function shownMonth(asked: string | undefined, today: string): string {
  const now = today.slice(0, 7);
  return asked === undefined || asked > now ? now : asked;
}

export function monthLater(month: string, months: number): string {
  return addMonths(`${month}-01`, months).slice(0, 7);
}

/** All its days, those to come as well. */
export function daysOfMonth(month: string): DayRange {
  const from = `${month}-01`;
  return { from, to: endOfMonth(from) };
}
