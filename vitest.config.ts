import { defineConfig } from 'vitest/config';

/**
 * `unit` needs nothing but Node; `server` starts the real server as a process, on loopback; `stack` has mongod, Redis and
 * nginx beside it.
 */
export default defineConfig({
  test: {
    // Left to itself Vitest leaves one core out, which is half of two.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles: ['scripts/property-seed.mjs'],
          include: ['{contract,coach,animations,backend,frontend,stack}/**/*.test.ts', '{scripts,eslint}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', '**/*.{server,stack}.test.ts'],
          // No test looks at the clock; this one only ends what hangs, on a busy machine too.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'server',
          setupFiles: ['scripts/property-seed.mjs'],
          include: ['backend/**/*.server.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'stack',
          setupFiles: ['scripts/property-seed.mjs'],
          include: ['{backend,stack}/**/*.stack.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          globalSetup: ['stack/test-servers.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
