import { become, main, setUp } from './steps.mjs';

// `npm run migrate`: set-up, then the move from the embedded database into MongoDB.

await main(async () => {
  await setUp();
  become('backend/dist/migrate.js');
});
