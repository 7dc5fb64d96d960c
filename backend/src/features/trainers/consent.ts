import { type Cache, entries } from '../../cache/port.ts';
import type { Realtime } from '../../realtime/port.ts';
import type { Link } from '../../storage/ports/coaching.ts';
import type { Store } from '../../storage/port.ts';

interface Deps {
  store: Pick<Store, 'coaching'>;
  cache: Cache;
  realtime: Pick<Realtime, 'closeRoom' | 'clientsChanged' | 'inviteReceived'>;
  clock: () => Date;
}

export interface Consent {
  /** The one road on which coaching ends, whoever ends it. → whether it was there. Nothing more is seen once it resolves. */
  end(between: Pick<Link, 'trainerId' | 'memberId'>): Promise<boolean>;
  /** It began, ended, or what is shared is another: what was cached is forgotten, and both are told. */
  changed(between: Pick<Link, 'trainerId' | 'memberId'>): Promise<void>;
}

export function consent({ store, cache, realtime, clock }: Deps): Consent {
  async function changed({ trainerId, memberId }: Pick<Link, 'trainerId' | 'memberId'>): Promise<void> {
    realtime.closeRoom(trainerId, memberId);
    // The trainer’s own exercises are the member’s to see as well.
    await cache.invalidate([entries.trainersClients(trainerId), entries.ownExercises(memberId)]);
    realtime.clientsChanged(trainerId, memberId);
    realtime.inviteReceived(memberId);
  }

  return {
    changed,
    async end({ trainerId, memberId }) {
      const ended = await store.coaching.end(trainerId, memberId, clock());
      if (ended) await changed(ended);
      return ended !== undefined;
    },
  };
}
