import type { Progress, Workout } from '@trainer/contract/types';
import { type Cache, entries, type Entry } from '../../cache/port.ts';
import type { Realtime } from '../../realtime/port.ts';

/** The member whose workouts changed. */
interface Whose {
  _id: string;
  trainerId: string | null;
  /** Those of a trainer, who see the trainer’s own exercises. */
  assignedClients: readonly string[];
}

/** Told once a change is stored, whatever it was. Resolves when no reader can see the old numbers any more. */
export type Changed = (
  whose: Whose,
  progress: Progress,
  what?: { workout?: Workout; ownExercises?: true },
) => Promise<void>;

interface Deps {
  cache: Cache;
  realtime: Pick<Realtime, 'progressUpdated'>;
  /** Tells whoever coaches this member, once what was cached is cleared. → who watches the numbers */
  tellTrainer: (memberId: string, cleared: Promise<void>) => Promise<readonly string[]>;
}

/** The only road after any change of workouts: clear what was cached, then tell every screen that shows the numbers. */
export function changed({ cache, realtime, tellTrainer }: Deps): Changed {
  return async (whose, progress, what = {}) => {
    const cleared = cache.invalidate([...entriesOf(whose), ...(what.ownExercises ? exercisesSeenBy(whose) : [])]);
    // Asked now, and not when the account was read: coaching may have begun or ended since.
    const [watchers] = await Promise.all([tellTrainer(whose._id, cleared), cleared]);
    const { version, totalWorkouts, totalCalories, totalDuration, streak } = progress;
    const numbers = { userId: whose._id, version, totalWorkouts, totalCalories, totalDuration, streak };
    realtime.progressUpdated(what.workout ? { ...numbers, workout: inShort(what.workout) } : numbers, watchers);
  };
}

function entriesOf({ _id, trainerId }: Whose): Entry[] {
  const own = [entries.progress(_id), entries.workouts(_id), entries.stats(_id)];
  return trainerId ? [...own, entries.trainersClients(trainerId)] : own;
}

const exercisesSeenBy = ({ _id, assignedClients }: Whose): Entry[] =>
  [_id, ...assignedClients].map(entries.ownExercises);

const inShort = ({ _id, name, date, localDate, totalDuration, totalCalories }: Workout) => ({
  _id,
  name,
  date,
  localDate,
  totalDuration,
  totalCalories,
});
