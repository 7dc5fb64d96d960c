import { setTimeout as after } from 'node:timers/promises';
import { memoryLocks } from '../locks/memory.ts';
import { type Locks, StillBusy } from '../locks/port.ts';
import { fresh, type RedisConnection } from './connection.ts';

const PATIENCE_MS = 30_000;
/** Who dies while holding one keeps the others out for so long. */
const HELD_MS = 10_000;
const EXTEND_EVERY_MS = 3_000;
const LOOK_EVERY_MS = 40;

/**
 * Turns among instances: a key with a random word for each name, extended while the work runs. Within an instance the
 * turns of `memory.ts` come first, so that at most one of it asks Redis. While Redis is away only these hold: what has to
 * be true in any weather is kept so by the database's own unique indexes and transactions.
 */
export function redisLocks(
  { commands }: Pick<RedisConnection, 'commands'>,
  { patienceMs = PATIENCE_MS }: { patienceMs?: number } = {},
): Locks {
  const { client } = commands;
  const turns = memoryLocks({ patienceMs });

  /** → whether it is ours now; `away`: nobody can say */
  async function take(key: string, word: string): Promise<boolean | 'away'> {
    if (!commands.isTrusted()) return 'away';
    try {
      return (await commands.answerOf(client.set(key, word, 'PX', HELD_MS, 'NX'))) === 'OK';
    } catch {
      return 'away';
    }
  }

  async function wait(key: string, word: string): Promise<boolean> {
    const until = performance.now() + patienceMs;
    for (;;) {
      const taken = await take(key, word);
      if (taken !== false) return taken === true;
      if (performance.now() > until) throw new StillBusy('Another instance is still at it.');
      await after(LOOK_EVERY_MS);
    }
  }

  async function holding<T>(key: string, word: string, work: () => Promise<T>): Promise<T> {
    const extending = setInterval(() => {
      // Where it can't be extended it ends by itself; the database keeps what has to be true.
      client.holdLock(key, word, HELD_MS).catch(() => undefined);
    }, EXTEND_EVERY_MS);
    try {
      return await work();
    } finally {
      clearInterval(extending);
      await commands.done(client.freeLock(key, word));
    }
  }

  return {
    oneAtATime: (name, work) =>
      turns.oneAtATime(name, async () => {
        const [key, word] = [`lock:${name}`, fresh()];
        return (await wait(key, word)) ? holding(key, word, work) : work();
      }),
  };
}
