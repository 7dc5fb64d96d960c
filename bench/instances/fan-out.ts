import type { Stack } from '@trainer/stack/stack';
import type { Figure } from '../figure.ts';
import type { Person } from '../people.ts';
import { cpuSeconds } from '../proc.ts';
import { openSockets, saves, type Watching } from '../pushing.ts';
import { median, p99, worst } from '../statistics.ts';

const CALM_SAVES = 300;
const SOCKETS = 1000;
const SAVES_A_SECOND = 50;
const SECONDS = 20;

/** From a save at the first instance to `progressUpdated` at a client of the second: alone, and among many. */
export async function fanOut({ instances, mongo }: Stack, people: readonly Person[]): Promise<Figure[]> {
  const [here, there] = instances;
  if (!here || !there) throw new Error('This needs two instances');
  const [far, near] = [people.slice(0, SOCKETS / 2), people.slice(SOCKETS / 2, SOCKETS)];
  const sockets: Watching[] = [];
  try {
    await openSockets(there, far.slice(0, 1), sockets);
    const calm = await saves(here, far.slice(0, 1), sockets, { count: CALM_SAVES });
    await openSockets(there, far.slice(1), sockets);
    await openSockets(here, near, sockets);
    const count = SAVES_A_SECOND * SECONDS;
    const primary = await mongo.primary();
    const used = () => ({ instance: cpuSeconds(here.pid), primary: cpuSeconds(primary.pid) });
    const before = used();
    const many = await saves(here, far, sockets, { count, aSecond: SAVES_A_SECOND });
    const after = used();
    const bears = (who: 'instance' | 'primary') => count / (after[who] - before[who]);
    const among = `${String(sockets.length)} sockets over both, ${String(SAVES_A_SECOND)} saves/s for ${String(SECONDS)} s`;
    const name = 'save at one instance → event at the other';
    return [
      { name: `${name}, p50`, value: median(calm), unit: 'ms', note: 'idle' },
      { name: `${name}, p99`, value: p99(calm), unit: 'ms', goal: { atMost: 30 }, note: 'idle' },
      { name: `${name} under load, p50`, value: median(many), unit: 'ms', note: among },
      { name: `${name} under load, p99`, value: p99(many), unit: 'ms', goal: { atMost: 60 }, note: among },
      { name: `${name} under load, worst`, value: worst(many), unit: 'ms', note: among },
      { name: 'one instance bears', value: bears('instance'), unit: 'saves/s', note: `by processor time, ${among}` },
      { name: 'a core of the primary bears', value: bears('primary'), unit: 'saves/s', note: 'by processor time' },
    ];
  } finally {
    for (const socket of sockets) socket.disconnect();
  }
}
