import { Socket } from 'node:net';
import { Client } from 'pg';
import { type Credentials, SUPERUSER } from './cluster.js';
import { EmbeddedDatabaseError } from './embedded-database-error.js';

/** Advisory lock, in the database `postgres`, that every process using the server holds shared. */
const PRESENCE = 0x6e756d01;
/** Advisory lock for the making of the role and the database. */
const PROVISION = 0x6e756d02;

export const APPLICATION = 'num_ecard';

/**
 * One process's stay in the server: a session that holds the presence lock. It ends with the process however that dies,
 * so nobody has to clean up, and it breaks at once when the server dies, which is how the supervisor knows. Logged in
 * as superuser, it has a slot even when the application has used up all others.
 */
export interface Presence {
  port: number;
  /** Settles when the session is over, whoever ended it. */
  lost: Promise<void>;
  /** Makes the application's role and database where they are missing. */
  provision(): Promise<void>;
  /**
   * Gives up the presence. `last`: nobody else uses the server and nobody will be let in, so it is to be stopped, which
   * ends this session. `others`: somebody does. `broken`: the session was over already.
   */
  leave(): Promise<'last' | 'others' | 'broken'>;
}

/**
 * Logs in and holds the presence lock.
 * @returns undefined when there is no server yet, or not any more: starting, recovering, stopping
 * @throws EmbeddedDatabaseError `login_refused`
 */
export async function enter(port: number, credentials: Credentials): Promise<Presence | undefined> {
  const socket = new Socket();
  const client = new Client({
    stream: () => socket,
    host: '127.0.0.1',
    port,
    user: SUPERUSER,
    password: credentials.superuser,
    database: 'postgres',
    ssl: false,
    application_name: 'num-ecard supervisor',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  // Without a listener a server that dies would end this process with it.
  client.on('error', () => undefined);
  const lost = new Promise<void>((resolve) => client.once('end', () => resolve()));
  try {
    await client.connect();
    // Refused only while the last user is on the way out and the server is about to stop.
    const { rows } = await client.query<{ entered: boolean }>(
      'SELECT pg_try_advisory_lock_shared($1) AS entered',
      [PRESENCE],
    );
    if (!rows[0]?.entered) {
      await client.end();
      return undefined;
    }
  } catch (error) {
    client.end().catch(() => undefined);
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('28')) {
      throw new EmbeddedDatabaseError(
        'login_refused',
        `The embedded database on port ${port} refuses the password kept in its credentials.json. ` +
          'Put back the credentials.json that belongs to this database.',
        { cause: error },
      );
    }
    return undefined;
  }
  // The session must not keep alive a process that has nothing else to do.
  socket.unref();

  return {
    port,
    lost,
    provision: async () => {
      socket.ref();
      await provision(client, credentials);
      socket.unref();
    },
    leave: async () => {
      socket.ref();
      try {
        await client.query('SELECT pg_advisory_unlock_shared($1)', [PRESENCE]);
        const { rows } = await client.query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last', [
          PRESENCE,
        ]);
        if (rows[0]?.last) return 'last';
        await client.end();
        return 'others';
      } catch {
        await client.end().catch(() => undefined);
        return 'broken';
      }
    },
  };
}

async function provision(client: Client, credentials: Credentials): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [PROVISION]);
  try {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS role,
              EXISTS (SELECT FROM pg_database WHERE datname = $1) AS database`,
      [APPLICATION],
    );
    // CREATEDB: the tests give each worker a database of its own.
    if (!rows[0]?.role) {
      await client.query(`CREATE ROLE ${APPLICATION} LOGIN CREATEDB PASSWORD '${credentials.application}'`);
    }
    if (!rows[0]?.database) await client.query(`CREATE DATABASE ${APPLICATION} OWNER ${APPLICATION}`);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [PROVISION]);
  }
}
