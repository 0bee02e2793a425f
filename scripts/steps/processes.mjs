import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './paths.mjs';

// Every child leads a process group of its own. Two reasons:
// - tools are shims round native processes (tsc, pnpm): only their group reaches the one that works;
// - Ctrl-C then reaches the API once, through us, and never its database server before it.
const running = new Set();
const posix = process.platform !== 'win32';

let stopSignal = null;
let lastInterrupt = 0;

function send(entry, signal) {
  try {
    if (posix && (entry.wholeGroup || signal === 'SIGKILL')) process.kill(-entry.child.pid, signal);
    else entry.child.kill(signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function onSignal(signal) {
  const now = performance.now();
  // Under npm, one Ctrl-C arrives twice: from the terminal and handed on by npm.
  if (stopSignal !== null && now - lastInterrupt < 1_000) return;
  const insisted = stopSignal !== null && signal === 'SIGINT';
  stopSignal ??= signal;
  lastInterrupt = now;
  if (running.size === 0) process.exit(exitCodeOf(signal));
  for (const entry of running) send(entry, insisted ? 'SIGKILL' : signal === 'SIGHUP' ? 'SIGTERM' : signal);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => onSignal(signal));

// npm hands a SIGTERM to the shell between it and us, and some shells die of it without handing it on: what shows then is
// that we have another parent. Only under npm: a command started by hand may well outlive the shell that started it.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && stopSignal === null) onSignal('SIGTERM');
  }, 250).unref();
}

const exitCodeOf = (signal) => 128 + (constants.signals[signal] ?? 0);

/** The signal that asked this command to stop, or null. */
export const stoppedBy = () => stopSignal;

/** The exit code of a command that a signal ended: 128 + its number, as a shell says it. */
export const stoppedExitCode = () => exitCodeOf(stopSignal);

function start(command, args, { cwd = root, env = process.env, stdio, wholeGroup, shell = false }) {
  const child = spawn(command, args, { cwd, env, stdio, shell, detached: posix, windowsHide: true });
  const entry = { child, wholeGroup };
  running.add(entry);
  const ended = new Promise((resolve, reject) => {
    child.on('error', (error) => {
      running.delete(entry);
      reject(error);
    });
    child.on('close', (code, signal) => {
      running.delete(entry);
      resolve(code ?? exitCodeOf(signal));
    });
  });
  return { child, entry, ended };
}

/**
 * Runs a program that serves or talks to the user, on our own standard streams. SIGINT, SIGTERM and SIGHUP (as SIGTERM) are
 * handed to it, and to it alone; a second Ctrl-C kills it and what it started.
 * @returns {Promise<number>} its exit code
 */
export function foreground(command, args, options = {}) {
  return start(command, args, { ...options, stdio: 'inherit', wholeGroup: false }).ended;
}

/**
 * Runs a tool to its end and keeps what it prints.
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean, onLine?: (line: string) => void }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function capture(command, args, { onLine, ...options } = {}) {
  const { child, ended } = start(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    wholeGroup: true,
  });
  let output = '';
  let line = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => {
      output += text;
      const lines = (line + text).split(/[\r\n]+/);
      line = lines.pop() ?? '';
      if (onLine) lines.filter(Boolean).forEach((each) => onLine(each));
    });
  }
  return { code: await ended, output };
}

/**
 * Starts a long-lived tool beside others, each of its lines handed on.
 * @returns {{ ended: Promise<number>, stop: () => void }} `stop` ends its whole group
 */
export function background(command, args, { onLine, ...options }) {
  const { child, entry, ended } = start(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    wholeGroup: true,
  });
  for (const stream of [child.stdout, child.stderr]) {
    let line = '';
    stream.setEncoding('utf8');
    stream.on('data', (text) => {
      const lines = (line + text).split('\n');
      line = lines.pop() ?? '';
      lines.forEach((each) => onLine(each));
    });
  }
  return { ended, stop: () => send(entry, 'SIGTERM') };
}
