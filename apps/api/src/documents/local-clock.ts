import { tzOffset } from '@date-fns/tz';

/** A moment as the clocks of a time zone show it. */
export interface ClockTime {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** `14:05:09` */
  readonly time: string;
  /** `UTC+02:00`: of the two hours of one name, when the clocks go back, it says which. */
  readonly offset: string;
}

/** No zone changes its clocks between two quarters of an hour. */
const QUARTER_MS = 900_000;
const MINUTE_MS = 60_000;

/** The clocks of one time zone, for files of many moments: those that follow one another are often of the same hour. */
export class LocalClock {
  private quarter = Number.NaN;
  private offsetMinutes = 0;
  private offset = '';

  /** @param timezone IANA name */
  constructor(private readonly timezone: string) {}

  /** @param at milliseconds since 1970 */
  read(at: number): ClockTime {
    const quarter = Math.floor(at / QUARTER_MS);
    if (quarter !== this.quarter) {
      this.quarter = quarter;
      this.offsetMinutes = tzOffset(this.timezone, new Date(at));
      this.offset = `UTC${written(this.offsetMinutes)}`;
    }
    const shown = new Date(at + this.offsetMinutes * MINUTE_MS).toISOString();
    return { day: shown.slice(0, 10), time: shown.slice(11, 19), offset: this.offset };
  }
}

function written(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const whole = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
}
