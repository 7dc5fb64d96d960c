import ipaddr from 'ipaddr.js';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from './refusal.ts';

/** What may be done how often; a name, so that a shared store can tell them apart. */
export const LIMITS = {
  requestsOfToken: { points: 600, seconds: 60 },
  signUpsOfAddress: { points: 20, seconds: 60 * 60 },
  passwordMailsOfAccount: { points: 5, seconds: 60 * 60 },
  passwordMailsOfAddress: { points: 20, seconds: 60 * 60 },
  newPasswordsOfAddress: { points: 50, seconds: 15 * 60 },
  failedLogInsOfAccount: { points: 10, seconds: 15 * 60 },
  failedLogInsOfAddress: { points: 50, seconds: 15 * 60 },
  invitesOfTrainer: { points: 50, seconds: 24 * 60 * 60 },
  wrongCodesOfAccount: { points: 10, seconds: 15 * 60 },
  wrongCodesOfAddress: { points: 50, seconds: 15 * 60 },
  messagesOfPerson: { points: 60, seconds: 60 },
  cuesOfTrainer: { points: 60, seconds: 60 },
  typingOfPerson: { points: 60, seconds: 60 },
} as const;
export type LimitName = keyof typeof LIMITS;

/** What is left of a limit; sent with every answer that it was counted for. */
export interface Left {
  limit: number;
  remaining: number;
  resetSeconds: number;
  windowSeconds: number;
}

export interface Limits {
  /**
   * Counts one try.
   * @throws Refusal with `code` and the seconds to wait, once there have been too many
   */
  take(name: LimitName, who: string, code: 'too_many_tries' | 'too_many_requests'): Promise<Left | undefined>;
  /** Takes a counted try back: it was no failure. */
  giveBack(name: LimitName, who: string): Promise<void>;
  /** Takes all of them back: whoever it was has proved who they are. */
  forget(name: LimitName, who: string): Promise<void>;
}

/** Counts tries by name; where there have been too many it rejects with the result. */
export interface Counter {
  consume(name: LimitName, who: string): Promise<RateLimiterRes>;
  reward(name: LimitName, who: string): Promise<unknown>;
  forget(name: LimitName, who: string): Promise<unknown>;
}

/** Limits by whatever counts. */
export const limitsBy = (counter: Counter): Limits => ({
  async take(name, who, code) {
    try {
      return left(name, await counter.consume(name, who));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      throw new Refusal(code, {
        message: `Too many tries. Again in ${inWords(seconds)}.`,
        retryAfterSeconds: seconds,
      });
    }
  },
  async giveBack(name, who) {
    await counter.reward(name, who);
  },
  async forget(name, who) {
    await counter.forget(name, who);
  },
});

/** One limiter for each name. */
export function byName<T>(make: (name: LimitName, points: number, seconds: number) => T): (name: LimitName) => T {
  const made = new Map(
    Object.entries(LIMITS).map(([name, { points, seconds }]) => [name, make(name as LimitName, points, seconds)]),
  );
  return (name) => {
    const found = made.get(name);
    if (!found) throw new Error(`no limit is called ${name}`);
    return found;
  };
}

export const memoryLimiters = () =>
  byName((name, points, seconds) => new RateLimiterMemory({ keyPrefix: name, points, duration: seconds }));

/** Counts of this process alone. */
export function memoryLimits(): Limits {
  const limiter = memoryLimiters();
  return limitsBy({
    consume: (name, who) => limiter(name).consume(who),
    reward: (name, who) => limiter(name).reward(who),
    forget: (name, who) => limiter(name).delete(who),
  });
}

/** `RATE_LIMITS=off`: for tests under load. */
export const noLimits: Limits = {
  take: () => Promise.resolve(undefined),
  giveBack: () => Promise.resolve(),
  forget: () => Promise.resolve(),
};

/** The key of an address: an IPv6 network of /64 belongs to one connection and counts as one. */
export function addressKey(address: string | undefined): string {
  if (!address) return 'unknown';
  const plain = address.replace(/%.*$/, '');
  // A proxy may write anything into its header.
  if (!ipaddr.isValid(plain)) return 'unknown';
  const parsed = ipaddr.parse(plain);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  return parsed.isIPv4MappedAddress() ? parsed.toIPv4Address().toString() : parsed.parts.slice(0, 4).join(':');
}

/** The headers of the IETF draft that says what is left. */
export const limitHeaders = (left: Left): [string, string][] => [
  ['RateLimit-Policy', `${String(left.limit)};w=${String(left.windowSeconds)}`],
  ['RateLimit', `limit=${String(left.limit)}, remaining=${String(left.remaining)}, reset=${String(left.resetSeconds)}`],
];

function left(name: LimitName, result: RateLimiterRes): Left {
  const { points, seconds } = LIMITS[name];
  return {
    limit: points,
    remaining: result.remainingPoints,
    resetSeconds: Math.ceil(result.msBeforeNext / 1000),
    windowSeconds: seconds,
  };
}

function inWords(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? '1 second' : `${String(seconds)} seconds`;
  return `${String(Math.ceil(seconds / 60))} minutes`;
}
