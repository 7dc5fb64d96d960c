import { randomUUID } from 'node:crypto';
import type { DietRequest, PlanProgress, SuggestionRequest } from '@trainer/contract/types';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../storage/sqlite/open.ts';
import { type HeldWriter, heldWriter } from '../../testing/held-writer.ts';
import { type Client, type TestServer, testServer } from '../../testing/test-server.ts';

const WORKOUT: SuggestionRequest = {
  age: 25,
  weight: 75,
  height: 175,
  fitnessLevel: 'intermediate',
  goals: ['Weight Loss', 'Muscle Gain'],
  medicalConditions: 'None',
};
const DIET: DietRequest = {
  currentWeight: 75,
  targetWeight: 65,
  height: 175,
  age: 25,
  fitnessLevel: 'intermediate',
  dietaryRestrictions: 'Vegetarian',
};

let people = 0;
/** On a busy machine, too. */
const PATIENCE = { timeout: 30_000 };
/** Somebody who has asked for nothing yet. */
const somebody = (server: TestServer, timeZone = 'UTC') => server.as(`person-${String((people += 1))}`, { timeZone });

async function listening(client: Client): Promise<PlanProgress[]> {
  const told: PlanProgress[] = [];
  (await client.socket()).on('planProgress', (progress) => void told.push(progress));
  return told;
}

