import type { DataSource } from 'typeorm';

/** The longest that figures of an audience measurement exempt from consent may be kept (CNIL guidelines on trackers). */
const MONTHS_KEPT = 25;

/**
 * Deletes what is older than 25 months: events by dropping whole months, then what is left of the month that the
 * limit falls in; the rollups alike, by the day.
 */
export async function forgetVisits(dataSource: DataSource, now: Date): Promise<void> {
  const limit = new Date(now);
  limit.setUTCMonth(limit.getUTCMonth() - MONTHS_KEPT);
  const partitions = await dataSource.query<{ name: string }[]>(
    `SELECT relname AS name FROM pg_inherits JOIN pg_class ON oid = inhrelid
      WHERE inhparent = 'tracking_events'::regclass AND relname ~ '^tracking_events_[0-9]{4}_[0-9]{2}$'
        AND relname < $1`,
    // The limit's own month sorts after every month that lies wholly before it.
    [`tracking_events_${limit.toISOString().slice(0, 7).replace('-', '_')}`],
  );
  for (const { name } of partitions) await dataSource.query(`DROP TABLE ${name}`);
  await dataSource.sql`DELETE FROM tracking_events WHERE occurred_at < ${limit}`;
  await dataSource.sql`DELETE FROM usage_days WHERE day < (${limit}::timestamptz AT TIME ZONE 'UTC')::date`;
  await dataSource.sql`DELETE FROM usage_day_targets WHERE day < (${limit}::timestamptz AT TIME ZONE 'UTC')::date`;
}
