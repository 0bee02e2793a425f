import { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/**
 * The data source's own connection pool, for what speaks to node-postgres itself: sign-in, the job queue
 * and the event writer's prepared statements. One pool, so that one number bounds the connections.
 */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}

/**
 * A few connections more, for whoever must not wait for the others, nor for a connection to be made anew after a quiet time. To
 * be ended by whoever asked for it.
 */
export function poolBeside(dataSource: DataSource, connections: number): Pool {
  const pool = new Pool({ ...poolOf(dataSource).options, max: connections, idleTimeoutMillis: 0 });
  // A connection that breaks while idle is no news here either.
  pool.on('error', () => undefined);
  return pool;
}
