import { type Redis, startRedis } from '@trainer/stack/redis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { entries, type Loaded } from '../cache/port.ts';
import { cacheSuite } from '../cache/suite.ts';
import { redisCache } from './cache.ts';
import { connected } from './connected.ts';
import type { RedisConnection } from './connection.ts';

const entry = entries.progress('7');
const value = (text: string) => () => Promise.resolve<Loaded>({ value: text });

describe('in Redis', () => {
  let server: Redis;
  let redis: RedisConnection;
  beforeAll(async () => {
    server = await startRedis();
    redis = await connected(server);
  });
  afterAll(async () => {
    await redis.close();
    await server.stop();
  });
  const emptied = async () => {
    await redis.commands.client.flushall();
    return redisCache(redis);
  };

  cacheSuite(emptied);

  it('lies as the text that is sent, under its own key, for its time', async () => {
    const cache = await emptied();
    await cache.cached(entry, value('{"streak":3}'));
    expect(await redis.commands.client.get('user:7:progress')).toBe('{"streak":3}');
    expect(await redis.commands.client.ttl('user:7:progress')).toBeGreaterThan(290);
    await cache.cached(entries.stats('7'), () => Promise.resolve({ value: '{}', freshForSeconds: 20 }));
    expect(await redis.commands.client.ttl('user:7:stats')).toBeLessThanOrEqual(20);
    await cache.invalidate([entry, entries.stats('7')]);
    expect(await redis.commands.client.exists('user:7:progress', 'user:7:stats')).toBe(0);
  });

  it('is not kept where its generation was evicted or flushed while it was loaded', async () => {
    for (const lose of ['evicted', 'flushed']) {
      const cache = await emptied();
      await cache.cached(entry, async () => {
        if (lose === 'flushed') await redis.commands.client.flushall();
        else await redis.commands.client.del('{user:7:progress}:generation');
        return { value: 'loaded' };
      });
      expect((await cache.cached(entry, value('anew'))).value).toBe('anew');
    }
  });

  it('is kept by the load after an invalidation, whatever Redis forgot since', async () => {
    for (const forgotten of ['nothing', 'the generation', 'everything']) {
      const cache = await emptied();
      await cache.cached(entry, value('old'));
      await cache.invalidate([entry]);
      if (forgotten === 'the generation') await redis.commands.client.del('{user:7:progress}:generation');
      if (forgotten === 'everything') await redis.commands.client.flushall();
      expect(await cache.cached(entry, value('new')), forgotten).toEqual({ value: 'new', source: 'database' });
      expect(await cache.cached(entry, value('newer')), forgotten).toEqual({ value: 'new', source: 'cache' });
    }
  });

  it('tells of misses and hits in the words that operators know', async () => {
    await emptied();
    const lines: string[] = [];
    const cache = redisCache(redis, { tell: (line) => lines.push(line) });
    for (const text of ['1', '2']) await cache.cached(entry, value(text));
    expect(lines).toEqual(['Cache MISS: user:7:progress (querying DB)', 'Cache HIT: user:7:progress (5m TTL)']);
  });

  describe('shared by two instances', () => {
    let other: RedisConnection;
    beforeEach(async () => {
      other = await connected(server);
    });
    afterEach(() => other.close());
    /** Nobody waits until what they loaded is kept; what is asked after it on the same connection is answered after it. */
    const kept = ({ commands }: RedisConnection) => commands.client.get('nothing');

    it('has for one what the other loaded', async () => {
      const [here, there] = [await emptied(), redisCache(other)];
      await there.cached(entry, value('1'));
      await kept(other);
      expect(await here.cached(entry, value('2'))).toEqual({ value: '1', source: 'cache' });
    });

    it('never keeps what a load brings that began before the other’s invalidation', async () => {
      const [here, there] = [await emptied(), redisCache(other)];
      const slow = await here.cached(entry, async () => {
        await there.invalidate([entry]);
        return { value: 'old' };
      });
      expect(slow.value).toBe('old');
      expect(await there.cached(entry, value('new'))).toEqual({ value: 'new', source: 'database' });
      await kept(other);
      expect(await here.cached(entry, value('newest'))).toEqual({ value: 'new', source: 'cache' });
    });

    it('lets nobody who asks after the other’s invalidation wait for a load that began before it', async () => {
      const [here, there] = [await emptied(), redisCache(other)];
      const slow = here.cached(entry, async () => {
        await there.invalidate([entry]);
        expect((await here.cached(entry, value('new'))).value).toBe('new');
        return { value: 'old' };
      });
      expect((await slow).value).toBe('old');
      await kept(redis);
      expect(await there.cached(entry, value('newest'))).toEqual({ value: 'new', source: 'cache' });
    });

    it('reads nothing that was kept before another one came, who may have left out deletions', async () => {
      const here = await emptied();
      await here.cached(entry, value('before'));
      await kept(redis);
      const third = await connected(server);
      expect((await here.cached(entry, value('after'))).value).toBe('after');
      await third.close();
    });
  });
});
