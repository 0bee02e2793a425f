import { addDays } from '@num-ecard/contracts/period-calendar';
import { calendarDay, shortDate, timeOfDay } from '@num-ecard/contracts/calendar';

export type WhenKey = 'today' | 'yesterday' | 'tomorrow' | 'day';

interface WhenWords {
  readonly key: WhenKey;
  readonly time: string;
  readonly date: string;
}

/** How a moment is said, as seen from `today` (`YYYY-MM-DD`). */
export function whenWords(at: Date, timeZone: string, today: string, locale: string): WhenWords {
  const day = calendarDay(at, timeZone);
  const near = {
    [today]: 'today',
    [addDays(today, -1)]: 'yesterday',
    [addDays(today, 1)]: 'tomorrow',
  } as const;
  return {
    key: near[day] ?? 'day',
    time: timeOfDay(at, timeZone, locale),
    date: shortDate(at, timeZone, locale, today),
  };
}
