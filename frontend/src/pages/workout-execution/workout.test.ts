import 'fake-indexeddb/auto';
import type { Exercise, PersonalRecord } from '@trainer/contract/types';
import { beforeEach, describe, expect, it } from 'vitest';
import { exerciseOf } from '../../testing/exercises.ts';
import { type DeviceStore, openDeviceStore, WorkoutOver } from '../../offline/store.ts';
import { workoutOf } from '@trainer/coach/running/finished';
import { instead } from './instead.ts';
import { dosedSets, plannedSets, stepKg } from './plan.ts';
import { platesFor } from './plates.ts';
import { leftOf, momentBetween } from '@trainer/coach/running/rest';
import type { Op } from '@trainer/coach/running/session';
import { workoutState } from './state.ts';
import { newRecords } from './summary-state.ts';
import { dialsOf, stepped } from './words.ts';

const exercise = (slug: string, more: Partial<Exercise> = {}) =>
  exerciseOf(slug, { _id: slug.padEnd(24, '0'), ...more });
const squat = exercise('squat');
const plank = exercise('plank', {
  tracking: 'duration',
  repRange: '20-60 s',
  muscleGroup: 'core',
  primaryMuscles: ['abdominals'],
});

const endedAt = (date: Date) => ({ endedAt: date.toISOString() });

let stores = 0;

