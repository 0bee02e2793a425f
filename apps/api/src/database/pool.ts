import type { Writable } from 'node:stream';
import { Pool, type PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

/**
 * The data source's own connection pool, for what speaks to node-postgres itself: sign-in, the job queue
 * and the event writer's prepared statements. One pool, so that one number bounds the connections.
 */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}

/**
 * A few connections more, on which statements are sent without waiting for the answers of those before: for a
 * transaction that knows them all. Apart from the others because a cursor cannot share such a connection.
 * To be ended by whoever asked for it.
 */
export function pipelineOf(dataSource: DataSource, connections: number): Pool {
  const pool = new Pool({ ...poolOf(dataSource).options, max: connections, pipeline: true });
  // A connection that breaks while idle is no news here either.
  pool.on('error', () => undefined);
  return pool;
}

/**
 * Sends all that `send` asks of a pipelining connection as one packet: otherwise each statement is a system call of its own,
 * which costs more than to prepare it.
 */
export function corked<T>(client: PoolClient, send: () => T): T {
  // Not in the package's types; without it all works as well, only slower.
  const stream = (client as unknown as { connection?: { stream?: Writable } }).connection?.stream;
  stream?.cork();
  try {
    return send();
  } finally {
    stream?.uncork();
  }
}
