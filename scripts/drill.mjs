import { become, main, setUp } from './steps.mjs';

// `npm run drill`: set-up, then bad weather over the whole stack.

await main(async () => {
  await setUp();
  become('bench/drill/run.ts');
});
