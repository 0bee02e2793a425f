import { spawn } from 'node:child_process';
import { chmod, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { NODE_ARGUMENTS } from '../../scripts/steps/node-arguments.mjs';

const MAIN = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));
const READY_WITHIN_MS = 60_000;

/** What the operating system needs to run a program; none of our own settings, which would lead elsewhere. */
const SYSTEM_VARIABLES = ['PATH', 'HOME', 'TMPDIR', 'SYSTEMROOT', 'TEMP', 'TMP'];

export const ADMIN_TOKEN = 'operator-token-of-the-bench';

/** A free port of 127.0.0.1. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * The real API as a process of its own, on a free port and a temporary data folder with its own embedded
 * PostgreSQL. It can be killed and started again on the same data. `dispose` leaves nothing behind.
 */
export class ApiProcess {
  child;
  /** Set while a death is our own doing: any other death is a fault. */
  expectedToEnd = false;
  /** What the process did that it should not have. */
  faults = [];

  /**
   * @param {{settings?: Record<string, string>, nodeArguments?: string[]}} options settings: environment variables
   *   of the API beside its port, folder and token
   */
  static async create({ settings = {}, nodeArguments = [] } = {}) {
    const api = new ApiProcess();
    created.push(api);
    api.settings = settings;
    api.nodeArguments = nodeArguments;
    api.folder = await mkdtemp(join(tmpdir(), 'num-ecard-bench-'));
    // PostgreSQL does not run as root, and the user it then runs as must get through to its folder.
    await chmod(api.folder, 0o755);
    api.port = await freePort();
    api.url = `http://127.0.0.1:${api.port}`;
    return api;
  }

  get dataDir() {
    return join(this.folder, 'data');
  }

  get logFile() {
    return join(this.folder, 'api.log');
  }

  get pid() {
    return this.child?.pid;
  }

  /** Starts the process without waiting for it. */
  async launch() {
    const log = await open(this.logFile, 'a');
    const system = Object.fromEntries(
      SYSTEM_VARIABLES.flatMap((name) =>
        process.env[name] === undefined ? [] : [[name, process.env[name]]],
      ),
    );
    const child = spawn(process.execPath, [...NODE_ARGUMENTS, ...this.nodeArguments, MAIN], {
      cwd: this.folder,
      env: {
        ...system,
        NODE_ENV: 'production',
        LOG_LEVEL: 'warn',
        ...this.settings,
        DATA_DIR: this.dataDir,
        HOST: '127.0.0.1',
        PORT: String(this.port),
        ADMIN_TOKEN,
      },
      stdio: ['ignore', log.fd, log.fd],
    });
    await log.close();
    this.child = child;
    this.expectedToEnd = false;
    child.once('exit', (code, signal) => {
      if (!this.expectedToEnd) this.faults.push(`the API ended by itself (${signal ?? `exit code ${code}`})`);
    });
  }

  /** Starts the process and waits until it can serve. */
  async start() {
    await this.launch();
    await this.ready();
  }

  /** Waits until the API answers that it can serve. */
  async ready() {
    const until = Date.now() + READY_WITHIN_MS;
    for (;;) {
      const response = await fetch(`${this.url}/health/ready`).catch(() => undefined);
      await response?.arrayBuffer();
      if (response?.ok) return;
      if (this.child.exitCode !== null || this.child.signalCode !== null || Date.now() > until) {
        throw new Error(`the API does not start; its last lines:\n${await this.lastLines()}`);
      }
      await sleep(50);
    }
  }

  /** Ends the process at once, with no chance to put anything in order. */
  async kill() {
    this.expectedToEnd = true;
    await this.end('SIGKILL', 10_000);
  }

  /** Ends the process in order; with it, its embedded database. */
  async stop() {
    if (this.child === undefined || this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.expectedToEnd = true;
    await this.end('SIGTERM', 30_000);
    if (this.child.exitCode !== 0) {
      this.faults.push(
        `the API did not stop in order (${this.child.signalCode ?? `exit code ${this.child.exitCode}`})`,
      );
    }
  }

  async end(signal, withinMs) {
    const { child } = this;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    const patience = new AbortController();
    const late = sleep(withinMs, 'late', { signal: patience.signal }).catch(() => undefined);
    if ((await Promise.race([ended, late])) === 'late') {
      child.kill('SIGKILL');
      await ended;
    }
    patience.abort();
  }

  /** The embedded database's folder: in the data folder, or where a note there says. */
  async databaseFolder() {
    const note = await readFile(join(this.dataDir, 'postgres-location.txt'), 'utf8').catch(() => '');
    return note.split('\n')[0]?.trim() || join(this.dataDir, 'postgres');
  }

  /** Process id of the running database server; undefined when it does not run. */
  async databasePid() {
    const cluster = join(await this.databaseFolder(), 'cluster');
    const file = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
    const pid = Number(file.split('\n')[0]);
    if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return undefined;
    // A number left in a file may be another program's by now.
    if (process.platform === 'linux') {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      if (!command.includes(cluster)) return undefined;
    }
    return pid;
  }

  /** Ends the database server at once. */
  async killDatabase() {
    const pid = await this.databasePid();
    if (pid === undefined) throw new Error('there is no database server to kill');
    process.kill(pid, 'SIGKILL');
  }

  /** A connection to the database past the API. To be closed by the caller. */
  async connect() {
    const folder = await this.databaseFolder();
    const credentials = JSON.parse(await readFile(join(folder, 'credentials.json'), 'utf8'));
    const port = Number(await readFile(join(folder, 'port'), 'utf8'));
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: 'num_ecard',
      database: 'num_ecard',
      password: credentials.application,
      application_name: 'num-ecard bench',
    });
    // Stopped by Ctrl-C the database breaks it: the next statement on it fails, which is enough.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** The end of what the API said. */
  async lastLines(count = 20) {
    const text = await readFile(this.logFile, 'utf8').catch(() => '');
    return text.trimEnd().split('\n').slice(-count).join('\n');
  }

  /** Stops what runs and removes every file, whatever state a failure left. */
  async dispose() {
    await this.stop();
    const database = await this.databasePid();
    if (database !== undefined) {
      // SIGINT: PostgreSQL's fast stop.
      process.kill(database, 'SIGINT');
      for (const until = Date.now() + 20_000; isAlive(database);) {
        if (Date.now() > until) process.kill(database, 'SIGQUIT');
        await sleep(50);
      }
    }
    const elsewhere = await this.databaseFolder();
    for (const folder of [elsewhere, this.folder]) {
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
  }
}

/** Of this process, the first first. */
const created = [];

/**
 * Runs a command with an API of its own that is disposed of at the end, by Ctrl-C too, which ends whatever others the command has started.
 * @param {object} options of {@link ApiProcess.create}
 * @param {(api: ApiProcess) => Promise<number>} command resolves with the exit code
 */
export async function withApi(options, command) {
  const api = await ApiProcess.create(options);
  let disposed;
  const dispose = () => (disposed ??= api.dispose());
  // The first keeps the database that the others use.
  const disposeOfAll = async () => {
    await Promise.allSettled(created.filter((other) => other !== api).map((other) => other.dispose()));
    await dispose();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void disposeOfAll().finally(() => process.exit(130)));
  }
  try {
    process.exitCode = await command(api);
  } finally {
    await dispose();
  }
}
