import { type Redis, startRedis } from '@trainer/stack/redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locksSuite } from '../locks/suite.ts';
import { connected } from './connected.ts';
import type { RedisConnection } from './connection.ts';
import { redisLocks } from './locks.ts';

describe('in Redis', () => {
  let server: Redis;
  let here: RedisConnection;
  let there: RedisConnection;
  beforeAll(async () => {
    server = await startRedis();
    [here, there] = await Promise.all([connected(server), connected(server)]);
  });
  afterAll(async () => {
    await here.close();
    await there.close();
    await server.stop();
  });

  locksSuite((patienceMs) => redisLocks(here, { patienceMs }));

  it('keep two instances from doing the same at once', async () => {
    const [one, other] = [redisLocks(here), redisLocks(there)];
    let [inside, most] = [0, 0];
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 10 }, (_, i) => (i % 2 ? one : other).oneAtATime('import', work)));
    expect(most).toBe(1);
    expect(await here.commands.client.exists('lock:import')).toBe(0);
  });

  it('let the work be done while Redis is away', async () => {
    const lonely = await connected(server);
    const locks = redisLocks(lonely);
    await lonely.close();
    expect(await locks.oneAtATime('import', () => Promise.resolve('done'))).toBe('done');
  });
});
