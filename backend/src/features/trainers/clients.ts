import { addDays, localDateOf, startOfDay } from '@trainer/coach/days';
import type { ClientRow } from '@trainer/contract/types';
import { type Cache, entries, type Loaded } from '../../cache/port.ts';
import type { Presence } from '../../realtime/port.ts';
import type { PlannedDays } from '../../storage/ports/assigned-plans.ts';
import type { Link } from '../../storage/ports/coaching.ts';
import { GLANCE_DAYS, type PersonInShort, type Store } from '../../storage/port.ts';
import type { Access } from './access.ts';
import type { Consent } from './consent.ts';
import { rowOf } from './row.ts';

interface Deps {
  store: Pick<Store, 'coaching' | 'users' | 'workouts' | 'running' | 'assignedPlans' | 'messages'>;
  access: Access;
  consent: Consent;
  presence: Presence;
  cache: Cache;
  clock: () => Date;
}

export interface ClientList {
  /** ClientRow[] as JSON text: training now first, then those that need a look; of each the longest clients first. */
  list(trainerId: string): Promise<string>;
}

interface Client {
  link: Link;
  person: PersonInShort;
  today: string;
}

/**
 * The list of a trainer, one question to each collection. It is cached with the links that it was made of, and these are
 * looked up each time: consent that ended or was narrowed counts at once, also where the cache could not be told.
 */
export function clientList({ store, access, consent, presence, cache, clock }: Deps): ClientList {
  async function load(trainerId: string, links: readonly Link[]): Promise<Loaded> {
    const clients = await holding(links);
    const ids = clients.map(({ link }) => link.memberId);
    const seen = clients.filter(({ link: { share } }) => share.live || share.history);
    const since = seen.map(({ today }) => addDays(today, 1 - GLANCE_DAYS)).sort()[0];
    const [glances, running, planned, unread] = await Promise.all([
      store.workouts.glances(seen.map(({ link, today }) => ({ userId: link.memberId, today }))),
      store.running.glances(clients.flatMap(({ link }) => (link.share.live ? [link.memberId] : []))),
      since === undefined ? [] : store.assignedPlans.planned(trainerId, ids, since),
      store.messages.unread(trainerId, ids),
    ]);
    const plannedOf = new Map<string, PlannedDays[]>();
    for (const days of planned) plannedOf.set(days.memberId, [...(plannedOf.get(days.memberId) ?? []), days]);
    const rows = clients.map(({ link, person, today }) =>
      rowOf(link, person, today, {
        history: glances.get(link.memberId),
        session: running.get(link.memberId),
        planned: plannedOf.get(link.memberId) ?? [],
        unread: unread.get(link.memberId) ?? 0,
      }),
    );
    rows.sort((a, b) => RANK[a.status] - RANK[b.status]);
    return { value: written(links, rows), freshForSeconds: untilMidnight(clients) };
  }

  /** Those whose last day is not over, and in whose zone it is what day. */
  async function holding(links: readonly Link[]): Promise<Client[]> {
    const people = await store.users.byIds(links.map((link) => link.memberId));
    const byId = new Map(people.map((person) => [person._id, person]));
    const todays = new Map([...new Set(people.map((one) => one.timeZone))].map((zone) => [zone, todayIn(zone)]));
    const clients: Client[] = [];
    for (const link of links) {
      const person = byId.get(link.memberId);
      if (!person) continue;
      if (access.isOver(link, person.timeZone)) await consent.end(link);
      else clients.push({ link, person, today: todays.get(person.timeZone) ?? todayIn(person.timeZone) });
    }
    return clients;
  }

  /** Rows say how things stand today; the first client’s midnight ends that. */
  function untilMidnight(clients: readonly Client[]): number {
    const now = clock().getTime();
    const zones = new Map(clients.map(({ person, today }) => [person.timeZone, today]));
    const midnights = [...zones].map(([zone, today]) => startOfDay(addDays(today, 1), zone).getTime() - now);
    return Math.min(Number.MAX_SAFE_INTEGER, ...midnights) / 1000;
  }

  const todayIn = (zone: string) => localDateOf(clock(), zone);

  return {
    async list(trainerId) {
      const entry = entries.trainersClients(trainerId);
      const links = await store.coaching.linksOf(trainerId);
      const cached = await cache.cached(entry, () => load(trainerId, links));
      const text = rowsIn(cached.value, links, presence);
      if (text !== undefined) return text;
      await cache.invalidate([entry]);
      const now = await store.coaching.linksOf(trainerId);
      const { value } = await load(trainerId, now);
      return rowsIn(value, now, presence) ?? '[]';
    },
  };
}

const RANK: Record<ClientRow['status'], number> = { training: 0, needs_look: 1, on_track: 2 };

/** The first line says of which links it was made; then each row, its id before it, less whether they are online. */
const written = (links: readonly Link[], rows: readonly Omit<ClientRow, 'online'>[]): string =>
  [madeOf(links), ...rows.map((row) => `${row._id} ${JSON.stringify(row)}`)].join('\n');

/** The rows as they are sent; undefined: they were made of other links. */
function rowsIn(text: string, links: readonly Link[], presence: Presence): string | undefined {
  const [made, ...rows] = text.split('\n');
  if (made !== madeOf(links)) return undefined;
  const whole = rows.map((row) => {
    const id = row.slice(0, ID_LENGTH);
    return `{"online":${String(presence.isOnline(id))},${row.slice(ID_LENGTH + 2)}`;
  });
  return `[${whole.join(',')}]`;
}

const ID_LENGTH = 24;

const madeOf = (links: readonly Link[]): string =>
  links
    .map(({ memberId, since, share, until }) =>
      [memberId, since, Number(share.live), Number(share.history), Number(share.health), until ?? ''].join(),
    )
    .join(';');
