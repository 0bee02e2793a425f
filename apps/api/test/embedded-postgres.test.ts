import { spawn, type ChildProcess } from 'node:child_process';
import { access, chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client, type QueryResultRow } from 'pg';
import { afterEach, expect, test } from 'vitest';
import { binariesFor, locateBinaries } from '../src/database/embedded/binaries.js';
import { parsePostmasterFile } from '../src/database/embedded/postmaster.js';
import { explainServerExit } from '../src/database/embedded/server-exit.js';
import { chooseServerUser, serverUserFor } from '../src/database/embedded/server-user.js';
import {
  startEmbeddedDatabase,
  type EmbeddedDatabase,
} from '../src/database/embedded/start-embedded-database.js';

const PATIENCE = { timeout: 60_000 };
const SOURCE = fileURLToPath(new URL('../src/database/embedded/start-embedded-database.ts', import.meta.url));
const API = fileURLToPath(new URL('..', import.meta.url));
const asRoot = process.getuid?.() === 0;

/** What a test leaves behind, undone last first whatever happened. */
const undo: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  while (undo.length > 0) await undo.pop()?.();
});

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'num-ecard-embedded-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  // mkdtemp makes it 0700, which is the case of a test of its own.
  await chmod(folder, 0o755);
  return folder;
}

async function start(dataDir: string, said: string[] = []): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase({ dataDir, log: (message) => said.push(message) });
  undo.push(() => database.stop());
  return database;
}

async function ask<Row extends QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const answers = (url: string) =>
  ask(url, 'SELECT 1').then(
    () => true,
    () => false,
  );

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await holds()) return;
    await sleep(25);
  }
  throw new Error(`Never came true: ${what}`);
}

const portOf = (url: string) => Number(new URL(url).port);

async function postmasterPid(dataDir: string): Promise<number> {
  const text = await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8');
  return parsePostmasterFile(text)?.pid ?? NaN;
}

/** Another Node process that uses the database, as a second API instance would. */
class Neighbour {
  private readonly lines: AsyncIterator<string>;
  constructor(readonly process: ChildProcess) {
    this.lines = createInterface({ input: process.stdout! })[Symbol.asyncIterator]();
  }

