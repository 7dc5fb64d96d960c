import { setTimeout as after } from 'node:timers/promises';
import type { Stack } from '@trainer/stack/stack';

/** Something that goes wrong while people train. It leaves the stack whole. */
export interface Weather {
  name: string;
  strike(stack: Stack, seconds: number): Promise<void>;
}

const DOWN_MS = 4_000;

export const weathers: readonly Weather[] = [
  { name: 'calm, to compare', strike: (_stack, seconds) => after(seconds * 1000) },
  {
    name: 'kill -9 of an instance',
    strike: (stack, seconds) =>
      everySo(seconds, async (turn) => {
        const instance = one(stack.instances, turn);
        await instance.kill();
        await after(DOWN_MS);
        await instance.start();
      }),
  },
  {
    name: 'kill -9 of the MongoDB primary',
    strike: (stack, seconds) =>
      everySo(seconds, async () => {
        const primary = await stack.mongo.primary();
        await primary.kill();
        await after(DOWN_MS);
        await primary.start();
      }),
  },
  {
    name: 'kill -9 of Redis',
    strike: (stack, seconds) =>
      everySo(seconds, async () => {
        await stack.redis.kill();
        await after(DOWN_MS);
        await stack.redis.restart();
      }),
  },
  {
    name: 'Redis hangs (SIGSTOP)',
    strike: (stack, seconds) =>
      everySo(seconds, async () => {
        stack.redis.pause();
        await after(DOWN_MS);
        stack.redis.resume();
      }),
  },
  {
    name: 'nginx reload',
    strike: (stack, seconds) =>
      everySo(seconds, async () => {
        stack.nginx.reload();
        await after(DOWN_MS);
      }),
  },
  {
    name: 'rolling restart',
    strike: (stack, seconds) => everySo(seconds, () => stack.rollingRestart()),
  },
];

/** Three times, spread over the time, with calm before and after. */
async function everySo(seconds: number, strike: (turn: number) => Promise<void>): Promise<void> {
  const began = performance.now();
  for (let turn = 0; turn < 3; turn += 1) {
    const due = ((0.5 + turn) / 3.5) * seconds * 1000;
    await after(Math.max(0, due - (performance.now() - began)));
    await strike(turn);
  }
}

function one<T>(all: readonly T[], turn: number): T {
  const found = all[turn % all.length];
  if (!found) throw new Error('There is nothing to strike.');
  return found;
}
