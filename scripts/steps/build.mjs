import { existsSync } from 'node:fs';
import { StepFailure } from './failure.mjs';
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs';
import { at, tool } from './paths.mjs';
import { capture, stoppedBy } from './processes.mjs';
import { step } from './say.mjs';

const isTest = (file) => /\.test\.tsx?$/.test(file);

// In this order: each reads what those before it wrote. `reads` are the folders of other packages it is built from.
const targets = [
  { folder: 'libs/contracts', name: 'contracts', by: 'tsc', reads: [], writes: 'dist/.tsbuildinfo' },
  { folder: 'libs/tracker', name: 'tracker', by: 'vite', reads: [], writes: 'dist/t.js' },
  { folder: 'apps/api', name: 'API', by: 'tsc', reads: ['libs/contracts/src'], writes: 'dist/main.js' },
  {
    folder: 'apps/api/browser',
    name: 'referral form',
    by: 'vite',
    reads: ['libs/contracts/src', 'apps/api/src/referral/page'],
    writes: 'dist/recommend-form.js',
  },
  {
    folder: 'apps/dashboard',
    name: 'dashboard',
    by: 'vite',
    reads: ['libs/contracts/src'],
    writes: 'dist/index.html',
  },
];

const stampOf = (target) => at('.cache/build', target.folder.replaceAll('/', '-'));

function inputsOf(target) {
  const inputs = [
    at('pnpm-lock.yaml'),
    at('tsconfig.base.json'),
    at(target.folder),
    ...target.reads.map((folder) => at(folder)),
  ];
  return fingerprint(inputs, (file) => !isTest(file) && !file.startsWith(at(target.folder, 'test')));
}

function commandOf(target) {
  if (target.by === 'tsc')
    return { args: [tool.tsc, '-b', `${target.folder}/tsconfig.build.json`], cwd: at() };
  return { args: [tool.vite, 'build', '--logLevel', 'warn'], cwd: at(target.folder) };
}

async function buildOne(target, inputs) {
  const { args, cwd } = commandOf(target);
  await step(`Building the ${target.name}`, async () => {
    // A production build whatever NODE_ENV the command was given for the server it starts.
    const { code, output } = await capture(process.execPath, args, {
      cwd,
      env: { ...process.env, NODE_ENV: 'production' },
    });
    if (stoppedBy() !== null) return;
    if (code !== 0) {
      throw new StepFailure(`The ${target.name} could not be built.`, {
        output,
        advice: `The lines above name the place in ${target.folder}. Nothing was started.`,
      });
    }
    writeStamp(stampOf(target), inputs);
  });
}

/**
 * Builds what is out of date, and only that.
 * @returns {Promise<number>} how many packages were built
 * @throws {StepFailure} with the tool's own lines
 */
export async function build() {
  let built = 0;
  for (const target of targets) {
    const inputs = inputsOf(target);
    if (readStamp(stampOf(target)) === inputs && existsSync(at(target.folder, target.writes))) continue;
    await buildOne(target, inputs);
    if (stoppedBy() !== null) return built;
    built += 1;
  }
  return built;
}
