import { startRedis } from '@trainer/stack/redis';
import { Redis } from 'ioredis';
import { createClient } from 'redis';
import type { Figure } from '../figure.ts';
import { median } from '../statistics.ts';

const ROUNDS = 12;
const ONE_BY_ONE = 1000;
const AT_ONCE = 50;
const AT_ONCE_ROUNDS = 100;

interface Asking {
  name: string;
  /** What a cached answer asks for: its epoch, its text and its generation. */
  ask(): Promise<unknown>;
}

/** The question behind each cached answer, asked by either client, one by one and fifty at once, in turns. */
export async function clients(): Promise<Figure[]> {
  const server = await startRedis();
  const { host, port, password } = server;
  const ioredis = new Redis({ host, port, password, enableAutoPipelining: true });
  const nodeRedis = createClient({ socket: { host, port }, password });
  nodeRedis.on('error', (error) => {
    throw error;
  });
  try {
    await nodeRedis.connect();
    await ioredis.mset({ epoch: 'e'.repeat(12), text: 'x'.repeat(900), generation: 'g'.repeat(25) });
    const all: Asking[] = [
      { name: 'ioredis', ask: () => ioredis.mget('epoch', 'text', 'generation') },
      { name: 'node-redis', ask: () => nodeRedis.mGet(['epoch', 'text', 'generation']) },
    ];
    const waited = new Map<string, number[]>(all.map(({ name }) => [name, []]));
    const used = new Map<string, number[]>(all.map(({ name }) => [name, []]));
    for (let round = -2; round < ROUNDS; round += 1) {
      for (const { name, ask } of all) {
        const [oneByOne, together] = [await latency(ask), await processorTime(ask)];
        if (round < 0) continue;
        waited.get(name)?.push(oneByOne);
        used.get(name)?.push(together);
      }
    }
    return all.flatMap(({ name }) => [
      { name: `${name}, answer one by one`, value: median(waited.get(name) ?? []), unit: 'ms' as const },
      {
        name: `${name}, processor time of 1,000 answers`,
        value: median(used.get(name) ?? []) * 1000,
        unit: 'ms' as const,
        note: `${String(AT_ONCE)} at once`,
      },
    ]);
  } finally {
    ioredis.disconnect();
    nodeRedis.destroy();
    await server.stop();
  }
}

/** → ms, the median */
async function latency(ask: Asking['ask']): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < ONE_BY_ONE; i += 1) {
    const began = performance.now();
    await ask();
    times.push(performance.now() - began);
  }
  return median(times);
}

/** → ms of this process for one answer */
async function processorTime(ask: Asking['ask']): Promise<number> {
  const before = process.cpuUsage();
  for (let i = 0; i < AT_ONCE_ROUNDS; i += 1) await Promise.all(Array.from({ length: AT_ONCE }, ask));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / (AT_ONCE * AT_ONCE_ROUNDS);
}
