import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const TICKS = 100;

/** `/proc/PID/stat` from its third field on; undefined where there is no such file or process. */
function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything.
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Seconds of processor time that a process and its ended children have used; undefined where that is not told. */
export function cpuSeconds(pid) {
  const fields = stat(pid);
  if (fields === undefined) return undefined;
  return [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0) / TICKS;
}

/** The same of a process and all its children that run now: PostgreSQL has one a connection. */
export function cpuSecondsOfFamily(pid) {
  const own = cpuSeconds(pid);
  if (own === undefined) return undefined;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean);
  return children.reduce((sum, child) => sum + (cpuSeconds(child) ?? 0), own);
}

/** Resident memory in MiB; undefined where that is not told. */
export function residentMegabytes(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    try {
      return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
    } catch {
      return undefined;
    }
  }
}
