import { randomBytes } from 'node:crypto';
import type { Log } from '../log.ts';
import { type Address, type Link, openLink, type State } from './link.ts';
import { PROMPT, type Timings } from './timings.ts';

export interface RedisConnection {
  /** What is asked and told. */
  readonly commands: Link;
  /** What instances tell each other, apart, so that a flood of it never keeps a request waiting. */
  readonly messages: Link;
  isUp(): boolean;
  /** Rejects with the reason while Redis is away. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

interface Settings extends Address {
  log: Pick<Log, 'info' | 'warn' | 'debug'>;
  timings?: Timings;
}

/** Every generation of a cached value begins with the epoch; while it is another, nothing that was kept is read. */
export const EPOCH = 'cache:epoch';
/** Whoever hears this may have missed anything before. */
export const GAP = 'instances:gap';

/** No other ever was or will be the same. */
export const fresh = (): string => randomBytes(9).toString('base64url');

/**
 * Connects to Redis. From then on it never throws or rejects for trouble with it, and comes back by itself.
 * @throws Error within 5 s, with one line that names the setting, where the first connection fails
 */
export async function openRedis({ log, timings = PROMPT, ...address }: Settings): Promise<RedisConnection> {
  let reason: string | undefined = 'not connected yet';
  const links: Link[] = [];

  function changed(state: State, why?: string): void {
    const away = links.some((link) => link.state === 'away');
    if (state === 'away' && reason === undefined) {
      reason = why ?? 'unknown';
      log.warn(`Redis is away (${reason}): requests go on without it`);
    } else if (!away && reason !== undefined && links.length === 2) {
      reason = undefined;
      log.info('✓ Redis client connected');
    }
  }
  const commands = await openLink({ address, timings, greet: (client) => client.set(EPOCH, fresh()), changed });
  links.push(commands);
  try {
    links.push(await openLink({ address, timings, greet: (client) => client.publish(GAP, ''), changed }));
  } catch (error) {
    commands.close();
    throw error;
  }
  throw new Error('wip');
}
