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
    | ({ op: 'rest' } & Rest)
  );

/**
 * A rest is a deadline, not a countdown: it is right after any sleep of the device. Without `until` it stands still with
 * `left` seconds to go, or is over where nothing is left. `seconds`: how long it is as a whole, or was; `after`: the set
 * that it follows.
 */
export interface Rest {
  until: string | null;
  seconds: number;
  left?: number;
  after?: string;
}

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
  /** How long the rest after it is, or was; null: not known. */
  restSeconds: number | null;
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
  rest: Rest | null;
}

/** The workout that a set of operations makes; null until its `start` is among them. */
export function sessionOf(given: Iterable<Op>): Session | null {
  const ops = inOrder(given);
  const start = ops.find((op) => op.op === 'start');
  if (start?.op !== 'start') return null;
  const exercises = exercisesOf(ops);
  for (const exercise of exercises) exercise.sets = setsOf(ops, exercise.key);
  const swapped = new Set(ops.flatMap((op) => (op.op === 'swapExercise' ? [op.key] : [])));
  return {
    sessionId: start.sessionId,
    name: start.name,
    startedAt: start.startedAt,
    // What was done stays with the exercise that it was done on; without a set there is nothing to stay.
    exercises: exercises.filter((exercise) => !swapped.has(exercise.key) || exercise.sets.length > 0),
    rest: restOf(ops),
  };
}

/** What the named operations come down to: of a set, a note and a rest only the newest counts. */
export function newestOf(given: Iterable<Op>): Op[] {
  return [...new Map(inOrder(given).map((op) => [slotOf(op), op])).values()];
}

/** Operations of one slot are about the same thing, so that the newest takes the place of the ones before. */
export function slotOf(op: Op): string {
  if (op.op === 'set') return `set:${op.key}:${op.setId}`;
  if (op.op === 'note') return `note:${op.key ?? ''}`;
  return op.op === 'rest' ? `rest:${op.after ?? ''}` : op.opId;
}

/** By time, and by id where two clocks say the same: the order that all devices agree on. */
export const isNewer = (op: Op, than: Op): boolean => byAge(op, than) > 0;

const byAge = (a: Op, b: Op): number => compare(a.at, b.at) || compare(a.opId, b.opId);

/** Each operation once, the oldest first. */
function inOrder(given: Iterable<Op>): Op[] {
  const once = new Map([...given].map((op) => [op.opId, op]));
  return [...once.values()].sort(byAge);
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

/** Of each set the newest values. Warm-up sets stand first; ids are made in order, so that a set keeps its place when it is changed. */
function setsOf(ops: readonly Op[], key: string): SessionSet[] {
  const sets = new Map<string, SessionSet>();
  for (const op of ops) {
    if (op.op === 'removeSet' && op.key === key) sets.delete(op.setId);
    if (op.op !== 'set' || op.key !== key) continue;
    const { setId, at, type, reps, weight, duration, distance, rpe, done } = op;
    sets.set(setId, { setId, at, type, reps, weight, duration, distance, rpe, done, restSeconds: null });
  }
  for (const op of ops) {
    const set = op.op === 'rest' && op.after !== undefined ? sets.get(op.after) : undefined;
    if (set && op.op === 'rest') set.restSeconds = op.seconds || null;
  }
  const rank = (set: SessionSet) => (set.type === 'warmup' ? 0 : 1);
  return [...sets.values()].sort((a, b) => rank(a) - rank(b) || compare(a.setId, b.setId));
}

function restOf(ops: readonly Op[]): Rest | null {
  const rest = ops.findLast((op) => op.op === 'rest');
  if (rest?.op !== 'rest' || (rest.until === null && !rest.left)) return null;
  const { until, seconds, left, after } = rest;
  return { until, seconds, ...(left === undefined ? {} : { left }), ...(after === undefined ? {} : { after }) };
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
