import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { first } from './migrations/001-first.ts';
import { plans } from './migrations/002-plans.ts';
import { exerciseGifs } from './migrations/003-exercise-gifs.ts';
import { coaching } from './migrations/004-coaching.ts';

/** In order, append-only: the n-th takes a database from version n − 1 to n. */
export const migrations: readonly string[] = [first, plans, exerciseGifs, coaching];

/** The database was written by a later version of the program, which this one can't read safely. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';
  constructor(file: string, version: number) {
    super(
      `${file} has version ${String(version)}, and this program knows versions up to ${String(migrations.length)}. Start the newer program, or another DATA_DIR.`,
    );
  }
}

/**
 * Brings the database to the newest version, each step in a transaction of its own.
 * @throws NewerDatabase
 */
export function migrate(db: DatabaseSyncInstance, file: string, steps: readonly string[] = migrations): void {
  const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version > steps.length) throw new NewerDatabase(file, version);
  steps.slice(version).forEach((step, i) => {
    db.exec('BEGIN IMMEDIATE');
    try {
      db.exec(step);
      db.exec(`PRAGMA user_version = ${String(version + i + 1)}`);
      db.exec('COMMIT');
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  });
}
