import { localDateOf, startOfDay, addDays } from '@trainer/coach/days';
import type { changeMe } from '@trainer/contract/members';
import type { BodyWeight, User } from '@trainer/contract/types';
import { LRUCache } from 'lru-cache';
import type { z } from 'zod';
import { type Cache, type Cached, entries, type Loaded } from '../../cache/port.ts';
import { publicUser } from '../../http/public-user.ts';
import { found, Refusal } from '../../http/refusal.ts';
import { ownedBy, type Store } from '../../storage/port.ts';

interface Deps {
  store: Pick<Store, 'users' | 'weights' | 'workouts'>;
  cache: Cache;
  /** Tells the trainer and the clients of this person that they look at something new. */
  tellOthers: (userId: string, what: 'profile' | 'weights') => Promise<unknown>;
  clock: () => Date;
}

export interface MemberService {
  /** Progress as JSON text. */
  progress(userId: string): Promise<Cached>;
  /** Stats as JSON text. */
  stats(userId: string): Promise<Cached>;
  change(userId: string, change: z.output<typeof changeMe.body>): Promise<User>;
  weights(userId: string): Promise<BodyWeight[]>;
  addWeight(
    userId: string,
    weight: { localDate: string; weight: number },
  ): Promise<{ weight: BodyWeight; added: boolean }>;
  removeWeight(userId: string, weightId: string): Promise<void>;
}

const ZONES_KEPT = 20_000;

export function memberService({ store, cache, tellOthers, clock }: Deps): MemberService {
  const zones = new LRUCache<string, string>({ max: ZONES_KEPT });
  return {
    progress: (userId) =>
      cache.cached(entries.progress(userId), () => loadUntilMidnight(userId, store.workouts.progress)),
    stats: (userId) => cache.cached(entries.stats(userId), () => loadUntilMidnight(userId, store.workouts.stats)),

    async change(userId, change) {
      const before = found(await store.users.byId(userId));
      const zone = change.settings?.timeZone ?? before.settings.timeZone;
      const after = found(await store.users.change(userId, change, clock(), localDateOf(clock(), zone)));
      if ('taken' in after)
        throw new Refusal('username_taken', { fields: [{ path: 'username', message: 'This name is taken.' }] });
      if (after.settings.timeZone !== before.settings.timeZone)
        await cache.invalidate([entries.timeZone(userId), entries.progress(userId), entries.stats(userId)]);
      await tellOthers(userId, 'profile');
      return publicUser(after);
    },

    weights: (userId) => store.weights.of(userId),
    async addWeight(userId, { localDate, weight }) {
      const put = await store.weights.put(userId, localDate, weight, clock());
      await tellOthers(userId, 'weights');
      return put;
    },
    async removeWeight(userId, weightId) {
      await store.weights.remove(found(ownedBy(userId, await store.weights.byId(weightId))));
      await tellOthers(userId, 'weights');
    },
  };

  /**
   * What counts up to today is only true until the member’s midnight. Which day that is stands in the account; where it
   * was asked for before, both are asked at once, and the storage may be a long way off. The zone is asked for by each
   * load for itself: a change of it forgets the zone and the numbers together, and no load that began before is kept.
   */
  async function loadUntilMidnight(
    userId: string,
    load: (userId: string, today: string) => Promise<unknown>,
  ): Promise<Loaded> {
    const now = clock();
    const guessed = localDateOf(now, zones.get(userId) ?? 'UTC');
    const [zone, guess] = await Promise.all([zoneOf(userId), load(userId, guessed)]);
    const timeZone = zone.value;
    zones.set(userId, timeZone);
    const today = localDateOf(now, timeZone);
    const value = JSON.stringify(today === guessed ? guess : await load(userId, today));
    const midnight = startOfDay(addDays(today, 1), timeZone);
    return { value, freshForSeconds: (midnight.getTime() - now.getTime()) / 1000 };
  }

  function zoneOf(userId: string): Promise<Cached> {
    return cache.cached(entries.timeZone(userId), async () => ({ value: found(await store.users.timeZone(userId)) }));
  }
}
