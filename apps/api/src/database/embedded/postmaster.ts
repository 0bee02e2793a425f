import { execFile } from 'node:child_process';
import { readFile, readdir, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A running server, as its postmaster.pid tells. `status` is empty until its port is open. */
interface Postmaster {
  pid: number;
  port: number;
  status: string;
}

/** Reads the text of a postmaster.pid (one value a line: pid, folder, start, port, socket, address, memory, status). */
export function parsePostmasterFile(text: string): Postmaster | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 1 || !Number.isInteger(port) || port <= 0) return undefined;
  return { pid, port, status: lines[7] ?? '' };
}

async function readPostmasterFile(directory: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(directory, 'postmaster.pid'), 'utf8').catch(() => '');
  return parsePostmasterFile(text);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Command line of a process, its words; empty for a zombie or for none. */
async function commandLine(pid: number): Promise<string[]> {
  if (process.platform === 'linux') {
    const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return text.split('\0').filter(Boolean);
  }
  const { stdout } = await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  return stdout.trim() ? [stdout.trim()] : [];
}

/** A number in a file proves nothing: after a crash or a reboot it may be another program's. */
async function serves(pid: number, directory: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'win32') return true;
  const words = await commandLine(pid);
  if (!words[0]?.includes('postgres')) return false;
  if (words.some((word) => word.includes(directory))) return true;
  return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === directory;
}

/** The server that runs on this data folder now, if any. */
export async function findPostmaster(directory: string): Promise<Postmaster | undefined> {
  const postmaster = await readPostmasterFile(directory);
  return postmaster && (await serves(postmaster.pid, directory)) ? postmaster : undefined;
}

/**
 * PostgreSQL refuses to start while the process named in a left-over postmaster.pid lives, whatever program it is:
 * takes such a file away. A file whose process is dead stays, because it also names the shared memory to check.
 * To be called under the start lock.
 */
export async function removeMisleadingFile(directory: string): Promise<void> {
  const postmaster = await readPostmasterFile(directory);
  if (postmaster && isAlive(postmaster.pid) && !(await serves(postmaster.pid, directory))) {
    await rm(join(directory, 'postmaster.pid'), { force: true });
  }
}

/**
 * Ends what a killed server left running on this data folder. Its sessions end by themselves when they next wait; one in
 * a long computation would hold the shared memory until it is through. Nothing committed is lost: recovery follows.
 */
export async function endOrphans(directory: string, signal: 'SIGQUIT' | 'SIGKILL'): Promise<void> {
  const numbers = (await readdir('/proc').catch(() => [])).map(Number).filter((pid) => pid > 1);
  for (const pid of numbers) {
    if ((await readlink(`/proc/${pid}/cwd`).catch(() => '')) !== directory) continue;
    if (!(await commandLine(pid))[0]?.startsWith('postgres:')) continue;
    try {
      process.kill(pid, signal);
    } catch {
      // Gone meanwhile: what was wanted.
    }
  }
}
