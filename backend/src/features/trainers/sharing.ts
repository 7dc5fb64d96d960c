import { localDateOf } from '@trainer/coach/days';
import type { changeSharing } from '@trainer/contract/coached';
import type { MyTrainer } from '@trainer/contract/types';
import type { z } from 'zod';
import { found, Refusal } from '../../http/refusal.ts';
import type { Presence } from '../../realtime/port.ts';
import type { Link } from '../../storage/ports/coaching.ts';
import type { Store } from '../../storage/port.ts';
import type { Access } from './access.ts';
import type { Consent } from './consent.ts';
import { nameOf } from '../../http/names.ts';

interface Deps {
  store: Pick<Store, 'coaching' | 'users'>;
  access: Access;
  consent: Consent;
  presence: Presence;
  clock: () => Date;
}

/** What a member lets their trainer see, and its end. All refuse with `not_found` a member without a trainer. */
export interface SharingService {
  trainer(memberId: string): Promise<MyTrainer>;
  change(memberId: string, change: z.output<typeof changeSharing.body>): Promise<MyTrainer>;
  leave(memberId: string): Promise<void>;
}

export function sharingService({ store, access, consent, presence, clock }: Deps): SharingService {
  async function shown({ trainerId, since, share, until }: Link): Promise<MyTrainer> {
    const trainer = nameOf(found(await store.users.byId(trainerId)));
    return { trainer, since, online: presence.isOnline(trainerId), share, until };
  }

  return {
    trainer: async (memberId) => shown(found(await access.ofMember(memberId))),

    async change(memberId, change) {
      found(await access.ofMember(memberId));
      if (change.until) {
        const zone = found(await store.users.timeZone(memberId));
        if (change.until < localDateOf(clock(), zone))
          throw new Refusal('invalid_values', {
            fields: [{ path: 'until', message: 'The last day can’t be over. End it instead.' }],
          });
      }
      const link = found(await store.coaching.changeLink(memberId, change));
      await consent.changed(link);
      return shown(link);
    },

    async leave(memberId) {
      const link = found(await access.ofMember(memberId));
      if (!(await consent.end(link))) throw new Refusal('not_found');
    },
  };
}
