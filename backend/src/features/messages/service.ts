import type { Message, Thread } from '@trainer/contract/types';
import { type Cache, entries } from '../../cache/port.ts';
import type { Limits } from '../../http/limits.ts';
import { nameOf } from '../../http/names.ts';
import { Refusal } from '../../http/refusal.ts';
import type { Presence, Realtime } from '../../realtime/port.ts';
import type { Page, Place, Store } from '../../storage/port.ts';

interface Deps {
  store: Pick<Store, 'messages' | 'users'>;
  /** Whether the two are trainer and client now. */
  areLinked: (one: string, other: string) => Promise<boolean>;
  /** The trainer and the clients of this person. */
  companions: (userId: string) => Promise<readonly string[]>;
  realtime: Pick<Realtime, 'messageReceived' | 'messagesRead'>;
  presence: Presence;
  cache: Cache;
  limits: Limits;
  clock: () => Date;
}

/** Whoever has nothing to do with the other one is refused with `not_found`. */
export interface MessageService {
  threads(userId: string): Promise<Thread[]>;
  page(
    userId: string,
    other: string,
    ask: { limit: number; from: Place | undefined; direction: 'older' | 'newer' },
  ): Promise<Page<Message>>;
  /** `added` false: this `clientId` was here before. */
  send(
    userId: string,
    to: string,
    given: { text: string; clientId?: string | null | undefined },
  ): Promise<{ message: Message; added: boolean }>;
  read(userId: string, from: string): Promise<void>;
}

export function messageService(deps: Deps): MessageService {
  const { store, areLinked, companions, realtime, presence, cache, limits, clock } = deps;

  /** How many are unread stands in the trainer’s list, whichever of the two that is. */
  const forgetLists = (one: string, other: string) =>
    cache.invalidate([entries.trainersClients(one), entries.trainersClients(other)]);

  /** They have written to each other, or may. A thread outlives the coaching. */
  async function refuseStrangers(userId: string, other: string): Promise<void> {
    if (await areLinked(userId, other)) return;
    const { items } = await store.messages.page(userId, other, { limit: 1, direction: 'older' });
    if (items.length === 0) throw new Refusal('not_found');
  }

  return {
    async threads(userId) {
      const [written, open] = await Promise.all([store.messages.threads(userId), companions(userId)]);
      const others = new Set([...written.map((thread) => thread.with), ...open]);
      const people = await store.users.byIds([...others]);
      const byId = new Map(people.map((person) => [person._id, person]));
      const isOpen = new Set(open);
      const known = new Map(written.map((thread) => [thread.with, thread]));
      return [...others].flatMap((other) => {
        const person = byId.get(other);
        const thread = known.get(other);
        if (!person) return [];
        return [
          {
            with: { ...nameOf(person), online: isOpen.has(other) && presence.isOnline(other) },
            last: thread?.last ?? null,
            unread: thread?.unread ?? 0,
            open: isOpen.has(other),
          },
        ];
      });
    },

    async page(userId, other, ask) {
      await refuseStrangers(userId, other);
      return store.messages.page(userId, other, ask);
    },

    async send(userId, to, { text, clientId = null }) {
      if (!(await areLinked(userId, to)))
        throw new Refusal('not_found', { message: 'You can write to your trainer, or to your clients.' });
      await limits.take('messagesOfPerson', userId, 'too_many_requests');
      const sent = await store.messages.add({ from: userId, to, text, clientId }, clock());
      await forgetLists(userId, to);
      // Also where it was here before: whoever stored it may have died before anybody was told.
      realtime.messageReceived(sent.message);
      return sent;
    },

    async read(userId, from) {
      await refuseStrangers(userId, from);
      const at = clock();
      if ((await store.messages.read(userId, from, at)) === 0) return;
      await forgetLists(userId, from);
      realtime.messagesRead({ by: userId, from, at: at.toISOString() });
    },
  };
}
