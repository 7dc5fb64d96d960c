import { randomUUID } from 'node:crypto';
import { type Mongo, startMongo } from '@trainer/stack/mongod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMongo } from './storage/mongo/open.ts';
import type { Store } from './storage/port.ts';
import { type Client, testServer, type TestServer } from './testing/test-server.ts';

const workout = () => ({
  clientId: randomUUID(),
  exercises: [{ name: 'Row', sets: 3, reps: 10, weight: 40 }],
  totalDuration: 30,
  intensity: 'moderate' as const,
});

describe('while MongoDB is away', () => {
  let mongo: Mongo;
  let store: Store;
  let server: TestServer;
  let ana: Client;
  beforeAll(async () => {
    mongo = await startMongo(3);
    store = await openMongo({ uri: mongo.uri });
    server = await testServer({ store });
    ana = await server.as('ana');
  });
  afterAll(async () => {
    await server.close();
    await mongo.stop();
  });

  /** Saves until it is stored. → how often it was refused */
  async function saved(body: ReturnType<typeof workout>): Promise<number> {
    for (let refused = 0; ; refused += 1) {
      const answer = await ana.call('saveWorkout', { body });
      if (answer.status === 201 || answer.status === 200) return refused;
      expect(answer).toMatchObject({ status: 503, error: { code: 'unavailable' } });
      expect(answer.headers.get('retry-after')).toBe('2');
    }
  }
  const total = async () => (await store.workouts.progress(ana.user._id, today())).totalWorkouts;

  it('a killed primary costs no acknowledged workout, and saves go on with the next one', async () => {
    for (let n = 0; n < 5; n += 1) await saved(workout());
    const primary = await mongo.primary();
    await primary.kill();
    for (let n = 0; n < 5; n += 1) await saved(workout());
    expect(await total()).toBe(10);
    await primary.start();
    await saved(workout());
    expect(await total()).toBe(11);
  });

  it('cached answers go on, saves are refused with a time to try again, and /readyz names the storage', async () => {
    const before = (await ana.call('progress')).body;
    await Promise.all(mongo.members.map((member) => member.kill()));

    const cached = await ana.call('progress');
    expect(cached.status).toBe(200);
    expect(cached.body).toEqual({ ...before, source: 'cache' });
    const body = workout();
    expect(await ana.call('saveWorkout', { body })).toMatchObject({ status: 503, error: { code: 'unavailable' } });
    const entering = { email: ana.user.email, password: 'kolam-kolam-7' };
    expect((await server.call('logIn', { body: entering })).status).toBe(503);
    const ready = await server.send('/readyz');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ status: 'unavailable', dependencies: { storage: 'unavailable' } });
    expect((await server.send('/healthz')).status).toBe(200);

    await Promise.all(mongo.members.map((member) => member.start()));
    await saved(body);
    await saved(body);
    expect(await total()).toBe(12);
    await expect.poll(async () => (await server.send('/readyz')).status, { timeout: 60_000 }).toBe(200);
    const lines = server.log.filter((line) => line.startsWith('The storage '));
    expect(lines.filter((line) => line.includes('does not answer')).length).toBeGreaterThan(0);
    expect(lines.at(-1)).toBe('The storage answers again');
  });

  it('members that hang are told as away in seconds, and nothing is lost once they go on', async () => {
    for (const member of mongo.members) member.pause();
    const body = workout();
    expect((await ana.call('saveWorkout', { body })).status).toBe(503);
    for (const member of mongo.members) member.resume();
    await saved(body);
    expect(await total()).toBe(13);
  });
});

const today = () => new Date().toISOString().slice(0, 10);
