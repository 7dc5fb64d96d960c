import type { WorkoutInput } from '@trainer/contract/types';
import type { Session } from '../../offline/session.ts';
import { leftOf } from './rest.ts';

const LONGEST_MINUTES = 1440;
/** Who does nothing for this long has gone home without finishing: the workout ended with the last set. */
const GONE_HOME_MS = 3 * 3_600_000;

/** A finished session as the workout that is sent: what was ticked, and nothing else. */
export function workoutOf(session: Session, now: Date): WorkoutInput & { clientId: string } {
  const started = new Date(session.startedAt);
  const ended = endOf(session, now);
  const minutes = Math.round((ended.getTime() - started.getTime()) / 60_000);
  return {
    clientId: session.sessionId,
    name: session.name,
    // A clock that was set back must not put the workout into the future.
    date: (started < now ? started : now).toISOString(),
    exercises: session.exercises.flatMap((exercise) => loggedOf(exercise, session.rest, now)),
    totalDuration: Math.min(LONGEST_MINUTES, Math.max(1, minutes)),
    intensity: 'moderate',
  };
}

function endOf({ exercises }: Session, now: Date): Date {
  const done = exercises.flatMap((exercise) => exercise.sets.filter((set) => set.done));
  const last = Math.max(...done.map((set) => Date.parse(set.at)));
  return now.getTime() - last > GONE_HOME_MS ? new Date(last) : now;
}

function loggedOf(
  { exerciseId, name, note, sets }: Session['exercises'][number],
  running: Session['rest'],
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
