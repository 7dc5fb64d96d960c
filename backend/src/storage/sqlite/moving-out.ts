import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Best, Exercise } from '../port.ts';
import { type Kind, type Kinds, type Moved, type MovingOut, PLAIN_KINDS, type PlainKind } from '../moving.ts';
import { settle, storeOn } from './open.ts';
import { migrate } from './migrate.ts';
import { plainReaders } from './moving-plain.ts';
import { type PlanRow, toPlan } from './plans.ts';
import { toAccount, type UserRow } from './users.ts';
import { bindWholeTexts } from './whole-texts.ts';
import { toWorkout, type WorkoutRow } from './workouts/rows.ts';

const AT_ONCE = 500;

/**
 * Opens an embedded store to move it into another.
 * @throws DatabaseInUse while a server runs on it, NewerDatabase, Error where there is no such file
 */
export function openSqliteToMove({ file }: { file: string }): MovingOut {
  if (!existsSync(file)) throw new Error(`There is no database at ${file}. Set DATA_DIR to the folder of trainer.db.`);
  const db = new DatabaseSync(file);
  bindWholeTexts(db);
  try {
    settle(db, file);
    migrate(db, file);
    return movingOutOf(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

export function movingOutOf(db: DatabaseSyncInstance): MovingOut {
  const store = storeOn(db);
  const counts = db.prepare(`SELECT
    (SELECT count(*) FROM users) AS users, (SELECT count(*) FROM tokens WHERE expires_at > :lasting) AS tokens,
    (SELECT count(*) FROM weights) AS weights, (SELECT count(*) FROM exercises WHERE owner IS NOT NULL) AS exercises,
    (SELECT count(*) FROM exercises WHERE gif_id IS NOT NULL) AS gifs,
    (SELECT count(*) FROM imports) AS imports, (SELECT count(*) FROM workouts) AS workouts,
    (SELECT count(*) FROM plans) AS plans, (SELECT count(*) FROM summaries) AS versions,
    (SELECT count(*) FROM mails) AS mails, (SELECT count(*) FROM resets) AS resets,
    (SELECT count(*) FROM running) AS running, (SELECT count(*) FROM invites WHERE expires_at > :lasting) AS invites,
    (SELECT count(*) FROM links) AS links, (SELECT count(*) FROM assigned_plans) AS assignedPlans,
    (SELECT count(*) FROM messages) AS messages, (SELECT count(*) FROM threads) AS threads`);
  const marks =
    db.prepare(`SELECT (SELECT total(version) FROM summaries) AS versions, (SELECT max(updated_at) FROM users) AS changed,
    (SELECT total(weight) FROM weights) AS weights, (SELECT max(id) FROM tokens) AS tokens,
    (SELECT total(version) FROM plans) AS plans, (SELECT max(id) FROM plans) AS newest, (SELECT max(share_token) FROM plans) AS shared`);
  const plain = plainReaders(db);
  const readers: Readers<Kind> = { ...readersOf(db), ...plain };
  const count = (lasting?: Date) => counts.get({ lasting: lasting?.toISOString() ?? '' }) as Record<Kind, number>;

  return {
    store,
    fingerprint: JSON.stringify([count(), marks.get(), PLAIN_KINDS.map((kind) => hashOf(plain[kind]))]),
    count: (kind, lasting) => count(lasting)[kind],
    some: (kind, after, limit) => readers[kind](after, limit),
  };
}

type Readers<K extends Kind> = { [One in K]: (after: string, limit: number) => Moved<One>[] };

function readersOf(db: DatabaseSyncInstance): Readers<Exclude<Kind, PlainKind>> {
  const rows = (sql: string) => {
    const statement = db.prepare(`${sql} LIMIT ?`);
    return <Row>(after: string, limit: number) => statement.all(after, limit) as Row[];
  };
  const users = rows('SELECT * FROM users WHERE id > ? ORDER BY id');
  const tokens = rows('SELECT * FROM tokens WHERE id > ? ORDER BY id');
  const weights = rows('SELECT * FROM weights WHERE id > ? ORDER BY id');
  const exercises = rows(
    'SELECT id, import_id, client_id, document FROM exercises WHERE id > ? AND owner IS NOT NULL ORDER BY id',
  );
  const gifs = rows(
    'SELECT exercises.id AS id, gif_id, hash FROM exercises JOIN gifs ON gifs.id = gif_id WHERE exercises.id > ? ORDER BY exercises.id',
  );
  const pieces = db.prepare('SELECT bytes FROM gif_pieces WHERE gif_id = ? ORDER BY n');
  const bytesOf = (gifId: string) =>
    Buffer.concat((pieces.all(gifId) as { bytes: Uint8Array }[]).map((row) => row.bytes));
  const imports = rows('SELECT * FROM imports WHERE id > ? ORDER BY id');
  const workouts = rows('SELECT * FROM workouts WHERE id > ? ORDER BY id');
  const plans = rows('SELECT * FROM plans WHERE id > ? ORDER BY id');
  const versions = rows('SELECT user_id, version FROM summaries WHERE user_id > ? ORDER BY user_id');
  const bests = db.prepare(`SELECT exercise_key AS key, name, slug, weight, weight_reps AS weightReps, reps FROM bests
    WHERE workout_id = ? ORDER BY exercise_key`);
  const bestsOf = (workoutId: string) => (bests.all(workoutId) as Best[]).map((best) => ({ ...best }));

  return {
    users: (after, limit) =>
      users<UserRow>(after, limit).map((row) => {
        const { assignedClients: _, ...account } = toAccount(row, []);
        return { at: row.id, is: account };
      }),
    tokens: (after, limit) =>
      tokens<{ id: string; user_id: string; expires_at: string }>(after, limit).map((row) => ({
        at: row.id,
        is: { id: row.id, userId: row.user_id, expiresAt: new Date(row.expires_at) },
      })),
    weights: (after, limit) =>
      weights<{ id: string; user_id: string; local_date: string; weight: number; created_at: string }>(
        after,
        limit,
      ).map((row) => ({
        at: row.id,
        is: {
          _id: row.id,
          user: row.user_id,
          localDate: row.local_date,
          weight: row.weight,
          createdAt: row.created_at,
        },
      })),
    exercises: (after, limit) =>
      exercises<{ id: string; import_id: string | null; client_id: string | null; document: string }>(after, limit).map(
        (row) => ({
          at: row.id,
          is: {
            exercise: JSON.parse(row.document) as Exercise,
            importId: row.import_id,
            clientId: row.client_id,
          },
        }),
      ),
    gifs: (after, limit) =>
      gifs<{ id: string; gif_id: string; hash: string }>(after, limit).map((row) => ({
        at: row.id,
        is: { exerciseId: row.id, hash: row.hash, bytes: bytesOf(row.gif_id) },
      })),
    imports: (after, limit) =>
      imports<{ id: string; user_id: string; created_at: string }>(after, limit).map((row) => ({
        at: row.id,
        is: { _id: row.id, user: row.user_id, createdAt: row.created_at },
      })),
    workouts: (after, limit) =>
      workouts<WorkoutRow & { import_key: string | null }>(after, limit).map((row) => ({
        at: row.id,
        is: workoutOf(row, bestsOf(row.id)),
      })),
    plans: (after, limit) => plans<PlanRow>(after, limit).map((row) => ({ at: row.id, is: toPlan(row) })),
    versions: (after, limit) =>
      versions<{ user_id: string; version: number }>(after, limit).map((row) => ({
        at: row.user_id,
        is: { user: row.user_id, version: row.version },
      })),
  };
}

/** Of everything that a kind holds: a part of it may change without leaving another count or sum. */
function hashOf(read: (after: string, limit: number) => { at: string }[]): string {
  const hash = createHash('sha256');
  let after = '';
  for (;;) {
    const records = read(after, AT_ONCE);
    hash.update(JSON.stringify(records));
    const last = records.at(-1);
    if (!last) return hash.digest('base64url');
    after = last.at;
  }
}

const workoutOf = (row: WorkoutRow & { import_key: string | null }, bests: Best[]): Kinds['workouts'] => ({
  workout: toWorkout(row),
  figures: { sets: row.sets, volume: row.volume, bests },
  importId: row.import_id,
  importKey: row.import_key,
});
