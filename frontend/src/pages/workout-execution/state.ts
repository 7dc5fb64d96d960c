import { computed, signal } from '@preact/signals-core';
import type { Exercise } from '@trainer/contract/types';
import { type LastTimes, lastTimesOf } from '../../last-times.ts';
import {
  doneSets,
  type Rest,
  type SessionExercise,
  type SessionSet,
  type SetValues,
} from '@trainer/coach/running/session';
import type { PlannedDose, Tray } from '../../tray.ts';
import { dosedSets, EMPTY, plannedSets } from './plan.ts';
import { leftOf } from '@trainer/coach/running/rest';
import { type Part, runningLog, type World } from './running-log.ts';

export type WorkoutState = ReturnType<typeof workoutState>;

/** What runs, which set is in work, and all that can be done to it. */
export function workoutState(world: World) {
  const { now } = world;
  const log = runningLog(world);
  const { session, write, act, freshId } = log;
  const exercises = signal<readonly Exercise[]>([]);
  const lastTimes = signal<LastTimes>(new Map());
  const chosenKey = signal<string | null>(null);
  const chosenSetId = signal<string | null>(null);
  /** Somebody looks at a set while a rest goes on. */
  const looking = signal(false);

  const known = computed(() => new Map(exercises.value.map((exercise) => [exercise._id, exercise])));
  const knownOf = (exercise: { exerciseId: string | null }) => known.value.get(exercise.exerciseId ?? '');

  /** The exercise in work: the chosen one, or the first with a set to do. */
  const current = computed(() => {
    const all = session.value?.exercises ?? [];
    return all.find((exercise) => exercise.key === chosenKey.value) ?? all.find(hasMore) ?? all.at(-1) ?? null;
  });
  /** The set in work: the chosen one, or the first to do. */
  const currentSet = computed(() => {
    const sets = current.value?.sets ?? [];
    return sets.find((set) => set.setId === chosenSetId.value) ?? sets.find((set) => !set.done) ?? null;
  });
  /** What comes after the current set: another of this exercise, or the next exercise with a set to do. */
  const next = computed(() => {
    const all = session.value?.exercises ?? [];
    const here = all.findIndex((exercise) => exercise.key === current.value?.key);
    return [...all.slice(here), ...all.slice(0, here)].find(hasMore) ?? null;
  });

  const setOp = (key: string, setId: string, values: SetValues): Part => ({
    op: 'set',
    key,
    setId,
    ...valuesOf(values),
  });

  function additionOf(exercise: Exercise, key: string, most: number | null = null, dose?: PlannedDose): Part[] {
    const last = lastTimesOf(lastTimes.peek(), { exerciseId: exercise._id, name: exercise.name })[0];
    const add: Part = {
      op: 'addExercise',
      key,
      exerciseId: exercise._id,
      name: exercise.name,
      ...(dose && { plannedSets: dose.sets, plannedReps: dose.reps, plannedWeight: dose.weight }),
    };
    const sets = dose ? dosedSets(exercise, last, dose) : plannedSets(exercise, last, most);
    return [add, ...sets.map((values) => setOp(key, freshId(), values))];
  }

  return {
    ...log,
    /** False in a browser that keeps nothing. */
    keeps: world.store.keeps,
    exercises,
    lastTimes,
    current,
    currentSet,
    looking,
    next,
    knownOf,

    /** @param how how many sets of each, or what a plan asks for; without it as many as usual */
    async begin(
      name: string,
      chosen: readonly Exercise[],
      { sets = null, doses = {} }: Partial<Pick<Tray, 'sets' | 'doses'>> = {},
    ): Promise<void> {
      await log.begin([
        { op: 'start', startedAt: new Date(now()).toISOString(), name },
        ...chosen.flatMap((exercise) => additionOf(exercise, freshId(), sets, doses[exercise._id])),
      ]);
    },

    choose(key: string, setId: string | null = null): void {
      chosenKey.value = key;
      chosenSetId.value = setId;
      looking.value = true;
    },

    /** Changes values of the current set. */
    change(values: Partial<SetValues>): Promise<void> {
      const [exercise, set] = [current.peek(), currentSet.peek()];
      return exercise && set ? write([setOp(exercise.key, set.setId, { ...set, ...values })]) : Promise.resolve();
    },

    /** The current set is done: the rest begins, and the next set is in work. One that was done already is only put away. */
    async tick(): Promise<void> {
      const [exercise, set] = [current.peek(), currentSet.peek()];
      if (!exercise || !set) return;
      const hasOthers = exercise.sets.some((other) => !other.done && other.setId !== set.setId);
      chosenSetId.value = null;
      chosenKey.value = hasOthers ? exercise.key : null;
      looking.value = false;
      if (set.done) return;
      const later = laterSets(exercise, set);
      await act(
        [
          setOp(exercise.key, set.setId, { ...set, done: true }),
          ...later.map((other) => setOp(exercise.key, other.setId, { ...other, ...lifted(set) })),
          ...restAfter(exercise, set, hasOthers),
        ],
        [
          ...[set, ...later].map((one) => setOp(exercise.key, one.setId, one)),
          { op: 'rest', until: null, seconds: 0, after: set.setId },
        ],
      );
    },

    async untick(key: string, set: SessionSet): Promise<void> {
      chosenKey.value = key;
      chosenSetId.value = set.setId;
      await act([setOp(key, set.setId, { ...set, done: false })], [setOp(key, set.setId, set)]);
    },

    /** The set that was ticked last comes back in work, still done, for a number that was wrong. */
    chooseLastDone(): void {
      const done = (session.peek()?.exercises ?? []).flatMap(({ key, sets }) =>
        sets.flatMap((set) => (set.done ? [{ key, set }] : [])),
      );
      const last = done.sort((a, b) => (a.set.at < b.set.at ? -1 : 1)).at(-1);
      if (!last) return;
      chosenKey.value = last.key;
      chosenSetId.value = last.set.setId;
      looking.value = true;
    },

    async addSet(type: SetValues['type']): Promise<void> {
      const exercise = current.peek();
      if (!exercise) return;
      const like = exercise.sets.at(-1) ?? plannedSets(knownOf(exercise), undefined)[0] ?? EMPTY;
      const setId = freshId();
      const warmup = type === 'warmup' && like.weight ? { weight: Math.round(like.weight * 0.4), reps: 8 } : {};
      await act(
        [setOp(exercise.key, setId, { ...valuesOf(like), ...warmup, type, rpe: null, done: false })],
        [{ op: 'removeSet', key: exercise.key, setId }],
      );
      if (type === 'warmup') {
        chosenKey.value = exercise.key;
        chosenSetId.value = setId;
      }
    },

    removeSet: (key: string, set: SessionSet) =>
      act([{ op: 'removeSet', key, setId: set.setId }], [setOp(key, set.setId, set)]),

    async add(exercise: Exercise, dose?: PlannedDose): Promise<void> {
      const key = freshId();
      await act(additionOf(exercise, key, null, dose), [{ op: 'removeExercise', key }]);
      chosenKey.value = key;
      chosenSetId.value = null;
    },

    /** What is done stays with the old exercise; what is left to do goes to the new one. */
    async swap(old: SessionExercise, exercise: Exercise): Promise<void> {
      const newKey = freshId();
      const left = old.sets.filter((set) => !set.done);
      const last = lastTimesOf(lastTimes.peek(), { exerciseId: exercise._id, name: exercise.name })[0];
      const [first = EMPTY] = plannedSets(exercise, last);
      const fresh = (left.length > 0 ? left : [first]).map((_, i) => plannedSets(exercise, last)[i] ?? first);
      await act(
        [
          { op: 'swapExercise', key: old.key, newKey, exerciseId: exercise._id, name: exercise.name },
          ...left.map((set): Part => ({ op: 'removeSet', key: old.key, setId: set.setId })),
          ...fresh.map((values) => setOp(newKey, freshId(), values)),
        ],
        [{ op: 'removeExercise', key: newKey }, ...left.map((set) => setOp(old.key, set.setId, set))],
      );
      chosenKey.value = newKey;
      chosenSetId.value = null;
    },

    async remove(exercise: SessionExercise): Promise<void> {
      const all = session.peek()?.exercises ?? [];
      const before = all[all.findIndex((one) => one.key === exercise.key) - 1];
      const key = freshId();
      await act(
        [{ op: 'removeExercise', key: exercise.key }],
        [
          { op: 'addExercise', key, exerciseId: exercise.exerciseId, name: exercise.name },
          { op: 'moveExercise', key, after: before?.key ?? null },
          ...(exercise.note ? [{ op: 'note' as const, key, text: exercise.note }] : []),
          ...exercise.sets.map((set) => setOp(key, freshId(), set)),
        ],
      );
      chosenKey.value = null;
      chosenSetId.value = null;
    },

    /** @param by −1 up, 1 down */
    async move(exercise: SessionExercise, by: -1 | 1): Promise<void> {
      const all = session.peek()?.exercises ?? [];
      const index = all.findIndex((one) => one.key === exercise.key);
      const after = (at: number): string | null => all[at]?.key ?? null;
      if (all[index + by] === undefined) return;
      const target = by < 0 ? after(index - 2) : after(index + 1);
      await act(
        [{ op: 'moveExercise', key: exercise.key, after: target }],
        [{ op: 'moveExercise', key: exercise.key, after: after(index - 1) }],
      );
    },

    note: (key: string, text: string) => write([{ op: 'note', key, text }]),

    async skipRest(): Promise<void> {
      const rest = session.peek()?.rest;
      if (!rest) return;
      const rested = Math.round(Math.max(0, rest.seconds - leftOf(rest, now())));
      await write([restOp(rest, { until: null, seconds: rested })]);
    },

    /** Longer, or shorter where `seconds` is negative; one that has nothing left is over. */
    async moreRest(seconds: number): Promise<void> {
      const rest = session.peek()?.rest;
      if (!rest) return;
      const left = leftOf(rest, now()) + seconds;
      const whole = Math.max(0, rest.seconds + seconds);
      if (left <= 0) await write([restOp(rest, { until: null, seconds: whole })]);
      else if (rest.until === null) await write([restOp(rest, { until: null, seconds: whole, left })]);
      else await write([restOp(rest, { until: until(left), seconds: whole })]);
    },

    async pauseOrGoOn(): Promise<void> {
      const rest = session.peek()?.rest;
      if (!rest) return;
      const left = leftOf(rest, now());
      if (left <= 0) return;
      const next = rest.until === null ? { until: until(left) } : { until: null, left };
      await write([restOp(rest, { ...next, seconds: rest.seconds })]);
    },

    /** How far the workout is: sets done and planned. */
    progress: computed(() => ({
      done: session.value ? doneSets(session.value) : 0,
      all: session.value?.exercises.reduce((sum, exercise) => sum + exercise.sets.length, 0) ?? 0,
    })),
  };

  function until(left: number): string {
    return new Date(now() + left * 1000).toISOString();
  }

  function restAfter(exercise: SessionExercise, set: SessionSet, hasOthers: boolean): Part[] {
    const seconds = knownOf(exercise)?.restSeconds ?? DEFAULT_REST_SECONDS;
    const goesOn = hasOthers || session.peek()?.exercises.some((other) => other.key !== exercise.key && hasMore(other));
    if (!goesOn || seconds <= 0 || set.type === 'warmup') return [];
    return [{ op: 'rest', until: until(seconds), seconds, after: set.setId }];
  }

  /** The sets that take over what was really lifted: those after it, where no last time says better. */
  function laterSets(exercise: SessionExercise, set: SessionSet): SessionSet[] {
    if (set.type === 'warmup' || lastTimesOf(lastTimes.peek(), exercise)[0]) return [];
    return exercise.sets.filter((other) => !other.done && other.setId > set.setId && other.type === set.type);
  }
}

const DEFAULT_REST_SECONDS = 90;

const lifted = ({ weight, reps, duration, distance }: SetValues) => ({ weight, reps, duration, distance });

const restOp = ({ after }: Rest, next: Omit<Rest, 'after'>): Part => ({
  op: 'rest',
  ...next,
  ...(after === undefined ? {} : { after }),
});

const hasMore = (exercise: SessionExercise): boolean => exercise.sets.some((set) => !set.done);

const valuesOf = ({ type, reps, weight, duration, distance, rpe, done }: SetValues): SetValues => ({
  type,
  reps,
  weight,
  duration,
  distance,
  rpe,
  done,
});
