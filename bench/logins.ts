import { setTimeout as after } from 'node:timers/promises';
import { client, succeeded } from './client.ts';
import type { Figure } from './figure.ts';
import { PASSWORD, type Person } from './people.ts';
import type { Started } from './processes.ts';
import { p99 } from './statistics.ts';

const AT_ONCE = 16;
const SECONDS = 5;
const EVERY_MS = 5;
/** How often Node looks at its loop; its figure holds this time too. */
const RESOLUTION_MS = 10;

/** What others feel of 16 log-ins under way: the event loop's own delay, and the time of cached answers. */
export async function logIns(server: Started, people: readonly Person[]): Promise<Figure[]> {
  const http = client(server.url);
  const visitor = people[AT_ONCE];
  if (!visitor) throw new Error('There are too few people');
  try {
    const calm = await meanwhile(visitor, () => after(SECONDS * 1000));
    let loggedIn = 0;
    const busy = await meanwhile(visitor, async () => {
      const until = performance.now() + SECONDS * 1000;
      await Promise.all(
        people.slice(0, AT_ONCE).map(async ({ email }) => {
          while (performance.now() < until) {
            succeeded(await http.send('POST', '/api/auth/login', undefined, { email, password: PASSWORD }));
            loggedIn += 1;
          }
        }),
      );
    });
    return [
      {
        name: 'event-loop delay during 16 log-ins, p99',
        value: busy.lag,
        unit: 'ms',
        goal: { atMost: 20 },
        note: `${String(loggedIn)} log-ins; the server’s own gauge, less its ${String(RESOLUTION_MS)} ms of sampling; ${calm.lag.toFixed(1)} ms without log-ins`,
      },
      {
        name: 'cached progress during 16 log-ins, p99',
        value: p99(busy.times),
        unit: 'ms',
        note: `${p99(calm.times).toFixed(1)} ms without log-ins`,
      },
    ];
  } finally {
    http.close();
  }

  /** Asks for cached progress every few milliseconds while something else goes on. */
  async function meanwhile(person: Person, work: () => Promise<unknown>): Promise<{ times: number[]; lag: number }> {
    await lag();
    const times: number[] = [];
    const asked: Promise<unknown>[] = [];
    const ask = async () => {
      const answer = await http.get('/api/members/progress', person.token);
      succeeded(answer);
      times.push(answer.ms);
    };
    const timer = setInterval(() => asked.push(ask()), EVERY_MS);
    try {
      await work();
    } finally {
      clearInterval(timer);
    }
    await Promise.all(asked);
    return { times, lag: await lag() };
  }

  /** p99 since it was last asked for, ms. */
  async function lag(): Promise<number> {
    const text = succeeded(await http.get('/metrics'));
    const [, seconds] = /^nodejs_eventloop_lag_p99_seconds ([\d.e+-]+)$/m.exec(text) ?? [];
    if (seconds === undefined) throw new Error('The server does not measure its event loop');
    return Math.max(0, Number(seconds) * 1000 - RESOLUTION_MS);
  }
}
