import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { firstPage } from './first-page';

/** Where the API listens while the dashboard is being developed with `vite`. */
const API = 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react(), firstPage()],
  // The contracts are read as TypeScript sources: no build of theirs is needed, and unused schemas fall away.
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    // Inlined assets would be data: addresses, which the page's Content-Security-Policy refuses for fonts.
    assetsInlineLimit: 0,
    // The polyfill is an inline script in old browsers' way and none that we support needs it.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: 'index.html', 'service-worker': 'src/app/service-worker.ts' },
      output: {
        // A service worker's address is what the browser knows it by.
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
        codeSplitting: {
          groups: [
            // A chunk runs before those that import it: in zod's own, its setting is sure to come before every schema.
            { name: 'zod', test: /\/node_modules\/zod\/|\/before-schemas\./, priority: 2 },
            // Many small files weigh more than one: what every page needs is together. Not what the service worker, an entry too, needs.
            {
              name: 'frame',
              test: /^(?!.*(?:workbox|service-worker|server-paths))/,
              tags: ['$initial'],
              priority: 1,
            },
            // And so is what the other screens' panels have in common with the one that most models see first.
            { name: 'panels', test: /\/trend-glance\./ },
            { name: 'overview', test: /\/overview-page\./ },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(['/api', '/c/', '/t.js'].map((path) => [path, { target: API }])),
  },
  test: {
    name: 'dashboard',
    environment: 'happy-dom',
    // As in the other projects: `vitest.config.ts` of the workspace.
    isolate: false,
    testTimeout: 60_000,
    include: ['src/**/*.test.{ts,tsx}'],
  },
});
