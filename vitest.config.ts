import { defineConfig, type ViteUserConfig } from 'vitest/config';

// The workspace's own packages are read as TypeScript sources, so that a test never runs against a stale build.
// Two places: `resolve` is read for code that a browser would run, `ssr` for code that Node runs.
const sources: ViteUserConfig = {
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  ssr: { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } },
};

// How long a test takes is the machine's business: it is only stopped once it hangs.
const patience = { testTimeout: 60_000, hookTimeout: 60_000 };

// To load the application anew for each file takes longer than most files do: the files of a project share a process and what it has
// loaded. So a file leaves nothing running behind it (`afterFile`) and nothing changed.
const shared = { isolate: false };

// Decorators by the same settings as the compiler's; said here because a test file is outside the build's tsconfig.
const api: ViteUserConfig = {
  ...sources,
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
};

export default defineConfig({
  test: {
    // An `it.only` left behind would let everything else pass unseen.
    allowOnly: false,
    // Programs that are started, mail on its way and pages that draw a frame are waited for: on two cores a third file at a time uses that.
    maxWorkers: 3,
    projects: [
      {
        ...sources,
        test: { ...patience, ...shared, name: 'contracts', include: ['libs/contracts/src/**/*.test.ts'] },
      },
      {
        ...sources,
        test: { ...patience, ...shared, name: 'tracker', include: ['libs/tracker/**/*.test.ts'] },
      },
      { ...api, test: { ...patience, ...shared, name: 'api-rules', include: ['apps/api/src/**/*.test.ts'] } },
      {
        ...api,
        test: {
          ...patience,
          ...shared,
          name: 'api',
          include: ['apps/api/test/**/*.test.ts'],
          globalSetup: ['./apps/api/test/support/global-setup.ts'],
          setupFiles: ['./apps/api/test/support/each-file.ts'],
        },
      },
      './apps/dashboard',
      { test: { ...patience, name: 'workspace', include: ['scripts/**/*.test.mjs'] } },
    ],
  },
});
