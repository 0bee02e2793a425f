import { defineConfig, type ViteUserConfig } from 'vitest/config';

// The workspace's own packages are read as TypeScript sources, so that a test never runs against a stale build.
// Two places: `resolve` is read for code that a browser would run, `ssr` for code that Node runs.
const sources: ViteUserConfig = {
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  ssr: { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } },
};

// How long a test takes is the machine's business: it is only stopped once it hangs.
const patience = { testTimeout: 60_000, hookTimeout: 60_000 };

// Decorators by the same settings as the compiler's; said here because a test file is outside the build's tsconfig.
const api: ViteUserConfig = {
  ...sources,
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
};

export default defineConfig({
  test: {
    // An `it.only` left behind would let everything else pass unseen.
    allowOnly: false,
    // Each API test file talks to a PostgreSQL beside it: more of them at once than cores only makes all of them slower.
    maxWorkers: 2,
    projects: [
      { ...sources, test: { ...patience, name: 'contracts', include: ['libs/contracts/src/**/*.test.ts'] } },
      { ...sources, test: { ...patience, name: 'tracker', include: ['libs/tracker/**/*.test.ts'] } },
      { ...api, test: { ...patience, name: 'api-rules', include: ['apps/api/src/**/*.test.ts'] } },
      {
        ...api,
        test: {
          ...patience,
          name: 'api',
          include: ['apps/api/test/**/*.test.ts'],
          globalSetup: ['./apps/api/test/support/global-setup.ts'],
        },
      },
      './apps/dashboard',
      { test: { ...patience, name: 'workspace', include: ['scripts/**/*.test.mjs'] } },
    ],
  },
});