describe('a plan that is asked for, without a key', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());

  it('is written, checked and kept, of both kinds, from requests as people write them', async () => {
    const ana = await somebody(server);
    const workout = await ana.call('suggest', { body: WORKOUT });
    expect(workout.error).toBeUndefined();
    expect([workout.status, workout.body.data]).toMatchObject([
      201,
      {
        kind: 'workout',
        writer: 'built-in',
        model: null,
        verification: { status: 'verified' },
        request: {
          goals: ['weight loss', 'muscle gain'],
          medicalConditions: [],
          daysPerWeek: expect.any(Number) as number,
        },
        sent: null,
        sharedAt: null,
      },
    ]);
    expect(workout.body.data.schedule).toHaveLength(7);
    const diet = await ana.call('planDiet', { body: DIET });
    expect(diet.error).toBeUndefined();
    expect([diet.status, diet.body.data]).toMatchObject([
      201,
      { kind: 'diet', writer: 'built-in', verification: { status: 'verified' }, request: { diet: 'vegetarian' } },
    ]);
    expect(diet.body.data.days).toHaveLength(7);
    expect(diet.body.data.markdown).toContain(diet.body.data.title);
    expect((await ana.call('dietPlan', { params: { id: diet.body.data._id } })).body.data).toEqual(diet.body.data);
    expect((await ana.call('suggestion', { params: { id: workout.body.data._id } })).body.data).toEqual(
      workout.body.data,
    );
  });

  it('is told from the first moment on, to every screen of that person and to nobody else', async () => {
    const [ana, bo] = [await somebody(server), await somebody(server)];
    const [one, other, strangers] = [await listening(ana), await listening(ana), await listening(bo)];
    const requestId = randomUUID();
    const { body } = await ana.call('planDiet', { body: { ...DIET, allergies: 'peanuts', requestId } });
    await expect.poll(() => other.at(-1)?.stage, PATIENCE).toBe('done');
    await expect.poll(() => one.length, PATIENCE).toBe(other.length);
    expect(one).toEqual(other);
    expect(one[0]).toEqual({ kind: 'diet', requestId, stage: 'reading', percent: 2, detail: one[0]?.detail });
    expect(one[0]?.detail).toMatch(/^vegetarian, South India, no peanut$/);
    expect(one[1]?.detail).toMatch(/^\d+ of \d+ dishes suit you\.$/);
    expect(one.at(-1)).toEqual({ kind: 'diet', requestId, stage: 'done', percent: 100, planId: body.data._id });
    const percents = one.map(({ percent = 0 }) => percent);
    expect(percents).toEqual(percents.toSorted((a, b) => a - b));
    expect(strangers).toEqual([]);
  });

  it('under a requestId is one, however often and however much at once it is asked for', async () => {
    const ana = await somebody(server);
    const body = { ...DIET, requestId: randomUUID() };
    const all = await Promise.all(Array.from({ length: 20 }, () => ana.call('planDiet', { body })));
    expect(all.map(({ status }) => status).sort()).toEqual([...Array<number>(19).fill(200), 201]);
    const [first] = all;
    for (const one of all) expect(one.body).toEqual(first?.body);
    // The first answer stands, whatever else is asked under it.
    const again = await ana.call('planDiet', { body: { ...body, currentWeight: 90 } });
    expect([again.status, again.body]).toEqual([200, first?.body]);
    expect((await ana.call('dietPlans')).body.data).toHaveLength(1);
    expect((await ana.call('planAllowance')).body.data).toMatchObject({ left: 19, limit: 20, running: [] });
    const workout = await ana.call('suggest', { body: { ...WORKOUT, requestId: body.requestId } });
    expect(workout.status).toBe(201);
  });

  it('that must not be written is refused with the reason and what to do instead', async () => {
    const ana = await somebody(server);
    for (const more of [{ age: 16 }, { targetWeight: 45 }, { medicalConditions: ['chest pain'] }]) {
      const refused = await ana.call('planDiet', { body: { ...DIET, ...more } });
      expect([refused.status, refused.error?.code]).toEqual([422, 'needs_professional']);
      expect(refused.error?.message.length).toBeGreaterThan(40);
      const target = await ana.call('dietTarget', { body: { ...DIET, ...more } });
      expect(target.error).toEqual(refused.error);
    }
    const stopped = await ana.call('suggest', { body: { ...WORKOUT, medicalConditions: 'recent heart attack' } });
    expect([stopped.status, stopped.error?.code]).toEqual([422, 'needs_professional']);
    expect((await ana.call('planAllowance')).body.data.left).toBe(20);
  });

  it('with words that mean nothing here is refused by each of them', async () => {
    const ana = await somebody(server);
    const body = { ...DIET, allergies: ['peanuts', 'zorgon dust'], medicalConditions: 'glimmering', region: 'Mars' };
    const { status, error } = await ana.call('planDiet', { body });
    expect([status, error?.code, error?.fields?.map(({ path }) => path).sort()]).toEqual([
      422,
      'invalid_values',
      ['allergies', 'medicalConditions', 'region'],
    ]);
    expect(error?.fields?.find(({ path }) => path === 'allergies')?.message).toContain('zorgon dust');
    const values = await ana.call('suggest', { body: { ...WORKOUT, age: 7, colour: 'red' } as never });
    expect(values.error?.fields?.map(({ path }) => path).sort()).toEqual(['age', 'colour']);
  });

  it('has a target that can be looked at before, with its working, and keeps nothing', async () => {
    const ana = await somebody(server);
    const { status, body } = await ana.call('dietTarget', { body: DIET });
    expect(status).toBe(200);
    expect(body.data.working.length).toBeGreaterThan(3);
    const plan = await ana.call('planDiet', { body: DIET });
    expect(plan.body.data.targets).toEqual(body.data.targets);
    expect(plan.body.data.working).toEqual(body.data.working);
    expect((await ana.call('dietPlans')).body.data).toHaveLength(1);
  });

  it('is counted by kind, writer and what the check came to', async () => {
    await (await somebody(server)).call('planDiet', { body: DIET });
    const { body } = await server.call('metrics');
    expect(body).toMatch(/plans_written_total\{kind="diet",writer="built-in",status="verified"\} \d+/);
  });
});

