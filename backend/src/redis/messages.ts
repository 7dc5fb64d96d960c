import type { Redis } from 'ioredis';
import type { Link } from './link.ts';

/** Publishing and subscribing on one connection; what was subscribed to is so again after each reconnection. */
export interface Messages {
  readonly link: Link;
  /** Resolves once Redis has passed it on; where it can't, once nobody trusts in being told any more. */
  publish(channel: string, text: string | Buffer): Promise<void>;
  /** `listener` gets each message with its channel. */
  subscribe(channels: readonly string[], listener: Listener): void;
  subscribePattern(pattern: string, listener: Listener): void;
  unsubscribe(channels: readonly string[]): void;
  unsubscribePattern(pattern: string): void;
  /** Told after messages may have been missed, here or from someone who could not send them. */
  onGap(listener: () => void): void;
  close(): void;
}

type Listener = (channel: string, message: Buffer) => void;
type Greet = (client: Redis) => Promise<unknown>;

/** Whoever hears this may have missed anything before. */
const GAP = 'instances:gap';

/** @param open opens the link, given what to do on every new connection */
export async function messagesOver(open: (greet: Greet) => Promise<Link>): Promise<Messages> {
  const channels = new Map<string, Listener>();
  const patterns = new Map<string, Listener>();
  const gapListeners: (() => void)[] = [];
  channels.set(GAP, tellGap);

  const link = await open(async (client) => {
    await Promise.all([
      client.subscribe(...channels.keys()),
      patterns.size > 0 ? client.psubscribe(...patterns.keys()) : undefined,
    ]);
    await client.publish(GAP, '');
  });
  link.client.on('messageBuffer', (channel: Buffer, message: Buffer) => {
    const name = channel.toString();
    channels.get(name)?.(name, message);
  });
  link.client.on('pmessageBuffer', (pattern: string, channel: Buffer, message: Buffer) => {
    patterns.get(pattern)?.(channel.toString(), message);
  });

  function tellGap(): void {
    for (const tell of gapListeners) tell();
  }

  /** Where it fails, the connection is not trusted, and the next one subscribes to everything. */
  function ask(asked: Promise<unknown>): void {
    asked.catch((error: unknown) => {
      link.distrust(String(error));
    });
  }

  return {
    link,
    publish: (channel, text) => link.done(link.client.publish(channel, text)),
    subscribe(names, listener) {
      for (const name of names) channels.set(name, listener);
      ask(link.client.subscribe(...names));
    },
    subscribePattern(pattern, listener) {
      patterns.set(pattern, listener);
      ask(link.client.psubscribe(pattern));
    },
    unsubscribe(names) {
      for (const name of names) channels.delete(name);
      ask(link.client.unsubscribe(...names));
    },
    unsubscribePattern(pattern) {
      patterns.delete(pattern);
      ask(link.client.punsubscribe(pattern));
    },
    onGap: (listener) => void gapListeners.push(listener),
    close() {
      link.close();
    },
  };
}
