import type { WorkoutInput } from '@trainer/contract/types';
import type { Session } from '../../offline/session.ts';

const LONGEST_MINUTES = 1440;

/** A finished session as the workout that is sent: what was ticked, and nothing else. */
export function workoutOf(session: Session, endedAt: Date): WorkoutInput & { clientId: string } {
  const started = new Date(session.startedAt);
  const minutes = Math.round((endedAt.getTime() - started.getTime()) / 60_000);
  return {
    clientId: session.sessionId,
    name: session.name,
    // A clock that was set back must not put the workout into the future.
    date: (started < endedAt ? started : endedAt).toISOString(),
    exercises: session.exercises.flatMap(loggedOf),
    totalDuration: Math.min(LONGEST_MINUTES, Math.max(1, minutes)),
    intensity: 'moderate',
  };
}

function loggedOf({ exerciseId, name, note, sets }: Session['exercises'][number]): WorkoutInput['exercises'] {
  const done = sets.filter((set) => set.done);
  if (done.length === 0) return [];
  const setLog = done.map(({ type, reps, weight, duration, distance, rpe }) => ({
    type,
    reps,
    weight,
    duration,
    distance,
    rpe,
  }));
  return [{ exerciseId, name, setLog, ...(note ? { note } : {}) }];
}
