import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { newId } from '../../ids.ts';
import { withOwnExercises } from '../../own-names.ts';
import type { Import, NewWorkout, Progress } from '../../port.ts';
import type { OwnExerciseRows } from '../exercises.ts';
import { asStored } from '../whole-texts.ts';
import type { Writer } from '../writer.ts';
import { countedOfRow, type FigureRows } from './figures.ts';
import type { WorkoutRow, WorkoutRows } from './rows.ts';

export interface Imported {
  importId: string | null;
  added: number;
  known: number;
  progress: Progress;
}

/**
 * Whole histories in and out again, a slice at a time, so that nobody waits for the longest of them. Until an import is
 * whole it is marked so, and what a crash leaves of it is taken back at the next start.
 */
export interface Imports {
  /** @param count counts a workout that was added, inside the write that added it */
  add(
    userId: string,
    load: Import,
    when: { at: Date; today: string },
    count: (id: string, workout: NewWorkout) => void,
  ): Promise<Imported>;
  /** undefined: this member has no such import. */
  undo(userId: string, importId: string, today: string): Promise<Progress | undefined>;
  /** Takes back what a crash left half done; to be called before anybody reads. */
  takeBackHalves(): void;
  knownKeys(userId: string, keys: readonly string[]): Set<string>;
  /** Removes one workout with all that was counted of it, inside a write; an import that is left empty goes with it. */
  forget(row: WorkoutRow): void;
}

const SLICE = 50;

interface Parts {
  writer: Writer;
  rows: WorkoutRows;
  own: OwnExerciseRows;
  figures: FigureRows;
}

export function sqliteImports(db: DatabaseSyncInstance, { writer, rows, own, figures }: Parts): Imports {
  const begin = db.prepare('INSERT INTO imports (id, user_id, whole, created_at) VALUES (?, ?, 0, ?)');
  const setWhole = db.prepare('UPDATE imports SET whole = ? WHERE id = ?');
  const find = db.prepare('SELECT id FROM imports WHERE id = ? AND user_id = ?');
  const halves = db.prepare('SELECT id, user_id FROM imports WHERE whole = 0');
  const removeImport = db.prepare('DELETE FROM imports WHERE id = ?');
  const someOf = db.prepare('SELECT * FROM workouts WHERE import_id = ? LIMIT ?');
  const anyOf = db.prepare('SELECT 1 FROM workouts WHERE import_id = ? LIMIT 1');
  const storedKeys = db.prepare(
    'SELECT import_key FROM workouts WHERE user_id = ? AND import_key IN (SELECT value FROM json_each(?))',
  );
  const uses = db.prepare('SELECT 1 FROM workouts WHERE user_id = ? AND instr(document, ?) > 0 LIMIT 1');

  function knownKeys(userId: string, keys: readonly string[]): Set<string> {
    const rows = storedKeys.all(userId, JSON.stringify(keys.map(asStored))) as { import_key: string }[];
    const stored = new Set(rows.map((row) => row.import_key));
    return new Set(keys.filter((key) => stored.has(asStored(key))));
  }

  function removeWorkout(row: WorkoutRow): void {
    figures.takeAway(row.user_id, countedOfRow(row));
    figures.records.replace(row.user_id, row.id, row.local_date, []);
    rows.remove(row.id);
  }

  /** → whether something is left */
  function removeSlice(importId: string): boolean {
    const slice = someOf.all(importId, SLICE) as WorkoutRow[];
    for (const row of slice) removeWorkout(row);
    return slice.length === SLICE;
  }

  function removeRest(userId: string, importId: string): void {
    own.removeUnused(userId, importId, (exerciseId) => uses.get(userId, exerciseId) !== undefined);
    removeImport.run(importId);
  }

  async function takeBack(userId: string, importId: string, today: string): Promise<Progress> {
    await writer.write(() => void setWhole.run(0, importId));
    while (await writer.write(() => removeSlice(importId)));
    return writer.write(() => {
      removeRest(userId, importId);
      // Also where the import failed: a workout saved meanwhile has told its screens numbers that hold no longer.
      figures.nextVersion(userId);
      return figures.progress(userId, today);
    });
  }

  return {
    async add(userId, load, { at, today }, count) {
      const known = knownKeys(
        userId,
        load.workouts.map((workout) => workout.key),
      );
      const taken = new Set([...known].map(asStored));
      const fresh = load.workouts.filter(({ key }) => !taken.has(asStored(key)) && taken.add(asStored(key)));
      const all = load.workouts.length;
      if (fresh.length === 0) {
        return { importId: null, added: 0, known: all, progress: figures.progress(userId, today) };
      }

      const importId = newId(at);
      const ids = await writer.write(() => {
        begin.run(importId, userId, at.toISOString());
        own.addMissing(userId, load.exercises, importId, at);
        return own.idsByName(userId);
      });
      try {
        let added = 0;
        for (let from = 0; from < fresh.length; from += SLICE) {
          const slice = fresh.slice(from, from + SLICE);
          added += await writer.write(() => addSlice(slice, ids));
        }
        const progress = await writer.write(() => {
          if (added > 0) {
            setWhole.run(1, importId);
            figures.nextVersion(userId);
          } else removeRest(userId, importId);
          return figures.progress(userId, today);
        });
        return { importId: added > 0 ? importId : null, added, known: all - added, progress };
      } catch (error) {
        await takeBack(userId, importId, today);
        throw error;
      }

      function addSlice(slice: typeof fresh, ownIds: ReadonlyMap<string, string>): number {
        // The same file may be on its way twice.
        const meanwhile = knownKeys(
          userId,
          slice.map((workout) => workout.key),
        );
        const still = slice.filter((workout) => !meanwhile.has(workout.key));
        for (const { key, ...workout } of still) {
          const id = newId(at);
          const joined = withOwnExercises(workout, ownIds);
          rows.insert(id, userId, joined, at, { importId, importKey: key });
          count(id, joined);
        }
        return still.length;
      }
    },

    async undo(userId, importId, today) {
      return find.get(importId, userId) ? takeBack(userId, importId, today) : undefined;
    },

    takeBackHalves() {
      for (const { id, user_id: userId } of halves.all() as { id: string; user_id: string }[]) {
        while (removeSlice(id));
        removeRest(userId, id);
        figures.nextVersion(userId);
      }
    },

    knownKeys,

    forget(row) {
      removeWorkout(row);
      if (row.import_id !== null && !anyOf.get(row.import_id)) removeImport.run(row.import_id);
    },
  };
}
