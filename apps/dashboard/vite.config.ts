import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where the API listens while the dashboard is being developed with `vite`. */
const API = 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  // The contracts are read as TypeScript sources: no build of theirs is needed, and unused schemas fall away.
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    // Inlined assets would be data: addresses, which the page's Content-Security-Policy refuses for fonts.
    assetsInlineLimit: 0,
    // The polyfill is an inline script in old browsers' way and none that we support needs it.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Chunks run before the entry that imports them: only within one is zod's setting sure to come before the
          // schemas that it is for.
          groups: [
            { name: 'contracts', test: /\/node_modules\/zod\/|\/libs\/contracts\/|\/before-schemas\./ },
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
    testTimeout: 60_000,
    include: ['src/**/*.test.{ts,tsx}'],
  },
});
