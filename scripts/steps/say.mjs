import { stoppedBy } from './processes.mjs';

// One calm line a step, on standard error: standard output belongs to what the command itself answers.

const out = process.stderr;
const terminal = out.isTTY ?? false;
const coloured = terminal && !process.env.NO_COLOR;

const paint = (code, text) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);

/** A duration in milliseconds, as a person reads it: `0.4 s`, `1 min 05 s`. */
export function duration(ms) {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** A finished fact, on a line of its own. */
export function done(text) {
  out.write(`${paint(32, '✓')} ${text}\n`);
}

/** Something that went wrong, then what to do about it. */
export function failed(text, advice) {
  out.write(`${paint(31, '✗')} ${text}\n`);
  if (advice) out.write(`  ${advice.replaceAll('\n', '\n  ')}\n`);
}

/** Text as it is: the output of a tool that failed. */
export function raw(text) {
  out.write(text.endsWith('\n') ? text : `${text}\n`);
}

/**
 * Says what is being done while it lasts, and how long it took.
 * `work` receives `progress(text)`: on a terminal it replaces the line, elsewhere it adds one every five seconds.
 * @template T
 * @param {string} title e.g. "Building the API"
 * @param {(progress: (text: string) => void) => Promise<T>} work
 * @returns {Promise<T>} what `work` resolves with; its error passes through
 */
export async function step(title, work) {
  const started = performance.now();
  let lastLine = started;
  const draw = (text) => {
    // One column is left for the mark and one for the cursor: a line that wraps could not be replaced.
    if (terminal) out.write(`\r\u001b[2K${paint(36, '…')} ${text.slice(0, (out.columns || 80) - 3)}`);
    else out.write(`… ${text}\n`);
  };
  const progress = (text) => {
    const now = performance.now();
    if (!terminal && now - lastLine < 5_000) return;
    lastLine = now;
    draw(`${title}: ${text}`);
  };
  const clear = () => {
    if (terminal) out.write('\r\u001b[2K');
  };
  draw(title);
  try {
    const result = await work(progress);
    clear();
    if (stoppedBy() === null) done(`${title} (${duration(performance.now() - started)})`);
    return result;
  } catch (error) {
    clear();
    throw error;
  }
}
