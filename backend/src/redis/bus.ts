import { randomUUID } from 'node:crypto';
import type { Bus } from '../bus/port.ts';
import type { Messages } from './messages.ts';

interface Told {
  from: string;
  texts: string[];
}

/** The bus over Redis: a channel for each topic. */
export function redisBus(messages: Messages): Bus {
  const me = randomUUID();
  return {
    tell: (topic, texts) =>
      messages.publish(channelOf(topic), JSON.stringify({ from: me, texts: [...texts] } satisfies Told)),
    on(topic, listener) {
      messages.subscribe([channelOf(topic)], (_channel, message) => {
        const { from, texts } = JSON.parse(message.toString()) as Told;
        if (from !== me) listener(texts);
      });
    },
    get isUp() {
      return messages.link.isTrusted();
    },
    onGap: (listener) => {
      messages.onGap(listener);
    },
    close: () => Promise.resolve(),
  };
}

const channelOf = (topic: string): string => `bus:${topic}`;
