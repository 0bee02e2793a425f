import { tzOffset } from '@date-fns/tz';

/** A moment as the clocks of a time zone show it. */
export interface LocalTime {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** `00` to `23` */
  readonly hour: string;
  /** By how many minutes they are ahead of UTC. */
  readonly offsetMinutes: number;
}

/** The same to the second, for people. */
export interface ClockTime {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** `14:05:09` */
  readonly time: string;
  /** `UTC+02:00`: of the two hours of one name, when the clocks go back, it says which. */
  readonly offset: string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** No zone changes its clocks between two quarters of an hour. */
const QUARTER_MS = 900_000;
const KEPT_AT_MOST = 20_000;

/** By zone and quarter of an hour, told once: most moments that are asked for lie close together, in few zones. */
const told = new Map<string, LocalTime>();

/**
 * @param instant milliseconds since 1970
 * @param timezone IANA name
 */
export function localTime(instant: number, timezone: string): LocalTime {
  const quarter = Math.floor(instant / QUARTER_MS);
  const name = `${timezone} ${quarter}`;
  const known = told.get(name);
  if (known !== undefined) return known;
  const offsetMinutes = tzOffset(timezone, new Date(instant));
  const shown = new Date(instant + offsetMinutes * MINUTE_MS).toISOString();
  const time = { day: shown.slice(0, 10), hour: shown.slice(11, 13), offsetMinutes };
  if (told.size >= KEPT_AT_MOST) told.clear();
  told.set(name, time);
  return time;
}

/** `YYYY-MM-DD` of a moment. @param timezone IANA name */
export function localDay(moment: Date, timezone: string): string {
  return localTime(moment.getTime(), timezone).day;
}

/**
 * @param instant milliseconds since 1970
 * @param timezone IANA name
 */
export function clockTime(instant: number, timezone: string): ClockTime {
  const { offsetMinutes } = localTime(instant, timezone);
  const shown = new Date(instant + offsetMinutes * MINUTE_MS).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 19), offset: `UTC${written(offsetMinutes)}` };
}

/** The first moment of a local day, in milliseconds since 1970. Where midnight is skipped, the moment after it. */
export function startOfDay(day: string, timezone: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`);
  // A zone's offset changes by an hour or so a few times a year: of the two that may hold, the earlier moment that is of the day.
  const candidates = [-24, 24].map(
    (hours) => utc - localTime(utc + hours * HOUR_MS, timezone).offsetMinutes * MINUTE_MS,
  );
  const starts = candidates.filter((moment) => localTime(moment, timezone).day === day);
  return Math.min(...(starts.length > 0 ? starts : candidates));
}

function written(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const whole = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
}
