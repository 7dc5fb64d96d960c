import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { PersonalRecord } from '@trainer/contract/types';
import type { Best } from '../../port.ts';

/** The best sets of each workout, and out of them the record of each exercise. */
export interface Records {
  /** Notes the bests of a workout that had none. */
  add(userId: string, workoutId: string, localDate: string, bests: readonly Best[]): void;
  /** Puts a workout's bests in the place of those it had. */
  replace(userId: string, workoutId: string, localDate: string, bests: readonly Best[]): void;
  /** Newest first. */
  of(userId: string): PersonalRecord[];
  /** Looks all of a person's records up again. */
  rebuild(userId: string): void;
}

interface RecordRow {
  name: string;
  slug: string | null;
  kind: PersonalRecord['kind'];
  value: number;
  reps: number | null;
  workout_id: string;
  local_date: string;
}

export function recordRows(db: DatabaseSyncInstance): Records {
  const keysOf = db.prepare('DELETE FROM bests WHERE workout_id = ? RETURNING exercise_key AS key');
  const insert =
    db.prepare(`INSERT INTO bests (workout_id, exercise_key, user_id, name, slug, local_date, weight, weight_reps, reps)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const kinds = {
    weight: {
      best: db.prepare(`SELECT name, slug, weight AS value, weight_reps AS reps, workout_id, local_date FROM bests
        WHERE user_id = ? AND exercise_key = ? AND weight IS NOT NULL ORDER BY weight DESC, weight_reps DESC, local_date, workout_id LIMIT 1`),
    },
    reps: {
      best: db.prepare(`SELECT name, slug, reps AS value, NULL AS reps, workout_id, local_date FROM bests
        WHERE user_id = ? AND exercise_key = ? AND reps IS NOT NULL ORDER BY bests.reps DESC, local_date, workout_id LIMIT 1`),
    },
  };
  const put =
    db.prepare(`INSERT OR REPLACE INTO records (user_id, exercise_key, kind, name, slug, value, reps, workout_id, local_date)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  // In the order of the lookups above: the higher value, then more reps at it, then the earlier day, then the lower id.
  const better =
    db.prepare(`INSERT INTO records AS old (user_id, exercise_key, kind, name, slug, value, reps, workout_id, local_date)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (user_id, exercise_key, kind) DO UPDATE SET name = excluded.name, slug = excluded.slug,
      value = excluded.value, reps = excluded.reps, workout_id = excluded.workout_id, local_date = excluded.local_date
    WHERE (excluded.value, coalesce(excluded.reps, 0)) > (old.value, coalesce(old.reps, 0)) OR
      ((excluded.value, coalesce(excluded.reps, 0)) = (old.value, coalesce(old.reps, 0)) AND (excluded.local_date, excluded.workout_id) < (old.local_date, old.workout_id))`);
  const remove = db.prepare('DELETE FROM records WHERE user_id = ? AND exercise_key = ? AND kind = ?');
  const all = db.prepare(
    'SELECT * FROM records WHERE user_id = ? ORDER BY local_date DESC, workout_id DESC, name, kind DESC',
  );
  const keys = db.prepare(
    'SELECT DISTINCT exercise_key AS key FROM bests WHERE workout_id IN (SELECT id FROM workouts WHERE user_id = ?)',
  );
  const removeAll = db.prepare('DELETE FROM records WHERE user_id = ?');

  function lookUpAgain(userId: string, key: string): void {
    for (const [kind, { best }] of Object.entries(kinds)) {
      const row = best.get(userId, key) as Omit<RecordRow, 'kind'> | undefined;
      if (row) put.run(userId, key, kind, row.name, row.slug, row.value, row.reps, row.workout_id, row.local_date);
      else remove.run(userId, key, kind);
    }
  }

  function insertBests(userId: string, workoutId: string, localDate: string, bests: readonly Best[]): void {
    for (const { key, name, slug, weight, weightReps, reps } of bests) {
      insert.run(workoutId, key, userId, name, slug, localDate, weight, weightReps, reps);
    }
  }

  return {
    add(userId, workoutId, localDate, bests) {
      insertBests(userId, workoutId, localDate, bests);
      // A new workout can only better a record: no other best has to be looked up.
      for (const { key, name, slug, weight, weightReps, reps } of bests) {
        if (weight !== null) better.run(userId, key, 'weight', name, slug, weight, weightReps, workoutId, localDate);
        if (reps !== null) better.run(userId, key, 'reps', name, slug, reps, null, workoutId, localDate);
      }
    },

    replace(userId, workoutId, localDate, bests) {
      const touched = new Set((keysOf.all(workoutId) as { key: string }[]).map((row) => row.key));
      insertBests(userId, workoutId, localDate, bests);
      for (const { key } of bests) touched.add(key);
      for (const key of touched) lookUpAgain(userId, key);
    },

    of: (userId) =>
      (all.all(userId) as RecordRow[]).map((row) => ({
        exercise: row.name,
        slug: row.slug,
        kind: row.kind,
        value: row.value,
        reps: row.reps,
        workoutId: row.workout_id,
        localDate: row.local_date,
      })),

    rebuild(userId) {
      removeAll.run(userId);
      for (const { key } of keys.all(userId) as { key: string }[]) lookUpAgain(userId, key);
    },
  };
}