  static spawn(dataDir: string): Neighbour {
    const program = `
      import { runnerImport } from 'vite';
      const { module } = await runnerImport(${JSON.stringify(SOURCE)}, { configFile: false });
      process.on('SIGINT', () => undefined);
      const database = await module.startEmbeddedDatabase({ dataDir: ${JSON.stringify(dataDir)}, log: () => undefined });
      console.log(database.url);
      process.stdin.once('data', async () => {
        await database.stop();
        console.log('stopped');
        process.stdin.destroy();
      });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      cwd: API,
      detached: true,
      env: { PATH: '/usr/bin:/bin', SECRET_KEY: 'not for the database', PGPORT: '1', PGDATA: '/nowhere' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    undo.push(() => void child.kill('SIGKILL'));
    return new Neighbour(child);
  }

  async says(): Promise<string> {
    return String((await this.lines.next()).value);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.stdin?.write('stop\n');
    const said = await this.says();
    if (said !== 'stopped') throw new Error(`Instead of stopping, the neighbour said ${said}`);
    // It ends by itself: nothing of ours keeps a process alive that has stopped its database.
    await ended;
  }

  async die(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGKILL');
    await ended;
  }
}

test(
  'the first start makes a durable PostgreSQL 18 for this machine only, and a restart keeps its data',
  PATIENCE,
  async () => {
    const dataDir = await freshFolder();
    const first = await startEmbeddedDatabase({ dataDir, log: () => undefined });
    undo.push(() => first.stop());
    expect(first.url).toMatch(/^postgres:\/\/num_ecard:[0-9a-f]{48}@127\.0\.0\.1:\d+\/num_ecard$/);
    const shown = await ask<{ name: string; setting: string }>(
      first.url,
      `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes',
      'server_encoding', 'TimeZone', 'listen_addresses', 'max_connections', 'password_encryption')
     UNION ALL SELECT 'major', split_part(current_setting('server_version'), '.', 1)
     UNION ALL SELECT 'collation', datlocprovider::text || ' ' || datlocale FROM pg_database WHERE datname = current_database()
     UNION ALL SELECT 'superuser', rolsuper::text FROM pg_roles WHERE rolname = current_user`,
    );
    expect(Object.fromEntries(shown.map((row) => [row.name, row.setting]))).toEqual({
      major: '18',
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      server_encoding: 'UTF8',
      collation: 'b C.UTF-8',
      TimeZone: 'UTC',
      listen_addresses: '127.0.0.1',
      max_connections: '100',
      password_encryption: 'scram-sha-256',
      superuser: 'false',
    });
    await ask(first.url, 'CREATE TABLE kept (word text)');
    await ask(first.url, `INSERT INTO kept VALUES ('déjà vu')`);
    expect((await stat(join(dataDir, 'postgres/credentials.json'))).mode & 0o777).toBe(0o600);
    const wrong = first.url.replace(/:[0-9a-f]{48}@/, ':wrong@');
    await expect(ask(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });

    await first.stop();
    await first.stop();
    expect(await answers(first.url)).toBe(false);
    expect(await readdir(join(dataDir, 'postgres'))).toEqual(
      expect.arrayContaining(['cluster', 'credentials.json', 'port', 'postgres.log']),
    );

    const second = await start(dataDir);
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'SELECT word FROM kept')).toEqual([{ word: 'déjà vu' }]);
  },
);

test('two processes that start at once share one server; the last one out stops it', PATIENCE, async () => {
  const dataDir = await freshFolder();
  const neighbour = Neighbour.spawn(dataDir);
  const [own, url] = await Promise.all([start(dataDir), neighbour.says()]);
  expect(url).toBe(own.url);

  await own.stop();
  expect(await answers(url)).toBe(true);
  const again = await start(dataDir);
  expect(again.url).toBe(url);
  await neighbour.stop();
  expect(await answers(url)).toBe(true);
  await again.stop();
  expect(await answers(url)).toBe(false);
});

test(
  'Ctrl-C and kill -9 of the process that started the server leave it running, and the next start joins it',
  PATIENCE,
  async () => {
    const dataDir = await freshFolder();
    const neighbour = Neighbour.spawn(dataDir);
    const url = await neighbour.says();
    const pid = await postmasterPid(dataDir);
    await ask(url, 'CREATE TABLE kept AS SELECT generate_series(1, 100) AS n');

    // What the database never needs, it cannot give away. (Only Linux lets us look.)
    expect(await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')).not.toContain('SECRET_KEY');
    // The terminal sends it to the whole group.
    process.kill(-neighbour.process.pid!, 'SIGINT');
    await sleep(200);
    expect(await answers(url)).toBe(true);
    await neighbour.die();
    expect(await answers(url)).toBe(true);

    const next = await start(dataDir);
    expect(next.url).toBe(url);
    expect(await postmasterPid(dataDir)).toBe(pid);
    expect(await ask(url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 100 }]);
    await next.stop();
    expect(await answers(url)).toBe(false);
  },
);

test(
  'a killed server comes back on its port with every committed row, for all who share it, even past a busy session',
  PATIENCE,
  async () => {
    const dataDir = await freshFolder();
    const said: string[] = [];
    const own = await start(dataDir, said);
    const neighbour = Neighbour.spawn(dataDir);
    expect(await neighbour.says()).toBe(own.url);
    await ask(own.url, 'CREATE TABLE kept (n int)');
    for (const round of [1, 2]) {
      await ask(own.url, `INSERT INTO kept SELECT generate_series(1, 1000)`);
      // Computes for minutes without ever waiting: does not notice that its server died, and holds the shared memory.
      const busy = new Client({ connectionString: own.url });
      busy.on('error', () => undefined);
      await busy.connect();
      const computing = busy
        .query('SELECT count(*) FROM generate_series(1, 1000000000)')
        .catch(() => undefined);
      await sleep(100);

      const killed = await postmasterPid(dataDir);
      process.kill(killed, 'SIGKILL');
      await until('the server is back', () => answers(own.url));
      expect(await postmasterPid(dataDir)).not.toBe(killed);
      expect(await ask(own.url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 1000 * round }]);
      await computing;
      await busy.end().catch(() => undefined);
    }
    await until('the supervisor is in again', async () => said.at(-1)?.includes('back on port') ?? false);
    await neighbour.stop();
    expect(await answers(own.url)).toBe(true);
    await own.stop();
    expect(await answers(own.url)).toBe(false);
  },
);

test('a stop while the server is being restarted ends with no server', PATIENCE, async () => {
  const dataDir = await freshFolder();
  const database = await start(dataDir);
  process.kill(await postmasterPid(dataDir), 'SIGKILL');
  await database.stop();
  expect(await answers(database.url)).toBe(false);
  await sleep(500);
  expect(await answers(database.url)).toBe(false);
});

test('a kill in the middle of the first start leaves nothing that hinders the next', PATIENCE, async () => {
  const dataDir = await freshFolder();
  const neighbour = Neighbour.spawn(dataDir);
  const home = join(dataDir, 'postgres');
  const beginnings = async () =>
    (await readdir(home).catch((): string[] => [])).filter((name) => name.startsWith('initialising'));
  await until('initdb is at work', async () => {
    const [name = 'none'] = await beginnings();
    return (await readdir(join(home, name, 'cluster')).catch((): string[] => [])).includes('base');
  });
  await neighbour.die();
  await expect(access(join(dataDir, 'postgres/cluster'))).rejects.toThrow('ENOENT');

  const database = await start(dataDir);
  expect(await answers(database.url)).toBe(true);
  await database.stop();
  await (await start(dataDir)).stop();
  expect(await beginnings()).toEqual([]);
});

test(
  'a left-over postmaster.pid that names another program, and a port taken by another, do not stand in the way',
  PATIENCE,
  async () => {
    const dataDir = await freshFolder();
    const before = await start(dataDir);
    await before.stop();

    // The stranger runs as the server's own user: for PostgreSQL itself that is "another server runs here".
    const stranger = spawn('sleep', ['600'], { ...(await serverUserFor(join(dataDir, 'postgres/cluster'))) });
    undo.push(() => void stranger.kill());
    await writeFile(
      join(dataDir, 'postgres/cluster/postmaster.pid'),
      `${stranger.pid}\n${dataDir}/postgres/cluster\n1790000000\n${portOf(before.url)}\n\n127.0.0.1\n  1  1\nready   \n`,
      { mode: 0o644 },
    );
    const other = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => other.listen(portOf(before.url), '127.0.0.1', resolve));
    undo.push(() => void other.close());

    const after = await start(dataDir);
    expect(portOf(after.url)).not.toBe(portOf(before.url));
    expect(await answers(after.url)).toBe(true);
    expect(stranger.exitCode).toBe(null);
    await after.stop();
    // The new port is the one remembered.
    expect((await start(dataDir)).url).toBe(after.url);
  },
);

test(
  'under a folder closed to others: as root the database is kept elsewhere, as an ordinary user where it belongs',
  PATIENCE,
  async () => {
    const closed = await freshFolder();
    await chmod(closed, 0o700);
    const dataDir = join(closed, 'data');
    const said: string[] = [];
    const first = await start(dataDir, said);
    await ask(first.url, 'CREATE TABLE kept AS SELECT 1 AS n');
    const pointer = await readFile(join(dataDir, 'postgres-location.txt'), 'utf8').catch(() => '');
    const place = pointer.split('\n')[0] || join(dataDir, 'postgres');
    undo.splice(-1, 0, () => rm(place, { recursive: true, force: true }));
    expect(place).toMatch(asRoot ? /^\/var\/lib\/num-ecard\/[0-9a-f]{16}$/ : /\/data\/postgres$/);
    expect(said.join('\n')).toContain(asRoot ? place : '');
    expect(await readdir(dataDir)).toEqual([asRoot ? 'postgres-location.txt' : 'postgres']);
    await first.stop();

    // Opened later: the database stays where it is instead of beginning again empty.
    await chmod(closed, 0o755);
    const second = await start(dataDir);
    expect(await ask(second.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
    await second.stop();

    // Nor does it begin again empty when a part of it is lost.
    await rm(asRoot ? place : join(place, 'credentials.json'), { recursive: true });
    await expect(start(dataDir)).rejects.toMatchObject({ code: 'data_missing' });
  },
);

test(
  'binaries that the server user cannot reach are copied once, libraries and their links included',
  PATIENCE,
  async () => {
    const shelter = await freshFolder();
    const installed = await locateBinaries();
    const user = await serverUserFor(shelter + '/none');
    const closed = join(shelter, 'closed');
    await mkdir(closed, { mode: 0o700 });
    await cp(installed.root, join(closed, 'native'), { recursive: true, verbatimSymlinks: true });
    const hidden = {
      ...installed,
      root: join(closed, 'native'),
      postgres: join(closed, 'native/bin/postgres'),
    };
    const usable = await binariesFor(user, hidden, shelter);
    const copied = join(shelter, `postgresql-${installed.version}-${process.platform}-${process.arch}`);
    expect(usable.root).toBe(asRoot ? copied : hidden.root);
    const made = await stat(usable.root);
    expect(await binariesFor(user, hidden, shelter)).toEqual(usable);
    expect((await stat(usable.root)).ino).toBe(made.ino);
    // initdb needs the linked libraries, such as libpq.so.5.
    for (const program of [usable.postgres, usable.initdb]) {
      const code = await new Promise((resolve) =>
        spawn(program, ['--version'], { ...user, cwd: '/', stdio: 'ignore' }).once('exit', resolve),
      );
      expect(code).toBe(0);
    }
  },
);

test('the data of another major version is refused, with what to do, and untouched', PATIENCE, async () => {
  const dataDir = await freshFolder();
  const cluster = join(dataDir, 'postgres/cluster');
  await mkdir(cluster, { recursive: true });
  await writeFile(join(cluster, 'PG_VERSION'), '17\n');
  await expect(start(dataDir)).rejects.toMatchObject({
    code: 'other_major_version',
    message: expect.stringMatching(/PostgreSQL 17.*PostgreSQL 18.*Nothing was changed.*DATABASE_URL/s),
  });
  expect(await readdir(cluster)).toEqual(['PG_VERSION']);
  expect(await readdir(join(dataDir, 'postgres'))).toEqual(['cluster']);
});

test(
  'a machine without binaries and a folder that cannot be made are told in one clear sentence',
  PATIENCE,
  async () => {
    await expect(locateBinaries('sunos', 'sparc')).rejects.toMatchObject({
      code: 'unsupported_platform',
      message: expect.stringContaining('Set DATABASE_URL to a PostgreSQL 15 to 18'),
    });
    const file = join(await freshFolder(), 'a-file');
    await writeFile(file, '');
    await expect(start(join(file, 'data'))).rejects.toMatchObject({
      code: 'not_writable',
      message: expect.stringContaining('set DATA_DIR to another folder'),
    });
  },
);

test('what the server wrote before it ended is understood', () => {
  const explained = {
    'FATAL:  lock file "postmaster.pid" already exists': 'lock_held',
    'FATAL:  pre-existing shared memory block (key 61487, ID 3) is still in use': 'memory_in_use',
    'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use': 'port_taken',
    'PANIC:  could not write to file "pg_wal/xlogtemp.29": No space left on device': 'disk_full',
    'FATAL:  unrecognized configuration parameter "shared_bufers"': 'other',
  };
  for (const [output, reason] of Object.entries(explained)) expect(explainServerExit(output)).toBe(reason);
  expect(parsePostmasterFile('4711\n/data\n1790000000\n15432\n\n127.0.0.1\n  1 1\nready   \n')).toEqual({
    pid: 4711,
    port: 15432,
    status: 'ready',
  });
  expect(parsePostmasterFile('4711\n/data\n')).toBe(undefined);
  expect(parsePostmasterFile('')).toBe(undefined);
});

test('the server runs as postgres, else nobody, else any user but root', () => {
  const root = 'root:x:0:0:root:/root:/bin/sh\n';
  const daemon = 'daemon:x:1:1::/:/bin/false\n';
  const nobody = 'nobody:x:65534:65534::/:/bin/false\n';
  expect(chooseServerUser(`${root}${daemon}${nobody}postgres:x:101:104::/:/bin/sh`)).toEqual({
    uid: 101,
    gid: 104,
  });
  expect(chooseServerUser(`${root}${daemon}${nobody}`)).toEqual({ uid: 65534, gid: 65534 });
  expect(chooseServerUser(`${root}${daemon}`)).toEqual({ uid: 1, gid: 1 });
  expect(chooseServerUser(root)).toEqual({ uid: 65534, gid: 65534 });
});
