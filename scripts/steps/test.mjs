import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at, root, tool } from './paths.mjs';
import { foreground } from './processes.mjs';

/**
 * Runs vitest, then says the outcome on standard output as one line alone: `N passed, N failed`.
 * No test, a file that does not load or a runner that breaks is a failure.
 * @param {string[]} args handed to vitest: paths, `-t name`, …
 * @param {string} [cwd]
 * @returns {Promise<number>} 0 only when every test passed and there was one
 */
export async function runTests(args, cwd = root) {
  const folder = mkdtempSync(join(tmpdir(), 'num-ecard-tests-'));
  const tallyFile = join(folder, 'tally.json');
  const reporters = ['--reporter=default', `--reporter=${at('scripts/steps/tally-reporter.mjs')}`];
  try {
    const code = await foreground(process.execPath, [tool.vitest, 'run', ...reporters, ...args], {
      cwd,
      env: { ...process.env, NUM_ECARD_TALLY: tallyFile },
    });
    const tally = existsSync(tallyFile)
      ? JSON.parse(readFileSync(tallyFile, 'utf8'))
      : { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
    const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
    process.stdout.write(`\n${tally.passed} passed, ${tally.failed} failed${skipped}\n`);
    if (code !== 0) return code;
    return tally.failed === 0 && tally.passed > 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
