import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { NewWorkout, Workouts } from '../../port.ts';
import { newId } from '../ids.ts';
import type { Writer } from '../writer.ts';
import { countedOf, type FigureRows, hundredths } from './figures.ts';
import type { Imports } from './imports.ts';
import { pages } from './pages.ts';
import { toWorkout, type WorkoutRow, type WorkoutRows } from './rows.ts';

interface Deps {
  writer: Writer;
  rows: WorkoutRows;
  figures: FigureRows;
  imports: Imports;
}

export function sqliteWorkouts(db: DatabaseSyncInstance, { writer, rows, figures, imports }: Deps): Workouts {
  const { page, all } = pages(db);
  return {
    add: (userId, workout, at, today) =>
      writer.write(() => {
        const known = workout.clientId === null ? undefined : rows.findByClientId(userId, workout.clientId);
        if (known) return { workout: toWorkout(known), added: false, progress: figures.progress(userId, today) };
        const id = newId(at);
        rows.insert(id, userId, workout, at, { importId: null, importKey: null });
        count(userId, id, workout);
        figures.nextVersion(userId);
        return { workout: read(id), added: true, progress: figures.progress(userId, today) };
      }),

    page,
    byId(id) {
      const row = rows.find(id);
      return Promise.resolve(row && toWorkout(row));
    },

    change: ({ _id: id, user }, to, at, today) =>
      writer.write(() => {
        const before = rows.find(id);
        if (!before) return undefined;
        figures.takeAway(user, countedOf(before));
        rows.update(id, to, at);
        count(user, id, to);
        figures.nextVersion(user);
        return { workout: read(id), progress: figures.progress(user, today) };
      }),

    remove: ({ _id: id, user }, today) =>
      writer.write(() => {
        const row = rows.find(id);
        if (!row) return undefined;
        imports.forget(row, figures);
        figures.nextVersion(user);
        return { progress: figures.progress(user, today) };
      }),

    progress: (userId, today) => Promise.resolve(figures.progress(userId, today)),
    stats: (userId, today) => Promise.resolve(figures.stats(userId, today)),

    import: (userId, load, at, today) => {
      const add = imports.prepare(userId, load, at);
      return writer.write(() => {
        const { importId, added, known } = add((id, workout) => {
          count(userId, id, workout);
        });
        if (added > 0) figures.nextVersion(userId);
        return { importId, added, known, progress: figures.progress(userId, today) };
      });
    },
    knownKeys: (userId, keys) => Promise.resolve(imports.knownKeys(userId, keys)),
    undoImport: (userId, importId, today) =>
      writer.write(() => {
        if (!imports.undo(userId, importId, figures)) return undefined;
        figures.nextVersion(userId);
        return { progress: figures.progress(userId, today) };
      }),

    all,
    rebuild: (userId) =>
      writer.write(() => {
        figures.rebuild(userId);
        figures.nextVersion(userId);
      }),
  };

  function count(userId: string, id: string, workout: NewWorkout): void {
    const { localDate, totalDuration, totalCalories, figures: own } = workout;
    const counted = {
      localDate,
      minutes: hundredths(totalDuration),
      calories: hundredths(totalCalories),
      volume: hundredths(own.volume),
      sets: own.sets,
    };
    figures.add(userId, counted);
    figures.records.replace(userId, id, localDate, own.bests);
  }

  function read(id: string) {
    return toWorkout(rows.find(id) as WorkoutRow);
  }
}
