import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { exerciseAfter, exerciseMade } from '../own-exercises.ts';
import { newId } from '../ids.ts';
import { type Exercise, type Exercises, foldName, type NameTaken } from '../port.ts';
import type { GifRows } from './gifs.ts';
import type { Writer } from './writer.ts';

interface OwnRow {
  document: string;
  id: string;
  gif_id: string | null;
}

/** What people make by themselves. The animation is stored first, a piece at a time; the exercise then names it. */
export function sqliteOwnExercises(
  db: DatabaseSyncInstance,
  writer: Writer,
  gifs: GifRows,
): Pick<Exercises, 'add' | 'change' | 'remove' | 'gif'> {
  const columns = 'id, gif_id, document';
  const byClientId = db.prepare(`SELECT ${columns} FROM exercises WHERE owner = ? AND client_id = ?`);
  const byName = db.prepare(`SELECT ${columns} FROM exercises WHERE owner = ? AND name_folded = ?`);
  const byId = db.prepare(`SELECT ${columns} FROM exercises WHERE id = ? AND owner IS NOT NULL`);
  const insert = db.prepare(
    'INSERT INTO exercises (id, owner, name_folded, muscle_group, position, client_id, gif_id, document) VALUES (?, ?, ?, ?, 0, ?, ?, ?)',
  );
  const update = db.prepare(
    'UPDATE exercises SET name_folded = ?, muscle_group = ?, gif_id = ?, document = ? WHERE id = ?',
  );
  const remove = db.prepare('DELETE FROM exercises WHERE id = ?');
  const asked = (statement: typeof byId, ...values: string[]) => statement.get(...values) as OwnRow | undefined;

  /** Stores an animation and does with it what needs it; what then nobody names is let go. */
  async function withGif<T>(
    gif: Parameters<GifRows['put']>[0] | undefined,
    at: Date,
    work: (gifId: string | null) => { result: T; unused: string | null },
  ): Promise<T> {
    const gifId = gif ? await gifs.put(gif, at) : null;
    return writer.write(() => {
      const { result, unused } = work(gifId);
      if (unused !== null) gifs.remove(unused);
      return result;
    });
  }

  return {
    add: (userId, exercise, { clientId, gif }, at) =>
      withGif<{ exercise: Exercise; added: boolean } | NameTaken>(gif, at, (gifId) => {
        const first = clientId === undefined ? undefined : asked(byClientId, userId, clientId);
        if (first) return { result: { exercise: parsed(first), added: false }, unused: gifId };
        if (asked(byName, userId, foldName(exercise.name))) return { result: { taken: 'name' }, unused: gifId };
        const _id = newId(at);
        const made = exerciseMade(userId, _id, exercise, gif?.address(_id), at);
        insert.run(_id, userId, foldName(made.name), made.muscleGroup, clientId ?? null, gifId, JSON.stringify(made));
        return { result: { exercise: made, added: true }, unused: null };
      }),

    change: (own, to, gif, at) =>
      withGif<Exercise | NameTaken | undefined>(gif ?? undefined, at, (gifId) => {
        const row = asked(byId, own._id);
        if (!row) return { result: undefined, unused: gifId };
        const same = asked(byName, own.owner, foldName(to.name));
        if (same && same.id !== own._id) return { result: { taken: 'name' }, unused: gifId };
        const before = parsed(row);
        const gifUrl = gif === undefined ? before.gifUrl : gif?.address(own._id);
        const made = exerciseAfter(own, before, to, gifUrl);
        const keeps = gif === undefined;
        update.run(foldName(to.name), to.muscleGroup, keeps ? row.gif_id : gifId, JSON.stringify(made), own._id);
        return { result: made, unused: keeps ? null : row.gif_id };
      }),

    remove: (own) =>
      writer.write(() => {
        const row = asked(byId, own._id);
        if (!row) return;
        remove.run(own._id);
        if (row.gif_id !== null) gifs.remove(row.gif_id);
      }),

    gif(id) {
      const gifId = asked(byId, id)?.gif_id;
      return Promise.resolve(gifId == null ? undefined : gifs.get(gifId));
    },
  };
}

const parsed = (row: OwnRow): Exercise => JSON.parse(row.document) as Exercise;
