import type { LoggedSet, Workout } from '@trainer/contract/types';
import { account } from './account.ts';
import { api } from './api.ts';

/** One earlier time that an exercise was done. */
export interface LastTime {
  localDate: string;
  sets: Pick<LoggedSet, 'type' | 'reps' | 'weight' | 'duration' | 'distance'>[];
}

/** What was done before, by exercise id or by name, newest first. */
export type LastTimes = ReadonlyMap<string, readonly LastTime[]>;

const KEY = 'lastTimes';
const KEPT = 3;

export const lastTimesOf = (
  times: LastTimes,
  exercise: { exerciseId: string | null; name: string },
): readonly LastTime[] => times.get(exercise.exerciseId ?? '') ?? times.get(exercise.name.toLowerCase()) ?? [];

/** From the server, else as the device saw them last: an old number beside the set is better than none. */
export async function loadLastTimes(): Promise<LastTimes> {
  try {
    const { data } = await api.call('workouts', { query: { limit: '60' } });
    const times = collect(data);
    localStorage.setItem(KEY, JSON.stringify({ userId: account.user.peek()?._id, times: [...times] }));
    return times;
  } catch {
    return keptLastTimes();
  }
}

export function collect(workouts: readonly Workout[]): Map<string, LastTime[]> {
  const times = new Map<string, LastTime[]>();
  for (const { localDate, exercises } of workouts) {
    for (const exercise of exercises) {
      const sets =
        exercise.setLog.length > 0
          ? exercise.setLog
          : Array.from({ length: exercise.sets }, () => summarised(exercise));
      for (const key of new Set([exercise.exerciseId, exercise.name.toLowerCase()])) {
        if (key === null) continue;
        const list = times.get(key) ?? [];
        if (list.length < KEPT) times.set(key, [...list, { localDate, sets }]);
      }
    }
  }
  return times;
}

const summarised = ({ reps, weight, duration, sets }: Workout['exercises'][number]) => ({
  type: 'normal' as const,
  reps,
  weight,
  duration: duration === null ? null : (duration * 60) / sets,
  distance: null,
});

/** As the device saw them last. */
export function keptLastTimes(): LastTimes {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? 'null') as {
      userId: string;
      times: [string, LastTime[]][];
    } | null;
    return new Map(found?.userId === account.user.peek()?._id ? found?.times : []);
  } catch {
    return new Map();
  }
}
