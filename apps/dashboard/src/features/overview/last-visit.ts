import type { TFunction } from 'i18next';
import { calendarDay, dayBefore, shortDate, timeOfDay } from '@num-ecard/contracts/calendar';

interface When {
  /** The account's. */
  timeZone: string;
  /** `fr` or `en`. */
  locale: string;
  /** The account's day, `YYYY-MM-DD`. */
  today: string;
}

/** "aujourd'hui à 18:42", "hier à 18:42", "12 nov."; in the account's time zone. */
export function lastVisitText(
  lastVisitAt: string | null,
  { timeZone, locale, today }: When,
  t: TFunction,
): string {
  if (lastVisitAt === null) return t('lastVisit.never');
  const instant = new Date(lastVisitAt);
  const day = calendarDay(instant, timeZone);
  const time = timeOfDay(instant, timeZone, locale);
  // A device whose clock is slow sees the latest visit in its future: that is still today.
  if (day >= today) return t('lastVisit.today', { time });
  if (day === dayBefore(today)) return t('lastVisit.yesterday', { time });
  return t('lastVisit.day', { date: shortDate(instant, timeZone, locale, today) });
}
