import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './paths.mjs';

const passedOver = new Set(['node_modules', 'dist', '.git']);

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) {
    yield path;
    return;
  }
  for (const entry of readdirSync(path, { withFileTypes: true }).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (!passedOver.has(entry.name)) yield* filesUnder(join(path, entry.name));
  }
}

/**
 * One hash over names and contents: the same inputs give the same hash on every checkout.
 * @param {string[]} paths absolute files or folders; absent ones count as absent
 * @param {(file: string) => boolean} [counts] leaves files out
 */
export function fingerprint(paths, counts = () => true) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesUnder(path)) {
      if (!counts(file)) continue;
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/** The text of a stamp file, or null when there is none. */
export function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Written after the work it stands for, never before: an interrupted step is done again. */
export function writeStamp(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
