import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { readFile, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.js';
import { type Credentials, writeWhole } from './cluster.js';
import { EmbeddedDatabaseError } from './embedded-database-error.js';
import { freePort } from './free-port.js';
import { clusterOf, type Home } from './placement.js';
import { endOrphans, findPostmaster, removeMisleadingFile } from './postmaster.js';
import { enter, type Presence } from './presence.js';
import { explainServerExit } from './server-exit.js';
import { ServerLog } from './server-log.js';
import { SERVER_ENVIRONMENT, serverArguments } from './server-settings.js';
import { withStartLock } from './start-lock.js';

const run = promisify(execFile);

interface ServerOptions {
  home: Home;
  binaries: Binaries;
  credentials: Credentials;
  settings: Readonly<Record<string, string>>;
  log: (message: string) => void;
}

interface Launched {
  child: ChildProcess;
  port: number;
}

/** The one PostgreSQL server of a home, whichever process started it. */
export class Server {
  readonly log: ServerLog;
  private readonly cluster: string;
  private launched: Launched | undefined;
  private failures = 0;
  private memoryInUseSince: number | undefined;

  constructor(private readonly options: ServerOptions) {
    this.cluster = clusterOf(options.home.path);
    this.log = new ServerLog(join(options.home.path, 'postgres.log'), options.home.user);
  }

  /**
   * Goes into the running server, or starts it and goes in.
   * @param fixedPort the only port that will do (pools hold its URL); absent: the one used last, else a free one
   * @throws EmbeddedDatabaseError, or the signal's reason once aborted
   */
  async join(signal: AbortSignal, fixedPort?: number): Promise<Presence> {
    this.failures = 0;
    let told = Date.now();
    for (;;) {
      signal.throwIfAborted();
      const live = await findPostmaster(this.cluster);
      if (live) {
        if (fixedPort !== undefined && live.port !== fixedPort) {
          throw new EmbeddedDatabaseError(
            'start_failed',
            `The embedded database now listens on port ${live.port}, not ${fixedPort}: start this process again.`,
          );
        }
        const presence = live.status ? await enter(live.port, this.options.credentials) : undefined;
        if (presence) {
          this.launched = undefined;
          this.memoryInUseSince = undefined;
          if (fixedPort === undefined) await this.rememberPort(live.port);
          return presence;
        }
      } else {
        await this.explainEnd(fixedPort);
        await withStartLock(this.cluster, async () => {
          if (!signal.aborted && !(await findPostmaster(this.cluster))) await this.launch(fixedPort);
        });
      }
      await sleep(25);
      if (Date.now() - told > 10_000) {
        told = Date.now();
        this.options.log(`Embedded database: still waiting for PostgreSQL (its log: ${this.log.path})`);
      }
    }
  }

  /** Goes into the server if it runs, or is about to; never starts it. */
  private async joinRunning(): Promise<Presence | undefined> {
    const until = Date.now() + 30_000;
    for (;;) {
      const live = await findPostmaster(this.cluster);
      if (!live || Date.now() > until) return undefined;
      const presence = live.status ? await enter(live.port, this.options.credentials) : undefined;
      if (presence) return presence;
      await sleep(25);
    }
  }

  /**
   * Leaves; the last one out stops the server and waits until it is gone.
   * @param presence undefined: the session was lost, and whether anybody else is in there has to be asked anew
   */
  async leave(presence: Presence | undefined): Promise<void> {
    let state = (await presence?.leave()) ?? 'broken';
    if (state === 'broken') state = (await (await this.joinRunning())?.leave()) ?? 'broken';
    if (state !== 'last') return;
    await this.signal('SIGINT', 'fast');
    const patience = Date.now() + 60_000;
    let pressed = false;
    while (await findPostmaster(this.cluster)) {
      if (!pressed && Date.now() > patience) {
        pressed = true;
        this.options.log('Embedded database: no end after 60 s; stopping at once, the next start recovers');
        await this.signal('SIGQUIT', 'immediate');
      }
      await sleep(20);
    }
  }

  private async signal(signal: 'SIGINT' | 'SIGQUIT', mode: 'fast' | 'immediate'): Promise<void> {
    const live = await findPostmaster(this.cluster);
    if (!live) return;
    if (process.platform === 'win32') {
      await run(this.options.binaries.pgCtl, ['stop', '-D', this.cluster, '-m', mode, '-W']);
      return;
    }
    try {
      process.kill(live.pid, signal);
    } catch {
      // Gone meanwhile: what was wanted.
    }
  }

  /** Starts a server process and waits until its port is open or it has ended. Under the start lock. */
  private async launch(fixedPort: number | undefined): Promise<void> {
    const { home, binaries, settings } = this.options;
    await removeMisleadingFile(this.cluster);
    const port = fixedPort ?? (await freePort(await this.lastPort()));
    const output = await this.log.open();
    let child: ChildProcess;
    try {
      // A session of its own: Ctrl-C in the terminal reaches the whole group of the API and must not stop the database
      // under it. No pipe to us either: it would break, and the server with it, when we die.
      child = spawn(binaries.postgres, serverArguments(this.cluster, port, settings), {
        ...home.user,
        cwd: '/',
        env: SERVER_ENVIRONMENT,
        detached: true,
        windowsHide: true,
        stdio: ['ignore', output.fd, output.fd],
      });
      await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    } catch (error) {
      throw new EmbeddedDatabaseError(
        'start_failed',
        `${binaries.postgres} cannot be run here (${String(error)}). On a system without glibc, such as Alpine, ` +
          'set DATABASE_URL to a PostgreSQL 15 to 18.',
        { cause: error },
      );
    } finally {
      await output.close();
    }
    child.unref();
    this.launched = { child, port };
    while (child.exitCode === null && child.signalCode === null) {
      const live = await findPostmaster(this.cluster);
      if (live?.pid === child.pid && live?.status) return;
      await sleep(10);
    }
  }

  /** When the server we launched has ended before we could go in: returns if another try makes sense. */
  private async explainEnd(fixedPort: number | undefined): Promise<void> {
    const { launched } = this;
    this.launched = undefined;
    if (!launched) return;
    const { child, port } = launched;
    const lines = await this.log.lastLines(child.pid ?? 0);
    const reason = explainServerExit(lines.join('\n'));
    if (reason === 'memory_in_use') return this.waitForMemory();
    if (reason === 'port_taken' && fixedPort !== undefined) {
      if (this.failures++ === 0) {
        this.options.log(`Embedded database: port ${port} is taken by another program; waiting for it`);
      }
      await sleep(250);
      return;
    }
    // On a disk that is quite full the server could not even write why.
    if (reason === 'disk_full' || (reason === 'other' && (await this.freeBytes()) < 1_000_000)) {
      throw new EmbeddedDatabaseError(
        'disk_full',
        `Embedded database in ${this.options.home.path}: the disk is full; free some space.`,
      );
    }
    this.failures += 1;
    // Another process's server held the lock, the port went between our look and its start, the last of the others
    // stopped it before we were in, or somebody killed it.
    const passing = reason !== 'other' || child.exitCode === 0 || child.signalCode !== null;
    if (passing && this.failures < 20) {
      await sleep(50);
      return;
    }
    throw new EmbeddedDatabaseError(
      'start_failed',
      `PostgreSQL does not start. Its log (${this.log.path}) ends:\n${lines.join('\n')}`,
    );
  }

  /** A killed server's sessions hold its memory until they notice: mostly at once, else they are helped. */
  private async waitForMemory(): Promise<void> {
    this.memoryInUseSince ??= Date.now();
    const waited = Date.now() - this.memoryInUseSince;
    if (waited > 3_000) await endOrphans(this.cluster, 'SIGKILL');
    else if (waited > 300) await endOrphans(this.cluster, 'SIGQUIT');
    if (waited > 30_000) {
      throw new EmbeddedDatabaseError(
        'start_failed',
        `Processes of an earlier PostgreSQL still use ${this.cluster} and cannot be ended. Log: ${this.log.path}`,
      );
    }
    await sleep(100);
  }

  private async freeBytes(): Promise<number> {
    const { bavail, bsize } = await statfs(this.options.home.path);
    return bavail * bsize;
  }

  private get portFile(): string {
    return join(this.options.home.path, 'port');
  }

  private async lastPort(): Promise<number | undefined> {
    const port = Number(await readFile(this.portFile, 'utf8').catch(() => ''));
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
  }

  private async rememberPort(port: number): Promise<void> {
    if ((await this.lastPort()) === port) return;
    await writeWhole(this.portFile, `${port}\n`, this.options.home.user);
  }
}
