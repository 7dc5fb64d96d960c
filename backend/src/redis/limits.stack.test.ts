import { type Redis, startRedis } from '@trainer/stack/redis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS, type Limits } from '../http/limits.ts';
import { connected } from './connected.ts';
import type { RedisConnection } from './connection.ts';
import { redisLimits } from './limits.ts';

describe('limits that two instances share', () => {
  let server: Redis;
  let connections: RedisConnection[];
  let limits: (Limits & { close(): void })[];
  beforeAll(async () => {
    server = await startRedis();
    connections = await Promise.all([connected(server), connected(server)]);
    limits = connections.map((connection) => redisLimits(connection));
  });
  afterAll(async () => {
    for (const one of limits) one.close();
    for (const connection of connections) await connection.close();
    await server.stop();
  });
  beforeEach(() => connections[0]?.commands.client.flushall());

  const at = (n: number): Limits => limits[n % 2] as Limits;

  it('count log-ins to the point, whichever instance they came to', async () => {
    const { points } = LIMITS.failedLogInsOfAccount;
    for (let n = 0; n < points; n += 1) {
      const left = await at(n).take('failedLogInsOfAccount', 'ana', 'too_many_tries');
      expect(left?.remaining).toBe(points - 1 - n);
    }
    for (const n of [0, 1]) {
      await expect(at(n).take('failedLogInsOfAccount', 'ana', 'too_many_tries')).rejects.toMatchObject({
        code: 'too_many_tries',
      });
    }
    await at(0).take('failedLogInsOfAccount', 'bo', 'too_many_tries');
  });

  it('take back at one what was counted at the other', async () => {
    await at(0).take('signUpsOfAddress', '::1', 'too_many_tries');
    await at(1).giveBack('signUpsOfAddress', '::1');
    expect((await at(0).take('signUpsOfAddress', '::1', 'too_many_tries'))?.remaining).toBe(
      LIMITS.signUpsOfAddress.points - 1,
    );
  });

  it('forget at one what was counted at both', async () => {
    for (let n = 0; n < LIMITS.failedLogInsOfAccount.points; n += 1)
      await at(n).take('failedLogInsOfAccount', 'eva', 'too_many_tries');
    await at(0).forget('failedLogInsOfAccount', 'eva');
    for (const n of [0, 1]) await at(n).take('failedLogInsOfAccount', 'eva', 'too_many_tries');
  });

  it('tell each other of requests in the background, so that nobody waits for Redis', async () => {
    const { points } = LIMITS.requestsOfToken;
    for (let n = 0; n < 400; n += 1) await at(n).take('requestsOfToken', 'token', 'too_many_requests');
    const remaining = async () =>
      (
        await at(0)
          .take('requestsOfToken', 'token', 'too_many_requests')
          .catch(() => undefined)
      )?.remaining ?? 0;
    await expect.poll(remaining, { timeout: 20_000, interval: 300 }).toBeLessThanOrEqual(points - 400);
    expect(await remaining()).toBeGreaterThan(0);
  });

  it('go on by themselves while Redis is away', async () => {
    const lonely = await connected(server);
    const own = redisLimits(lonely);
    await lonely.close();
    for (let n = 0; n < LIMITS.failedLogInsOfAccount.points; n += 1) {
      await own.take('failedLogInsOfAccount', 'cy', 'too_many_tries');
    }
    await expect(own.take('failedLogInsOfAccount', 'cy', 'too_many_tries')).rejects.toMatchObject({ status: 429 });
    own.close();
  });
});
