import 'fake-indexeddb/auto';
import type { Exercise, PersonalRecord } from '@trainer/contract/types';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDeviceStore } from '../../offline/store.ts';
import { workoutOf } from './finish.ts';
import { instead } from './instead.ts';
import { plannedSets, stepKg } from './plan.ts';
import { platesFor } from './plates.ts';
import { leftOf, momentBetween } from './rest.ts';
import { workoutState } from './state.ts';
import { newRecords } from './summary-state.ts';
import { dialsOf, stepped } from './words.ts';

const exercise = (slug: string, more: Partial<Exercise> = {}): Exercise => ({
  _id: slug.padEnd(24, '0'),
  slug,
  name: slug,
  muscleGroup: 'legs',
  primaryMuscles: ['quadriceps'],
  secondaryMuscles: [],
  equipment: ['dumbbell'],
  difficulty: 'beginner',
  description: '',
  cues: [],
  contraindications: [],
  met: 3.5,
  caloriesBurned: 4.3,
  tracking: 'weight_reps',
  repRange: '8-12',
  restSeconds: 90,
  easier: [],
  harder: [],
  owner: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  ...more,
});
const squat = exercise('squat');
const plank = exercise('plank', {
  tracking: 'duration',
  repRange: '20-60 s',
  muscleGroup: 'core',
  primaryMuscles: ['abdominals'],
});

let stores = 0;

