import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, lstat, mkdtemp, open, readFile, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.js';
import { EmbeddedDatabaseError } from './embedded-database-error.js';
import { clusterOf, type Home } from './placement.js';
import { SERVER_ENVIRONMENT } from './server-settings.js';
import type { ServerUser } from './server-user.js';

const run = promisify(execFile);

export const SUPERUSER = 'postgres';

const BEGINNING = 'initialising-';

/** Generated passwords, hexadecimal. The application's role is not the superuser: a leak of its URL is not the whole server. */
export interface Credentials {
  superuser: string;
  application: string;
}

/** Replaces a file in one step, on disk before it takes its name; mode 0600, owned by the server's user. */
export async function writeWhole(path: string, text: string, user: ServerUser | undefined): Promise<void> {
  const partial = `${path}.${process.pid}.partial`;
  const file = await open(partial, 'w', 0o600);
  try {
    await file.writeFile(text);
    if (user) await file.chown(user.uid, user.gid);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(partial, path);
  await syncFolder(dirname(path));
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readCredentials(home: Home): Promise<Credentials | undefined> {
  try {
    return JSON.parse(await readFile(join(home.path, 'credentials.json'), 'utf8')) as Credentials;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Major version of the cluster, such as `18`; undefined when there is none yet. */
async function majorOf(cluster: string): Promise<string | undefined> {
  return readFile(join(cluster, 'PG_VERSION'), 'utf8').then(
    (text) => text.trim(),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    },
  );
}

async function give(path: string, user: ServerUser): Promise<void> {
  const entry = await lstat(path);
  if (entry.isSymbolicLink()) return;
  await chown(path, user.uid, user.gid);
  if (entry.isDirectory()) for (const name of await readdir(path)) await give(join(path, name), user);
}

/**
 * Makes the cluster if there is none; all or nothing, so that a kill half-way leaves a folder the next start throws
 * away. To be called under the start lock.
 * @throws EmbeddedDatabaseError `other_major_version`, `data_missing`, `disk_full`, `start_failed`
 */
export async function prepareCluster(home: Home, binaries: Binaries): Promise<Credentials> {
  const cluster = clusterOf(home.path);
  await removeBeginnings(home.path);
  const major = await majorOf(cluster);
  let credentials = await readCredentials(home);
  if (major !== undefined) {
    if (major !== binaries.major) {
      throw new EmbeddedDatabaseError(
        'other_major_version',
        `The database in ${cluster} was made by PostgreSQL ${major}; this version of NUM-ECARD Tracking brings ` +
          `PostgreSQL ${binaries.major}. Nothing was changed. Export it with the version that made it (pg_dump) and ` +
          'import it here, or set DATA_DIR to another folder, or set DATABASE_URL to a PostgreSQL 15 to 18.',
      );
    }
    if (!credentials) {
      throw new EmbeddedDatabaseError(
        'data_missing',
        `${join(home.path, 'credentials.json')} is missing: without it nobody can log in to the database beside it. ` +
          'Put it back from a backup.',
      );
    }
    // Copied or restored by root, who cannot run the server: handed over.
    if (home.user && (await lstat(cluster)).uid === 0) await give(cluster, home.user);
    return credentials;
  }

  if (!credentials) {
    credentials = {
      superuser: randomBytes(24).toString('hex'),
      application: randomBytes(24).toString('hex'),
    };
    await writeWhole(join(home.path, 'credentials.json'), JSON.stringify(credentials), home.user);
  }
  const beginning = await mkdtemp(join(home.path, BEGINNING));
  try {
    if (home.user) await chown(beginning, home.user.uid, home.user.gid);
    const passwordFile = join(beginning, 'password');
    await writeWhole(passwordFile, credentials.superuser, home.user);
    await initialise(join(beginning, 'cluster'), passwordFile, home, binaries);
    await rename(join(beginning, 'cluster'), cluster);
    await syncFolder(home.path);
  } finally {
    await removeBeginnings(home.path);
  }
  return credentials;
}

/**
 * What killed starts left. Each begins in a folder of its own name, since the initdb of a killed process lives on for
 * a moment and writes in its; for the same reason what cannot be removed now is left to the next start.
 */
async function removeBeginnings(home: string): Promise<void> {
  const names = (await readdir(home)).filter((name) => name.startsWith(BEGINNING));
  for (const name of names)
    await rm(join(home, name), { recursive: true, force: true }).catch(() => undefined);
}

async function initialise(cluster: string, passwordFile: string, home: Home, binaries: Binaries) {
  const options = [
    `--pgdata=${cluster}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // PostgreSQL's own C.UTF-8: the same order and case on every machine and for ever, so no index depends on the
    // system's C library.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
  ];
  try {
    // From "/": the folder we are in may be closed to the server's user.
    await run(binaries.initdb, options, { ...home.user, cwd: '/', env: SERVER_ENVIRONMENT });
  } catch (error) {
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new EmbeddedDatabaseError(
      isDiskFull(output) ? 'disk_full' : 'start_failed',
      `PostgreSQL could not make its data folder in ${home.path}: ${adviceFor(output)}${output || String(error)}`,
      { cause: error },
    );
  }
}

const isDiskFull = (output: string) => /No space left on device|Disk quota exceeded/.test(output);

function adviceFor(output: string): string {
  if (isDiskFull(output)) return 'the disk is full; free some space. ';
  if (/could not look up effective user ID/.test(output)) {
    return 'run as a user who stands in /etc/passwd, or set DATABASE_URL to a PostgreSQL 15 to 18. ';
  }
  // Nothing said at all: the program could not even be loaded.
  return output
    ? ''
    : 'on a system without glibc, such as Alpine, set DATABASE_URL to a PostgreSQL 15 to 18. ';
}
