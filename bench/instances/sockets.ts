import { setTimeout as after } from 'node:timers/promises';
import type { Stack } from '@trainer/stack/stack';
import type { Figure } from '../figure.ts';
import type { Person } from '../people.ts';
import { residentBytes } from '../proc.ts';
import { openSockets, type Watching } from '../pushing.ts';

const WARM_UP = 500;
const SOCKETS = 5000;
const IDLE_MS = 10_000;

/** What an idle socket takes of an instance's memory. */
export async function idleSockets({ instances }: Stack, people: readonly Person[]): Promise<Figure[]> {
  const [instance] = instances;
  if (!instance) throw new Error('This needs an instance');
  await instance.stop();
  await instance.start();
  const open = async (count: number) => {
    const sockets: Watching[] = [];
    const everybody = Array.from({ length: count }, (_, i) => people[i % people.length]).filter((one) => one != null);
    const began = performance.now();
    await openSockets(instance, everybody, sockets);
    const aSecond = (count / (performance.now() - began)) * 1000;
    await after(IDLE_MS);
    return { sockets, aSecond };
  };
  const closing = (sockets: readonly Watching[]) => {
    for (const socket of sockets) socket.disconnect();
  };
  closing((await open(WARM_UP)).sockets);
  await after(1000);
  const before = residentBytes(instance.pid);
  const { sockets, aSecond } = await open(SOCKETS);
  const taken = residentBytes(instance.pid);
  closing(sockets);
  if (before === undefined || taken === undefined) throw new Error('This system does not tell what memory is taken');
  return [
    { name: 'sockets opened', value: aSecond, unit: 'sockets/s', note: 'one after the other' },
    {
      name: 'memory of an idle socket',
      value: (taken - before) / SOCKETS / 1024,
      unit: 'KB',
      goal: { atMost: 25 },
      note: `resident set with ${String(SOCKETS)} sockets, less that without, ${String(taken >> 20)} MB and ${String(before >> 20)} MB`,
    },
  ];
}
