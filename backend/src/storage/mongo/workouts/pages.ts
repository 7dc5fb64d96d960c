import type { Filter } from 'mongodb';
import type { Workouts } from '../../port.ts';
import type { Collections } from '../collections.ts';
import type { WorkoutRecord } from '../documents.ts';
import { toId } from '../ids.ts';
import { toWorkout } from './documents.ts';

const SLICE = 100;

/**
 * Lists by (date, id), a page at a time. A whole history is read in slices, too: a cursor that stays open would die of a
 * slow reader, and of every election.
 */
export function pages({ workouts }: Collections): Pick<Workouts, 'page' | 'all'> {
  return {
    async page(userId, { limit, after, from, to }) {
      const date = after && new Date(after.date);
      if (date && Number.isNaN(date.getTime())) return { items: [], next: null };
      const filter: Filter<WorkoutRecord> = {
        user: toId(userId),
        ...(after && date && beyond('$lt', date, after.id)),
        ...((from !== undefined || to !== undefined) && {
          localDate: { ...(from !== undefined && { $gte: from }), ...(to !== undefined && { $lte: to }) },
        }),
      };
      // One more than asked tells whether there is a next page.
      const found = await workouts
        .find(filter)
        .sort({ date: -1, _id: -1 })
        .limit(limit + 1)
        .map(toWorkout)
        .toArray();
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return { items, next: found.length > limit && last ? { date: last.date, id: last._id } : null };
    },

    async *all(userId) {
      let rest: Filter<WorkoutRecord> = {};
      for (;;) {
        const slice = await workouts
          .find({ user: toId(userId), ...rest })
          .sort({ date: 1, _id: 1 })
          .limit(SLICE)
          .toArray();
        yield* slice.map(toWorkout);
        const last = slice.at(-1);
        if (!last || slice.length < SLICE) return;
        rest = beyond('$gt', last.date, last._id.toHexString());
      }
    },
  };
}

/** On the far side of a place; the bound on the date alone lets the index begin there. */
const beyond = (side: '$lt' | '$gt', date: Date, id: string): Filter<WorkoutRecord> => ({
  date: side === '$lt' ? { $lte: date } : { $gte: date },
  $or: [{ date: { [side]: date } }, { date, _id: { [side]: toId(id) } }],
});
