import { addDays, weekday } from '@num-ecard/contracts/period-calendar';
import { momentOf } from '../../../lib/local-time';

export const REMINDER_CHOICES = ['tomorrow', 'inThreeDays', 'monday'] as const;
export type ReminderChoice = (typeof REMINDER_CHOICES)[number];

/** When one looks again at what is to be done. */
export const REMINDER_TIME = '09:00';

/** The moments of the quick choices, all at nine in the morning; Monday is the next one. @param today `YYYY-MM-DD` of the account */
export function reminderMoments(today: string, timeZone: string): Record<ReminderChoice, Date> {
  const at = (days: number) => momentOf(addDays(today, days), REMINDER_TIME, timeZone);
  return { tomorrow: at(1), inThreeDays: at(3), monday: at(8 - weekday(today)) };
}