describe('the running workout', () => {
  let now = Date.parse('2026-07-16T08:00:00Z');
  let store: Awaited<ReturnType<typeof openDeviceStore>>;
  let state: ReturnType<typeof workoutState>;
  const another = () => workoutState({ store, userId: 'ana', now: () => now, changed: () => undefined });

  beforeEach(async () => {
    now = Date.parse('2026-07-16T08:00:00Z');
    store = await openDeviceStore(`test${String((stores += 1))}`);
    state = another();
    state.exercises.value = [squat, plank];
    await state.begin('Legs', [squat, plank]);
  });

  it('begins with the planned sets of each exercise, the first in work', () => {
    expect(state.session.value?.exercises.map((one) => one.sets.length)).toEqual([3, 3]);
    expect(state.current.value?.name).toBe('squat');
    expect(state.currentSet.value).toMatchObject({ reps: 10, weight: 5, done: false });
  });

  it('is there again, set by set, after the page was closed', async () => {
    await state.change({ weight: 22.5 });
    await state.tick();
    const again = another();
    await again.read();
    expect(again.session.value).toEqual(state.session.value);
    expect(again.session.value?.exercises[0]?.sets[0]).toMatchObject({ weight: 22.5, done: true });
    expect(again.session.value?.rest).toMatchObject({ seconds: 90 });
  });

  it('is nobody else’s', async () => {
    const bela = workoutState({ store, userId: 'bela', now: () => now, changed: () => undefined });
    await bela.read();
    expect(bela.session.value).toBeNull();
  });

  it('goes on to the next set with what was really lifted, and then to the next exercise', async () => {
    await state.change({ weight: 30, reps: 6 });
    await state.tick();
    expect(state.currentSet.value).toMatchObject({ weight: 30, reps: 6, done: false });
    await state.tick();
    await state.tick();
    expect(state.current.value?.name).toBe('plank');
    expect(state.progress.value).toEqual({ done: 3, all: 6 });
  });

  it('takes a tick back', async () => {
    await state.tick();
    await state.undo();
    expect(state.progress.value.done).toBe(0);
    expect(state.session.value?.rest).toBeNull();
  });

  it('takes a removed exercise back, with its sets', async () => {
    await state.tick();
    const [first] = state.session.value?.exercises ?? [];
    if (first) await state.remove(first);
    expect(state.session.value?.exercises.map((one) => one.name)).toEqual(['plank']);
    await state.undo();
    expect(state.session.value?.exercises.map((one) => one.name).sort()).toEqual(['plank', 'squat']);
    expect(state.progress.value.done).toBe(1);
  });

  it('leaves done sets with the old exercise in a swap, and gives the rest to the new one', async () => {
    await state.tick();
    const press = exercise('leg-press', { equipment: ['machine'] });
    state.exercises.value = [squat, plank, press];
    const [first] = state.session.value?.exercises ?? [];
    if (first) await state.swap(first, press);
    expect(state.session.value?.exercises.map((one) => [one.name, one.sets.length])).toEqual([
      ['squat', 1],
      ['leg-press', 2],
      ['plank', 3],
    ]);
    await state.undo();
    expect(state.session.value?.exercises.map((one) => [one.name, one.sets.length])).toEqual([
      ['squat', 3],
      ['plank', 3],
    ]);
  });

  it('moves an exercise down and up again', async () => {
    const order = () => state.session.value?.exercises.map((one) => one.name);
    const squats = () => state.session.value?.exercises.find((one) => one.name === 'squat');
    const first = squats();
    if (first) await state.move(first, 1);
    expect(order()).toEqual(['plank', 'squat']);
    const second = squats();
    if (second) await state.move(second, -1);
    expect(order()).toEqual(['squat', 'plank']);
  });

  it('keeps all sets of two tabs', async () => {
    const other = another();
    await other.read();
    await state.tick();
    await other.read();
    await other.tick();
    await state.read();
    expect(state.progress.value.done).toBe(2);
    expect(other.session.value).toEqual(state.session.value);
  });

  it('becomes a workout of what was ticked, and nothing else', async () => {
    await state.change({ weight: 20 });
    await state.tick();
    now += 46 * 60_000;
    const session = state.session.value;
    const workout = session && workoutOf(session, new Date(now));
    expect(workout).toMatchObject({
      clientId: session?.sessionId,
      name: 'Legs',
      totalDuration: 46,
      date: '2026-07-16T08:00:00.000Z',
      intensity: 'moderate',
    });
    expect(workout?.exercises).toHaveLength(1);
    expect(workout?.exercises[0]?.setLog).toEqual([
      { type: 'normal', reps: 10, weight: 20, duration: null, distance: null, rpe: null },
    ]);
  });

  it('lasts at least a minute and at most a day, and never lies in the future, whatever the clock did', async () => {
    await state.tick();
    const session = state.session.value;
    if (!session) throw new Error('no session');
    const earlier = new Date('2026-07-16T07:00:00Z');
    expect(workoutOf(session, earlier)).toMatchObject({ totalDuration: 1, date: earlier.toISOString() });
    expect(workoutOf(session, new Date('2026-07-20T00:00:00Z')).totalDuration).toBe(1440);
  });

  it('is handed over in one step when it is finished', async () => {
    await state.tick();
    const session = state.session.value;
    if (!session) throw new Error('no session');
    const workout = workoutOf(session, new Date(now));
    await store.finish({ clientId: workout.clientId, userId: 'ana', workout, refused: null });
    const again = another();
    await again.read();
    expect(again.session.value).toBeNull();
    expect((await store.unsent('ana')).map((one) => one.clientId)).toEqual([session.sessionId]);
    expect(await store.unsent('bela')).toEqual([]);
    await store.refuse(workout.clientId, 'Too long.');
    expect((await store.unsent('ana'))[0]?.refused).toBe('Too long.');
    await store.sent(workout.clientId);
    expect(await store.unsent('ana')).toEqual([]);
  });

  it('says that a change is not kept when the device refuses it', async () => {
    const full = { ...store, append: () => Promise.reject(new Error('disk full')) };
    const poor = workoutState({ store: full, userId: 'ana', now: () => now, changed: () => undefined });
    await poor.read();
    await poor.tick();
    expect(poor.failure.value).toBeInstanceOf(Error);
    expect(poor.progress.value.done).toBe(1);
  });
});

