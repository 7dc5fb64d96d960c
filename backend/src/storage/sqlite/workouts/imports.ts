import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { foldName, type Import, type NewWorkout } from '../../port.ts';
import type { OwnExerciseRows } from '../exercises.ts';
import { newId } from '../ids.ts';
import { countedOf, type FigureRows } from './figures.ts';
import type { WorkoutRow, WorkoutRows } from './rows.ts';

interface Result {
  importId: string | null;
  added: number;
  known: number;
}

/** Whole histories in and out again. All but `prepare` itself runs inside a write. */
export interface Imports {
  /** What can be done before the write begins, is; → what stores the rest and counts each workout that is added. */
  prepare(userId: string, load: Import, at: Date): (count: (id: string, workout: NewWorkout) => void) => Result;
  knownKeys(userId: string, keys: readonly string[]): Set<string>;
  /** → whether this member has such an import. */
  undo(userId: string, importId: string, figures: FigureRows): boolean;
  /** Removes one workout with all that was counted of it; an import that is left empty goes with it. */
  forget(row: WorkoutRow, figures: FigureRows): void;
}

export function importRows(db: DatabaseSyncInstance, rows: WorkoutRows, own: OwnExerciseRows): Imports {
  const begin = db.prepare('INSERT INTO imports (id, user_id, created_at) VALUES (?, ?, ?)');
  const find = db.prepare('SELECT id FROM imports WHERE id = ? AND user_id = ?');
  const removeImport = db.prepare('DELETE FROM imports WHERE id = ?');
  const workoutsOf = db.prepare('SELECT * FROM workouts WHERE import_id = ?');
  const anyOf = db.prepare('SELECT 1 FROM workouts WHERE import_id = ? LIMIT 1');
  const known = db.prepare(
    'SELECT import_key FROM workouts WHERE user_id = ? AND import_key IN (SELECT value FROM json_each(?))',
  );
  const uses = db.prepare(`SELECT 1 FROM workouts WHERE user_id = ? AND instr(document, ?) > 0 LIMIT 1`);

  const knownKeys = (userId: string, keys: readonly string[]) =>
    new Set((known.all(userId, JSON.stringify(keys)) as { import_key: string }[]).map((row) => row.import_key));

  function forget(row: WorkoutRow, figures: FigureRows): void {
    figures.takeAway(row.user_id, countedOf(row));
    figures.records.replace(row.user_id, row.id, row.local_date, []);
    rows.remove(row.id);
    if (row.import_id !== null && !anyOf.get(row.import_id)) removeImport.run(row.import_id);
  }

  return {
    prepare(userId, load, at) {
      const importId = newId(at);
      return (count) => {
        const seen = knownKeys(
          userId,
          load.workouts.map((workout) => workout.key),
        );
        const fresh = load.workouts.filter(({ key }) => !seen.has(key) && seen.add(key));
        const result = { added: fresh.length, known: load.workouts.length - fresh.length };
        if (fresh.length === 0) return { importId: null, ...result };
        begin.run(importId, userId, at.toISOString());
        own.addMissing(userId, load.exercises, importId, at);
        const ids = own.idsByName(userId);
        for (const { key, ...workout } of fresh) {
          const id = newId(at);
          const joined = withOwnExercises(workout, ids);
          rows.insert(id, userId, joined, at, { importId, importKey: key });
          count(id, joined);
        }
        return { importId, ...result };
      };
    },

    knownKeys,

    undo(userId, importId, figures) {
      if (!find.get(importId, userId)) return false;
      for (const row of workoutsOf.all(importId) as WorkoutRow[]) forget(row, figures);
      own.removeUnused(userId, importId, (exerciseId) => uses.get(userId, exerciseId) !== undefined);
      return true;
    },

    forget,
  };
}

/** Exercises that only have a name get the id of the member's own exercise of that name; their bests go with them. */
function withOwnExercises(workout: NewWorkout, ids: ReadonlyMap<string, string>): NewWorkout {
  const idOf = (name: string) => ids.get(foldName(name)) ?? null;
  const { figures } = workout;
  return {
    ...workout,
    exercises: workout.exercises.map((one) => (one.exerciseId === null ? { ...one, exerciseId: idOf(one.name) } : one)),
    figures: {
      ...figures,
      bests: figures.bests.map((best) =>
        best.key === foldName(best.name) ? { ...best, key: idOf(best.name) ?? best.key } : best,
      ),
    },
  };
}
