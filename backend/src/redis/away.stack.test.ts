import { setTimeout as after } from 'node:timers/promises';
import { type Redis, startRedis } from '@trainer/stack/redis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Cache } from '../cache/port.ts';
import { redisCache } from './cache.ts';
import { connected } from './connected.ts';
import { PROMPT } from './timings.ts';

type Connected = Awaited<ReturnType<typeof connected>>;
const BACK = { timeout: 60_000 };

/** Two instances over one database, changed and read all the time, whatever happens to Redis. */
describe('while Redis is in trouble', () => {
  let server: Redis;
  let instances: Connected[];
  let caches: Cache[];
  beforeEach(async () => {
    server = await startRedis({ keeps: 'snapshot' });
    instances = await Promise.all([connected(server, PROMPT), connected(server, PROMPT)]);
    caches = instances.map((redis) => redisCache(redis));
  });
  afterEach(async () => {
    for (const redis of instances) await redis.close();
    await server.stop();
  });

  const troubles: Record<string, () => Promise<void>> = {
    'killed, and back with what it knew some time ago': async () => {
      await instances[0]?.commands.client.save();
      await after(200);
      await server.kill();
      await after(300);
      await server.restart();
    },
    'hung for a while': async () => {
      server.pause();
      await after(700);
      server.resume();
    },
    'hung for a moment, again and again': async () => {
      for (const ms of [30, 60, 90, 120, 150, 200, 250]) {
        server.pause();
        await after(ms);
        server.resume();
        await after(150);
      }
    },
    flushed: async () => {
      await instances[0]?.commands.client.flushall();
    },
    'cut off from one': async () => {
      await instances[0]?.commands.client.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'no');
    },
  };

  it.each(Object.entries(troubles))(
    'because it was %s, nobody reads what was old, and it is used again afterwards',
    async (_, trouble) => {
      const members = ['1', '2', '3'].map((id) => ({ key: `user:${id}:progress`, ttlSeconds: 300 }));
      const stored = new Map(members.map(({ key }) => [key, 0]));
      const answered = new Map(stored);
      const stale: string[] = [];
      let going = true;
      let hits = 0;

      const pick = () =>
        [
          members[Math.floor(Math.random() * 3)] ?? entryMissing(),
          caches[Math.floor(Math.random() * 2)] ?? entryMissing(),
        ] as const;
      async function change(): Promise<void> {
        const [entry, cache] = pick();
        const now = (stored.get(entry.key) ?? 0) + 1;
        stored.set(entry.key, now);
        await cache.invalidate([entry]);
        answered.set(entry.key, Math.max(now, answered.get(entry.key) ?? 0));
      }
      async function read(): Promise<void> {
        const [entry, cache] = pick();
        const atLeast = answered.get(entry.key) ?? 0;
        const { value, source } = await cache.cached(entry, async () => {
          const loaded = String(stored.get(entry.key));
          await after(Math.random() * 5);
          return { value: loaded };
        });
        if (source === 'cache') hits += 1;
        if (Number(value) < atLeast) stale.push(`${entry.key}: ${value} from ${source} after ${String(atLeast)}`);
      }
      const keepOn = async (act: () => Promise<void>, pauseMs: number) => {
        while (going) {
          await act();
          await after(pauseMs);
        }
      };
      const runs = [keepOn(change, 4), keepOn(change, 7), ...Array.from({ length: 6 }, () => keepOn(read, 1))];

      await expect.poll(() => hits, BACK).toBeGreaterThan(20);
      await trouble();
      await expect.poll(() => instances.map(({ commands }) => commands.state), BACK).toEqual(['up', 'up']);
      hits = 0;
      await expect.poll(() => hits, BACK).toBeGreaterThan(20);
      going = false;
      await Promise.all(runs);
      expect(stale).toEqual([]);
    },
  );
});

const entryMissing = (): never => {
  throw new Error('there are three members and two caches');
};
