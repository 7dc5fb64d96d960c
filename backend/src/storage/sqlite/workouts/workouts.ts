import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { countedOf } from '../../figures.ts';
import { newId } from '../../ids.ts';
import type { NewWorkout, Workouts } from '../../port.ts';

import type { Writer } from '../writer.ts';
import { countedOfRow, type FigureRows } from './figures.ts';
import type { Imports } from './imports.ts';
import { glances } from './glances.ts';
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
        countNew(userId, id, workout);
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
        figures.takeAway(user, countedOfRow(before));
        rows.update(id, to, at);
        figures.add(user, countedOf(to));
        figures.records.replace(user, id, to.localDate, to.figures.bests);
        figures.nextVersion(user);
        return { workout: read(id), progress: figures.progress(user, today) };
      }),

    remove: ({ _id: id, user }, today) =>
      writer.write(() => {
        const row = rows.find(id);
        if (!row) return undefined;
        imports.forget(row);
        figures.nextVersion(user);
        return { progress: figures.progress(user, today) };
      }),

    progress: (userId, today) => Promise.resolve(figures.progress(userId, today)),
    glances: glances(db),
    stats: (userId, today) => Promise.resolve(figures.stats(userId, today)),

    import: (userId, load, at, today) =>
      imports.add(userId, load, { at, today }, (id, workout) => {
        countNew(userId, id, workout);
      }),
    knownKeys: (userId, keys) => Promise.resolve(imports.knownKeys(userId, keys)),
    async undoImport(userId, importId, today) {
      const progress = await imports.undo(userId, importId, today);
      return progress && { progress };
    },

    all,
    rebuild: (userId) =>
      writer.write(() => {
        figures.rebuild(userId);
        figures.nextVersion(userId);
      }),
  };

  function countNew(userId: string, id: string, workout: NewWorkout): void {
    figures.add(userId, countedOf(workout));
    figures.records.add(userId, id, workout.localDate, workout.figures.bests);
  }

  function read(id: string) {
    return toWorkout(rows.find(id) as WorkoutRow);
  }
}
