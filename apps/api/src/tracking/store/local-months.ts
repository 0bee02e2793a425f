import { startOfDay } from '../../clocks/local-time.js';

/** Local days from `from` on, before `before`, both `YYYY-MM-DD`, and the moments at which they begin. */
export interface DaySpan {
  readonly from: string;
  readonly before: string;
  readonly first: Date;
  readonly after: Date;
}

/** The days from `from` on, before `before`, cut where months begin; oldest first. */
export function localMonths(from: string, before: string, timezone: string): DaySpan[] {
  const spans: DaySpan[] = [];
  for (let start = from; start < before;) {
    const next = monthAfter(start);
    const end = next < before ? next : before;
    spans.push({ from: start, before: end, first: moment(start, timezone), after: moment(end, timezone) });
    start = end;
  }
  return spans;
}

/** The first day of the month after a day's. */
function monthAfter(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

function moment(day: string, timezone: string): Date {
  return new Date(startOfDay(day, timezone));
}
