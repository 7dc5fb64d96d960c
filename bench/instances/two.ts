import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Instance } from '@trainer/stack/instance';
import type { Stack } from '@trainer/stack/stack';
import type { Figure } from '../figure.ts';
import type { Person } from '../people.ts';
import { cpuSeconds } from '../proc.ts';
import { ROOT } from '../processes.ts';
import { median } from '../statistics.ts';

const ROUNDS = 4;
const ROUND_SECONDS = 6;
/** Of each instance: less than it bears, so that the load has room beside it. */
const CACHED = { path: '/api/members/progress', aSecond: 1500 };
const UNCACHED = { path: '/api/auth/me', aSecond: 500 };

/**
 * How many requests two instances bear beside one. Load, Redis and both instances share this machine's cores, so they
 * can't be driven to their limits at once. An instance bears what fits into a second of one core (it is one thread):
 * so what counts is the processor time of an answer, with one at work and with both.
 */
export async function twoInstances({ instances, redis, mongo }: Stack, { token }: Person): Promise<Figure[]> {
  const [first, second] = instances;
  if (!first || !second) throw new Error('This needs two instances');
  const alone: number[] = [];
  const both: number[] = [];
  const ofRedis: number[] = [];
  const uncached: number[] = [];
  const ofMongo: number[] = [];
  const primary = await mongo.primary();
  for (let round = 0; round < ROUNDS; round += 1) {
    alone.push((await timePerAnswer([first], redis, token, CACHED)).instances);
    const together = await timePerAnswer([first, second], redis, token, CACHED);
    both.push(together.instances);
    ofRedis.push(together.behind);
    const fromDatabase = await timePerAnswer([first], primary, token, UNCACHED);
    uncached.push(fromDatabase.instances);
    ofMongo.push(fromDatabase.behind);
  }
  const bear = { alone: 1 / median(alone), both: 2 / median(both) };
  const note = `by processor time of an answer, at ${String(CACHED.aSecond)} cached answers/s of each`;
  return [
    { name: 'one instance bears', value: bear.alone, unit: 'requests/s', note },
    { name: 'two instances bear', value: bear.both, unit: 'requests/s', note },
    {
      name: 'one instance bears, from the database',
      value: 1 / median(uncached),
      unit: 'requests/s',
      note: `by processor time of an answer, at ${String(UNCACHED.aSecond)}/s`,
    },
    { name: 'a core of the primary bears', value: 1 / median(ofMongo), unit: 'requests/s', note: 'by processor time' },
    { name: 'two instances, of one', value: bear.both / bear.alone, unit: '×', goal: { atLeast: 1.7 } },
    { name: 'one Redis bears', value: 1 / median(ofRedis), unit: 'requests/s', note: 'where it becomes the limit' },
  ];
}

/** Seconds of processor time that an answer takes of the instances, and of the server behind them. */
async function timePerAnswer(
  instances: readonly Instance[],
  behind: { pid: number },
  token: string,
  load: typeof CACHED,
): Promise<{ instances: number; behind: number }> {
  const used = () => ({
    instances: instances.reduce((sum, { pid }) => sum + cpuSeconds(pid), 0),
    behind: cpuSeconds(behind.pid),
  });
  const before = used();
  const answers = await Promise.all(instances.map(({ url }) => steadyLoad(url, token, load)));
  const after = used();
  const count = answers.reduce((sum, one) => sum + one, 0);
  return { instances: (after.instances - before.instances) / count, behind: (after.behind - before.behind) / count };
}

const run = promisify(execFile);

/** → answers, every one of them a success */
async function steadyLoad(url: string, token: string, { path, aSecond }: typeof CACHED): Promise<number> {
  const { stdout } = await run(
    process.execPath,
    [
      ...[join(ROOT, 'node_modules/autocannon/autocannon.js'), '--json', '--connections', '20'],
      ...['--overallRate', String(aSecond), '--duration', String(ROUND_SECONDS)],
      ...['--headers', `Authorization=Bearer ${token}`, `${url}${path}`],
    ],
    { maxBuffer: 10_000_000 },
  );
  const result = JSON.parse(stdout) as { requests: { total: number }; non2xx: number; errors: number };
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url} failed ${String(result.non2xx + result.errors)} times`);
  return result.requests.total;
}
