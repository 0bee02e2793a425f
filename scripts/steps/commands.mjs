import { build } from './build.mjs';
import { check } from './check.mjs';
import { dev } from './dev.mjs';
import { StepFailure } from './failure.mjs';
import { install } from './install.mjs';
import { stoppedBy, stoppedExitCode } from './processes.mjs';
import { done, duration, failed, raw } from './say.mjs';
import { admin, bench, serve } from './serve.mjs';
import { runTests } from './test.mjs';

const commands = {
  demo: {
    says: 'start with demo data, and print addresses and sign-ins',
    run: (args) => serve(['--demo', ...args]),
  },
  start: { says: 'start', run: serve },
  dev: { says: 'start, recompiling and reloading as files are saved', run: dev },
  test: { says: 'run every test (npm test -- PATH for some)', run: (args) => runTests(args) },
  check: { says: 'format, lint, types, dead code and tests (--without-tests leaves these out)', run: check },
  bench: { says: 'run a benchmark or fault test (without a name: list them)', run: bench },
  admin: { says: "run an operator's command", run: admin },
  build: { says: 'install and build, then stop', run: async () => 0 },
};

function usage() {
  const lines = Object.entries(commands).map(([name, { says }]) => `  ${name.padEnd(7)} ${says}`);
  return ['Usage: node scripts/num-ecard.mjs COMMAND', '', ...lines].join('\n');
}

async function prepare() {
  const started = performance.now();
  const changed = await install();
  if (stoppedBy() !== null) return;
  const built = await build();
  if (!changed && built === 0 && stoppedBy() === null)
    done(`Packages and builds are up to date (${duration(performance.now() - started)})`);
}

/**
 * Installs and builds what is needed, then runs one command.
 * @param {string[]} argv the command's name, then its arguments
 * @returns {Promise<number>} the exit code of the whole
 */
export async function runCommand([name, ...args]) {
  const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined;
  if (command === undefined) {
    raw(usage());
    return 2;
  }
  try {
    await prepare();
    if (stoppedBy() !== null) return stoppedExitCode();
    return await command.run(args);
  } catch (error) {
    if (stoppedBy() !== null) return stoppedExitCode();
    if (!(error instanceof StepFailure)) throw error;
    if (error.output) raw(error.output);
    failed(error.message, error.advice);
    return error.exitCode;
  }
}
