import type { Message } from '@trainer/contract/types';
import type { Page, Place } from '../port.ts';

export interface Messages {
  /** A `clientId` that this sender used before stores nothing and gives the message of then, however many arrive at once. */
  add(message: NewMessage, at: Date): Promise<{ message: Message; added: boolean }>;
  /**
   * Between these two people. `older`: newest first, from before the place; `newer`: oldest first, from after it.
   * At the same instant the higher id is the newer one.
   */
  page(
    one: string,
    other: string,
    ask: { limit: number; from?: Place | undefined; direction: 'older' | 'newer' },
  ): Promise<Page<Message>>;
  /** Each thread of this person: the other one, its last message, how many to this person are unread; the newest first. */
  threads(userId: string): Promise<ThreadSummary[]>;
  /** Everything from `from` to `to` up to `at` is read. → how many were not yet */
  read(to: string, from: string, at: Date): Promise<number>;
  /** Of these senders, how many of theirs to this person are unread; in one question. Those with none are left out. */
  unread(to: string, from: readonly string[]): Promise<Map<string, number>>;
  /** Unread messages from before `before` of which no mail told yet, the oldest first, by whom they are to. */
  untold(before: Date, limit: number): Promise<{ to: string; messages: Message[] }[]>;
  /** A mail told of these. */
  told(ids: readonly string[]): Promise<void>;
}

export type NewMessage = Pick<Message, 'from' | 'to' | 'text' | 'clientId'>;

export interface ThreadSummary {
  with: string;
  last: Message;
  unread: number;
}
