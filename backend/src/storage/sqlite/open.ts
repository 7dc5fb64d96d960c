import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Store } from '../port.ts';
import { sqliteAssignedPlans } from './assigned-plans.ts';
import { sqliteCoaching } from './coaching.ts';
import { sqliteMessages } from './messages.ts';
import { ownExerciseRows, sqliteExercises } from './exercises.ts';
import { generationRows } from './generations.ts';
import { gifRows } from './gifs.ts';
import { migrate } from './migrate.ts';
import { sqlitePlans } from './plans.ts';
import { sqliteMails } from './mails.ts';
import { sqliteResets } from './resets.ts';
import { sqliteRunning } from './running.ts';
import { sqliteTokens } from './tokens.ts';
import { profileWeightSetter, sqliteUsers } from './users.ts';
import { sqliteWeights, weightRows } from './weights.ts';
import { bindWholeTexts } from './whole-texts.ts';
import { figureRows } from './workouts/figures.ts';
import { sqliteImports } from './workouts/imports.ts';
import { workoutRows } from './workouts/rows.ts';
import { sqliteWorkouts } from './workouts/workouts.ts';
import { groupWriter } from './writer.ts';

/** Another server has the file open; two would tell their screens different things. */
export class DatabaseInUse extends Error {
  override readonly name = 'DatabaseInUse';
  constructor(file: string) {
    super(`${file} is in use by another server. Stop that one, or set DATA_DIR to another folder.`);
  }
}

/**
 * Opens the embedded store, and makes or upgrades its file.
 * @param file path, or `:memory:`
 * @throws DatabaseInUse, NewerDatabase
 */
export function openSqlite({ file }: { file: string }): Promise<Store> {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file);
  bindWholeTexts(db);
  try {
    settle(db, file);
    migrate(db, file);
    return Promise.resolve(storeOn(db));
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Takes the file for this process alone. @throws DatabaseInUse */
export function settle(db: DatabaseSyncInstance, file: string): void {
  try {
    // Held by this process alone, from the first statement to the end: one server, one truth.
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; BEGIN IMMEDIATE; COMMIT;');
  } catch (error) {
    if (error instanceof Error && /locked|busy/i.test(error.message)) throw new DatabaseInUse(file);
    throw error;
  }
  db.exec(
    'PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 8000;',
  );
}

/** The store on an open database of the newest version. */
export function storeOn(db: DatabaseSyncInstance): Store {
  const writer = groupWriter(db);
  const tokens = sqliteTokens(db, writer);
  const resets = sqliteResets(db, writer, tokens);
  const weights = weightRows(db);
  const rows = workoutRows(db);
  const figures = figureRows(db);
  const gifs = gifRows(db, writer);
  const imports = sqliteImports(db, { writer, rows, own: ownExerciseRows(db), figures });
  const generations = generationRows(db);
  db.exec('BEGIN IMMEDIATE');
  imports.takeBackHalves();
  // The server that they ran on is gone, for it had the file.
  generations.endAll();
  gifs.removeLeft();
  db.exec('COMMIT');
  const ping = db.prepare('SELECT 1');
  return {
    users: sqliteUsers(db, writer, { tokens, resets, weights }),
    tokens,
    // One server has the file, and knows of every end by itself.
    endedTokens: { hears: true, listen: () => undefined },
    weights: sqliteWeights(db, writer, weights, profileWeightSetter(db)),
    exercises: sqliteExercises(db, writer, gifs),
    running: sqliteRunning(db, writer),
    mails: sqliteMails(db, writer),
    resets,
    coaching: sqliteCoaching(db, writer),
    assignedPlans: sqliteAssignedPlans(db, writer),
    messages: sqliteMessages(db, writer),
    workouts: sqliteWorkouts(db, { writer, rows, figures, imports }),
    plans: sqlitePlans(db, writer, generations),
    ping: async () => void (await Promise.resolve(ping.get())),
    async close() {
      await writer.close();
      if (db.isOpen) letGo(db);
    },
  };
}

/** Statements outlive `close` until they are collected, and with them the lock: it is given back by hand first. */
function letGo(db: DatabaseSyncInstance): void {
  db.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; SELECT 1 FROM users LIMIT 1;');
  db.close();
}
