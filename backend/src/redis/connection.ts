import { randomBytes } from 'node:crypto';
import { type Address, type Link, openLink, type State } from './link.ts';
import { type Messages, messagesOver } from './messages.ts';
import { PROMPT, type Timings } from './timings.ts';

export interface RedisConnection {
  /** What is asked and told. */
  readonly commands: Link;
  /** What instances tell each other: apart, so that a flood of it never keeps a request waiting. */
  readonly messages: Messages;
  isUp(): boolean;
  /** Rejects with the reason while Redis is away. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

interface Settings extends Address {
  log: Record<'info' | 'warn' | 'debug', (line: string) => void>;
  timings?: Timings;
}

/** Each generation of a cached value begins with the epoch of its time; under another epoch the value is not read. */
export const EPOCH = 'cache:epoch';

/** Nothing else ever was or will be the same. */
export const fresh = (): string => randomBytes(9).toString('base64url');

/**
 * Connects to Redis. From then on it never throws or rejects for trouble with it, and comes back by itself.
 * @throws Error within 5 s, with one line that says what to set, where the first connection fails
 */
export async function openRedis({ log, timings = PROMPT, ...address }: Settings): Promise<RedisConnection> {
  const states: Record<'commands' | 'messages', State> = { commands: 'away', messages: 'away' };
  let reason: string | undefined = 'not connected yet';

  const noting = (name: keyof typeof states) => (state: State, why?: string) => {
    states[name] = state;
    if (state === 'away') {
      if (reason === undefined) log.warn(`Redis is away (${why ?? ''}): requests go on without it`);
      reason = why ?? '';
    } else if (reason !== undefined && Object.values(states).every((one) => one !== 'away')) {
      log.info('✓ Redis client connected');
      reason = undefined;
    }
    if (name === 'commands') log.debug(`The cache in Redis is ${state === 'up' ? 'read' : 'not read'}`);
  };

  const commands = await openLink({
    address,
    timings,
    greet: (client) => client.set(EPOCH, fresh()),
    changed: noting('commands'),
  });
  let messages: Messages;
  try {
    messages = await messagesOver((greet) => openLink({ address, timings, greet, changed: noting('messages') }));
  } catch (error) {
    commands.close();
    throw error;
  }

  return {
    commands,
    messages,
    isUp: () => reason === undefined,
    ping: () => (reason === undefined ? Promise.resolve() : Promise.reject(new Error(`Redis is away (${reason})`))),
    close() {
      commands.close();
      messages.close();
      return Promise.resolve();
    },
  };
}
