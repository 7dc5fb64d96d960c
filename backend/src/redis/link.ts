import { Redis } from 'ioredis';
import { type Pulse, pulse } from './pulse.ts';
import { scripts } from './scripts.ts';
import { startWith } from './start.ts';
import { FIRST_RETRY_MS, RETRY_MS, type Timings, TRY_MS } from './timings.ts';

export interface Address {
  host: string;
  port: number;
  password?: string | undefined;
}

/** `settling`: Redis hears this instance, which does not yet believe what it says. */
export type State = 'up' | 'settling' | 'away';

/** One connection to Redis that knows whether it may be believed, by the rules of `timings.ts`. */
export interface Link {
  readonly client: Redis;
  readonly state: State;
  /** Whether what Redis says may be believed. */
  isTrusted(): boolean;
  /** The answer, or a rejection as soon as Redis is known to be away: for what is not needed then. */
  answerOf<T>(asked: Promise<T>): Promise<T>;
  /** Something that Redis had to do was not done: what it says is not believed until it is met anew. */
  distrust(why: string): void;
  /** Resolves once Redis has done it; where it does not, once that is made up for, or nobody reads from it any more. */
  done(asked: Promise<unknown>): Promise<void>;
  close(): void;
}

interface Deps {
  address: Address;
  timings: Timings;
  /** What has to be done on every new connection before anything else. */
  greet: (client: Redis) => Promise<unknown>;
  /** Told of each change of state; with the reason where Redis went away. */
  changed: (state: State, why?: string) => void;
}

/**
 * Connects, and comes back by itself from then on.
 * @throws Error with one line that says what to do, where the first connection fails
 */
export async function openLink({ address, timings, greet, changed }: Deps): Promise<Link> {
  let state: State = 'away';
  let started = false;
  let closed = false;
  let comesBackAtOnce = true;
  let lastError: string | undefined;
  let beat: Pulse | undefined;
  let settling: NodeJS.Timeout | undefined;
  let trying: NodeJS.Timeout | undefined;
  const asking = new Set<(why: Error) => void>();
  /** Who waits for Redis to do something. */
  const waiting = new Set<() => void>();
  let grace = new Grace();
  grace.end();

  const client = new Redis({
    ...address,
    lazyConnect: true,
    enableAutoPipelining: true,
    // A ping tells of the connection, not of the commands that wait for their turn.
    autoPipeliningIgnoredCommands: ['ping'],
    // Whatever can't be sent now fails now.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    autoResubscribe: false,
    maxRetriesPerRequest: 0,
    connectTimeout: TRY_MS,
    disconnectTimeout: 0,
    retryStrategy: () => (started && !closed ? pause() : null),
    disableClientInfo: true,
    scripts,
  });
  client.on('error', (error) => {
    lastError = error.message;
  });
  client.on('connect', () => {
    if (started) trying = setTimeout(reconnect, TRY_MS);
  });
  client.on('close', () => {
    clearTimeout(trying);
    beat?.stop();
    goAway(lastError ?? 'the connection was closed');
  });
  await startWith(client, address, greet);
  started = true;
  client.on('ready', () => void meetAgain());
  met();

  function pause(): number {
    if (!comesBackAtOnce) return RETRY_MS;
    comesBackAtOnce = false;
    return FIRST_RETRY_MS;
  }

  async function meetAgain(): Promise<void> {
    const { stream } = client;
    listen();
    try {
      await greet(client);
      if (client.stream === stream && client.status === 'ready') met();
    } catch (error) {
      lastError = String(error);
      if (client.stream === stream) reconnect();
    }
  }

  function met(): void {
    clearTimeout(trying);
    comesBackAtOnce = true;
    lastError = undefined;
    grace.end();
    listen();
    settle();
  }

  function listen(): void {
    beat?.stop();
    beat = pulse(client, timings, {
      silence: () => {
        goAway(`no answer for ${String(timings.patienceMs)} ms`);
        // What waits to be deleted lies with Redis: where it only hung for a moment, it does that before anything else.
        clearTimeout(trying);
        trying = setTimeout(reconnect, TRY_MS);
      },
      lateAnswer: () => void meetAgain(),
      everyTick: doubt,
    });
  }

  function settle(): void {
    clearTimeout(settling);
    state = 'settling';
    settling = setTimeout(() => {
      state = 'up';
      changed(state);
    }, timings.settleMs);
    changed(state);
  }

  /** Nothing was heard for too long, though no ping is late: this process itself stood still. */
  function doubt(): void {
    if (state === 'up' && beat && beat.silentMs() > timings.trustMs) settle();
  }

  function goAway(why: string): void {
    if (state === 'away') return;
    state = 'away';
    clearTimeout(settling);
    grace = new Grace(timings.graceMs);
    const left = [...waiting];
    waiting.clear();
    void grace.ended.then(() => {
      for (const resolve of left) resolve();
    });
    for (const reject of asking) reject(new Error(why));
    asking.clear();
    changed(state, why);
  }

  function distrust(why: string): void {
    if (state === 'away') return;
    goAway(why);
    reconnect();
  }

  function reconnect(): void {
    if (state === 'away' && !closed) client.disconnect(true);
  }

  return {
    client,
    get state() {
      return state;
    },
    isTrusted() {
      doubt();
      return state === 'up';
    },
    answerOf<T>(asked: Promise<T>) {
      return new Promise<T>((resolve, reject) => {
        asking.add(reject);
        asked.then(resolve, reject).finally(() => asking.delete(reject));
      });
    },
    distrust,
    async done(asked) {
      const givenUp = new Promise<void>((resolve) => {
        if (state === 'away') void grace.ended.then(resolve);
        else waiting.add(resolve);
        const over = () => void waiting.delete(resolve);
        asked.then(over, over);
      });
      try {
        await Promise.race([asked, givenUp]);
      } catch (error) {
        distrust(String(error));
        await grace.ended;
      }
    },
    close() {
      closed = true;
      state = 'away';
      clearTimeout(settling);
      clearTimeout(trying);
      beat?.stop();
      grace.end();
      client.disconnect();
    },
  };
}

/** The time in which others may still read from a Redis that this instance can't reach. */
class Grace {
  end!: () => void;
  readonly ended = new Promise<void>((resolve) => {
    this.end = resolve;
  });

  constructor(ms?: number) {
    if (ms !== undefined) setTimeout(this.end, ms);
  }
}
