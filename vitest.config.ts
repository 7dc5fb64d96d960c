import { defineConfig } from 'vitest/config';

/** `unit` needs nothing but Node; `server` starts the real server as a process, on loopback. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{contract,coach,backend,frontend}/**/*.test.ts', '{scripts,eslint}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', '**/*.server.test.ts'],
          // No test looks at the clock; this one only ends what hangs, on a busy machine too.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['backend/**/*.server.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
