import type { Message } from '@trainer/contract/types';
import type { Locks } from '../../locks/port.ts';
import type { Account, Store } from '../../storage/port.ts';
import { calledName, nameOf } from '../../http/names.ts';

/** A mail about messages that somebody has not read. */
export interface UnreadMail {
  /** The same one again is the same mail. */
  key: string;
  to: string;
  name: string;
  reader: string;
  senders: string[];
  /** The one with the oldest unread message first. */
  threads: { from: string; unread: number; firstWords: string }[];
}

interface Deps {
  store: Pick<Store, 'messages' | 'users'>;
  areLinked: (one: string, other: string) => Promise<boolean>;
  locks: Locks;
  /** → whether it is on its way */
  mail: (mail: UnreadMail) => Promise<boolean>;
  clock: () => Date;
}

const AFTER_MS = 3_600_000;
const A_FEW = 200;

/** Mails what has lain unread for an hour, each message once, and nothing to anybody who has read it meanwhile. */
export function unreadDigest({ store, areLinked, locks, mail, clock }: Deps): () => Promise<void> {
  async function sendTo(account: Account, messages: readonly Message[]): Promise<boolean> {
    const [first] = messages;
    const senders = [...new Set(messages.map((message) => message.from))];
    const [unread, people] = await Promise.all([
      // Whoever read in this moment is not written to.
      store.messages.unread(account._id, senders),
      store.users.byIds(senders),
    ]);
    const names = new Map(people.map((person) => [person._id, calledName(nameOf(person))]));
    const threads: (UnreadMail['threads'][number] & { sender: string })[] = [];
    for (const from of senders) {
      const count = unread.get(from) ?? 0;
      if (count === 0 || !(await areLinked(account._id, from))) continue;
      const firstWords = messages.find((message) => message.from === from)?.text ?? '';
      threads.push({ sender: from, from: names.get(from) ?? '', unread: count, firstWords });
    }
    if (!first || threads.length === 0) return true;
    return mail({
      key: `digest:${account._id}:${first._id}`,
      to: account.email,
      name: calledName(nameOf(account)),
      reader: account._id,
      senders: threads.map(({ sender }) => sender),
      threads: threads.map(({ sender: _, ...thread }) => thread),
    });
  }

  /** → whether there may be more */
  async function sendSome(): Promise<boolean> {
    const before = new Date(clock().getTime() - AFTER_MS);
    const readers = await store.messages.untold(before, A_FEW);
    let told = 0;
    for (const { to, messages } of readers) {
      const account = await store.users.byId(to);
      if (account && !(await sendTo(account, messages))) continue;
      await store.messages.told(messages.map((message) => message._id));
      told += messages.length;
    }
    return told >= A_FEW;
  }

  return () =>
    // Two servers at once would count what the other has told already.
    locks.oneAtATime('unread-digest', async () => {
      while (await sendSome());
    });
}
