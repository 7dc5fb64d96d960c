import { localDateOf } from '@trainer/coach/days';
import type { Link } from '../../storage/ports/coaching.ts';
import type { Store } from '../../storage/port.ts';
import type { Consent } from './consent.ts';

/**
 * Who may see whom. The storage is asked each time, and never the cache: consent that ended or was narrowed is so in the
 * same moment, on every instance. What is found holds today, by the member’s calendar; what no longer does is ended.
 */
export interface Access {
  ofMember(memberId: string): Promise<Link | undefined>;
  ofTrainer(trainerId: string, memberId: string): Promise<Link | undefined>;
  /** Of these two, whichever of them is the trainer. */
  between(one: string, other: string): Promise<Link | undefined>;
  /** The trainer and the clients of this person. */
  companions(userId: string): Promise<string[]>;
  /** Whether the last day of this link is over for a member in this zone. */
  isOver(link: Link, timeZone: string): boolean;
  /** Ends what is over, and tells of it. */
  sweep(): Promise<void>;
}

interface Deps {
  store: Pick<Store, 'coaching' | 'users'>;
  consent: Consent;
  clock: () => Date;
}

/** Where a day begins first. */
const EARLIEST_ZONE = 'Etc/GMT-14';

export function access({ store: { coaching, users }, consent, clock }: Deps): Access {
  const isOver = ({ until }: Link, timeZone: string) => until !== null && localDateOf(clock(), timeZone) > until;

  async function holding(link: Link | undefined): Promise<Link | undefined> {
    // Only an end makes it worth asking in which zone the member is.
    if (!link?.until || !isOver(link, (await users.timeZone(link.memberId)) ?? 'UTC')) return link;
    await consent.end(link);
    return undefined;
  }

  async function ofTrainer(trainerId: string, memberId: string): Promise<Link | undefined> {
    const link = await coaching.linkOf(memberId);
    return link?.trainerId === trainerId ? holding(link) : undefined;
  }

  return {
    ofMember: async (memberId) => holding(await coaching.linkOf(memberId)),
    ofTrainer,
    async between(one, other) {
      return (await ofTrainer(one, other)) ?? ofTrainer(other, one);
    },
    async companions(userId) {
      const [own, clients] = await Promise.all([coaching.linkOf(userId), coaching.linksOf(userId)]);
      const links = await Promise.all([own, ...clients].map(holding));
      return links.flatMap((link) => (link ? [link.trainerId === userId ? link.memberId : link.trainerId] : []));
    },
    isOver,
    async sweep() {
      for (const link of await coaching.linksEndedBefore(localDateOf(clock(), EARLIEST_ZONE))) await holding(link);
    },
  };
}
