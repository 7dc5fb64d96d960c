import type { Op, Rest, Session, SessionExercise, SessionSet } from '@trainer/contract/types';

/**
 * A running workout as the operations that made it. What it looks like follows from the operations alone, whatever order
 * they arrived in and however often: two tabs, two devices, and the server end at the same workout.
 */
export type RunningWorkout = Omit<Session, 'userId' | 'version'>;

export type { Op, Rest, SessionExercise, SessionSet };
export type SetValues = Omit<SessionSet, 'setId' | 'at' | 'restSeconds'>;
export type Finish = Extract<Op, { op: 'finish' }>;

/** How a workout ended; null: it runs. Whoever finished it anywhere has it, for nothing that was done may be lost. */
export type Ending = { how: 'finished'; finish: Finish } | { how: 'discarded' } | null;

/** The workout that a set of operations makes; null until its `start` is among them. */
export function sessionOf(given: Iterable<Op>): RunningWorkout | null {
  const ops = inOrder(given);
  const start = ops.find((op) => op.op === 'start');
  if (start?.op !== 'start') return null;
  const sets = setsByExercise(ops);
  const exercises = exercisesOf(ops, sets);
  for (const exercise of exercises) exercise.sets = sets.get(exercise.key) ?? [];
  const swapped = new Set(ops.flatMap((op) => (op.op === 'swapExercise' ? [op.key] : [])));
  return {
    sessionId: start.sessionId,
    name: start.name ?? nameOf(exercises),
    startedAt: start.startedAt,
    // What was done stays with the exercise that it was done on; without a set there is nothing to stay.
    exercises: exercises.filter((exercise) => !swapped.has(exercise.key) || exercise.sets.length > 0),
    rest: restOf(ops),
    note: noteOf(ops),
  };
}

/** Whether and how the workout ended: finished wins over discarded, and of two finishes the newest counts. */
export function endingOf(given: Iterable<Op>): Ending {
  const ops = inOrder([...given].filter(({ op }) => op === 'finish' || op === 'discard'));
  const finish = ops.findLast((op) => op.op === 'finish');
  if (finish?.op === 'finish') return { how: 'finished', finish };
  return ops.length > 0 ? { how: 'discarded' } : null;
}

/** What the named operations come down to: of a set, a note, a rest and a finish only the newest counts. */
export function newestOf(given: Iterable<Op>): Op[] {
  return [...new Map(inOrder(given).map((op) => [slotOf(op), op])).values()];
}

/** Operations of one slot are about the same thing, so that the newest takes the place of the ones before. */
export function slotOf(op: Op): string {
  if (op.op === 'set') return `set:${op.key}:${op.setId}`;
  if (op.op === 'note') return `note:${op.key ?? ''}`;
  if (op.op === 'rest') return `rest:${op.after ?? ''}`;
  return op.op === 'finish' || op.op === 'discard' ? op.op : op.opId;
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

function exercisesOf(ops: readonly Op[], sets: SetsByExercise): SessionExercise[] {
  let list: SessionExercise[] = [];
  const isKnown = (key: string) => list.some((exercise) => exercise.key === key);
  const place = (exercise: SessionExercise, after: string | null | undefined) => {
    const behind = list.findIndex((one) => one.key === after) + 1;
    const index = after === null ? 0 : after === undefined ? list.length : behind || list.length;
    list = list.toSpliced(index, 0, exercise);
  };
  for (const op of ops) {
    const known = 'key' in op ? list.find((exercise) => exercise.key === op.key) : undefined;
    if (op.op === 'start') {
      for (const one of op.exercises ?? []) if (!isKnown(one.key)) place(exerciseOf(one.key, one), undefined);
    } else if (op.op === 'addExercise' && !known) place(exerciseOf(op.key, op), op.after ?? undefined);
    else if (op.op === 'swapExercise' && !isKnown(op.newKey)) place(exerciseOf(op.newKey, op), op.key);
    else if (op.op === 'removeExercise' && !wentOn(sets, op)) list = list.filter((exercise) => exercise.key !== op.key);
    else if (op.op === 'moveExercise' && known && op.after !== op.key) {
      list = list.filter((exercise) => exercise !== known);
      place(known, op.after);
    } else if (op.op === 'note' && known) known.note = op.text;
  }
  return list;
}

/** A set that was done on another device after an exercise was removed on this one: what was done is never lost. */
const wentOn = (sets: SetsByExercise, removal: Op & { key: string }): boolean =>
  (sets.get(removal.key) ?? []).some((set) => set.done && set.at > removal.at);

type Named = Pick<SessionExercise, 'name'> &
  Partial<{ [K in 'exerciseId' | 'plannedSets' | 'plannedReps' | 'plannedWeight']: SessionExercise[K] | undefined }>;

const exerciseOf = (key: string, named: Named): SessionExercise => ({
  key,
  exerciseId: named.exerciseId ?? null,
  name: named.name,
  plannedSets: named.plannedSets ?? null,
  plannedReps: named.plannedReps ?? null,
  plannedWeight: named.plannedWeight ?? null,
  note: '',
  sets: [],
});

/** By the key of the exercise, which may not be there itself (yet). */
type SetsByExercise = ReadonlyMap<string, SessionSet[]>;

/** Of each set the newest values. Warm-up sets stand first; ids are made in order, so that a set keeps its place when it is changed. */
function setsByExercise(ops: readonly Op[]): SetsByExercise {
  const byKey = new Map<string, Map<string, SessionSet>>();
  const rests = new Map<string, number>();
  for (const op of ops) {
    if (op.op === 'removeSet') byKey.get(op.key)?.delete(op.setId);
    if (op.op === 'rest' && op.after !== undefined) rests.set(op.after, op.seconds ?? 0);
    if (op.op !== 'set') continue;
    const sets = byKey.get(op.key) ?? new Map<string, SessionSet>();
    byKey.set(op.key, sets.set(op.setId, { ...valuesOf(op), setId: op.setId, at: op.at, restSeconds: null }));
  }
  const rank = (set: SessionSet) => (set.type === 'warmup' ? 0 : 1);
  const listed = ([key, sets]: [string, Map<string, SessionSet>]): [string, SessionSet[]] => {
    for (const set of sets.values()) set.restSeconds = rests.get(set.setId) || null;
    return [key, [...sets.values()].sort((a, b) => rank(a) - rank(b) || compare(a.setId, b.setId))];
  };
  return new Map([...byKey].map(listed));
}

/** What was left out is not known. */
const valuesOf = (given: Extract<Op, { op: 'set' }>): SetValues => ({
  type: given.type,
  reps: given.reps ?? null,
  weight: given.weight ?? null,
  duration: given.duration ?? null,
  distance: given.distance ?? null,
  rpe: given.rpe ?? null,
  done: given.done,
});

function restOf(ops: readonly Op[]): Rest | null {
  const rest = ops.findLast((op) => op.op === 'rest');
  if (rest?.op !== 'rest' || (rest.until === null && !rest.left)) return null;
  const { until, seconds = 0, left, after } = rest;
  return { until, seconds, ...(left === undefined ? {} : { left }), ...(after === undefined ? {} : { after }) };
}

const noteOf = (ops: readonly Op[]): string => {
  const note = ops.findLast((op) => op.op === 'note' && op.key === undefined);
  return note?.op === 'note' ? note.text : '';
};

const nameOf = (exercises: readonly SessionExercise[]): string => exercises[0]?.name ?? 'Workout';

export const doneSets = (session: RunningWorkout): number =>
  session.exercises.reduce((sum, exercise) => sum + exercise.sets.filter((set) => set.done).length, 0);
