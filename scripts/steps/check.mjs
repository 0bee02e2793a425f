import { StepFailure } from './failure.mjs';
import { packages, tool } from './paths.mjs';
import { capture, stoppedBy } from './processes.mjs';
import { done, duration, failed, raw, step } from './say.mjs';
import { runTests } from './test.mjs';

const noNestedConfig = '--disable-nested-config';

function typeChecks() {
  return [...packages(), 'apps/api/browser']
    .filter((path) => path !== 'bench')
    .map((path) => ({ title: `Types of ${path}`, args: [tool.tsc, '--noEmit', '-p', path], fix: '' }));
}

const staticChecks = () => [
  { title: 'Format', args: [tool.oxfmt, '--check', '.'], fix: 'To put it right: npx oxfmt' },
  {
    title: 'Lint',
    args: [
      tool.oxlint,
      '--type-aware',
      noNestedConfig,
      '--deny-warnings',
      '--report-unused-disable-directives',
    ],
    fix: 'The boundaries are the table of ARCHITECTURE.md, in .oxlintrc.json.',
  },
  ...typeChecks(),
  {
    title: 'Dead code',
    args: [tool.knip],
    fix: 'Delete what nothing uses, or name the entry that does in knip.json.',
  },
];

async function runCheck({ title, args, fix }) {
  try {
    await step(title, async () => {
      const { code, output } = await capture(process.execPath, args);
      if (code !== 0 && stoppedBy() === null)
        throw new StepFailure(`${title}: see above.`, { output, advice: fix });
    });
    return true;
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    raw(error.output);
    failed(error.message, error.advice);
    return false;
  }
}

/**
 * Format, lint, types, dead code, then the tests: all of them, also after one has failed, so that one run says everything.
 * `--without-tests` leaves the tests out.
 * @returns {Promise<number>} the exit code
 */
export async function check(args) {
  const started = performance.now();
  const broken = [];
  for (const each of staticChecks()) {
    if (!(await runCheck(each))) broken.push(each.title);
    if (stoppedBy() !== null) return 1;
  }
  const testsFailed = !args.includes('--without-tests') && (await runTests([])) !== 0;
  if (testsFailed) broken.push('Tests');
  if (broken.length > 0)
    failed(`Not passed: ${broken.join(', ')} (${duration(performance.now() - started)})`);
  else done(`All checks passed (${duration(performance.now() - started)})`);
  return broken.length > 0 ? 1 : 0;
}
