import { defineConfig } from 'vitest/config';

/** `unit` needs nothing but Node; `server` starts the real server as a process, on loopback. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{contract,coach,backend,frontend}/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', '**/*.server.test.ts'],
        },
      },
      { test: { name: 'server', include: ['backend/**/*.server.test.ts'], exclude: ['**/node_modules/**', '**/dist/**'], testTimeout: 60_000 } },
    ],
  },
});
