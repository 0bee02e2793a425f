import type { DataSource } from 'typeorm';
import type { Reminder } from '../rules/reminders.js';

export interface ReminderRow extends Reminder {
  readonly id: string;
  readonly text: string | null;
}

/** An account's reminders that are due before a moment and not done. */
export async function openReminders(
  dataSource: DataSource,
  accountId: string,
  before: Date,
): Promise<ReminderRow[]> {
  return dataSource.sql<ReminderRow[]>`
    SELECT reminder_id AS "id", recommendation_id AS "referralId", due_at AS "dueAt", text, done_at AS "doneAt"
      FROM recommendation_reminders
     WHERE account_id = ${accountId} AND done_at IS NULL AND due_at < ${before}`;
}
