import { become, main, setUp } from './steps.mjs';

// `npm run bench`: set-up, then the measurements with their goals.

await main(async () => {
  await setUp();
  become('bench/run.ts');
});
