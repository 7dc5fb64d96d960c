import type { SetType } from '@trainer/contract/types';

/**
 * A running workout as the operations that made it. What it looks like follows from the operations alone, whatever order
 * they arrived in and however often: two tabs, or a device that was away, end at the same workout.
 */
export type Op = Base &
  (
    | { op: 'start'; startedAt: string; name: string }
    | { op: 'addExercise'; key: string; exerciseId: string | null; name: string; after?: string }
    | { op: 'swapExercise'; key: string; newKey: string; exerciseId: string | null; name: string }
    | { op: 'removeExercise'; key: string }
    | { op: 'moveExercise'; key: string; after: string | null }
    | ({ op: 'set'; key: string; setId: string } & SetValues)
    | { op: 'removeSet'; key: string; setId: string }
    | { op: 'note'; text: string; key?: string }
    | { op: 'rest'; until: string | null; seconds: number }
  );

interface Base {
  opId: string;
  sessionId: string;
  /** When it was done, ISO 8601; the newest wins. */
  at: string;
}

/** `weight` kg, `duration` seconds, `distance` m. */
export interface SetValues {
  type: SetType;
  reps: number | null;
  weight: number | null;
  duration: number | null;
  distance: number | null;
  rpe: number | null;
  done: boolean;
}

export interface SessionSet extends SetValues {
  setId: string;
  at: string;
}

export interface SessionExercise {
  key: string;
  exerciseId: string | null;
  name: string;
  note: string;
  sets: SessionSet[];
}

export interface Session {
  sessionId: string;
  name: string;
  startedAt: string;
  exercises: SessionExercise[];
  rest: { until: string; seconds: number } | null;
}

/** The workout that a set of operations makes; null until its `start` is among them. */
export function sessionOf(given: Iterable<Op>): Session | null {
  const ops = inOrder(given);
  const start = ops.find((op) => op.op === 'start');
  if (start?.op !== 'start') return null;
  const exercises = exercisesOf(ops);
  for (const exercise of exercises) exercise.sets = setsOf(ops, exercise.key);
  const swapped = new Set(ops.flatMap((op) => (op.op === 'swapExercise' ? [op.key] : [])));
  const rest = ops.findLast((op) => op.op === 'rest');
  return {
    sessionId: start.sessionId,
    name: start.name,
    startedAt: start.startedAt,
    // What was done stays with the exercise that it was done on; without a set there is nothing to stay.
    exercises: exercises.filter((exercise) => !swapped.has(exercise.key) || exercise.sets.length > 0),
    rest: rest?.op === 'rest' && rest.until !== null ? { until: rest.until, seconds: rest.seconds } : null,
  };
}

/** By time, and by id where two clocks say the same; each operation once. */
function inOrder(given: Iterable<Op>): Op[] {
  const once = new Map([...given].map((op) => [op.opId, op]));
  return [...once.values()].sort((a, b) => compare(a.at, b.at) || compare(a.opId, b.opId));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function exercisesOf(ops: readonly Op[]): SessionExercise[] {
  let list: SessionExercise[] = [];
  const place = (exercise: SessionExercise, after: string | null | undefined) => {
    const index =
      after === null
        ? 0
        : after === undefined
          ? list.length
          : list.findIndex((one) => one.key === after) + 1 || list.length;
    list = list.toSpliced(index, 0, exercise);
  };
  for (const op of ops) {
    const known = 'key' in op ? list.find((exercise) => exercise.key === op.key) : undefined;
    if (op.op === 'addExercise' && !known)
      place({ key: op.key, exerciseId: op.exerciseId, name: op.name, note: '', sets: [] }, op.after);
    else if (op.op === 'swapExercise' && !list.some((exercise) => exercise.key === op.newKey))
      place({ key: op.newKey, exerciseId: op.exerciseId, name: op.name, note: '', sets: [] }, op.key);
    else if (op.op === 'removeExercise') list = list.filter((exercise) => exercise.key !== op.key);
    else if (op.op === 'moveExercise' && known && op.after !== op.key) {
      list = list.filter((exercise) => exercise !== known);
      place(known, op.after);
    } else if (op.op === 'note' && known) known.note = op.text;
  }
  return list;
}

/** In the order in which they were first seen; of each the newest values. */
function setsOf(ops: readonly Op[], key: string): SessionSet[] {
  const sets = new Map<string, SessionSet>();
  for (const op of ops) {
    if (op.op === 'removeSet') sets.delete(op.setId);
    if (op.op !== 'set' || op.key !== key) continue;
    const { setId, at, type, reps, weight, duration, distance, rpe, done } = op;
    sets.set(setId, { setId, at, type, reps, weight, duration, distance, rpe, done });
  }
  // Ids are made in order, so that a set stays in its place when it is changed later than the next one.
  return [...sets.values()].sort((a, b) => compare(a.setId, b.setId));
}

export const doneSets = (session: Session): number =>
  session.exercises.reduce((sum, exercise) => sum + exercise.sets.filter((set) => set.done).length, 0);

let lastStamp = 0;

/** A UUID (version 7) that sorts after all those made before it on this device. */
export function newId(now: number): string {
  lastStamp = Math.max(now, lastStamp + 1);
  const time = lastStamp.toString(16).padStart(12, '0');
  const random = crypto.randomUUID();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
}
