import { chown, copyFile, open, readFile, rename, rm, stat, truncate } from 'node:fs/promises';
import { explainFileError } from './embedded-database-error.js';
import type { ServerUser } from './server-user.js';

const LIMIT_BYTES = 5 * 1024 * 1024;

const sizeOf = (path: string) =>
  stat(path).then(
    (file) => file.size,
    () => 0,
  );

/**
 * The server's log file, at most twice 5 MB with the one before it (`.1`). The server writes to it straight, in append
 * mode, and not through us: it outlives us.
 */
export class ServerLog {
  constructor(
    readonly path: string,
    private readonly user: ServerUser | undefined,
  ) {}

  /** Opens it for a server about to start; the caller closes it. */
  async open() {
    try {
      if ((await sizeOf(this.path)) > LIMIT_BYTES) await rename(this.path, `${this.path}.1`);
      const file = await open(this.path, 'a', 0o600);
      if (this.user) await file.chown(this.user.uid, this.user.gid);
      return file;
    } catch (error) {
      throw explainFileError(error, this.path);
    }
  }

  /** Cuts it while the server runs: copied, then emptied in place, since the server keeps the file open. */
  async bound(): Promise<void> {
    if ((await sizeOf(this.path)) <= LIMIT_BYTES) return;
    // Away first: one made by root could not be overwritten by an ordinary user, though removed from a folder of theirs.
    await rm(`${this.path}.1`, { force: true });
    await copyFile(this.path, `${this.path}.1`);
    if (this.user) await chown(`${this.path}.1`, this.user.uid, this.user.gid);
    await truncate(this.path, 0);
  }

  /** What the server process `pid` wrote last; if nothing carries its number (a missing library, say), all that is last. */
  async lastLines(pid: number): Promise<string[]> {
    const text = await readFile(this.path, 'utf8').catch(() => '');
    const lines = text.slice(-20_000).trim().split('\n');
    const own = lines.filter((line) => line.includes(`[${pid}]`));
    return (own.length > 0 ? own : lines).slice(-10);
  }
}
