/** Moments of an account's time zone, whatever the zone of the browser. */
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);
dayjs.extend(timezone);

/**
 * The moment of a day and a time. Of a time that a clock change leaves out, an hour later; of one that comes twice, the first.
 * @param day `YYYY-MM-DD`
 * @param time `HH:MM`
 */
export function momentOf(day: string, time: string, timeZone: string): Date {
  return dayjs.tz(`${day} ${time}`, timeZone).toDate();
}
