import type { Message } from '@trainer/contract/types';
import type { Page, Place } from '../port.ts';

export interface Messages {
  /** The same `clientId` of this sender again is the first message. */
  add(
    message: Pick<Message, 'from' | 'to' | 'text' | 'clientId'>,
    at: Date,
  ): Promise<{ message: Message; added: boolean }>;
  /** Between two people. `older`: newest first, before the place; `newer`: oldest first, after it. */
  page(
    one: string,
    other: string,
    ask: { limit: number; from?: Place | undefined; direction: 'older' | 'newer' },
  ): Promise<Page<Message>>;
  /** The last message and how many are unread of each thread of this person, newest first; in one question each. */
  threads(userId: string): Promise<{ with: string; last: Message; unread: number }[]>;
  /** Everything that `from` sent to `to` up to now is read. → whether anything was unread */
  read(to: string, from: string, at: Date): Promise<boolean>;
  /** Unread of these senders to this person, by sender. */
  unread(to: string, from: readonly string[]): Promise<Map<string, number>>;
  /**
   * People who have unread messages older than `before` of which no digest told them yet; marks them as told in the same
   * step, so that two instances never both do.
   */
  claimDigests(before: Date, limit: number): Promise<{ to: string; unread: Message[] }[]>;
}
