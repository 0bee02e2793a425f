import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StepFailure } from './failure.mjs';
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs';
import { at, packages, root } from './paths.mjs';
import { capture, stoppedBy } from './processes.mjs';
import { step } from './say.mjs';

const pnpm = 'pnpm@12.21.0';
const stampFile = at('node_modules/.num-ecard-install');

/** What the installed packages depend on: the lockfile, every manifest, the package manager and the platform. */
export function installFingerprint() {
  const manifests = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'].map((file) => at(file));
  const hash = fingerprint([...manifests, ...packages().map((path) => at(path, 'package.json'))]);
  return `${hash} ${pnpm} ${process.platform}-${process.arch}`;
}

function installed(wanted) {
  return readStamp(stampFile) === wanted && packages().every((path) => existsSync(at(path, 'node_modules')));
}

/** What to do about a failed install, read from what the package manager printed. */
export function installAdvice(output) {
  if (/ENOSPC|no space left/i.test(output)) {
    return 'The disk is full. The packages and their cache take about 1 GB: free some space, then run the same command again.';
  }
  if (/EACCES|EPERM|permission denied|read-only file system|EROFS/i.test(output)) {
    return (
      `A file could not be written. ${root} and the npm cache must belong to the user who runs this command ` +
      '(often an earlier run as root: `sudo chown -R "$USER" .` here and on ~/.npm), then run the same command again.'
    );
  }
  if (/ERR_PNPM_OUTDATED_LOCKFILE|frozen-lockfile/i.test(output)) {
    return `A package.json changed without the lockfile: run \`npx ${pnpm} install\`, and commit pnpm-lock.yaml with it.`;
  }
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network|fetch failed|META_FETCH|error sending request|dns error/i.test(
      output,
    )
  ) {
    return (
      'The package registry could not be reached. Check the connection, the proxy (HTTPS_PROXY) and `npm config get registry`; ' +
      'what has been downloaded already is kept. Then run the same command again.'
    );
  }
  return `Run \`npx ${pnpm} install --frozen-lockfile\` by hand to see it again; deleting node_modules and trying once more is safe.`;
}

function npxCommand() {
  // Run by npm, npm says where it is; its npx stands beside it and needs neither a shell nor the PATH.
  const fromNpm = process.env.npm_execpath ? join(dirname(process.env.npm_execpath), 'npx-cli.js') : '';
  if (fromNpm && existsSync(fromNpm)) return { command: process.execPath, before: [fromNpm], shell: false };
  return { command: 'npx', before: [], shell: process.platform === 'win32' };
}

function installEnvironment() {
  // `error` silences npm's remarks on the user's own settings; failures are still printed.
  const env = { ...process.env, npm_config_loglevel: 'error', npm_config_update_notifier: 'false' };
  // With NODE_ENV=production pnpm leaves out the tools that build.
  delete env.NODE_ENV;
  return env;
}

function describe(line) {
  const counts = /resolved (\d+), reused (\d+), downloaded (\d+), added (\d+)/.exec(line);
  if (counts) return `${counts[4]} of ${counts[1]} packages`;
  if (/supply-chain/.test(line)) return 'checking the lockfile';
  return null;
}

/**
 * Installs the packages unless what they depend on is unchanged.
 * @returns {Promise<boolean>} whether anything was installed
 * @throws {StepFailure} with advice, when the packages cannot be installed
 */
export async function install() {
  const wanted = installFingerprint();
  if (installed(wanted)) return false;
  await step('Installing packages', async (progress) => {
    progress(`fetching ${pnpm}`);
    const { command, before, shell } = npxCommand();
    const args = [...before, '--yes', pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'];
    const onLine = (line) => {
      const text = describe(line);
      if (text) progress(text);
    };
    let result;
    try {
      result = await capture(command, args, { env: installEnvironment(), shell, onLine });
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
      throw new StepFailure('npx was not found.', {
        advice: 'It comes with npm: install npm beside Node, then run the same command again.',
      });
    }
    if (result.code !== 0 && stoppedBy() === null) {
      throw new StepFailure('The packages could not be installed.', {
        output: result.output,
        advice: installAdvice(result.output),
      });
    }
    if (result.code === 0) writeStamp(stampFile, wanted);
  });
  return true;
}
