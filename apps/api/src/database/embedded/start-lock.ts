import { createHash } from 'node:crypto';
import { unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Where to listen to hold the lock. The operating system lets go of it when the process dies, however it dies: a lock
 * file with a process number in it cannot promise that. Only where there is neither an abstract socket nor a
 * named pipe (macOS) can a socket file be left behind.
 */
function lockAddress(subject: string): { path: string; leavesFile: boolean } {
  const name = `num-ecard-${createHash('sha256').update(subject).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return { path: `\0${name}`, leavesFile: false };
  if (process.platform === 'win32') return { path: `\\\\.\\pipe\\${name}`, leavesFile: false };
  return { path: join(tmpdir(), `${name}.sock`), leavesFile: true };
}

function listen(path: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    // "exclusive": workers of node:cluster would otherwise all share the one listener.
    server.listen({ path, exclusive: true }, () => resolve(server.unref()));
  });
}

function isAbandoned(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED'));
  });
}

/**
 * Runs `work` while no other process of this machine runs it for the same subject.
 * @param patience milliseconds after which `work` runs all the same: it must not depend on the lock for the safety of
 *   data (PostgreSQL has an interlock of its own), and a stranger who sits on the name must not keep us out for ever
 */
export async function withStartLock<T>(
  subject: string,
  work: () => Promise<T>,
  patience = 60_000,
): Promise<T> {
  const { path, leavesFile } = lockAddress(subject);
  const until = Date.now() + patience;
  let server: Server | undefined;
  while (!(server = await listen(path)) && Date.now() < until) {
    if (leavesFile && (await isAbandoned(path))) await unlink(path).catch(() => undefined);
    await sleep(20 + Math.random() * 40);
  }
  try {
    return await work();
  } finally {
    const held = server;
    if (held) await new Promise((resolve) => held.close(resolve));
  }
}
