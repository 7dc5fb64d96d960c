import type { Progress, Workout } from '@trainer/contract/types';
import { type Cache, entries, type Entry } from '../../cache/port.ts';
import type { Realtime } from '../../realtime/port.ts';

/** The member whose workouts changed. */
interface Whose {
  _id: string;
  trainerId: string | null;
}

/** Told once a change is stored, whatever it was. Resolves when no reader can see the old numbers any more. */
export type Changed = (
  whose: Whose,
  progress: Progress,
  what?: { workout?: Workout; ownExercises?: true },
) => Promise<void>;

/** The only road after any change of workouts: clear what was cached, then tell every screen that shows the numbers. */
export function changed({ cache, realtime }: { cache: Cache; realtime: Realtime }): Changed {
  return async (whose, progress, what = {}) => {
    await cache.invalidate([...entriesOf(whose), ...(what.ownExercises ? [entries.ownExercises(whose._id)] : [])]);
    const { version, totalWorkouts, totalCalories, totalDuration, streak } = progress;
    const numbers = { userId: whose._id, version, totalWorkouts, totalCalories, totalDuration, streak };
    realtime.progressUpdated(what.workout ? { ...numbers, workout: inShort(what.workout) } : numbers);
  };
}

function entriesOf({ _id, trainerId }: Whose): Entry[] {
  const own = [entries.progress(_id), entries.workouts(_id), entries.stats(_id)];
  return trainerId ? [...own, entries.trainersClients(trainerId)] : own;
}

const inShort = ({ _id, name, date, localDate, totalDuration, totalCalories }: Workout) => ({
  _id,
  name,
  date,
  localDate,
  totalDuration,
  totalCalories,
});
