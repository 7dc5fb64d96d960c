import type { Stack } from '@trainer/stack/stack';
import { load } from '../cached.ts';
import { client, succeeded } from '../client.ts';
import type { Figure } from '../figure.ts';
import type { Person } from '../people.ts';
import { startBaseline } from '../processes.ts';
import { median } from '../statistics.ts';

const ROUNDS = 5;
const SECONDS = 3;

/** Cached progress of an instance, and a bare Redis GET of the same value behind bare Express, in turns. */
export async function overHttp({ instances, redis }: Stack, { token }: Person, key: string): Promise<Figure[]> {
  const [instance] = instances;
  if (!instance) throw new Error('This needs an instance');
  const http = client(instance.url);
  // Once to have it kept.
  succeeded(await http.get('/api/members/progress', token));
  http.close();
  const { host, port, password } = redis;
  const bare = await startBaseline('/tmp', undefined, { redis: { host, port, password, key } });
  const of = { ours: [] as number[], bare: [] as number[] };
  try {
    for (const { url } of [instance, bare]) await load(url, token, 2);
    for (let round = 0; round < ROUNDS; round += 1) {
      of.ours.push(await load(instance.url, token, SECONDS));
      of.bare.push(await load(bare.url, token, SECONDS));
    }
  } finally {
    await bare.stop();
  }
  const cost = median(of.ours.map((ours, round) => (of.bare[round] ?? Number.NaN) / ours));
  return [
    {
      name: 'cached progress over HTTP',
      value: median(of.ours),
      unit: 'requests/s',
      note: 'one instance, 50 connections',
    },
    {
      name: 'bare Redis GET behind bare Express',
      value: median(of.bare),
      unit: 'requests/s',
      note: 'ioredis with auto-pipelining, jsonwebtoken with a key object',
    },
    {
      name: 'cost of cached progress over HTTP, of that',
      value: cost,
      unit: '×',
      goal: { atMost: 1.5 },
      note: `median of ${String(ROUNDS)} rounds in turns`,
    },
  ];
}