describe('planned sets', () => {
  it('are those of last time, where there was one', () => {
    const last = {
      localDate: '2026-07-13',
      sets: [
        { type: 'warmup' as const, reps: 8, weight: 10, duration: null, distance: null },
        { type: 'normal' as const, reps: 9, weight: 35, duration: null, distance: null },
      ],
    };
    expect(plannedSets(squat, last)).toMatchObject([{ reps: 9, weight: 35, done: false }]);
  });

  it('are counted in what the exercise is counted in', () => {
    expect(plannedSets(plank, undefined)[0]).toMatchObject({ duration: 40, reps: null });
    expect(
      plannedSets(exercise('walk', { tracking: 'distance_duration', repRange: '20-60 min' }), undefined),
    ).toMatchObject([{ duration: 2400 }]);
  });

  it('go in steps of a kilogram with dumbbells, else of a pair of small plates', () => {
    expect(stepKg(squat)).toBe(1);
    expect(stepKg(exercise('row', { equipment: ['barbell'] }))).toBe(2.5);
  });
});

describe('a value', () => {
  it('goes up and down on the grid of its steps, and never below nothing', () => {
    const [weight] = dialsOf({ reps: 5, weight: 21, duration: null, distance: null }, squat, 2.5);
    if (!weight) throw new Error('no dial');
    expect([stepped(weight, 1), stepped(weight, -1)]).toEqual([22.5, 20]);
    expect(stepped({ ...weight, shown: 0 }, -1)).toBe(0);
    expect(weight.store(22.5)).toBe(22.5);
  });

  it('of a timed set is seconds, of a run minutes and kilometres', () => {
    expect(
      dialsOf({ reps: null, weight: null, duration: 40, distance: null }, plank, 1).map((dial) => [
        dial.field,
        dial.shown,
      ]),
    ).toEqual([['duration', 40]]);
    const run = exercise('running', { tracking: 'distance_duration' });
    const [minutes, km] = dialsOf({ reps: null, weight: null, duration: 1500, distance: 5000 }, run, 1);
    expect([minutes?.shown, km?.shown]).toEqual([25, 5]);
    expect([minutes?.store(26), km?.store(5.5)]).toEqual([1560, 5500]);
  });
});

describe('a rest', () => {
  const rest = { until: new Date(100_000).toISOString(), seconds: 90 };
  it('is a deadline, right after any sleep', () => {
    expect(leftOf(rest, 40_000)).toBe(60);
    expect(leftOf(rest, 500_000)).toBe(0);
  });
  it('is said ten seconds before its end and at its end, once each', () => {
    expect(momentBetween(rest, 89_000, 89_900)).toBeNull();
    expect(momentBetween(rest, 89_900, 90_100)).toBe('ten');
    expect(momentBetween(rest, 90_100, 99_000)).toBeNull();
    expect(momentBetween(rest, 99_900, 100_000)).toBe('over');
    expect(momentBetween(rest, 100_000, 100_250)).toBeNull();
    expect(momentBetween(rest, 40_000, 200_000)).toBe('over');
  });
});

describe('plates', () => {
  it.each([
    [20, [], 0],
    [60, [20], 0],
    [102.5, [25, 15, 1.25], 0],
    [61, [20], 1],
    [10, [], 0],
  ])('for %s kg', (kg, each, rest) => {
    expect(platesFor(kg, 'kg')).toEqual({ each, rest });
  });
});

describe('what may stand in for an exercise', () => {
  it('works the same muscles first', () => {
    const press = exercise('leg-press');
    expect(instead({ exerciseId: squat._id, name: 'squat' }, [plank, squat, press]).map((one) => one.slug)).toEqual([
      'leg-press',
      'plank',
    ]);
  });
});

describe('new records', () => {
  const record = (exercise_: string, kind: 'weight' | 'reps', value: number, workoutId: string): PersonalRecord => ({
    exercise: exercise_,
    slug: null,
    kind,
    value,
    reps: 5,
    workoutId,
    localDate: '2026-07-16',
  });
  it('are those that this workout holds now, each with what stood there before', () => {
    const before = [record('Squat', 'weight', 40, 'old'), record('Row', 'weight', 30, 'old')];
    const after = [
      record('Squat', 'weight', 45, 'new'),
      record('Squat', 'reps', 12, 'new'),
      record('Row', 'weight', 30, 'old'),
      record('Plank', 'reps', 3, 'new'),
    ];
    expect(newRecords(before, after, 'new')).toEqual([
      { record: after[0], before: before[0] },
      { record: after[3], before: undefined },
    ]);
  });
});
