import { type RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { byName, type Counter, LIMITS, limitsBy, type Limits, memoryLimiters } from '../http/limits.ts';
import type { RedisConnection } from './connection.ts';

/** How often the instances tell each other how much each bearer asked. */
const EXCHANGE_MS = 250;

export interface SharedLimits extends Limits {
  close(): void;
}

/**
 * Limits that the instances share. Sign-ups and log-ins are counted in Redis, each to the point; while it is away each
 * instance counts by itself. Requests, of which there are thousands, are counted here, and what the others counted is
 * added every 250 ms: nobody waits for Redis, and with n instances a bearer gets at most n − 1 times as many requests
 * too many as one instance answers in that time.
 */
export function redisLimits({ commands }: Pick<RedisConnection, 'commands'>): SharedLimits {
  const { client } = commands;
  const own = memoryLimiters();
  const shared = byName(
    (name, points, seconds) =>
      new RateLimiterRedis({ storeClient: client, keyPrefix: `limit:${name}`, points, duration: seconds }),
  );
  const requests = exchanged(commands, own('requestsOfToken'));

  const counter: Counter = {
    async consume(name, who) {
      if (name === 'requestsOfToken') return requests.consume(who);
      if (!commands.isTrusted()) return own(name).consume(who);
      try {
        return await commands.answerOf(shared(name).consume(who));
      } catch (refused) {
        if (refused instanceof RateLimiterRes) throw refused;
        return own(name).consume(who);
      }
    },
    async reward(name, who) {
      if (!commands.isTrusted()) return own(name).reward(who);
      return commands.answerOf(shared(name).reward(who)).catch(() => undefined);
    },
    async forget(name, who) {
      await own(name).delete(who);
      if (commands.isTrusted()) await commands.answerOf(shared(name).delete(who)).catch(() => undefined);
    },
  };
  return { ...limitsBy(counter), close: requests.close };
}

/** Counts here, and adds what the others counted. */
function exchanged(
  commands: RedisConnection['commands'],
  limiter: RateLimiterMemory,
): { consume(who: string): Promise<RateLimiterRes>; close(): void } {
  /** Of each bearer who asked since the last exchange: how often. */
  let fresh = new Map<string, number>();
  /** What all together had counted then. */
  let known = new Map<string, number>();
  const windowMs = LIMITS.requestsOfToken.seconds * 1000;

  async function exchange(): Promise<void> {
    const asked = fresh;
    fresh = new Map();
    if (asked.size === 0 || !commands.isTrusted()) return;
    const next = new Map<string, number>();
    await Promise.all(
      [...asked].map(async ([who, count]) => {
        const key = `limit:requestsOfToken:${who}`;
        const { client } = commands;
        const [total] = await Promise.all([client.incrby(key, count), client.pexpire(key, windowMs, 'NX')]);
        const before = known.get(who) ?? 0;
        // Where the window began anew there, what was known before is over.
        const others = total - count - (total > before ? before : 0);
        if (others > 0) await limiter.penalty(who, others);
        next.set(who, total);
      }),
    );
    known = next;
  }

  const exchanging = setInterval(() => {
    // What is not told to the others is only not counted there.
    exchange().catch(() => undefined);
  }, EXCHANGE_MS);
  exchanging.unref();

  return {
    consume(who) {
      fresh.set(who, (fresh.get(who) ?? 0) + 1);
      return limiter.consume(who);
    },
    close: () => {
      clearInterval(exchanging);
    },
  };
}
