import { defineConfig } from '@playwright/test';
import { CHROMIUM } from './chromium.ts';

/** Journeys through the built product, each with people of its own, so that they run side by side. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  testIgnore: 'instances/**',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // No test looks at the clock; these only end what hangs, on a busy machine too.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: 'line',
  use: {
    actionTimeout: 20_000,
    navigationTimeout: 20_000,
    trace: 'retain-on-failure',
    launchOptions: CHROMIUM,
  },
});
