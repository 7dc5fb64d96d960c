import { join } from 'node:path';
import { openSqlite } from '@trainer/backend/storage/sqlite/open';
import type { Figure } from './figure.ts';
import { makePeople, type People } from './people.ts';
import { uncachedInStore } from './uncached.ts';

/** What this program prints. */
export interface Prepared {
  people: People;
  figures: Figure[];
}

/** Fills the database in the given folder, and measures the store by itself; a process of its own, since the file has one at a time. */
const [dataDir = '.'] = process.argv.slice(2);
const store = await openSqlite({ file: join(dataDir, 'trainer.db') });
const people = await makePeople(store);
const figures = await uncachedInStore(store, people);
await store.close();
process.stdout.write(JSON.stringify({ people, figures } satisfies Prepared));
