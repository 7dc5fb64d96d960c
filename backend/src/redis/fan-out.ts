import { createAdapter } from '@socket.io/redis-adapter';
import type { Messages } from './messages.ts';

type Told = (message: Buffer, channel: string) => void;
type FanOut = ReturnType<typeof createAdapter>;

/**
 * Carries what Socket.IO tells a room to the sockets of the other instances, over Redis' own messages. While Redis is
 * away the sockets of this instance are told all the same; nothing is kept for later, because a screen that was away
 * asks for its numbers anew.
 */
export function redisFanOut(messages: Messages): FanOut {
  // The adapter is told that this is a client of the newer kind, which takes a listener with each subscription; the
  // connection below comes back by itself and never throws.
  const publisher = {
    ...nobodyListens,
    pSubscribe: () => undefined,
    publish: (channel: string, message: Buffer | string) => void messages.publish(channel, message),
  };
  const subscriber = {
    ...nobodyListens,
    pSubscribe(pattern: string, told: Told) {
      messages.subscribePattern(pattern, (channel, message) => {
        told(message, channel);
      });
    },
    subscribe(channels: string[], told: Told) {
      messages.subscribe(channels, (channel, message) => {
        told(message, channel);
      });
    },
    pUnsubscribe: (pattern: string) => {
      messages.unsubscribePattern(pattern);
    },
    unsubscribe: (channel: string) => {
      messages.unsubscribe([channel]);
    },
  };
  return createAdapter(publisher, subscriber);
}

/** Trouble is told by the connection itself. */
const nobodyListens = { on: () => undefined, off: () => undefined };
