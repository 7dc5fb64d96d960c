import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Workouts } from '../../port.ts';
import { toWorkout, type WorkoutRow } from './rows.ts';

/** Beyond every date and every id, for a list that begins at its beginning. */
const BEYOND = '~';
const SLICE = 100;

/** Lists by (date, id), a page at a time. */
export function pages(db: DatabaseSyncInstance): Pick<Workouts, 'page' | 'all'> {
  const newestFirst = db.prepare(
    `SELECT * FROM workouts WHERE user_id = ? AND (date, id) < (?, ?) ORDER BY date DESC, id DESC LIMIT ?`,
  );
  const newestFirstBetween =
    db.prepare(`SELECT * FROM workouts WHERE user_id = ? AND (date, id) < (?, ?) AND local_date BETWEEN ? AND ?
    ORDER BY date DESC, id DESC LIMIT ?`);
  const oldestFirst = db.prepare(
    `SELECT * FROM workouts WHERE user_id = ? AND (date, id) > (?, ?) ORDER BY date, id LIMIT ?`,
  );

  return {
    page(userId, { limit, after, from, to }) {
      const [date, id] = after ? [after.date, after.id] : [BEYOND, BEYOND];
      // One more than asked tells whether there is a next page.
      const found =
        from === undefined && to === undefined
          ? newestFirst.all(userId, date, id, limit + 1)
          : newestFirstBetween.all(userId, date, id, from ?? '', to ?? BEYOND, limit + 1);
      const items = (found.slice(0, limit) as WorkoutRow[]).map(toWorkout);
      const last = items.at(-1);
      return Promise.resolve({ items, next: found.length > limit && last ? { date: last.date, id: last._id } : null });
    },

    async *all(userId) {
      let [date, id] = ['', ''];
      for (;;) {
        const slice = (oldestFirst.all(userId, date, id, SLICE) as WorkoutRow[]).map(toWorkout);
        yield* slice;
        const last = slice.at(-1);
        if (!last || slice.length < SLICE) return;
        [date, id] = [last.date, last._id];
        // Between two slices everybody else has their turn.
        await new Promise(setImmediate);
      }
    },
  };
}
