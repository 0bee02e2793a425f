import { tzOffset } from '@date-fns/tz';

/** A moment as the clocks of a time zone show it. */
export interface LocalTime {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** `00` to `23` */
  readonly hour: string;
}

const HOUR_MS = 3_600_000;
/** No zone changes its clocks between two quarters of an hour. */
const QUARTER_MS = 900_000;
const KEPT_AT_MOST = 20_000;

/** By zone and hour or half hour, told once: most events happen now, in few zones. */
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
  const shown = new Date(instant + offsetMs(instant, timezone)).toISOString();
  const time = { day: shown.slice(0, 10), hour: shown.slice(11, 13) };
  if (told.size >= KEPT_AT_MOST) told.clear();
  told.set(name, time);
  return time;
}

/** The first moment of a local day, in milliseconds since 1970. Where midnight is skipped, the moment after it. */
export function startOfDay(day: string, timezone: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`);
  // A zone's offset changes by an hour or so a few times a year: of the two that may hold, the earlier moment that is of the day.
  const candidates = [-24, 24].map((hours) => utc - offsetMs(utc + hours * HOUR_MS, timezone));
  const starts = candidates.filter((moment) => localTime(moment, timezone).day === day);
  return Math.min(...(starts.length > 0 ? starts : candidates));
}

function offsetMs(instant: number, timezone: string): number {
  return tzOffset(timezone, new Date(instant)) * 60_000;
}
