import { addMonths } from '@num-ecard/contracts/period-calendar';
import { localTime } from '../../clocks/local-time.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** By the account's clocks, on the first of the month. */
const SENT_AT_HOUR = 8;
/** The first clocks to show a time, and the last: no zone is further from UTC. */
const FIRST_CLOCKS_MS = 14 * HOUR_MS;
const LAST_CLOCKS_MS = -12 * HOUR_MS;

/** The month, `YYYY-MM`, whose e-mail is due or was the last to be: the one before, from the first at eight on. */
export function dueMonth(now: Date, timezone: string): string {
  return monthBefore(localMs(now, timezone) - SENT_AT_HOUR * HOUR_MS);
}

/** The last month, `YYYY-MM`, that is over. */
export function lastMonth(now: Date, timezone: string): string {
  return monthBefore(localMs(now, timezone));
}

/** The one month that is due wherever an account may be; null while it is another one in some zones, on the first and around it. */
export function dueEverywhere(now: Date): string | null {
  const [first, last] = [FIRST_CLOCKS_MS, LAST_CLOCKS_MS].map((offset) =>
    monthBefore(now.getTime() + offset - SENT_AT_HOUR * HOUR_MS),
  );
  return first === last ? (first ?? null) : null;
}

function localMs(now: Date, timezone: string): number {
  return now.getTime() + localTime(now.getTime(), timezone).offsetMinutes * MINUTE_MS;
}

function monthBefore(local: number): string {
  return addMonths(`${new Date(local).toISOString().slice(0, 7)}-01`, -1).slice(0, 7);
}
