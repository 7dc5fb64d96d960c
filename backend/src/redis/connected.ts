import { setTimeout as after } from 'node:timers/promises';
import { openRedis, type RedisConnection } from './connection.ts';
import type { Address } from './link.ts';
import type { Timings } from './timings.ts';

/** For tests of what is done with Redis, and not of what is done without: no slow machine is taken for a silent Redis. */
const PATIENT: Timings = { pingMs: 1000, patienceMs: 60_000, graceMs: 1, trustMs: 60_000, settleMs: 1 };

/** A connection for tests, once it is believed, with what it said to operators. */
export async function connected(
  { host, port, password }: Address,
  timings: Timings = PATIENT,
): Promise<RedisConnection & { readonly lines: readonly string[] }> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const redis = await openRedis({
    host,
    port,
    password,
    timings,
    log: { info: say, warn: say, debug: () => undefined },
  });
  while (redis.commands.state !== 'up' || redis.messages.link.state !== 'up') await after(5);
  return { ...redis, lines };
}
