import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, it } from 'vitest';
import { at } from './paths.mjs';

// Below the root, so that the planted files find vitest.
mkdirSync(at('.cache'), { recursive: true });
const folder = mkdtempSync(at('.cache/tally-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const vitest = "import { beforeAll, describe, expect, it } from 'vitest';\n";
const passing = `${vitest}it('passes', () => expect(1).toBe(1));\n`;

/** Runs the test command over planted files. @returns {Promise<{ code: number, lastLine: string }>} */
function outcome(name, files) {
  const root = join(folder, name);
  mkdirSync(root);
  writeFileSync(join(root, 'vitest.config.mjs'), 'export default {};\n');
  for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text);
  const script = `const { runTests } = await import('${pathToFileURL(at('scripts/steps/test.mjs')).href}'); process.exitCode = await runTests([], process.cwd());`;
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith('VITEST')));
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: root, env });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, lastLine: output.trimEnd().split('\n').at(-1) }));
  });
}

describe.concurrent('the outcome line of npm test', () => {
  it('counts what passed', async ({ expect }) => {
    const files = { 'a.test.mjs': passing, 'b.test.mjs': passing };
    expect(await outcome('passed', files)).toEqual({ code: 0, lastLine: '2 passed, 0 failed' });
  });

  it('counts what failed, and fails', async ({ expect }) => {
    const failing = `${passing}it('fails', () => expect(1).toBe(2));\n`;
    expect(await outcome('failed', { 'a.test.mjs': failing })).toEqual({
      code: 1,
      lastLine: '1 passed, 1 failed',
    });
  });

  it('counts a file that does not load as a failure', async ({ expect }) => {
    const files = { 'a.test.mjs': passing, 'b.test.mjs': "import './absent.mjs';\n" };
    expect(await outcome('unloadable', files)).toEqual({ code: 1, lastLine: '1 passed, 1 failed' });
  });

  it('counts a hook that throws as a failure', async ({ expect }) => {
    const hook = `${vitest}describe('s', () => { beforeAll(() => { throw new Error('no'); }); it('t', () => {}); });\n`;
    const { code, lastLine } = await outcome('hook', { 'a.test.mjs': hook });
    expect(code).toBe(1);
    expect(lastLine).toMatch(/^0 passed, 1 failed/);
  });

  it('counts an error that nobody caught as a failure', async ({ expect }) => {
    const stray = `${vitest}it('t', async () => { void Promise.reject(new Error('stray')); await new Promise((go) => setTimeout(go, 20)); });\n`;
    expect(await outcome('stray', { 'a.test.mjs': stray })).toEqual({
      code: 1,
      lastLine: '1 passed, 1 failed',
    });
  });

  it('fails when there is no test at all', async ({ expect }) => {
    const { code, lastLine } = await outcome('none', {});
    expect(code).toBe(1);
    expect(lastLine).toMatch(/^0 passed, /);
  });
});
