import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { AddressInfo } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { entries } from '@trainer/backend/cache/port';
import { memberService } from '@trainer/backend/features/members/service';
import { redisCache } from '@trainer/backend/redis/cache';
import { openRedis, type RedisConnection } from '@trainer/backend/redis/connection';
import { PROMPT } from '@trainer/backend/redis/timings';
import { openMongo } from '@trainer/backend/storage/mongo/open';
import type { Stack } from '@trainer/stack/stack';
import { MongoClient } from 'mongodb';
import type { Figure } from '../figure.ts';
import type { Person } from '../people.ts';
import { median } from '../statistics.ts';

const ROUNDS = 40;
const OF_A_ROUND = 50;
/** There and back, in ms. */
const DISTANCES = [0, 1];

/**
 * What progress costs inside a server, one question after the other: cached beside a bare GET of the same value on the
 * same connection, uncached beside a ping of the database, near and far.
 */
export async function costs(stack: Stack, person: Person): Promise<Figure[]> {
  const { host, port, password } = stack.redis;
  const redis = await openRedis({ host, port, password, log: silent });
  try {
    // Redis is not believed before this.
    await after(PROMPT.settleMs * 1.2);
    const figures: Figure[] = [];
    for (const ms of DISTANCES) figures.push(...(await costsAt(ms, stack, redis, person)));
    return figures;
  } finally {
    await redis.close();
  }
}

async function costsAt(ms: number, stack: Stack, redis: RedisConnection, { _id }: Person): Promise<Figure[]> {
  const far = await distantMongo(stack, ms);
  const store = await openMongo({ uri: far.uri });
  const driver = await MongoClient.connect(far.uri);
  const cache = redisCache(redis);
  const { progress } = memberService({
    store,
    cache,
    tellOthers: () => Promise.resolve(),
    clock: () => new Date(),
  });
  const entry = entries.progress(_id);

  const once = async (source: 'cache' | 'database') => {
    if ((await progress(_id)).source !== source) throw new Error(`The answer did not come from the ${source}`);
  };
  const forget = () => cache.invalidate([entry]);
  try {
    await forget();
    await once('database');
    // What is loaded is kept a moment after it was answered.
    await after(50);
    const [cached, get] = await inTurns(
      () => once('cache'),
      () => redis.commands.client.get(entry.key),
    );
    const [uncached, ping] = await inTurns(
      () => once('database'),
      () => driver.db('admin').command({ ping: 1 }),
      forget,
    );
    const at = `MongoDB ${String(ms)} ms away`;
    return [
      ...(ms > 0
        ? []
        : [
            { name: 'bare Redis GET', value: get, unit: 'ms' as const, note: 'same value, same connection' },
            { name: 'cached progress', value: cached, unit: 'ms' as const, note: 'inside the server' },
            { name: 'cached progress, of a bare GET', value: cached / get, unit: '×' as const, goal: { atMost: 1.5 } },
          ]),
      { name: `ping, ${at}`, value: ping, unit: 'ms' },
      { name: `uncached progress, ${at}`, value: uncached, unit: 'ms', note: 'inside the server' },
      { name: `uncached progress, of a ping, ${at}`, value: uncached / ping, unit: '×', goal: { atMost: 3 } },
      { name: `uncached progress, of a cached one, ${at}`, value: uncached / cached, unit: '×' },
    ];
  } finally {
    await driver.close();
    await store.close();
    far.end();
  }
}

/** Medians in ms of two questions, in turns. @param before of each, not timed */
async function inTurns(
  ours: () => Promise<unknown>,
  theirs: () => Promise<unknown>,
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  // The first rounds warm up.
  for (let round = -5; round < ROUNDS; round += 1) {
    for (const [which, ask] of [ours, theirs].entries()) {
      for (let i = 0; i < OF_A_ROUND; i += 1) {
        await before();
        const began = performance.now();
        await ask();
        if (round >= 0) times[which]?.push(performance.now() - began);
      }
    }
  }
  return [median(times[0]), median(times[1])];
}

/** The primary, so far away. */
async function distantMongo({ mongo }: Stack, ms: number): Promise<{ uri: string; end: () => void }> {
  const { port } = await mongo.primary();
  const at = (here: number) => `mongodb://127.0.0.1:${String(here)}/trainer?directConnection=true`;
  if (ms === 0) return { uri: at(port), end: () => undefined };
  const child = fork(fileURLToPath(new URL('distant.ts', import.meta.url)), [String(port), String(ms / 2)], {
    execArgv: ['--import', 'tsx'],
  });
  const [address] = (await once(child, 'message')) as [AddressInfo];
  return { uri: at(address.port), end: () => child.kill() };
}

const silent = { info: () => undefined, warn: () => undefined, debug: () => undefined };
