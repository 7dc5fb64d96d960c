import { randomUUID } from 'node:crypto';
import { builtInExercises } from '@trainer/coach/exercises';
import type { ProgressUpdated, WorkoutInput } from '@trainer/contract/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StorageAway } from '../../storage/port.ts';
import { type Client, type TestServer, testServer } from '../../testing/test-server.ts';

const squat = builtInExercises.find((exercise) => exercise.slug === 'goblet-squat');
const legDay = (more: Partial<WorkoutInput> = {}): WorkoutInput => ({
  clientId: randomUUID(),
  exercises: [
    {
      exerciseId: squat?._id,
      name: 'Goblet Squat',
      setLog: [
        { type: 'warmup', reps: 10, weight: 8 },
        { type: 'normal', reps: 10, weight: 16, rpe: 7.5, restSeconds: 90 },
        { type: 'normal', reps: 8, weight: 18, note: 'deep' },
      ],
    },
  ],
  totalDuration: 30,
  ...more,
});

describe('workouts', () => {
  let server: TestServer;
  let ana: Client;
  beforeAll(async () => {
    server = await testServer();
    ana = await server.as('ana');
  });
  afterAll(() => server.close());

  it('saves a workout, fills in what was left out, and answers only once it is stored', async () => {
    const { status, body } = await ana.call('saveWorkout', { body: legDay() });
    expect(status).toBe(201);
    expect(body.data).toMatchObject({
      user: ana.user._id,
      name: 'Legs',
      totalDuration: 30,
      caloriesEstimated: true,
      intensity: 'moderate',
      source: 'app',
      mood: null,
    });
    // 30 min × MET 3.5 × 3.5 × 70 kg / 200
    expect(body.data.totalCalories).toBe(129);
    expect(body.data.exercises[0]).toMatchObject({ weight: 18, reps: 8, superset: null });
    expect(await server.store.workouts.byId(body.data._id)).toEqual(body.data);
    expect(server.log).toContain(`Workout saved: ${body.data._id}`);
    expect(server.log).toContain(`Progress update emitted for user: ${ana.user._id}`);
  });

  it('uses the weight that the member gave, and keeps calories that were given', async () => {
    const bela = await server.as('bela');
    await bela.call('changeMe', { body: { profile: { weight: 100 } } });
    expect((await bela.call('saveWorkout', { body: legDay() })).body.data.totalCalories).toBe(184);
    const given = await bela.call('saveWorkout', { body: legDay({ totalCalories: 250.5 }) });
    expect(given.body.data).toMatchObject({ totalCalories: 250.5, caloriesEstimated: false });
  });

  it('takes a workout without a set log', async () => {
    const { body } = await ana.call('saveWorkout', {
      body: {
        name: 'Morning',
        exercises: [{ name: 'Running', sets: 1, duration: 25 }],
        totalDuration: 25,
        totalCalories: 250,
      },
    });
    expect(body.data.exercises[0]).toMatchObject({ exerciseId: null, sets: 1, duration: 25, reps: null, setLog: [] });
  });

  it('shows a workout that was stored though its server died before anybody was told', async () => {
    const dev = await server.as('dev');
    await dev.call('progress');
    const body = legDay();
    const { workouts } = server.store;
    const add = workouts.add.bind(workouts);
    workouts.add = async (...given) => {
      await add(...given);
      throw new StorageAway(new Error('the connection broke'));
    };
    const refused = await dev.call('saveWorkout', { body });
    workouts.add = add;
    expect(refused).toMatchObject({ status: 503, error: { code: 'unavailable' } });
    expect(refused.headers.get('retry-after')).toBe('2');
    await dev.call('progress');
    expect((await dev.call('saveWorkout', { body })).status).toBe(200);
    expect((await dev.call('progress')).body.data.totalWorkouts).toBe(1);
  });

  it('stores one workout for twenty posts at once with one clientId, and answers all with it', async () => {
    const chen = await server.as('chen');
    const body = legDay();
    const answers = await Promise.all(Array.from({ length: 20 }, () => chen.call('saveWorkout', { body })));
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.body.data._id)).size).toBe(1);
    expect((await chen.call('workouts')).body.data).toHaveLength(1);
    expect((await chen.call('progress')).body.data).toMatchObject({ totalWorkouts: 1, version: 1 });
  });

  it('shows no reader the old numbers after the answer, whatever was cached or being loaded', async () => {
    const dara = await server.as('dara');
    for (let saved = 1; saved <= 15; saved += 1) {
      const racing = Array.from({ length: 4 }, () => dara.call('progress'));
      await dara.call('saveWorkout', { body: legDay() });
      expect((await dara.call('progress')).body.data.totalWorkouts).toBe(saved);
      expect((await dara.call('stats')).body.data.totals.workouts).toBe(saved);
      expect((await dara.call('workouts')).body.data).toHaveLength(saved);
      await Promise.all(racing);
    }
  });

  it('answers from the cache the second time, and says so', async () => {
    const eva = await server.as('eva');
    expect((await eva.call('progress')).body.source).toBe('database');
    expect((await eva.call('progress')).body.source).toBe('cache');
    await eva.call('saveWorkout', { body: legDay() });
    expect((await eva.call('progress')).body.source).toBe('database');
  });

  it('tells every screen that shows the numbers, with a version that grows', async () => {
    const fay = await server.as('fay');
    const socket = await fay.socket();
    expect(await socket.emitWithAck('joinProgressRoom', fay.user._id)).toEqual({ success: true });
    const told: ProgressUpdated[] = [];
    const three = new Promise<void>((resolve) => {
      socket.on('progressUpdated', (update) => {
        if (told.push(update) === 3) resolve();
      });
    });
    const saved = await fay.call('saveWorkout', { body: legDay({ name: 'Lower body A' }) });
    const changed = await fay.call('changeWorkout', {
      params: { id: saved.body.data._id },
      body: { ...withoutId(legDay()), totalDuration: 45 },
    });
    await fay.call('removeWorkout', { params: { id: saved.body.data._id } });
    await three;
    expect(told.map((update) => update.version)).toEqual([1, 2, 3]);
    expect(told.map((update) => update.totalDuration)).toEqual([30, 45, 0]);
    expect(told.map((update) => update.streak)).toEqual([1, 1, 0]);
    expect(told[0]?.workout?.name).toBe('Lower body A');
    expect(told[1]?.workout?._id).toBe(changed.body.data._id);
    expect(told[2]?.workout).toBeUndefined();
  });

  it('keeps the day that was fixed at logging when the zone changes, and gives a new one with a new date', async () => {
    const gus = await server.as('gus', { timeZone: 'Asia/Kolkata' });
    const { body } = await gus.call('saveWorkout', { body: legDay({ date: '2026-07-15T20:30:00Z' }) });
    expect(body.data.localDate).toBe('2026-07-16');
    await gus.call('changeMe', { body: { settings: { timeZone: 'America/New_York' } } });
    const id = { id: body.data._id };
    expect((await gus.call('changeWorkout', { params: id, body: withoutId(legDay()) })).body.data.localDate).toBe(
      '2026-07-16',
    );
    const moved = await gus.call('changeWorkout', {
      params: id,
      body: { ...withoutId(legDay()), date: '2026-07-15T20:31:00Z' },
    });
    expect(moved.body.data.localDate).toBe('2026-07-15');
  });

  it('pages through everything, newest first, and filters by local days', async () => {
    const hal = await server.as('hal');
    for (let day = 1; day <= 9; day += 1)
      await hal.call('saveWorkout', { body: legDay({ date: `2026-05-0${String(day)}T07:00:00Z` }) });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await hal.call('workouts', { query: { limit: '4', ...(cursor ? { cursor } : {}) } });
      seen.push(...body.data.map((workout) => workout.localDate));
      cursor = body.page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1].map((day) => `2026-05-0${String(day)}`));
    const some = await hal.call('workouts', { query: { from: '2026-05-03', to: '2026-05-04' } });
    expect(some.body.data.map((workout) => workout.localDate)).toEqual(['2026-05-04', '2026-05-03']);
  });

  it('does not know of other people’s workouts, in any call', async () => {
    const { body } = await ana.call('saveWorkout', { body: legDay() });
    const id = { id: body.data._id };
    const mallory = await server.as('mallory');
    expect((await mallory.call('workout', { params: id })).status).toBe(404);
    expect((await mallory.call('changeWorkout', { params: id, body: withoutId(legDay()) })).status).toBe(404);
    expect((await mallory.call('removeWorkout', { params: id })).status).toBe(404);
    expect((await ana.call('workout', { params: id })).body.data).toEqual(body.data);
  });

  it('lists everything wrong at once, and stores nothing', async () => {
    const ivo = await server.as('ivo');
    const body = {
      exercises: [
        { name: '', sets: 0, reps: -1 },
        { name: 'Row', exerciseId: 'nonsense' },
        { name: 'Row', sets: 1, reps: 1, colour: 'red' },
      ],
      totalDuration: 2000,
      date: '2999-01-01T00:00:00Z',
      intensty: 'high',
    };
    const { status, error } = await ivo.call('saveWorkout', { body });
    expect(status).toBe(422);
    expect(error?.code).toBe('invalid_values');
    expect(error?.fields?.map((field) => field.path).sort()).toEqual(
      [
        'date',
        'exercises.0.name',
        'exercises.0.reps',
        'exercises.0.sets',
        'exercises.1.exerciseId',
        'exercises.1.reps',
        'exercises.1.sets',
        'exercises.2.colour',
        'intensty',
        'totalDuration',
      ].sort(),
    );
    expect((await ivo.call('progress')).body.data.totalWorkouts).toBe(0);
  });

  it('asks for sets and reps where there is no set log', async () => {
    const { error } = await ana.call('saveWorkout', { body: { exercises: [{ name: 'Row' }], totalDuration: 5 } });
    expect(error?.fields?.map((field) => field.path)).toEqual(['exercises.0.sets', 'exercises.0.reps']);
  });

  it('refuses an exercise that is not there, by its path', async () => {
    const { error } = await ana.call('saveWorkout', {
      body: { exercises: [{ exerciseId: 'f'.repeat(24), name: 'Row', sets: 1, reps: 1 }], totalDuration: 5 },
    });
    expect(error?.fields).toEqual([{ path: 'exercises.0.exerciseId', message: 'There is no such exercise.' }]);
  });

  it('refuses a cursor that it never gave out', async () => {
    expect((await ana.call('workouts', { query: { cursor: 'abc' } })).status).toBe(422);
  });
});

const withoutId = ({ clientId: _, ...rest }: WorkoutInput) => rest;
