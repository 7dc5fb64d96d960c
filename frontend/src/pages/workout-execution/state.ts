import { computed, signal } from '@preact/signals-core';
import type { Exercise } from '@trainer/contract/types';
import {
  doneSets,
  newId,
  type Op,
  type SessionExercise,
  type SessionSet,
  sessionOf,
  type SetValues,
} from '../../offline/session.ts';
import type { DeviceStore } from '../../offline/store.ts';
import { type LastTimes, lastTimesOf } from '../../last-times.ts';
import { EMPTY, plannedSets } from './plan.ts';

/** An operation without what every operation has. */
export type Part = Op extends infer O ? (O extends Op ? Omit<O, 'opId' | 'sessionId' | 'at'> : never) : never;

export interface World {
  store: DeviceStore;
  userId: string;
  now(): number;
  /** Another tab of this device may have to look again. */
  changed(): void;
}

export type WorkoutState = ReturnType<typeof workoutState>;

export function workoutState({ store, userId, now, changed }: World) {
  const ops = signal<readonly Op[]>([]);
  const session = computed(() => sessionOf(ops.value));
  const exercises = signal<readonly Exercise[]>([]);
  const lastTimes = signal<LastTimes>(new Map());
  const chosenKey = signal<string | null>(null);
  const chosenSetId = signal<string | null>(null);
  /** Writes under way; what is shown as stored is stored. */
  const storing = signal(0);
  const failure = signal<unknown>(null);
  const inverses: Part[][] = [];

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

  async function write(parts: readonly Part[], sessionId = session.peek()?.sessionId): Promise<void> {
    if (!sessionId || parts.length === 0) return;
    const made = parts.map((part) => ({ ...part, opId: newId(now()), sessionId, at: new Date(now()).toISOString() }));
    ops.value = [...ops.peek(), ...made];
    storing.value += 1;
    try {
      await store.append(userId, made);
      failure.value = null;
      changed();
    } catch (error) {
      failure.value = error;
    } finally {
      storing.value -= 1;
    }
  }

  /** Writes, and keeps what would take it back. */
  function act(parts: readonly Part[], inverse: Part[]): Promise<void> {
    inverses.push(inverse);
    return write(parts);
  }

  const setOp = (key: string, setId: string, values: SetValues): Part => ({
    op: 'set',
    key,
    setId,
    ...valuesOf(values),
  });

  function additionOf(exercise: Exercise, key: string, after?: string): Part[] {
    const last = lastTimesOf(lastTimes.peek(), { exerciseId: exercise._id, name: exercise.name })[0];
    const add: Part = {
      op: 'addExercise',
      key,
      exerciseId: exercise._id,
      name: exercise.name,
      ...(after ? { after } : {}),
    };
    return [add, ...plannedSets(exercise, last).map((values) => setOp(key, newId(now()), values))];
  }

  return {
    session,
    exercises,
    lastTimes,
    current,
    currentSet,
    next,
    storing,
    failure,
    knownOf,
    canUndo: () => inverses.length > 0,

    /** What the device keeps, read anew. */
    async read(): Promise<void> {
      ops.value = await store.ops(userId);
    },

    async begin(name: string, chosen: readonly Exercise[]): Promise<void> {
      await write(
        [
          { op: 'start', startedAt: new Date(now()).toISOString(), name },
          ...chosen.flatMap((exercise) => additionOf(exercise, newId(now()))),
        ],
        newId(now()),
      );
    },

    choose(key: string, setId: string | null = null): void {
      chosenKey.value = key;
      chosenSetId.value = setId;
    },

    /** Changes values of the current set. */
    change(values: Partial<SetValues>): Promise<void> {
      const [exercise, set] = [current.peek(), currentSet.peek()];
      return exercise && set ? write([setOp(exercise.key, set.setId, { ...set, ...values })]) : Promise.resolve();
    },

    /** The current set is done: the rest begins, and the next set is in work. */
    async tick(): Promise<void> {
      const [exercise, set] = [current.peek(), currentSet.peek()];
      if (!exercise || !set) return;
      const editing = set.done;
      const seconds = knownOf(exercise)?.restSeconds ?? 90;
      const goesOn =
        exercise.sets.some((other) => !other.done && other.setId !== set.setId) ||
        session.peek()?.exercises.some((other) => other.key !== exercise.key && hasMore(other));
      const rest: Part[] =
        !editing && goesOn && seconds > 0 && set.type !== 'warmup'
          ? [{ op: 'rest', until: new Date(now() + seconds * 1000).toISOString(), seconds }]
          : [];
      chosenSetId.value = null;
      if (!exercise.sets.some((other) => !other.done && other.setId !== set.setId)) chosenKey.value = null;
      else chosenKey.value = exercise.key;
      await act(
        [setOp(exercise.key, set.setId, { ...set, done: true }), ...carriedOver(exercise, set), ...rest],
        [setOp(exercise.key, set.setId, { ...set, done: false }), { op: 'rest', until: null, seconds: 0 }],
      );
    },

    async untick(key: string, set: SessionSet): Promise<void> {
      chosenKey.value = key;
      chosenSetId.value = set.setId;
      await act([setOp(key, set.setId, { ...set, done: false })], [setOp(key, set.setId, set)]);
    },

    async addSet(type: SetValues['type']): Promise<void> {
      const exercise = current.peek();
      if (!exercise) return;
      const like = exercise.sets.at(-1) ?? plannedSets(knownOf(exercise), undefined)[0] ?? EMPTY;
      const setId = newId(now());
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

    async add(exercise: Exercise): Promise<void> {
      const key = newId(now());
      await act(additionOf(exercise, key), [{ op: 'removeExercise', key }]);
      chosenKey.value = key;
      chosenSetId.value = null;
    },

    /** What is done stays with the old exercise; what is left to do goes to the new one. */
    async swap(old: SessionExercise, exercise: Exercise): Promise<void> {
      const newKey = newId(now());
      const left = old.sets.filter((set) => !set.done);
      const last = lastTimesOf(lastTimes.peek(), { exerciseId: exercise._id, name: exercise.name })[0];
      const [first = EMPTY] = plannedSets(exercise, last);
      const fresh = (left.length > 0 ? left : [first]).map((_, i) => plannedSets(exercise, last)[i] ?? first);
      await act(
        [
          { op: 'swapExercise', key: old.key, newKey, exerciseId: exercise._id, name: exercise.name },
          ...left.map((set): Part => ({ op: 'removeSet', key: old.key, setId: set.setId })),
          ...fresh.map((values) => setOp(newKey, newId(now()), values)),
        ],
        [{ op: 'removeExercise', key: newKey }, ...left.map((set) => setOp(old.key, set.setId, set))],
      );
      chosenKey.value = newKey;
      chosenSetId.value = null;
    },

    async remove(exercise: SessionExercise): Promise<void> {
      const all = session.peek()?.exercises ?? [];
      const before = all[all.findIndex((one) => one.key === exercise.key) - 1];
      const key = newId(now());
      await act(
        [{ op: 'removeExercise', key: exercise.key }],
        [
          {
            op: 'addExercise',
            key,
            exerciseId: exercise.exerciseId,
            name: exercise.name,
            ...(before ? { after: before.key } : {}),
          },
          ...exercise.sets.map((set) => setOp(key, newId(now()), set)),
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
      const target = by < 0 ? after(index - 2) : after(index + 1);
      if (by > 0 && target === null) return;
      await act(
        [{ op: 'moveExercise', key: exercise.key, after: target }],
        [{ op: 'moveExercise', key: exercise.key, after: after(index - 1) }],
      );
    },

    note: (key: string, text: string) => write([{ op: 'note', key, text }]),
    rest: (until: number | null, seconds: number) =>
      write([{ op: 'rest', until: until === null ? null : new Date(until).toISOString(), seconds }]),

    async undo(): Promise<void> {
      const inverse = inverses.pop();
      if (inverse) await write(inverse);
    },

    async discard(): Promise<void> {
      await store.discard(userId);
      ops.value = [];
      inverses.length = 0;
      changed();
    },

    /** Nothing runs any more on this device; the finished workout is the outbox's. */
    forget(): void {
      ops.value = [];
      inverses.length = 0;
      changed();
    },

    /** How far the workout is: sets done and planned. */
    progress: computed(() => ({
      done: session.value ? doneSets(session.value) : 0,
      all: session.value?.exercises.reduce((sum, exercise) => sum + exercise.sets.length, 0) ?? 0,
    })),
  };

  /** The next sets take over what was really lifted, as long as nobody has changed them. */
  function carriedOver(exercise: SessionExercise, set: SessionSet): Part[] {
    if (set.done || set.type === 'warmup') return [];
    const planned = exercise.sets.filter((other) => !other.done && other.setId > set.setId && other.type === set.type);
    const last = lastTimesOf(lastTimes.peek(), exercise)[0];
    if (last) return [];
    return planned.map((other) =>
      setOp(exercise.key, other.setId, {
        ...other,
        weight: set.weight,
        reps: set.reps,
        duration: set.duration,
        distance: set.distance,
      }),
    );
  }
}

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
