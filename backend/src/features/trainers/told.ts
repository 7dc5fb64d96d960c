import type { Share } from '@trainer/contract/types';
import { type Cache, entries } from '../../cache/port.ts';
import type { Log } from '../../log.ts';
import type { Realtime } from '../../realtime/port.ts';
import type { Link } from '../../storage/ports/coaching.ts';
import type { Store } from '../../storage/port.ts';
import type { Access } from './access.ts';

/** What of a client changed, and with which part of what they share it is seen. */
const SEEN_WITH = {
  workouts: ({ live, history }: Share) => live || history,
  weights: ({ history }: Share) => history,
  plans: () => true,
  profile: () => true,
};

/** What a trainer’s screens show is forgotten and told anew, as far as the client shares it. */
export interface TrainerTold {
  changed(link: Link, what: keyof typeof SEEN_WITH): Promise<void>;
  /**
   * The same for whoever coaches this member. → who watches the member’s numbers.
   * Called once something is stored, so that it never rejects: whoever asked for that would store it again.
   * @param before what has to be done before anybody is told
   */
  changedOf(memberId: string, what: keyof typeof SEEN_WITH, before?: Promise<void>): Promise<string[]>;
  /** The running workout changed. → who is shown it set by set */
  running(memberId: string): Promise<string[]>;
  /** A person’s name, or what else others see of them: their trainer and their clients are told. */
  profileChanged(userId: string): Promise<void>;
}

interface Deps {
  access: Access;
  store: Pick<Store, 'coaching'>;
  cache: Cache;
  realtime: Pick<Realtime, 'clientsChanged' | 'inviteReceived'>;
  log: Log;
}

export function trainerTold({ access, store, cache, realtime, log }: Deps): TrainerTold {
  const forget = (trainerId: string) => cache.invalidate([entries.trainersClients(trainerId)]);
  const watchers = ({ trainerId, share }: Link) => (share.live ? [trainerId] : []);

  async function changed({ trainerId, memberId, share }: Link, what: keyof typeof SEEN_WITH): Promise<void> {
    await forget(trainerId);
    if (SEEN_WITH[what](share)) realtime.clientsChanged(trainerId, memberId);
  }

  async function changedOf(memberId: string, what: keyof typeof SEEN_WITH, before?: Promise<void>): Promise<string[]> {
    try {
      const [link] = await Promise.all([access.ofMember(memberId), before]);
      if (!link) return [];
      await changed(link, what);
      return watchers(link);
    } catch (error) {
      log.error({ err: error, userId: memberId }, 'The trainer of a member could not be told');
      return [];
    }
  }

  return {
    changed,
    changedOf,
    async running(memberId) {
      const link = await access.ofMember(memberId);
      if (!link?.share.live) return [];
      await forget(link.trainerId);
      return watchers(link);
    },
    async profileChanged(userId) {
      await changedOf(userId, 'profile');
      for (const { memberId } of await store.coaching.linksOf(userId)) realtime.inviteReceived(memberId);
    },
  };
}
