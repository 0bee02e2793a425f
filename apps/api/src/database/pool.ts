import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/**
 * The data source's own connection pool, for what speaks to node-postgres itself: sign-in, the job queue
 * and the event writer's prepared statements. One pool, so that one number bounds the connections.
 */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}
