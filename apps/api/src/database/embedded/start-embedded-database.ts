import { setTimeout as sleep } from 'node:timers/promises';
import { binariesFor, locateBinaries } from './binaries.js';
import { prepareCluster } from './cluster.js';
import { explainFileError } from './embedded-database-error.js';
import { clusterOf, leavePointer, placeHome, SHELTER } from './placement.js';
import { APPLICATION, type Presence } from './presence.js';
import { Server } from './server.js';
import { hasSocket, socketFolder } from './socket.js';
import { withStartLock } from './start-lock.js';

export interface EmbeddedDatabase {
  /** `postgres://user:password@127.0.0.1:PORT/num_ecard`; stays true for as long as this process lives. */
  url: string;
  /** The same by the server's Unix-domain socket, which costs less than TCP; absent where there is none. */
  socketUrl?: string;
  /**
   * Leaves the server and, if no other process uses it, stops it and waits until it is gone. Close the pools first: a
   * stop ends their sessions. Safe to call again; nothing is restarted afterwards.
   */
  stop(): Promise<void>;
}

interface EmbeddedDatabaseOptions {
  /** DATA_DIR, absolute. The database is in its folder `postgres`, or where `postgres-location.txt` says. */
  dataDir: string;
  log: (message: string) => void;
  /** Restart the server when it dies (default). False: only for a process about to end. */
  supervise?: boolean;
  /** PostgreSQL settings that override ours; they count for the process that starts the server. */
  settings?: Record<string, string>;
}

/**
 * A real, durable PostgreSQL from the installed packages, started or, if it runs already, joined: any number of processes
 * of this machine may share one `dataDir`. It survives the death of every one of them and is found again.
 * @throws EmbeddedDatabaseError with a stable `code`
 */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const { dataDir, log, supervise = true, settings = {} } = options;
  try {
    return await start(dataDir, log, supervise, settings);
  } catch (error) {
    throw explainFileError(error, dataDir);
  }
}

/** The server may be killed, or stopped by another process that gave up, between our coming in and the database's making. */
async function enterProvisioned(server: Server, signal: AbortSignal): Promise<Presence> {
  for (let attempt = 1; ; attempt++) {
    const presence = await server.join(signal);
    try {
      await presence.provision();
      return presence;
    } catch (error) {
      await server.leave(presence);
      if (attempt === 5) throw error;
    }
  }
}

async function start(
  dataDir: string,
  log: (message: string) => void,
  supervise: boolean,
  settings: Record<string, string>,
): Promise<EmbeddedDatabase> {
  const installed = await locateBinaries();
  const home = await placeHome(dataDir);
  const binaries = await binariesFor(home.user, installed, SHELTER);
  if (home.sheltered) {
    log(
      `Embedded database: kept in ${home.path}, since PostgreSQL, which cannot run as root, cannot enter ${dataDir}`,
    );
  }
  const credentials = await withStartLock(clusterOf(home.path), () => prepareCluster(home, binaries));
  await leavePointer(dataDir, home);

  const folder = socketFolder(home.path);
  const sockets = folder === undefined ? {} : { unix_socket_directories: folder };
  const server = new Server({ home, binaries, credentials, settings: { ...sockets, ...settings }, log });
  const stopping = new AbortController();
  const first = await enterProvisioned(server, stopping.signal);
  const { port } = first;
  let presence: Presence | undefined = first;

  const rejoin = async (): Promise<Presence | undefined> => {
    let last = '';
    while (!stopping.signal.aborted) {
      try {
        return await server.join(stopping.signal, port);
      } catch (error) {
        if (stopping.signal.aborted) return undefined;
        const message = error instanceof Error ? error.message : String(error);
        if (message !== last) log(`Embedded database: ${message}`);
        last = message;
        await sleep(1_000, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
    return undefined;
  };
  const watch = async () => {
    while (presence && !stopping.signal.aborted) {
      await presence.lost;
      presence = undefined;
      if (stopping.signal.aborted || !supervise) return;
      log('Embedded database: the server is gone; starting it again');
      presence = await rejoin();
      if (presence && !stopping.signal.aborted) log(`Embedded database: back on port ${port}`);
    }
  };
  const watching = watch();
  const bounding = setInterval(() => void server.log.bound().catch(() => undefined), 60_000).unref();

  const at = (host: string): string =>
    `postgres://${APPLICATION}:${credentials.application}@${host}:${port}/${APPLICATION}`;
  let stopped: Promise<void> | undefined;
  return {
    url: at('127.0.0.1'),
    ...(hasSocket(home.path, port) ? { socketUrl: at(encodeURIComponent(home.path)) } : {}),
    stop: () => {
      stopped ??= (async () => {
        clearInterval(bounding);
        stopping.abort();
        // Without a session a restart is under way: it ends first, else it would start what is stopped here.
        if (!presence) await watching;
        await server.leave(presence);
      })();
      return stopped;
    },
  };
}
