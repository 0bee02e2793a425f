import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';

export const TEMPLATE = 'num_ecard_template';

/** Makes an empty, migrated database. @returns its address */
export async function freshDatabase(): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(inject('databaseUrl'));
  const client = new Client(url.href);
  await client.connect();
  // A template being copied admits no other copy; the lock lets the workers take turns.
  await client.query('SELECT pg_advisory_lock(1)');
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  await client.end();
  url.pathname = `/${name}`;
  return url.href;
}
