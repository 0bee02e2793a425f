import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The operating-system user PostgreSQL runs as, when it cannot be the one we run as. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/**
 * `postgres`, else `nobody`, else the first user who is not root. initdb looks its user up, so one that stands in
 * the list is better than any number.
 * @param passwd the text of /etc/passwd
 */
export function chooseServerUser(passwd: string): ServerUser {
  const users = passwd.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && Number(uid) > 0 && Number(gid) > 0 ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
  const chosen = users.find((user) => user.name === 'postgres') ??
    users.find((user) => user.name === 'nobody') ??
    users[0] ?? { uid: 65534, gid: 65534 };
  return { uid: chosen.uid, gid: chosen.gid };
}

export function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/** As root: the owner of the existing cluster if there is one (so a change from user to root is no harm), else chosen. */
export async function serverUserFor(clusterDirectory: string): Promise<ServerUser | undefined> {
  if (!runsAsRoot()) return undefined;
  const owner = await stat(clusterDirectory).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return chooseServerUser(await readFile('/etc/passwd', 'utf8').catch(() => ''));
}

/** Tries really, as that user: modes alone miss access lists, mount options and the folders above. */
async function succeedsAs(user: ServerUser, script: string, ...args: string[]): Promise<boolean> {
  try {
    await run('/bin/sh', ['-c', script, 'sh', ...args], { ...user, cwd: '/' });
    return true;
  } catch (error) {
    // No shell to try with: go on, and let PostgreSQL itself complain.
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}

export function canWriteIn(folder: string, user: ServerUser | undefined): Promise<boolean> {
  return user ? succeedsAs(user, 'cd "$1" && test -w .', folder) : Promise.resolve(true);
}

export function canRun(program: string, needed: string, user: ServerUser | undefined): Promise<boolean> {
  return user ? succeedsAs(user, 'test -x "$1" && test -r "$2"', program, needed) : Promise.resolve(true);
}
