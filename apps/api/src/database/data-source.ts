import type { Client } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { ENTITIES } from './entities.js';
import { MIGRATIONS } from './migrations.js';

// Any fixed number: instances that start at once take this lock in turn.
const MIGRATION_LOCK = 0x4e_45_43_54;

export function dataSourceOptions(databaseUrl: string): DataSourceOptions {
  return {
    type: 'postgres',
    url: databaseUrl,
    applicationName: 'num-ecard',
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
    // The operator's database may lie far away or be restarting: a request waits this long, then is told 503.
    connectTimeoutMS: 5_000,
    poolSize: 12,
    extra: {
      // A connection is made anew in tens of milliseconds: not after each quiet moment.
      idleTimeoutMillis: 300_000,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
      keepAlive: true,
      // For some thousand rows, PostgreSQL would start helpers that take longer to start than the rows to read. Set here and
      // not in the address: a pooler refuses what it does not know there.
      onConnect: async (client: Client): Promise<void> => {
        listenForBreaks(client);
        promiseWithoutCatch(client);
        await client.query('SET max_parallel_workers_per_gather = 0');
      },
    },
    // An idle connection that breaks is no news: the pool replaces it at the next use.
    poolErrorHandler: () => undefined,
    logging: false,
  };
}

/** Connects and brings the schema up to date. Safe to run in several instances at once. */
export async function openDataSource(databaseUrl: string): Promise<DataSource> {
  const dataSource = await new DataSource(dataSourceOptions(databaseUrl)).initialize();
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
    await dataSource.runMigrations();
  } catch (error) {
    await dataSource.destroy();
    throw error;
  } finally {
    // The lock belongs to the session; a broken one has let go of it already.
    if (dataSource.isInitialized) {
      await runner.query(`SELECT pg_advisory_unlock(${MIGRATION_LOCK})`).catch(() => undefined);
      await runner.release();
    }
  }
  return dataSource;
}

/**
 * A connection that breaks between two statements of somebody who holds it tells nobody but its own `error` event, and without
 * a listener that ends the process. The next statement on it fails, which is enough.
 */
function listenForBreaks(client: Client): void {
  client.on('error', () => undefined);
}

/**
 * The promise that node-postgres makes of a query has a `catch` of its own on it, and V8 does not let go of the rows of such a query
 * until the next full collection when another query follows on the same connection: a long read by pages fills the old generation with
 * rows that nobody holds. A promise around the same query's callback does not.
 */
function promiseWithoutCatch(client: Client): void {
  const query = client.query.bind(client) as (...asked: unknown[]) => unknown;
  const asked = (text: unknown, values?: unknown, callback?: unknown): unknown => {
    // A query object answers by events, and a callback by itself.
    const answers = [text, values, callback].some(
      (each) =>
        typeof each === 'function' ||
        typeof (each as { submit?: unknown } | undefined)?.submit === 'function',
    );
    if (answers) return query(text, values, callback);
    return new Promise((resolve, reject) => {
      query(text, values, (error: Error | null, result: unknown) => {
        if (error === null || error === undefined) resolve(result);
        else reject(error);
      });
    });
  };
  client.query = asked as typeof client.query;
}
