import type { SessionExercise } from '@trainer/contract/types';
import type { RunningWorkout } from './session.ts';

/** What of a running workout is seen at a glance. */
export interface Glance {
  sessionId: string;
  startedAt: string;
  name: string;
  /** The one that is trained now; null: there is none yet. */
  exercise: string | null;
  /** Working sets: those that warm up are not counted. */
  setsDone: number;
  /** As many as are planned or listed, whichever is more. */
  setsPlanned: number;
  restUntil: string | null;
}

export const glanceOf = (session: RunningWorkout): Glance => ({
  sessionId: session.sessionId,
  startedAt: session.startedAt,
  name: session.name,
  exercise: current(session.exercises)?.name ?? null,
  setsDone: sum(session.exercises, doneOf),
  setsPlanned: sum(session.exercises, plannedOf),
  restUntil: session.rest?.until ?? null,
});

/** The exercise of the set that was done last, until it is through; then the next that is not. */
function current(exercises: readonly SessionExercise[]): SessionExercise | undefined {
  const latest = exercises.reduce(
    (found, exercise, i) => {
      const at = lastDone(exercise);
      return at > found.at ? { at, i } : found;
    },
    { at: '', i: 0 },
  ).i;
  const fromThere = [...exercises.slice(latest), ...exercises.slice(0, latest)];
  return (
    fromThere.find((exercise) => doneOf(exercise) < plannedOf(exercise) || plannedOf(exercise) === 0) ?? fromThere[0]
  );
}

const lastDone = ({ sets }: SessionExercise): string =>
  sets.reduce((latest, set) => (set.done && set.at > latest ? set.at : latest), '');

const working = ({ sets }: SessionExercise) => sets.filter((set) => set.type !== 'warmup');
const doneOf = (exercise: SessionExercise): number => working(exercise).filter((set) => set.done).length;
const plannedOf = (exercise: SessionExercise): number => Math.max(exercise.plannedSets ?? 0, working(exercise).length);

const sum = (exercises: readonly SessionExercise[], of: (exercise: SessionExercise) => number): number =>
  exercises.reduce((whole, exercise) => whole + of(exercise), 0);
