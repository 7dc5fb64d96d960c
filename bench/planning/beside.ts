import { client, succeeded } from '../client.ts';
import type { Figure } from '../figure.ts';
import { dietRequest, workoutRequest } from '../plans/people.ts';
import type { Person } from '../people.ts';
import type { Started } from '../processes.ts';
import { seeded } from '@trainer/coach/plans/seeded';
import { median, p99 } from '../statistics.ts';

/** How often Node looks at its loop; its figure holds this time too. */
const RESOLUTION_MS = 10;

/** Plans over HTTP, one after the other, and how long the server's event loop was held up by them. */
export async function beside(server: Started, members: readonly Person[]): Promise<Figure[]> {
  const http = client(server.url);
  try {
    const first = members[0];
    if (!first) throw new Error('Nobody is there');
    // The threads start with the first plan.
    await written(first, 0);
    await lag();
    const times: number[] = [];
    for (const [n, member] of members.entries()) times.push(...(await written(member, n)));
    const busy = await lag();
    return [
      {
        name: 'built-in plan over HTTP, stored, p50',
        value: median(times),
        unit: 'ms',
        note: `${String(times.length)} plans`,
      },
      { name: 'built-in plan over HTTP, stored, p99', value: p99(times), unit: 'ms' },
      {
        name: 'event-loop delay while plans are written, p99',
        value: busy,
        unit: 'ms',
        goal: { atMost: 20 },
        note: `the server’s own gauge, less its ${String(RESOLUTION_MS)} ms of sampling`,
      },
    ];
  } finally {
    http.close();
  }

  async function written(member: Person, n: number): Promise<number[]> {
    const asked = [
      ['/api/diet-plan/generate', dietRequest(seeded(n), null)],
      ['/api/ai-suggestions/generate', workoutRequest(seeded(n), null)],
    ] as const;
    const times: number[] = [];
    for (const [path, body] of asked) {
      const answer = await http.send('POST', path, member.token, body);
      // Some of these people are refused, as they should be.
      if (answer.status !== 422) {
        succeeded(answer);
        times.push(answer.ms);
      }
    }
    return times;
  }

  /** p99 since it was last asked for, ms. */
  async function lag(): Promise<number> {
    const text = succeeded(await http.get('/metrics'));
    const [, seconds] = /^nodejs_eventloop_lag_p99_seconds ([\d.e+-]+)$/m.exec(text) ?? [];
    if (seconds === undefined) throw new Error('The server does not measure its event loop');
    return Math.max(0, Number(seconds) * 1000 - RESOLUTION_MS);
  }
}
