import { existsSync, readdirSync } from 'node:fs';
import { StepFailure } from './failure.mjs';
import { at } from './paths.mjs';
import { NODE_ARGUMENTS } from './node-arguments.mjs';
import { foreground } from './processes.mjs';

const node = (args) => foreground(process.execPath, [...NODE_ARGUMENTS, ...args]);

/** Runs the API in the foreground, with the environment and from the repository's root. Resolves with its exit code. */
export function serve(args) {
  return node([at('apps/api/dist/main.js'), ...args]);
}

/** Runs an operator's command. Resolves with its exit code. */
export function admin(args) {
  return node([at('apps/api/dist/admin.js'), ...args]);
}

function benchmarks() {
  return readdirSync(at('bench'))
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => file.slice(0, -'.mjs'.length))
    .toSorted();
}

/** Runs `bench/NAME.mjs`; without a name, lists them on standard output. Resolves with the exit code. */
export async function bench([name, ...args]) {
  const list = benchmarks();
  if (name === undefined) {
    process.stdout.write(
      ['Benchmarks and fault tests: npm run bench -- NAME', '', ...list.map((each) => `  ${each}`), ''].join(
        '\n',
      ),
    );
    return 0;
  }
  const file = at('bench', `${name}.mjs`);
  if (!list.includes(name) || !existsSync(file)) {
    throw new StepFailure(`There is no benchmark named ${name}.`, {
      advice: `There are: ${list.join(', ') || 'none yet'}.`,
    });
  }
  return node([file, ...args]);
}
