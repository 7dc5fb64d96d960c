import type { Store } from '@trainer/backend/storage/port';
import { localDateOf } from '@trainer/coach/days';
import { client, succeeded } from './client.ts';
import type { Figure } from './figure.ts';
import type { People, Person } from './people.ts';
import type { Started } from './processes.ts';
import { median } from './statistics.ts';

const STORE_ROUNDS = 20;
const HTTP_ROUNDS = 4;
/** Another zone clears what is cached; these two have the same days. */
const ZONES = ['UTC', 'Africa/Abidjan'];

const goal = { atMost: 1.2 };

/** Ten years of history beside 30 days, asked of the storage itself. */
export async function uncachedInStore(store: Store, people: People): Promise<Figure[]> {
  const today = localDateOf(new Date(), 'UTC');
  const took = async (person: Person) => {
    const began = performance.now();
    await store.workouts.progress(person._id, today);
    return performance.now() - began;
  };
  const { long, short } = await inTurns(people, STORE_ROUNDS, took);
  return [
    { name: 'uncached progress in the store, 10 years', value: long, unit: 'ms' },
    { name: 'uncached progress in the store, 30 days', value: short, unit: 'ms' },
    {
      name: 'uncached progress in the store, 10 years of 30 days',
      value: long / short,
      unit: '×',
      goal,
      note: `medians; ${counted(people)}`,
    },
  ];
}

/** The same over HTTP. */
export async function uncachedOverHttp(server: Started, people: People): Promise<Figure[]> {
  const http = client(server.url);
  const took = async (person: Person, round: number) => {
    const timeZone = ZONES[(round + ZONES.length) % ZONES.length];
    succeeded(await http.send('PATCH', '/api/members/me', person.token, { settings: { timeZone } }));
    const answer = await http.get('/api/members/progress', person.token);
    if (!succeeded(answer).includes('"source":"database"')) throw new Error('The answer came from the cache');
    return answer.ms;
  };
  try {
    const { long, short } = await inTurns(people, HTTP_ROUNDS, took);
    return [
      { name: 'uncached progress over HTTP, 10 years', value: long, unit: 'ms' },
      { name: 'uncached progress over HTTP, 30 days', value: short, unit: 'ms' },
      {
        name: 'uncached progress over HTTP, 10 years of 30 days',
        value: long / short,
        unit: '×',
        goal,
        note: `medians; ${counted(people)}`,
      },
    ];
  } finally {
    http.close();
  }
}

/** Medians over all members with a long history and as many with a short one, one of each in turn. */
async function inTurns(
  { long, short }: People,
  rounds: number,
  took: (person: Person, round: number) => Promise<number>,
): Promise<{ long: number; short: number }> {
  const times = { long: [] as number[], short: [] as number[] };
  for (let round = -1; round < rounds; round += 1) {
    for (const [i, withLong] of long.entries()) {
      const withShort = short[i];
      if (!withShort) break;
      const longFirst = round % 2 === 0;
      const first = await took(longFirst ? withLong : withShort, round);
      const second = await took(longFirst ? withShort : withLong, round);
      // The first round fills the pages of the database.
      if (round < 0) continue;
      times.long.push(longFirst ? first : second);
      times.short.push(longFirst ? second : first);
    }
  }
  return { long: median(times.long), short: median(times.short) };
}

const counted = ({ long, short }: People): string =>
  `${String(long.length)} members with 10 years among ${String(long.length + short.length)}`;
