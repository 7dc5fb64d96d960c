import { fileURLToPath } from 'node:url';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** What the build makes, and where. All but the database is committed, so that nobody has to draw to start the server. */
export const PLACES = {
  gifs: fromRoot('animations/gifs/'),
  stills: fromRoot('animations/stills/'),
  /** What was drawn from what: see `ledger.ts`. */
  ledger: fromRoot('animations/ledger.json'),
  /** slug → what its animation shows, in words */
  shown: fromRoot('animations/shown.json'),
  database: fromRoot('animations/dist/gif_database/'),
  sheet: fromRoot('docs/animations.png'),
  page: fromRoot('docs/animations.html'),
  source: fromRoot('animations/src/'),
  lock: fromRoot('package-lock.json'),
} as const;
