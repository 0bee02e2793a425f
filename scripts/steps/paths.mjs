import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The repository's root, absolute. Everything runs from here: DATA_DIR's default is relative to it. */
export const root = resolve(import.meta.dirname, '../..');

/** A path under the root. */
export const at = (...parts) => join(root, ...parts);

/** The workspace's packages, relative to the root: `apps/api`, `libs/contracts`, … */
export function packages() {
  const below = (folder) =>
    readdirSync(at(folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${folder}/${entry.name}`);
  return [...below('apps'), ...below('libs'), 'bench']
    .filter((path) => existsSync(at(path, 'package.json')))
    .toSorted();
}

/** The JavaScript behind a tool's command, so that no shell and no PATH is needed to run it. */
export const tool = {
  knip: at('node_modules/knip/bin/knip.js'),
  oxfmt: at('node_modules/oxfmt/bin/oxfmt'),
  oxlint: at('node_modules/oxlint/bin/oxlint'),
  tsc: at('node_modules/typescript/bin/tsc'),
  vite: at('node_modules/vite/bin/vite.js'),
  vitest: at('node_modules/vitest/vitest.mjs'),
};
