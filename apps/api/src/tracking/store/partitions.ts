import type { DataSource } from 'typeorm';

/** The month `offset` months after a day's: `['2026_11', '2026-11-01', '2026-12-01']`. Months are UTC's. */
export function monthOf(day: Date, offset: number): readonly [name: string, from: string, to: string] {
  const start = (shift: number): string =>
    new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + shift, 1)).toISOString().slice(0, 10);
  return [start(offset).slice(0, 7).replace('-', '_'), start(offset), start(offset + 1)];
}

/**
 * Makes the partitions of `tracking_events` from the month of `from` to the second month after `to`. What had
 * to wait in the default partition for want of a month moves into it. Safe in several instances at once.
 */
export async function ensurePartitions(dataSource: DataSource, from: Date, to: Date): Promise<void> {
  const months =
    (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth() + 2;
  for (let offset = 0; offset <= months; offset += 1) {
    const [name, first, after] = monthOf(from, offset);
    const partition = `tracking_events_${name}`;
    const range = `FROM ('${first} 00:00:00+00') TO ('${after} 00:00:00+00')`;
    await dataSource.transaction(async (manager) => {
      const exists = async (): Promise<boolean> => {
        const [row] = await manager.query<{ found: boolean }[]>(
          'SELECT to_regclass($1) IS NOT NULL AS found',
          [partition],
        );
        return row?.found === true;
      };
      if (await exists()) return;
      // Held to the end: nobody writes while rows are on their way, and a second instance waits here.
      await manager.query('LOCK TABLE tracking_events IN ACCESS EXCLUSIVE MODE');
      if (await exists()) return;
      await manager.query(`CREATE TABLE ${partition} (LIKE tracking_events INCLUDING ALL)`);
      await manager.query(
        `WITH moved AS (DELETE FROM tracking_events_default
                         WHERE occurred_at >= $1::timestamptz AND occurred_at < $2::timestamptz RETURNING *)
         INSERT INTO ${partition} SELECT * FROM moved`,
        [`${first} 00:00:00+00`, `${after} 00:00:00+00`],
      );
      await manager.query(`ALTER TABLE tracking_events ATTACH PARTITION ${partition} FOR VALUES ${range}`);
    });
  }
}