describe('the running workout', () => {
  let now = Date.parse('2026-07-16T08:00:00Z');
  let store: Awaited<ReturnType<typeof openDeviceStore>>;
  let state: ReturnType<typeof workoutState>;
  const another = () =>
    workoutState({ store, userId: 'ana', now: () => now, made: () => undefined, changed: () => undefined });

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

  it('is told of at once, before the device has kept it, and what comes back of it is not written again', async () => {
    let told: readonly Op[] = [];
    let adopted = 0;
    const quick = workoutState({
      store: {
        ...store,
        append: () => new Promise(() => undefined),
        adopt(...given) {
          adopted += 1;
          return store.adopt(...given);
        },
      },
      userId: 'ana',
      now: () => now,
      made: (ops) => (told = ops),
      changed: () => undefined,
    });
    await quick.read();
    void quick.tick();
    expect(told.map((one) => one.op)).toContain('set');
    await quick.adopt(told);
    expect(adopted).toBe(0);
    await quick.adopt([...told, { opId: 'x', sessionId: 'other', at: endedAt(new Date(now)).endedAt, op: 'discard' }]);
    expect(adopted).toBe(1);
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
    const bela = workoutState({
      store,
      userId: 'bela',
      now: () => now,
      made: () => undefined,
      changed: () => undefined,
    });
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
    await state.note(state.session.value?.exercises[0]?.key ?? '', 'Left knee.');
    const [first] = state.session.value?.exercises ?? [];
    if (first) await state.remove(first);
    expect(state.session.value?.exercises.map((one) => one.name)).toEqual(['plank']);
    await state.undo();
    expect(state.session.value?.exercises.map((one) => one.name)).toEqual(['squat', 'plank']);
    expect(state.session.value?.exercises[0]?.note).toBe('Left knee.');
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
    const workout = session && workoutOf(session, endedAt(new Date(now)));
    expect(workout).toMatchObject({
      clientId: session?.sessionId,
      name: 'Legs',
      totalDuration: 46,
      date: '2026-07-16T08:00:00.000Z',
      intensity: 'moderate',
    });
    expect(workout?.exercises).toHaveLength(1);
    expect(workout?.exercises[0]?.setLog).toEqual([
      { type: 'normal', reps: 10, weight: 20, duration: null, distance: null, rpe: null, restSeconds: 90 },
    ]);
  });

  it('lasts at least a minute and at most a day, and never lies in the future, whatever the clock did', async () => {
    await state.tick();
    const session = state.session.value;
    if (!session) throw new Error('no session');
    const earlier = new Date('2026-07-16T07:00:00Z');
    expect(workoutOf(session, endedAt(earlier))).toMatchObject({ totalDuration: 1, date: earlier.toISOString() });
    const long = { ...session, startedAt: '2026-07-14T08:00:00.000Z' };
    expect(workoutOf(long, endedAt(new Date(now)))?.totalDuration).toBe(1440);
  });

  it('ended with its last set, where somebody went home without finishing', async () => {
    now += 40 * 60_000;
    await state.tick();
    const session = state.session.value;
    if (!session) throw new Error('no session');
    expect(workoutOf(session, endedAt(new Date('2026-07-17T07:00:00Z')))?.totalDuration).toBe(40);
    expect(workoutOf(session, endedAt(new Date(now + 2 * 3_600_000)))?.totalDuration).toBe(160);
  });

  it('tells of each set how long the rest after it was, and nothing of one that goes on', async () => {
    const rests = (at: number) => {
      const session = state.session.value;
      return session && workoutOf(session, endedAt(new Date(at)))?.exercises[0]?.setLog?.map((set) => set.restSeconds);
    };
    await state.tick();
    now += 40_000;
    expect(rests(now)).toEqual([null]);
    await state.skipRest();
    await state.tick();
    now += 91_000;
    await state.tick();
    now += 30_000;
    expect(rests(now)).toEqual([40, 90, null]);
  });

  it('is handed over in one step when it is finished, with the sets of every tab', async () => {
    const other = another();
    await other.read();
    await state.tick();
    await other.tick();
    const finished = await other.finish();
    expect(finished?.kept).toBe(true);
    expect(finished?.unsent.workout?.exercises[0]?.setLog).toHaveLength(1);
    expect(other.session.value).toBeNull();
    await state.read();
    expect(state.session.value).toBeNull();
    expect((await store.unsent('ana')).map((one) => one.clientId)).toEqual([finished?.unsent.clientId]);
    expect(await store.unsent('bela')).toEqual([]);
    await store.refuse(finished?.unsent.clientId ?? '', 'Too long.');
    expect((await store.unsent('ana'))[0]?.refused).toBe('Too long.');
    await store.sent(finished?.unsent.clientId ?? '');
    expect(await store.unsent('ana')).toEqual([]);
  });

  it('holds what another tab ticked, though this one has not seen it', async () => {
    const other = another();
    await other.read();
    await other.tick();
    await other.tick();
    expect(state.progress.value.done).toBe(0);
    const finished = await state.finish();
    expect(finished?.unsent.workout?.exercises[0]?.setLog).toHaveLength(2);
  });

  it('takes nothing from a tab that slept while it was finished, and says so there', async () => {
    const other = another();
    await other.read();
    await state.tick();
    await state.finish();
    await other.tick();
    expect(other.failure.value).toBeInstanceOf(WorkoutOver);
    expect(other.session.value).toBeNull();
    expect(await other.finish()).toBeNull();
    expect(await store.unsent('ana')).toHaveLength(1);
  });

  it('leaves the next workout of another tab whole, where one slept through its end', async () => {
    const other = another();
    await other.read();
    await other.act([{ op: 'note', text: 'Slow' }], [{ op: 'note', text: '' }]);
    await state.tick();
    await state.finish();
    await state.begin('Core', [plank]);
    await other.tick();
    expect([other.session.value?.name, other.progress.value.done, other.failure.value]).toEqual(['Core', 0, null]);
    expect(other.canUndo.value, 'what was done before is not taken back here').toBe(false);
    await other.tick();
    await state.read();
    expect(state.progress.value.done).toBe(1);
  });

  it('is told to the server with its start only once the device has it: of two tabs one may begin', async () => {
    await state.tick();
    await state.finish();
    const told: string[] = [];
    const tab = (name: string) =>
      workoutState({
        store,
        userId: 'ana',
        now: () => now,
        made: (ops) => void told.push(...ops.map((op) => `${name} ${op.op}`)),
        changed: () => undefined,
      });
    const [one, two] = [tab('one'), tab('two')];
    await Promise.all([one.begin('Legs', [squat]), two.begin('Legs', [squat])]);
    expect(told).toEqual([]);
    expect(two.session.value?.sessionId).toBe(one.session.value?.sessionId);
    await two.tick();
    expect(told).toContain('two set');
  });

  it('stays where it ended elsewhere, until the server has what only this device has', async () => {
    const sessionId = state.session.value?.sessionId ?? '';
    await state.tick();
    await state.endedElsewhere(sessionId);
    expect(state.progress.value.done).toBe(1);
    await store.acknowledge('ana', await store.ops('ana'));
    await state.endedElsewhere(sessionId);
    expect([state.session.value, await store.ops('ana')]).toEqual([null, []]);
  });

  it('that runs elsewhere is shown where the disk is full, and is written later', async () => {
    let isFull = true;
    const poor = workoutState({
      store: {
        ...store,
        append: (userId, ops) => (isFull ? Promise.reject(new Error('disk full')) : store.append(userId, ops)),
        adopt: () => Promise.reject(new Error('disk full')),
      },
      userId: 'bela',
      now: () => now,
      made: () => undefined,
      changed: () => undefined,
    });
    await poor.adopt(await store.ops('ana'));
    expect(poor.session.value?.name).toBe('Legs');
    await poor.tick();
    expect(poor.failure.value).toBeInstanceOf(Error);
    await poor.endedElsewhere(poor.session.value?.sessionId ?? '');
    expect(poor.progress.value.done, 'nowhere else').toBe(1);
    isFull = false;
    await poor.retry();
    expect(poor.failure.value).toBeNull();
    expect(await store.ops('bela')).not.toEqual([]);
  });

  it('is over at once when it is discarded, and the server is to be told', async () => {
    const sessionId = state.session.value?.sessionId;
    const discarded = await state.discard();
    expect(state.session.value).toBeNull();
    expect(discarded).toMatchObject({ kept: true, unsent: { clientId: sessionId, workout: null } });
    expect(discarded?.unsent.ops?.map((op) => op.op)).toEqual(['discard']);
    expect(await store.unsent('ana')).toHaveLength(1);
    expect(await state.discard()).toBeNull();
  });

  it('goes on where no set is done', async () => {
    expect(await state.finish()).toBeNull();
    expect(state.session.value).not.toBeNull();
  });

  it('is not forgotten when the device refuses a change: it is written with the next', async () => {
    let full = true;
    const small: DeviceStore = {
      ...store,
      append: (userId, ops) => (full ? Promise.reject(new Error('disk full')) : store.append(userId, ops)),
    };
    const poor = workoutState({
      store: small,
      userId: 'ana',
      now: () => now,
      made: () => undefined,
      changed: () => undefined,
    });
    await poor.read();
    await poor.tick();
    expect(poor.failure.value).toBeInstanceOf(Error);
    await poor.read();
    expect(poor.progress.value.done, 'still shown').toBe(1);
    full = false;
    await poor.retry();
    expect(poor.failure.value).toBeNull();
    await state.read();
    expect(state.progress.value.done).toBe(1);
  });

  it('is finished with what the device did not keep, and runs on here when even that can’t be kept', async () => {
    const refuses = () => Promise.reject(new Error('disk full'));
    const full = workoutState({
      store: { ...store, append: refuses, finish: refuses },
      userId: 'ana',
      now: () => now,
      made: () => undefined,
      changed: () => undefined,
    });
    await full.read();
    await full.tick();
    const finished = await full.finish();
    expect(finished).toMatchObject({ kept: false, unsent: { workout: { exercises: [{ name: 'squat' }] } } });
    expect(full.session.value).not.toBeNull();
  });

  it('is ticked all the same when the clock of the device goes back', async () => {
    await state.tick();
    now -= 3_600_000;
    await state.change({ reps: 12 });
    await state.tick();
    expect(state.progress.value.done).toBe(2);
    await state.addSet('normal');
    const again = another();
    await again.read();
    expect(again.session.value?.exercises[0]?.sets.map((set) => [set.reps, set.done])).toEqual([
      [10, true],
      [12, true],
      [12, false],
      [12, false],
    ]);
  });

  it('has a warm-up set in front, in work at once', async () => {
    await state.change({ weight: 50 });
    await state.tick();
    await state.addSet('warmup');
    expect(state.session.value?.exercises[0]?.sets.map((set) => set.type)).toEqual([
      'warmup',
      'normal',
      'normal',
      'normal',
    ]);
    expect(state.currentSet.value).toMatchObject({ type: 'warmup', weight: 20 });
  });

  it('lets a wrong number be put right during the rest, which goes on', async () => {
    await state.tick();
    state.chooseLastDone();
    await state.change({ reps: 7 });
    expect(state.currentSet.value).toMatchObject({ reps: 7, done: true });
    const { rest } = state.session.value ?? {};
    await state.tick();
    expect(state.progress.value.done).toBe(1);
    expect(state.session.value?.rest).toEqual(rest);
    expect(state.currentSet.value).toMatchObject({ done: false });
  });

  it('takes back what the tick told the later sets, too', async () => {
    await state.change({ reps: 6 });
    await state.tick();
    expect(state.currentSet.value?.reps).toBe(6);
    await state.undo();
    expect(state.session.value?.exercises[0]?.sets.map((set) => set.reps)).toEqual([6, 10, 10]);
  });

  it('pauses its rest and goes on with what was left', async () => {
    await state.tick();
    now += 30_000;
    await state.pauseOrGoOn();
    now += 300_000;
    const paused = state.session.value?.rest;
    expect(paused && leftOf(paused, now)).toBe(60);
    await state.moreRest(15);
    await state.pauseOrGoOn();
    now += 5000;
    const running = state.session.value?.rest;
    expect(running && leftOf(running, now)).toBe(70);
    await state.moreRest(-75);
    expect(state.session.value?.rest).toBeNull();
  });

  it('begins with few sets where few were asked for', async () => {
    const short = workoutState({
      store: await openDeviceStore(`test${String((stores += 1))}`),
      userId: 'ana',
      now: () => now,
      made: () => undefined,
      changed: () => undefined,
    });
    await short.begin('Core', [squat, plank], { sets: 1 });
    expect(short.progress.value.all).toBe(2);
  });

  it('begins with the doses of a plan, and adds them to what runs', async () => {
    const planned = workoutState({
      store: await openDeviceStore(`test${String((stores += 1))}`),
      userId: 'ana',
      now: () => now,
      made: () => undefined,
      changed: () => undefined,
    });
    planned.exercises.value = [squat, plank];
    const dose = { sets: 4, reps: 8, duration: null, weight: 16 };
    await planned.begin('Lower', [squat], { sets: null, doses: { [squat._id]: dose } });
    expect(planned.session.value?.exercises[0]?.sets).toHaveLength(4);
    expect(planned.currentSet.value).toMatchObject({ reps: 8, weight: 16 });
    await planned.add(plank, { sets: 2, reps: null, duration: 30, weight: null });
    expect(planned.session.value?.exercises[1]?.sets).toMatchObject([{ duration: 30 }, { duration: 30 }]);
  });
});

