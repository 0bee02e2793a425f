import type { UsageHours } from '@num-ecard/contracts/usage';
import type { WeekHour } from '../query/usage-week-hours.query.js';

/** Every hour of the week, from Monday's first to Sunday's last. */
export function hours(rows: readonly WeekHour[]): Pick<UsageHours, 'hours'> {
  const found = new Map(rows.map((row) => [`${row.weekday} ${row.hour}`, row]));
  return {
    hours: Array.from({ length: 7 * 24 }, (_, index) => {
      const [weekday, hour] = [Math.floor(index / 24) + 1, index % 24];
      const { views = 0, clicks = 0 } = found.get(`${weekday} ${hour}`) ?? {};
      return { weekday, hour, views, clicks };
    }),
  };
}
