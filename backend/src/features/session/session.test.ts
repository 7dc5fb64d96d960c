import { randomUUID } from 'node:crypto';
import { builtInExercises } from '@trainer/coach/exercises';
import type { Op, SessionEnded, SessionUpdated } from '@trainer/contract/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, type TestServer, type TestSocket, testServer } from '../../testing/test-server.ts';

const squat = builtInExercises.find((exercise) => exercise.slug === 'goblet-squat');

/** A device in the middle of a workout. */
class Device {
  readonly sessionId: string;
  readonly key = randomUUID();
  #now: number;

  constructor(sessionId: string = randomUUID(), now = Date.now() - 60_000) {
    this.sessionId = sessionId;
    this.#now = now;
  }
  base() {
    this.#now += 1000;
    return { opId: randomUUID(), sessionId: this.sessionId, at: new Date(this.#now).toISOString() };
  }
  start(): Op {
    const base = this.base();
    return {
      ...base,
      op: 'start',
      startedAt: base.at,
      name: 'Legs',
      exercises: [{ key: this.key, exerciseId: squat?._id ?? null, name: 'Goblet Squat' }],
    };
  }
  set(reps: number, more: Partial<Extract<Op, { op: 'set' }>> = {}): Op {
    return {
      ...this.base(),
      op: 'set',
      key: this.key,
      setId: randomUUID(),
      type: 'normal',
      reps,
      weight: 16,
      done: true,
      ...more,
    };
  }
  finish(): Op {
    const base = this.base();
    return { ...base, op: 'finish', endedAt: base.at, notes: 'good' };
  }
  discard(): Op {
    return { ...this.base(), op: 'discard' };
  }
}

describe('the running workout on the server', () => {
  let server: TestServer;
  let people = 0;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());
  const someone = () => server.as(`member${String((people += 1))}`);
  const send = async (who: Client, ...ops: unknown[]) => (await who.call('sessionOps', { body: { ops } })).body.data;
  const next = <T>(socket: TestSocket, event: 'sessionUpdated' | 'sessionEnded') =>
    new Promise<T>((resolve) => socket.once(event, resolve as () => void));

  it('is there as soon as it is answered, on every device, and gone once it is finished', async () => {
    const ana = await someone();
    expect((await ana.call('runningSession')).status).toBe(404);
    expect((await ana.call('runningSession', { query: { ops: 'true' } })).body.data).toBeNull();
    const [phone, laptop] = [new Device(), await ana.socket()];
    const seen = next<SessionUpdated>(laptop, 'sessionUpdated');
    const ticked = phone.set(10);
    const { session, results } = await send(ana, phone.start(), ticked);
    expect(results.map((one) => one.status)).toEqual(['applied', 'applied']);
    expect((await ana.call('runningSession')).body.data).toEqual(session);
    expect((await seen).session).toEqual(session);

    const end = next<SessionEnded>(laptop, 'sessionEnded');
    const finished = await send(ana, phone.set(8), phone.finish());
    expect(finished.session).toBeNull();
    expect(finished.workout).toMatchObject({
      clientId: phone.sessionId,
      name: 'Legs',
      notes: 'good',
      source: 'app',
      exercises: [{ exerciseId: squat?._id, sets: 2, weight: 16 }],
    });
    expect(await end).toMatchObject({ how: 'finished', workoutId: finished.workout?._id });
    expect((await ana.call('runningSession')).status).toBe(404);
    expect((await ana.call('progress')).body.data.totalWorkouts).toBe(1);
  });

  it('gives each operation its own verdict, and stores the good beside the bad', async () => {
    const ana = await someone();
    const phone = new Device();
    const heavy = phone.set(5, { weight: 5000 });
    const { results, session } = await send(ana, phone.start(), heavy, 7, null, { op: 'fly' }, phone.set(6));
    expect(results.map((one) => one.status)).toEqual([
      'applied',
      'refused',
      'refused',
      'refused',
      'refused',
      'applied',
    ]);
    expect(results[1]).toMatchObject({
      opId: heavy.opId,
      reason: 'invalid',
      message: expect.stringContaining('weight') as string,
    });
    expect(session?.exercises[0]?.sets.map((set) => set.reps)).toEqual([6]);
  });

  it('becomes one workout, however often and from how many devices it is finished', async () => {
    const ana = await someone();
    const phone = new Device();
    await send(ana, phone.start(), phone.set(10));
    const ends = [phone.finish(), phone.finish(), phone.finish()];
    const answers = await Promise.all([...ends, ...ends].map((end) => send(ana, end)));
    expect(new Set(answers.map((one) => one.workout?._id)).size).toBe(1);
    expect((await ana.call('workouts', { query: {} })).body.data).toHaveLength(1);
  });

  it('takes what another device did before it heard of the end', async () => {
    const ana = await someone();
    const phone = new Device();
    const late = phone.set(12);
    await send(ana, phone.start(), phone.set(10));
    const first = await send(ana, phone.finish());
    expect(first.workout?.exercises[0]?.sets).toBe(1);
    const { results, workout } = await send(ana, late);
    expect(results[0]?.status).toBe('applied');
    expect(workout).toMatchObject({ _id: first.workout?._id, exercises: [{ sets: 2 }] });
    expect((await ana.call('progress')).body.data.totalWorkouts).toBe(1);
  });

  it('leaves a workout alone that was changed by hand, or deleted, since', async () => {
    const ana = await someone();
    const phone = new Device();
    const [late, later] = [phone.set(12), phone.set(13)];
    await send(ana, phone.start(), phone.set(10));
    const { workout } = await send(ana, phone.finish());
    const id = workout?._id ?? '';
    const exercises = [{ name: 'Something else', sets: 1, reps: 1 }];
    await new Promise((resolve) => setTimeout(resolve, 5));
    await ana.call('changeWorkout', { params: { id }, body: { exercises, totalDuration: 5 } });
    expect((await send(ana, late)).workout?.exercises[0]?.name).toBe('Something else');
    await ana.call('removeWorkout', { params: { id } });
    expect((await send(ana, later)).workout).toBeUndefined();
    expect((await ana.call('workouts', { query: {} })).body.data).toEqual([]);
  });

  it('makes nothing of a workout without a set, until one comes late', async () => {
    const ana = await someone();
    const phone = new Device();
    const late = phone.set(9);
    await send(ana, phone.start());
    expect((await send(ana, phone.finish())).workout).toBeUndefined();
    expect((await send(ana, late)).workout).toMatchObject({ exercises: [{ sets: 1 }] });
  });

  it('is stored under the name of an exercise that nobody knows', async () => {
    const ana = await someone();
    const phone = new Device();
    const stray: Op = {
      ...phone.base(),
      op: 'addExercise',
      key: randomUUID(),
      exerciseId: 'f'.repeat(24),
      name: 'Zercher',
    };
    await send(ana, phone.start(), stray, phone.set(3, { key: stray.key }));
    expect((await send(ana, phone.finish())).workout?.exercises).toMatchObject([{ name: 'Zercher', exerciseId: null }]);
  });

  it('discarded leaves nothing, and says so on every device', async () => {
    const ana = await someone();
    const [phone, laptop] = [new Device(), await ana.socket()];
    await send(ana, phone.start(), phone.set(3));
    const end = next<SessionEnded>(laptop, 'sessionEnded');
    await send(ana, phone.discard());
    expect(await end).toEqual({ userId: ana.user._id, sessionId: phone.sessionId, how: 'discarded' });
    expect((await ana.call('workouts', { query: {} })).body.data).toEqual([]);
  });

  it('is told to nobody else', async () => {
    const [ana, bo] = [await someone(), await someone()];
    const watching = await bo.socket();
    let told = 0;
    watching.onAny(() => (told += 1));
    const phone = new Device();
    await send(ana, phone.start(), phone.set(3), phone.finish());
    // Bo's own comes after: whatever was told of Ana's came before it.
    const own = next(watching, 'sessionUpdated');
    await send(bo, new Device().start());
    await own;
    expect(told).toBe(1);
    expect((await send(bo, phone.set(5))).workout).toBeUndefined();
  });

  it('takes one running workout a person: the second waits until the first is over', async () => {
    const ana = await someone();
    const [phone, tablet] = [new Device(), new Device()];
    await send(ana, phone.start(), phone.set(3));
    const start = tablet.start();
    expect((await send(ana, start, tablet.set(4))).results).toMatchObject([
      { status: 'refused', reason: 'another_runs' },
      { status: 'applied' },
    ]);
    await send(ana, phone.finish());
    const { session } = await send(ana, start);
    expect(session).toMatchObject({ sessionId: tablet.sessionId, exercises: [{ sets: [{ reps: 4 }] }] });
  });

  it('refuses what is no list of operations, or too long a one', async () => {
    const ana = await someone();
    for (const body of [{}, { ops: [] }, { ops: 'x' }, { ops: Array.from({ length: 501 }, () => 1) }])
      expect((await ana.call('sessionOps', { body: body as never })).status).toBe(422);
  });

  it('is made into its workout by the next start, where the server died before it was', async () => {
    const first = await testServer();
    const ana = await first.as('ana');
    const phone = new Device();
    // Stored, and never made: as a server leaves it that dies in between.
    await first.store.running.append(ana.user._id, [phone.start(), phone.set(7), phone.finish()] as never, new Date());
    const second = await testServer({ store: first.store });
    await expect
      .poll(async () => (await first.store.workouts.page(ana.user._id, { limit: 5 })).items)
      .toMatchObject([{ clientId: phone.sessionId }]);
    await second.close();
  });
});
