import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PgBoss from 'pg-boss';
import type { TestProject } from 'vitest/node';
import { openDataSource } from '../../src/database/data-source.js';
import { startEmbeddedDatabase } from '../../src/database/embedded/start-embedded-database.js';
import { startDevelopmentMailbox } from '../../src/notifications/mail/development-mailbox.js';
import { TEMPLATE } from './database.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the server that all tests share; each file makes a database of its own on it. */
    databaseUrl: string;
    smtpUrl: string;
    mailboxUrl: string;
  }
}

/**
 * One real PostgreSQL and one mail server for the whole run. `TEST_DATABASE_URL` names another PostgreSQL, whose role
 * may create databases.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'num-ecard-test-'));
  // As root the server runs as somebody else, who must be able to enter: or it is kept elsewhere, and stays there.
  await chmod(dataDir, 0o755);
  const named = process.env['TEST_DATABASE_URL'];
  const database =
    named === undefined
      ? await startEmbeddedDatabase({ dataDir, log: () => undefined })
      : { url: named, stop: () => Promise.resolve() };
  const mailbox = await startDevelopmentMailbox(join(dataDir, 'mailbox'));
  await makeTemplate(database.url);
  project.provide('databaseUrl', database.url);
  project.provide('smtpUrl', mailbox.smtpUrl);
  project.provide('mailboxUrl', mailbox.webUrl);
  return async () => {
    await mailbox.stop();
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** A migrated database, of which every test file gets a copy: copying takes a tenth of migrating. */
async function makeTemplate(serverUrl: string): Promise<void> {
  const server = await openDataSource(serverUrl);
  await server.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
  await server.query(`CREATE DATABASE ${TEMPLATE}`);
  await server.destroy();
  const url = new URL(serverUrl);
  url.pathname = `/${TEMPLATE}`;
  await (await openDataSource(url.href)).destroy();
  const boss = new PgBoss({ connectionString: url.href, schedule: false, supervise: false });
  await boss.start();
  await boss.stop({ graceful: false });
}
