import { randomUUID } from 'node:crypto';
import type { PlanProgress } from '@trainer/contract/types';
import { type Redis, startRedis } from '@trainer/stack/redis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openMongo } from './storage/mongo/open.ts';
import { type HeldWriter, heldWriter } from './testing/held-writer.ts';
import { newDatabase } from './testing/new-database.ts';
import { type Client, connect, testServer, type TestServer } from './testing/test-server.ts';

const PATIENCE = { timeout: 60_000 };
const DIET = {
  currentWeight: 75,
  targetWeight: 65,
  height: 175,
  age: 25,
  fitnessLevel: 'intermediate' as const,
  dietaryRestrictions: 'Vegetarian',
};

describe('plans of two instances that share MongoDB and Redis', () => {
  let redis: Redis;
  let servers: [TestServer, TestServer];
  let writers: [HeldWriter, HeldWriter];
  let ana: Client;
  beforeAll(async () => {
    redis = await startRedis();
    const uri = newDatabase();
    writers = [heldWriter(), heldWriter()];
    const open = async (planWriter: HeldWriter) =>
      testServer({
        store: await openMongo({ uri }),
        planWriter,
        environment: { REDIS_HOST: redis.host, REDIS_PORT: String(redis.port), REDIS_PASSWORD: redis.password },
      });
    servers = [await open(writers[0]), await open(writers[1])];
    ana = await servers[0].as('ana');
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
    await redis.stop();
  });
  beforeEach(() => {
    for (const writer of writers) {
      writer.asked.length = 0;
      writer.hold();
    }
  });

  const call = (instance: 0 | 1, body: object) =>
    servers[instance].call('planDiet', { body: { ...DIET, ...body } }, ana.token);
  const asked = () => writers.map((writer) => writer.asked.length);
  const isAsked = () => expect.poll(() => asked().reduce((a, b) => a + b), PATIENCE).toBe(1);
  const release = () => {
    for (const writer of writers) writer.release();
  };

  it('are told to the screens at both', async () => {
    const told: PlanProgress[] = [];
    const socket = await connect(servers[1].url, ana.token);
    socket.on('planProgress', (progress) => void told.push(progress));
    release();
    const requestId = randomUUID();
    const { status, body } = await call(0, { requestId });
    expect(status).toBe(201);
    await expect.poll(() => told.at(-1), PATIENCE).toMatchObject({ requestId, stage: 'done', planId: body.data._id });
    expect(told[0]?.stage).toBe('reading');
    socket.disconnect();
  });

  it('are one of a kind at a time and one under a requestId, whichever is asked and however much at once', async () => {
    const requestId = randomUUID();
    const all = Array.from({ length: 20 }, (_, i) => call(i % 2 ? 1 : 0, { requestId }));
    await isAsked();
    expect((await call(0, {})).error?.code).toBe('already_planning');
    expect((await call(1, {})).error?.code).toBe('already_planning');
    release();
    const answers = await Promise.all(all);
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(19).fill(200), 201]);
    expect(new Set(answers.map(({ body }) => body.data._id)).size).toBe(1);
    expect(asked().reduce((a, b) => a + b)).toBe(1);
  });

  it('are stopped through the other one at once', async () => {
    const requestId = randomUUID();
    const waiting = call(0, { requestId });
    await isAsked();
    const cancelled = await servers[1].call('cancelPlan', { params: { requestId } }, ana.token);
    expect(cancelled.status).toBe(204);
    // Nobody lets the writer go on: it is its signal that ends it.
    expect((await waiting).error?.code).toBe('plan_cancelled');
    expect(writers[0].asked[0]?.io.signal.aborted).toBe(true);
    release();
    expect((await call(1, {})).status).toBe(201);
  });
});
