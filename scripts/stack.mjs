import { become, main, setUp } from './steps.mjs';

// `npm run stack`: set-up, then nginx, two instances, Redis and MongoDB on this machine.

await main(async () => {
  await setUp();
  become('stack/run.ts');
});
