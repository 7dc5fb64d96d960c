import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { client, succeeded } from './client.ts';
import { LOAD_CORE, pinned, SERVER_CORE } from './cores.ts';
import type { Figure } from './figure.ts';
import type { Person } from './people.ts';
import { ROOT, startBaseline, type Started } from './processes.ts';
import { median } from './statistics.ts';

const CONNECTIONS = 50;
const ROUNDS = 5;
const ROUND_SECONDS = 3;
const PATH = '/api/members/progress';

/** Cached progress and the same JSON from bare Express, in turns on one core. */
export async function cachedProgress(server: Started, person: Person, dataDir: string): Promise<Figure[]> {
  const http = client(server.url);
  const json = succeeded(await http.get(PATH, person.token)).replace('"database"', '"cache"');
  http.close();
  const baseline = await startBaseline(dataDir, SERVER_CORE, { json });
  const of = { ours: [] as number[], baseline: [] as number[] };
  try {
    for (const url of [server.url, baseline.url]) await load(url, person.token, 2);
    for (let round = 0; round < ROUNDS; round += 1) {
      of.ours.push(await load(server.url, person.token, ROUND_SECONDS));
      of.baseline.push(await load(baseline.url, person.token, ROUND_SECONDS));
    }
  } finally {
    await baseline.stop();
  }
  const ratio = median(of.ours.map((ours, round) => ours / (of.baseline[round] ?? Number.NaN)));
  return [
    {
      name: 'cached progress',
      value: median(of.ours),
      unit: 'requests/s',
      note: `one core, ${String(CONNECTIONS)} connections`,
    },
    {
      name: 'bare Express, same JSON',
      value: median(of.baseline),
      unit: 'requests/s',
      note: 'Express 5, jsonwebtoken with a key object',
    },
    {
      name: 'cached progress, of bare Express',
      value: ratio,
      unit: '×',
      goal: { atLeast: 1.5 },
      note: `median of ${String(ROUNDS)} rounds in turns`,
    },
  ];
}

const run = promisify(execFile);

/** Cached progress of one member. → requests a second, every one of them a success */
export async function load(url: string, token: string, seconds: number): Promise<number> {
  const [program, ...args] = pinned(LOAD_CORE, [
    process.execPath,
    join(ROOT, 'node_modules/autocannon/autocannon.js'),
    '--json',
    '--connections',
    String(CONNECTIONS),
    '--duration',
    String(seconds),
    '--headers',
    `Authorization=Bearer ${token}`,
    url + PATH,
  ]);
  const { stdout } = await run(program, args, { maxBuffer: 10_000_000 });
  const result = JSON.parse(stdout) as { requests: { average: number }; non2xx: number; errors: number };
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url} failed ${String(result.non2xx + result.errors)} times`);
  return result.requests.average;
}
