import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { newId } from '../ids.ts';
import { type Exercise, type Exercises, foldName, type NewOwnExercise } from '../port.ts';
import type { GifRows } from './gifs.ts';
import { sqliteOwnExercises } from './own-exercises.ts';
import type { Writer } from './writer.ts';

interface Row {
  document: string;
}

/** Own exercises, for use inside a write that is under way. */
export interface OwnExerciseRows {
  /** Makes those that the member has none of by that name. */
  addMissing(userId: string, exercises: readonly NewOwnExercise[], importId: string, at: Date): void;
  /** Folded name → id of all that the member owns. */
  idsByName(userId: string): Map<string, string>;
  /** Removes those that the import made and no workout of the member's uses. */
  removeUnused(userId: string, importId: string, isUsed: (exerciseId: string) => boolean): void;
}

export function ownExerciseRows(db: DatabaseSyncInstance): OwnExerciseRows {
  const insert =
    db.prepare(`INSERT INTO exercises (id, owner, name_folded, muscle_group, position, import_id, document) VALUES (?, ?, ?, ?, 0, ?, ?)
    ON CONFLICT (owner, name_folded) DO NOTHING`);
  const names = db.prepare('SELECT id, name_folded FROM exercises WHERE owner = ?');
  const ofImport = db.prepare('SELECT id FROM exercises WHERE import_id = ? AND owner = ?');
  const remove = db.prepare('DELETE FROM exercises WHERE id = ?');
  return {
    addMissing(userId, exercises, importId, at) {
      for (const exercise of exercises) {
        const document: Exercise = {
          ...exercise,
          _id: newId(at),
          slug: null,
          owner: userId,
          createdAt: at.toISOString(),
        };
        insert.run(
          document._id,
          userId,
          foldName(exercise.name),
          exercise.muscleGroup,
          importId,
          JSON.stringify(document),
        );
      }
    },
    idsByName: (userId) =>
      new Map((names.all(userId) as { id: string; name_folded: string }[]).map((row) => [row.name_folded, row.id])),
    removeUnused(userId, importId, isUsed) {
      for (const { id } of ofImport.all(importId, userId) as { id: string }[]) if (!isUsed(id)) remove.run(id);
    },
  };
}

export function sqliteExercises(db: DatabaseSyncInstance, writer: Writer, gifs: GifRows): Exercises {
  const builtIn = db.prepare('SELECT document FROM exercises WHERE owner IS NULL ORDER BY position');
  const builtInOf = db.prepare(
    'SELECT document FROM exercises WHERE owner IS NULL AND muscle_group = ? ORDER BY position',
  );
  const ownedBy = db.prepare(
    'SELECT document FROM exercises WHERE owner IN (SELECT value FROM json_each(?)) ORDER BY name_folded, id',
  );
  const byId = db.prepare('SELECT document FROM exercises WHERE id = ?');
  const removeOthers = db.prepare(
    'DELETE FROM exercises WHERE owner IS NULL AND slug NOT IN (SELECT value FROM json_each(?))',
  );
  const upsert =
    db.prepare(`INSERT INTO exercises (id, slug, owner, name_folded, muscle_group, position, document) VALUES (?, ?, NULL, ?, ?, ?, ?)
    ON CONFLICT (slug) DO UPDATE SET id = excluded.id, name_folded = excluded.name_folded, muscle_group = excluded.muscle_group,
      position = excluded.position, document = excluded.document`);

  const read = (rows: unknown[]) => (rows as Row[]).map((row) => JSON.parse(row.document) as Exercise);
  return {
    async seed(exercises) {
      const wanted = exercises.map((exercise) => JSON.stringify(exercise));
      const there = (builtIn.all() as Row[]).map((row) => row.document);
      if (wanted.length === there.length && wanted.every((document, i) => document === there[i])) return false;
      await writer.write(() => {
        removeOthers.run(JSON.stringify(exercises.map((exercise) => exercise.slug)));
        exercises.forEach((exercise, i) =>
          upsert.run(exercise._id, exercise.slug, foldName(exercise.name), exercise.muscleGroup, i, wanted[i]),
        );
      });
      return true;
    },
    builtIn: () => Promise.resolve(read(builtIn.all())),
    builtInOf: (group) => Promise.resolve(read(builtInOf.all(group))),
    ownedBy: (userIds) => Promise.resolve(read(ownedBy.all(JSON.stringify(userIds)))),
    byId: (id) => Promise.resolve(read(byId.all(id))[0]),
    ...sqliteOwnExercises(db, writer, gifs),
  };
}
