import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Redis, startRedis } from '@trainer/stack/redis';
import { io, type Socket } from 'socket.io-client';
import type { Figure } from '../figure.ts';
import { cpuSeconds } from '../proc.ts';
import { median, p99 } from '../statistics.ts';
import type { Emit } from './fan-out-server.ts';

const KINDS = ['messages', 'sharded', 'streams'] as const;
const NAMES = {
  messages: 'redis-adapter (pub/sub)',
  sharded: 'redis-adapter (sharded pub/sub)',
  streams: 'redis-streams-adapter',
};
const ROOMS = 200;
const LOADS = [
  { aSecond: 50, seconds: 6 },
  { aSecond: 500, seconds: 6 },
];

/** From `emit` at one server to a client of another, by each adapter; and what it takes of all three processes. */
export async function fanOuts(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const kind of KINDS) figures.push(...(await fanOutBy(kind)));
  return figures;
}

async function fanOutBy(kind: (typeof KINDS)[number]): Promise<Figure[]> {
  const redis = await startRedis();
  const servers = [server(kind, redis), server(kind, redis)] as const;
  const sockets: Socket[] = [];
  try {
    const [emitter, receiver] = servers;
    const [, port] = await Promise.all(servers.map(portOf));
    for (let room = 0; room < ROOMS; room += 1) sockets.push(await joined(port ?? 0, room));
    // Until the servers know of each other.
    await after(1500);
    await told(emitter, sockets, { count: 500, aSecond: 500, rooms: ROOMS });
    const figures: Figure[] = [];
    for (const { aSecond, seconds } of LOADS) {
      const before = usedBy(emitter, receiver, redis);
      const times = await told(emitter, sockets, { count: aSecond * seconds, aSecond, rooms: ROOMS });
      const used = usedBy(emitter, receiver, redis) - before;
      const at = `${NAMES[kind]}, ${String(aSecond)} events/s`;
      figures.push(
        { name: `${at}, p50`, value: median(times), unit: 'ms' },
        { name: `${at}, p99`, value: p99(times), unit: 'ms' },
        {
          name: `${at}, processor time of 1,000 events`,
          value: (used / (aSecond * seconds)) * 1e6,
          unit: 'ms',
          note: 'both servers and Redis',
        },
      );
    }
    return figures;
  } finally {
    for (const socket of sockets) socket.disconnect();
    for (const one of servers) one.kill();
    await redis.stop();
  }
}

function server(kind: string, { host, port, password }: Redis): ChildProcess {
  return fork(
    fileURLToPath(new URL('fan-out-server.ts', import.meta.url)),
    [kind, JSON.stringify({ host, port, password })],
    {
      execArgv: ['--import', 'tsx'],
    },
  );
}

async function portOf(one: ChildProcess): Promise<number> {
  const [port] = (await once(one, 'message')) as [number];
  return port;
}

async function joined(port: number, room: number): Promise<Socket> {
  const socket = io(`http://127.0.0.1:${String(port)}`, { transports: ['websocket'], auth: { room }, forceNew: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}

/** → ms from each emit to its client */
async function told(emitter: ChildProcess, sockets: readonly Socket[], emit: Emit): Promise<number[]> {
  const times: number[] = [];
  const all = new Promise<void>((resolve) => {
    for (const socket of sockets) {
      socket.removeAllListeners('progressUpdated').on('progressUpdated', ({ at }: { at: string }) => {
        times.push(Number(process.hrtime.bigint() - BigInt(at)) / 1e6);
        if (times.length === emit.count) resolve();
      });
    }
  });
  emitter.send(emit);
  const tooLong = after((emit.count / emit.aSecond) * 1000 + 5000, 'late', { ref: false });
  if ((await Promise.race([all, tooLong])) === 'late')
    throw new Error(`Of ${String(emit.count)} events only ${String(times.length)} came`);
  return times;
}

const usedBy = (emitter: ChildProcess, receiver: ChildProcess, redis: Redis): number =>
  [emitter.pid ?? 0, receiver.pid ?? 0, redis.pid].reduce((sum, pid) => sum + cpuSeconds(pid), 0);
