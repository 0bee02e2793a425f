import { localTime } from '../../clocks/local-time.js';

/** Times such as 22:00 in the account's time zone; over midnight when they end before they begin. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

const MINUTE_MS = 60_000;

/** When the quiet hours end that `now` is in, by the clocks of an IANA zone; null when it is in none. */
export function quietUntil(now: Date, quiet: QuietHours | null, timezone: string): Date | null {
  if (quiet === null) return null;
  const isQuiet = (at: number): boolean => {
    const time = localMinute(at, timezone);
    const [from, to] = [minuteOf(quiet.from), minuteOf(quiet.to)];
    return from < to ? from <= time && time < to : from <= time || time < to;
  };
  let at = now.getTime();
  if (!isQuiet(at)) return null;
  // Minute by minute and not by arithmetic: clocks that jump meanwhile need no case of their own.
  at = Math.floor(at / MINUTE_MS) * MINUTE_MS;
  while (isQuiet(at)) at += MINUTE_MS;
  return new Date(at);
}

function localMinute(at: number, timezone: string): number {
  const minutes = Math.floor(at / MINUTE_MS) + localTime(at, timezone).offsetMinutes;
  return ((minutes % 1440) + 1440) % 1440;
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
