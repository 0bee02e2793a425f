import type { DataSource } from 'typeorm';

/** The longest that figures of an audience measurement exempt from consent may be kept (CNIL guidelines on trackers). */
export const MONTHS_KEPT = 25;

const DELETE_AT_ONCE = 50_000;

/**
 * The first moment of which anything is kept.
 * @param months 1 to 25
 */
export function keptFrom(now: Date, months: number): Date {
  const limit = new Date(now);
  limit.setUTCMonth(limit.getUTCMonth() - months);
  // From the 31st, a shorter month is overshot.
  if (limit.getUTCDate() !== now.getUTCDate()) limit.setUTCDate(0);
  return limit;
}

/**
 * Deletes what is older than an account's months: events by dropping whole partitions where they are too old for every
 * account, then what is left; visits and rollups alike. A day that the limit cuts goes whole from the rollups.
 */
export async function forgetVisits(dataSource: DataSource, now: Date): Promise<void> {
  const limit = keptFrom(now, MONTHS_KEPT);
  const partitions = await dataSource.query<{ name: string }[]>(
    `SELECT relname AS name FROM pg_inherits JOIN pg_class ON oid = inhrelid
      WHERE inhparent = 'tracking_events'::regclass AND relname ~ '^tracking_events_[0-9]{4}_[0-9]{2}$'
        AND relname < $1`,
    // The limit's own month sorts after every month that lies wholly before it.
    [`tracking_events_${limit.toISOString().slice(0, 7).replace('-', '_')}`],
  );
  for (const { name } of partitions) await dataSource.query(`DROP TABLE ${name}`);
  const months = await dataSource.query<{ months: number }[]>(
    'SELECT DISTINCT usage_months_kept AS months FROM accounts ORDER BY 1',
  );
  for (const { months: kept } of months) await forgetBefore(dataSource, kept, keptFrom(now, kept));
}

/** Of the accounts that keep so many months. In steps, so that no statement holds many rows for long. */
async function forgetBefore(dataSource: DataSource, months: number, limit: Date): Promise<void> {
  const accounts = 'account_id IN (SELECT account_id FROM accounts WHERE usage_months_kept = $1)';
  const tooOld = {
    tracking_events: ['account_id, card_id, occurred_at, event_id', 'occurred_at < $2'],
    tracking_visits: ['account_id, card_id, visit_id', 'began_at < $2'],
    usage_days: ['account_id, card_id, day', `day <= ($2::timestamptz AT TIME ZONE 'UTC')::date`],
    usage_day_breakdowns: [
      'account_id, card_id, dimension, day, key',
      `day <= ($2::timestamptz AT TIME ZONE 'UTC')::date`,
    ],
    // A month that the limit cuts is read from its days from now on.
    usage_closed_breakdowns: [
      'account_id, card_id, grain, dimension, start, key',
      `start <= ($2::timestamptz AT TIME ZONE 'UTC')::date`,
    ],
    usage_closed_cards: [
      'account_id, grain, dimension, start, key',
      `start <= ($2::timestamptz AT TIME ZONE 'UTC')::date`,
    ],
  } as const;
  for (const [table, [key, isTooOld]] of Object.entries(tooOld)) {
    for (let deleted = DELETE_AT_ONCE; deleted === DELETE_AT_ONCE;) {
      const result = await dataSource.query<[unknown[], number]>(
        `DELETE FROM ${table} WHERE (${key}) IN (
           SELECT ${key} FROM ${table} WHERE ${accounts} AND ${isTooOld} LIMIT ${DELETE_AT_ONCE})`,
        [months, limit],
      );
      deleted = result[1];
    }
  }
}