describe('a plan that a slow writer writes', () => {
  let server: TestServer;
  let writer: HeldWriter;
  beforeAll(async () => {
    writer = heldWriter();
    server = await testServer({ planWriter: writer, environment: { AI_DAILY_LIMIT: '4' } });
  });
  afterAll(() => server.close());
  beforeEach(() => {
    writer.asked.length = 0;
    writer.hold();
  });
  afterEach(() => {
    writer.release();
  });
  const isAsked = (times = 1) => expect.poll(() => writer.asked.length, PATIENCE).toBe(times);

  it('keeps what was sent, by whom it was written and what it cost, for its owner', async () => {
    const ana = await somebody(server);
    writer.release();
    const { body } = await ana.call('planDiet', { body: DIET });
    expect(body.data).toMatchObject({
      writer: 'gemini',
      model: 'held-001',
      promptVersion: 'held-1',
      sent: { model: 'held', system: 'You are a coach.' },
      record: {
        requestedModel: 'held',
        servedModel: 'held-001',
        tokens: { prompt: 3, thought: 2, answer: 1 },
        attempts: [{ model: 'held', outcome: 'ok', ms: 1 }],
      },
    });
    expect(JSON.stringify(writer.asked.map(({ ask }) => ask))).not.toContain(ana.user._id);
    expect((await ana.call('planAllowance')).body.data.writer).toBe('gemini');
  });

  it('is drawn from the workouts that the server knows, whatever the request says', async () => {
    const ana = await somebody(server);
    writer.release();
    const exercises = [{ name: 'Barbell Bench Press', sets: 3, reps: 5, weight: 80 }];
    for (let n = 0; n < 3; n += 1) await ana.call('saveWorkout', { body: { exercises, totalDuration: 40 } });
    const recentWorkouts = [{ exercises: [{ name: 'Barbell Bench Press', sets: 1, reps: 1, weight: 999 }] }];
    await ana.call('suggest', { body: { ...WORKOUT, recentWorkouts } });
    const [{ profile } = { profile: undefined }] = writer.asked.map(({ ask }) => ask);
    expect(profile && 'history' in profile && profile.history.map((one) => one.exercises[0]?.weight)).toEqual([
      80, 80, 80,
    ]);
    expect(JSON.stringify(profile)).not.toContain(ana.user._id);
  });

  it('is one of a kind at a time; the other kind goes on beside it', async () => {
    const ana = await somebody(server);
    const requestId = randomUUID();
    const diet = ana.call('planDiet', { body: { ...DIET, requestId } });
    await isAsked();
    const second = await ana.call('planDiet', { body: DIET });
    expect([second.status, second.error?.code]).toEqual([409, 'already_planning']);
    const workout = ana.call('suggest', { body: WORKOUT });
    await isAsked(2);
    const { running } = (await ana.call('planAllowance')).body.data;
    expect(running).toEqual([
      { kind: 'diet', requestId },
      { kind: 'workout', requestId: expect.any(String) as string },
    ]);
    writer.release();
    expect([(await diet).status, (await workout).status]).toEqual([201, 201]);
    expect((await ana.call('planAllowance')).body.data.running).toEqual([]);
  });

  it('are so many a day, until the member’s own midnight', async () => {
    writer.release();
    const ana = await somebody(server, 'Asia/Kolkata');
    for (let n = 0; n < 4; n += 1) {
      expect((await ana.call(n % 2 ? 'suggest' : 'planDiet', { body: (n % 2 ? WORKOUT : DIET) as never })).status).toBe(
        201,
      );
    }
    const [first] = (await ana.call('dietPlans')).body.data;
    await ana.call('removeDietPlan', { params: { id: first?._id ?? '' } });
    const over = await ana.call('planDiet', { body: DIET });
    expect([over.status, over.error?.code]).toEqual([429, 'plan_limit']);
    const now = Date.now();
    const midnight = Math.ceil((now + 5.5 * 3_600_000) / 86_400_000) * 86_400_000 - 5.5 * 3_600_000;
    const wait = Number(over.headers.get('retry-after'));
    expect(Math.abs(wait - (midnight - now) / 1000)).toBeLessThan(30);
    expect((await ana.call('planAllowance')).body.data).toMatchObject({ left: 0, limit: 4 });
  });

  it('that is cancelled is stopped at once, and nothing of it is kept', async () => {
    const ana = await somebody(server);
    const told = await listening(ana);
    const requestId = randomUUID();
    const waiting = ana.call('planDiet', { body: { ...DIET, requestId } });
    const joined = ana.call('planDiet', { body: { ...DIET, requestId } });
    await isAsked();
    const stranger = await somebody(server);
    expect((await stranger.call('cancelPlan', { params: { requestId } })).status).toBe(404);
    expect((await ana.call('cancelPlan', { params: { requestId } })).status).toBe(204);
    expect(writer.asked[0]?.io.signal.aborted).toBe(true);
    for (const one of [await waiting, await joined])
      expect([one.status, one.error?.code]).toEqual([409, 'plan_cancelled']);
    expect((await ana.call('cancelPlan', { params: { requestId } })).status).toBe(404);
    expect((await ana.call('dietPlans')).body.data).toEqual([]);
    expect((await ana.call('planAllowance')).body.data.running).toEqual([]);
    expect(told.at(-1)?.stage).toBe('cancelled');
    writer.release();
    expect((await ana.call('planDiet', { body: { ...DIET, requestId } })).status).toBe(201);
  });

  it('goes on where its page is left', async () => {
    const ana = await somebody(server);
    const leaving = new AbortController();
    const left = server.send('/api/diet-plan/generate', {
      method: 'POST',
      headers: { authorization: `Bearer ${ana.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(DIET),
      signal: leaving.signal,
    });
    await isAsked();
    leaving.abort();
    await expect(left).rejects.toThrow();
    writer.release();
    await expect.poll(async () => (await ana.call('dietPlans')).body.data.length, PATIENCE).toBe(1);
  });
});

describe('a plan that takes too long outside', () => {
  it('is the built-in planner’s within the deadline', async () => {
    const writer = heldWriter();
    writer.hold();
    const server = await testServer({ planWriter: writer, planTimings: { deadlineMs: 200, reserveMs: 150 } });
    const { status, body } = await (await somebody(server)).call('planDiet', { body: DIET });
    expect([status, body.data.writer, body.data.verification.status]).toEqual([201, 'built-in', 'fallback']);
    await server.close();
  });

  it('is the built-in planner’s where the server stops, and is answered before it does', async () => {
    const writer = heldWriter();
    writer.hold();
    const server = await testServer({ planWriter: writer });
    const ana = await somebody(server);
    const waiting = ana.call('suggest', { body: WORKOUT });
    await expect.poll(() => writer.asked.length, PATIENCE).toBe(1);
    await server.close();
    const { status, body } = await waiting;
    expect([status, body.data.verification.status]).toEqual([201, 'fallback']);
  });
});

/** Two servers on one storage that hear nothing of each other, as with Redis away. */
describe('a plan on two instances', () => {
  let servers: [TestServer, TestServer];
  let writer: HeldWriter;
  let begun = 0;
  beforeAll(async () => {
    const sqlite = await openSqlite({ file: ':memory:' });
    const begin: typeof sqlite.plans.begin = (...ask) => {
      begun += 1;
      return sqlite.plans.begin(...ask);
    };
    const store = { ...sqlite, plans: { ...sqlite.plans, begin } };
    writer = heldWriter();
    const options = { store, planWriter: writer, planTimings: { lookEveryMs: 10 } };
    servers = [await testServer(options), await testServer(options)];
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
  });
  beforeEach(() => {
    begun = 0;
    writer.asked.length = 0;
    writer.hold();
  });
  const hasBegun = (times: number) => expect.poll(() => begun, PATIENCE).toBe(times);
  const isAsked = () => expect.poll(() => writer.asked.length, PATIENCE).toBe(1);

  it('under one requestId is one, and both answer with it', async () => {
    const [one, other] = servers;
    const ana = await somebody(one);
    const body = { ...DIET, requestId: randomUUID() };
    const first = ana.call('planDiet', { body });
    await isAsked();
    const second = other.call('planDiet', { body }, ana.token);
    const third = await other.call('planDiet', { body: DIET }, ana.token);
    expect(third.error?.code).toBe('already_planning');
    writer.release();
    expect([(await first).status, (await second).status]).toEqual([201, 200]);
    expect((await first).body).toEqual((await second).body);
    expect(writer.asked).toHaveLength(1);
  });

  it('is cancelled through the other one, too: nothing is kept, and whoever waits hears it', async () => {
    const [one, other] = servers;
    const ana = await somebody(one);
    const body = { ...DIET, requestId: randomUUID() };
    const first = ana.call('planDiet', { body });
    await isAsked();
    const second = other.call('planDiet', { body }, ana.token);
    await hasBegun(2);
    const cancelled = await other.call('cancelPlan', { params: { requestId: body.requestId } }, ana.token);
    expect(cancelled.status).toBe(204);
    expect((await second).error?.code).toBe('plan_cancelled');
    // The first instance has heard of nothing, and finds out when it wants to keep the plan.
    writer.release();
    expect((await first).error?.code).toBe('plan_cancelled');
    expect((await ana.call('dietPlans')).body.data).toEqual([]);
  });
});