describe('planned sets', () => {
  it('of a plan without a load have that of last time', () => {
    const last = {
      localDate: '2026-07-13',
      sets: [{ type: 'normal' as const, reps: 9, weight: 35, duration: null, distance: null }],
    };
    const dose = { sets: 2, reps: 8, duration: null, weight: null };
    expect(dosedSets(squat, last, dose)).toMatchObject([
      { reps: 8, weight: 35 },
      { reps: 8, weight: 35 },
    ]);
    expect(dosedSets(squat, undefined, dose)[0]).toMatchObject({ reps: 8, weight: 5 });
    expect(dosedSets(exercise('push-up', { tracking: 'reps' }), undefined, dose)[0]).toMatchObject({ weight: null });
  });

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
    expect(stepped({ ...weight, shown: 999 }, 1), 'no more than a set can hold').toBe(1000);
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
  it('that stands still is never over', () => {
    expect(momentBetween({ until: null, seconds: 90, left: 5 }, 0, 900_000)).toBeNull();
  });
});

describe('plates', () => {
  it.each([
    [20, [], 0],
    [60, [20], 0],
    [102.5, [25, 15, 1.25], 0],
    [61, [20], 1],
  ])('for %s kg', (kg, each, rest) => {
    expect(platesFor(kg, 'kg')).toEqual({ each, rest });
  });
  it('are none for less than a bar', () => {
    expect(platesFor(10, 'kg')).toBeNull();
  });
  it('go with the bar of one’s own unit', () => {
    expect(platesFor(225, 'lb')).toEqual({ each: [45, 45], rest: 0 });
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

  it('is first what can be done with one’s own equipment', () => {
    const all = [
      squat,
      exercise('leg-press', { equipment: ['machine'] }),
      exercise('lunge', { equipment: ['dumbbell'] }),
      plank,
    ];
    const slugs = instead({ exerciseId: squat._id, name: 'squat' }, all, ['dumbbell']).map((one) => one.slug);
    expect(slugs).toEqual(['lunge', 'leg-press', 'plank']);
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
