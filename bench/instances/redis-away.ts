import { setTimeout as after } from 'node:timers/promises';
import type { Stack } from '@trainer/stack/stack';
import type { Figure } from '../figure.ts';
import { type Person, workoutBody } from '../people.ts';
import { median, worst } from '../statistics.ts';

const TURNS = 12;
/** Redis hangs long enough that everyone goes on without it. */
const HUNG_MS = 300;

/** What somebody waits for who asks, or saves, in the very moment in which Redis falls silent. */
export async function redisAway({ instances, redis }: Stack, { token }: Person): Promise<Figure[]> {
  const [instance] = instances;
  if (!instance) throw new Error('This needs an instance');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const ask = async (path: string, init: RequestInit = {}) => {
    const began = performance.now();
    const response = await fetch(instance.url + path, { ...init, headers });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${path} was answered ${String(response.status)}`);
    return performance.now() - began;
  };
  const read = () => ask('/api/members/progress');
  const save = () => ask('/api/workouts', { method: 'POST', body: JSON.stringify(workoutBody('Bench')) });

  async function whileHung(act: () => Promise<number>): Promise<number> {
    redis.pause();
    const ms = await act();
    await after(HUNG_MS);
    redis.resume();
    while (!(await fetch(`${instance?.url ?? ''}/readyz`)).ok) await after(50);
    // Redis is not believed before this.
    await after(1_500);
    await read();
    return ms;
  }

  const usual: number[] = [];
  const reads: number[] = [];
  const saves: number[] = [];
  for (let turn = -1; turn < TURNS; turn += 1) {
    usual.push(await save());
    await read();
    const [asked, saved] = [await whileHung(read), await whileHung(save)];
    // The first turn warms up.
    if (turn < 0) continue;
    reads.push(asked);
    saves.push(saved - median(usual));
  }
  const note = `SIGSTOP, ${String(TURNS)} times, over HTTP`;
  return [
    { name: 'Redis falls silent: a read waits, p50', value: median(reads), unit: 'ms', note },
    { name: 'Redis falls silent: a read waits, worst', value: worst(reads), unit: 'ms', goal: { atMost: 100 }, note },
    {
      name: 'Redis falls silent: a save waits more than usual, p50',
      value: median(saves),
      unit: 'ms',
      goal: { atMost: 100 },
      note,
    },
    { name: 'Redis falls silent: a save waits more than usual, worst', value: worst(saves), unit: 'ms', note },
  ];
}
