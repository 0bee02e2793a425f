import { setTimeout } from 'node:timers/promises';
import { at, tool } from './paths.mjs';
import { background, stoppedBy, stoppedExitCode } from './processes.mjs';
import { done, raw } from './say.mjs';

const apiPaths = [
  '/api',
  '/c/',
  '/card.css',
  '/card.js',
  '/t.js',
  '/recommend.css',
  '/recommend.js',
  '/recommend-form.js',
  '/r/',
  '/a/',
  '/health',
  '/metrics',
];

async function startDashboard(api) {
  const { createServer } = await import('vite');
  const proxy = Object.fromEntries(apiPaths.map((path) => [path, { target: api, changeOrigin: false }]));
  const server = await createServer({
    root: at('apps/dashboard'),
    server: { host: '127.0.0.1', port: Number(process.env.DASHBOARD_PORT ?? 5173), strictPort: true, proxy },
  });
  await server.listen();
  return server;
}

/**
 * Contracts and API compiled as they are saved, the API restarted by it, the dashboard served by Vite with the API behind it.
 * Ends when one of them ends or on Ctrl-C, which stops all.
 * @param {string[]} args handed to the API, e.g. `--demo`
 * @returns {Promise<never>} ends the process
 */
export async function dev(args) {
  const port = process.env.PORT ?? '3000';
  const dashboard = await startDashboard(`http://127.0.0.1:${port}`);
  const origin = dashboard.resolvedUrls?.local[0]?.replace('127.0.0.1', 'localhost').replace(/\/$/, '');
  const say = (name) => (line) => raw(`${name.padEnd(8)} │ ${line}`);
  // The browser stands at the dashboard's address: sign-in refuses any other origin than PUBLIC_URL's.
  const env = { ...process.env, PORT: port, PUBLIC_URL: process.env.PUBLIC_URL ?? origin };
  const watchSources = [tool.tsc, '-b', 'apps/api/tsconfig.build.json', '--watch', '--preserveWatchOutput'];
  const watchBuild = ['--enable-source-maps', '--watch', at('apps/api/dist/main.js'), ...args];
  const compiler = background(process.execPath, watchSources, { onLine: say('compiler') });
  const api = background(process.execPath, watchBuild, { env, onLine: say('api') });
  done(`Dashboard, reloading as files are saved: ${origin}`);
  const code = await Promise.race([compiler.ended, api.ended]);
  compiler.stop();
  api.stop();
  await Promise.all([compiler.ended, api.ended]);
  // Closed while it prepares dependencies, Vite waits for itself: it holds nothing that an exit would lose.
  await Promise.race([dashboard.close(), setTimeout(1_000)]);
  process.exit(stoppedBy() === null ? code || 1 : stoppedExitCode());
}
