import { createHash } from 'node:crypto';
import { access, chmod, chown, mkdir, readFile, realpath, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedDatabaseError } from './embedded-database-error.js';
import { canWriteIn, runsAsRoot, serverUserFor, type ServerUser } from './server-user.js';

/** Where root keeps what the server's user must reach and a closed folder would hide. */
export const SHELTER = '/var/lib/num-ecard';

/** Stands in DATA_DIR when the database does not; its first line is the folder where the database is. */
const POINTER_FILE = 'postgres-location.txt';

/** Folder of the embedded database: `cluster/` (PostgreSQL's own), `credentials.json`, `port`, `postgres.log`. */
export interface Home {
  path: string;
  /** undefined: the server runs as the user we are. */
  user: ServerUser | undefined;
  /** True when the folder is not in DATA_DIR. */
  sheltered: boolean;
}

export const clusterOf = (home: string) => join(home, 'cluster');

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** The real path: two spellings of one folder must lead to one lock and one server. */
async function prepare(path: string, user: ServerUser | undefined): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  if (user) await chown(path, user.uid, user.gid);
  await chmod(path, 0o700);
  return realpath(path);
}

/**
 * Chooses the folder and makes it. As root it is DATA_DIR/postgres only if the server's user can really get there.
 * The choice is kept: a database never silently changes place, nor begins again empty, because some folder's mode changed.
 * @throws EmbeddedDatabaseError `data_missing`, `not_reachable`
 */
export async function placeHome(dataDir: string): Promise<Home> {
  await mkdir(dataDir, { recursive: true });
  const pointer = join(dataDir, POINTER_FILE);
  const pointed = (await readFile(pointer, 'utf8').catch(() => '')).split('\n')[0]?.trim();
  if (pointed) {
    const user = await serverUserFor(clusterOf(pointed));
    // As another ordinary user nothing can be seen in there; the error that follows then says so.
    if (runsAsRoot() && !(await exists(clusterOf(pointed)))) {
      throw new EmbeddedDatabaseError(
        'data_missing',
        `The database of ${dataDir} was in ${pointed} and is not there any more. ` +
          `Put it back, or delete ${pointer} to begin with an empty one.`,
      );
    }
    return { path: await prepare(pointed, user), user, sheltered: true };
  }

  const plain = join(dataDir, 'postgres');
  const existed = await exists(clusterOf(plain));
  const user = await serverUserFor(clusterOf(plain));
  const path = await prepare(plain, user);
  if (await canWriteIn(path, user)) return { path, user, sheltered: false };
  if (existed) {
    throw new EmbeddedDatabaseError(
      'not_reachable',
      `PostgreSQL runs as the operating-system user ${user?.uid}, who cannot enter ${path} any more. ` +
        'Let others pass through the folders above it (chmod o+x), or move DATA_DIR.',
    );
  }
  await rmdir(path).catch(() => undefined);

  const name = createHash('sha256')
    .update(await realpath(dataDir))
    .digest('hex')
    .slice(0, 16);
  await mkdir(SHELTER, { recursive: true });
  await chmod(SHELTER, 0o755);
  const elsewhere = join(SHELTER, name);
  const owner = await serverUserFor(clusterOf(elsewhere));
  return { path: await prepare(elsewhere, owner), user: owner, sheltered: true };
}

/** Once the database exists: written before, it would name a folder that a kill left empty. */
export async function leavePointer(dataDir: string, home: Home): Promise<void> {
  const pointer = join(dataDir, POINTER_FILE);
  if (!home.sheltered || (await exists(pointer))) return;
  await writeFile(
    pointer,
    `${home.path}\n\nThe database of this folder is kept there: PostgreSQL does not run as root, and the user it\n` +
      'runs as cannot enter this folder. Back up both. Delete this file only to begin with an empty database.\n',
  );
}
