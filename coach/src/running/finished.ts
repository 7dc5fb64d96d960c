import type { WorkoutInput } from '@trainer/contract/types';
import { leftOf } from './rest.ts';
import type { Finish, RunningWorkout } from './session.ts';

const LONGEST_MINUTES = 1440;
/** Who does nothing for this long has gone home without finishing: the workout ended with the last set. */
const GONE_HOME_MS = 3 * 3_600_000;

export type HowItEnded = Pick<Finish, 'endedAt'> & Partial<Pick<Finish, 'intensity' | 'mood' | 'notes'>>;

/**
 * A finished session as a workout: what was ticked, and nothing else. Null while nothing is.
 * The notes of the finish take the place of the session’s own.
 */
export function workoutOf(
  session: RunningWorkout,
  { endedAt, intensity, mood, notes }: HowItEnded,
): (WorkoutInput & { clientId: string }) | null {
  const now = new Date(endedAt);
  const exercises = session.exercises.flatMap((exercise) => loggedOf(exercise, session.rest, now));
  if (exercises.length === 0) return null;
  const started = new Date(session.startedAt);
  const minutes = Math.round((endOf(session, now).getTime() - started.getTime()) / 60_000);
  const note = notes ?? (session.note || null);
  return {
    clientId: session.sessionId,
    name: session.name,
    // A clock that was set back must not put the workout into the future.
    date: (started < now ? started : now).toISOString(),
    exercises,
    totalDuration: Math.min(LONGEST_MINUTES, Math.max(1, minutes)),
    intensity: intensity ?? 'moderate',
    ...(mood ? { mood } : {}),
    ...(note ? { notes: note } : {}),
  };
}

function endOf({ exercises }: RunningWorkout, now: Date): Date {
  const done = exercises.flatMap((exercise) => exercise.sets.filter((set) => set.done));
  const last = Math.max(...done.map((set) => Date.parse(set.at)));
  return now.getTime() - last > GONE_HOME_MS ? new Date(last) : now;
}

function loggedOf(
  { exerciseId, name, note, sets }: RunningWorkout['exercises'][number],
  running: RunningWorkout['rest'],
  now: Date,
): WorkoutInput['exercises'] {
  const done = sets.filter((set) => set.done);
  if (done.length === 0) return [];
  const setLog = done.map(({ setId, type, reps, weight, duration, distance, rpe, restSeconds }) => ({
    type,
    reps,
    weight,
    duration,
    distance,
    rpe,
    // Nobody knows yet how long a rest will have been that is still going on.
    restSeconds: running?.after === setId && leftOf(running, now.getTime()) > 0 ? null : restSeconds,
  }));
  return [{ exerciseId, name, setLog, ...(note ? { note } : {}) }];
}
