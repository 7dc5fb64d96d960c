import { once } from 'node:events';
import { type Redis, startRedis } from '@trainer/stack/redis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMongo } from './storage/mongo/open.ts';
import { newDatabase } from './testing/new-database.ts';
import { type Client, connect, testServer, type TestServer, type TestSocket } from './testing/test-server.ts';

const BACK = { timeout: 60_000 };
const body = { exercises: [{ name: 'Row', sets: 3, reps: 10, weight: 40 }], totalDuration: 30 };

/** Two instances over one database; what the cache alone promises is held by `redis/away.stack.test.ts`. */
describe('while Redis is away', () => {
  let redis: Redis;
  let here: TestServer;
  let there: TestServer;
  let ana: Client;
  const sockets: TestSocket[] = [];
  beforeEach(async () => {
    redis = await startRedis();
    const environment = {
      REDIS_HOST: redis.host,
      REDIS_PORT: String(redis.port),
      REDIS_PASSWORD: redis.password,
    };
    const uri = newDatabase();
    here = await testServer({ store: await openMongo({ uri }), environment });
    there = await testServer({ store: await openMongo({ uri }), environment });
    ana = await here.as('ana');
    await isUsed();
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.disconnect();
    await Promise.all([here.close(), there.close()]);
    await redis.stop();
  });

  const numbersAt = async ({ call }: TestServer) => {
    const { status, body: answer } = await call('progress', undefined, ana.token);
    return { status, source: answer.source, total: answer.data.totalWorkouts };
  };
  const save = ({ call }: TestServer) => call('saveWorkout', { body }, ana.token);
  const linesOf = ({ log }: TestServer) => log.filter((line) => /^Redis is away|Redis client connected/.test(line));
  const ready = async ({ send }: TestServer) => {
    const answer = await send('/readyz');
    return { status: answer.status, ...((await answer.json()) as { dependencies: object }).dependencies };
  };
  async function isUsed(): Promise<void> {
    for (const server of [here, there]) {
      await expect.poll(async () => (await numbersAt(server)).source, BACK).toBe('cache');
      expect(await ready(server)).toEqual({ status: 200, storage: 'ok', redis: 'ok' });
    }
  }
  async function screenAt({ url }: TestServer): Promise<TestSocket> {
    const socket = await connect(url, ana.token, { open: sockets });
    expect(await socket.emitWithAck('joinProgressRoom', ana.user._id)).toEqual({ success: true });
    return socket;
  }

  const troubles: Record<string, { away: () => Promise<void> | void; back: () => Promise<void> | void }> = {
    killed: { away: () => redis.kill(), back: () => redis.restart() },
    hung: {
      away: () => {
        redis.pause();
      },
      back: () => {
        redis.resume();
      },
    },
  };

  it.each(Object.entries(troubles))('because it was %s, everything goes on without it', async (_, { away, back }) => {
    const screens = [await screenAt(here), await screenAt(there)];
    await away();

    for (let n = 1; n <= 6; n += 1) {
      const at = n % 2 ? here : there;
      const told = once(screens[n % 2 ? 0 : 1] as unknown as NodeJS.EventEmitter, 'progressUpdated');
      expect((await save(at)).status).toBe(201);
      for (const server of [here, there]) {
        expect(await numbersAt(server)).toEqual({ status: 200, source: 'database', total: n });
      }
      // The screens of the instance that stored it.
      expect(await told).toMatchObject([{ totalWorkouts: n }]);
    }
    for (const server of [here, there]) {
      expect(await ready(server)).toEqual({ status: 503, storage: 'ok', redis: 'unavailable' });
    }

    await back();
    await isUsed();
    expect((await save(there)).status).toBe(201);
    for (const server of [here, there]) {
      expect((await numbersAt(server)).total).toBe(7);
      expect(linesOf(server)).toEqual([
        '✓ Redis client connected',
        expect.stringContaining('Redis is away'),
        '✓ Redis client connected',
      ]);
    }
  });

  it.each(Object.entries(troubles))(
    'because it was %s, a token that ends at one instance ends at the other, its sockets too',
    async (_, { away }) => {
      const screen = await screenAt(there);
      const revoked = once(screen as unknown as NodeJS.EventEmitter, 'sessionRevoked');
      await away();
      expect((await ana.call('logOut')).status).toBe(204);
      await revoked;
      expect((await there.call('progress', undefined, ana.token)).status).toBe(401);
    },
  );
});
