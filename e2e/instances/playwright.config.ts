import { defineConfig } from '@playwright/test';
import single from '../playwright.config.ts';

/** Journeys through nginx on two instances, one after another: some of them break a server. */
export default defineConfig({
  ...single,
  testDir: '.',
  testIgnore: [],
  outputDir: '../../test-results',
  fullyParallel: false,
  workers: 1,
  use: {
    ...single.use,
    // The certificate of the stack is its own.
    ignoreHTTPSErrors: true,
  },
});
