import type { Message } from '@trainer/contract/types';

/** The thread of two people: the same whoever of them writes. */
export const threadOf = (one: string, other: string): string => (one < other ? `${one}:${other}` : `${other}:${one}`);

/** Messages by whom they are to, in their order. */
export function byReader(messages: readonly Message[]): { to: string; messages: Message[] }[] {
  const readers = new Map<string, Message[]>();
  for (const message of messages) readers.set(message.to, [...(readers.get(message.to) ?? []), message]);
  return [...readers].map(([to, theirs]) => ({ to, messages: theirs }));
}
