import { setTimeout as after } from 'node:timers/promises';
import type { Acknowledgement, ClientEvents, ServerEvents } from '@trainer/contract/types';
import { io, type Socket } from 'socket.io-client';
import { client, succeeded } from './client.ts';
import type { Figure } from './figure.ts';
import { type Person, workoutBody } from './people.ts';
import type { Started } from './processes.ts';
import { median, p99, worst } from './statistics.ts';

export type Watching = Socket<ServerEvents, ClientEvents>;

const CALM_SOCKETS = 100;
const CALM_SAVES = 300;
const MANY_SOCKETS = 1000;
const SAVES_A_SECOND = 200;
const MANY_SECONDS = 10;

/** From sending a save to `progressUpdated` at another client of the member: nearly alone, and among many. */
export async function pushing(server: Started, people: readonly Person[]): Promise<Figure[]> {
  const sockets: Watching[] = [];
  try {
    await openSockets(server, people.slice(0, CALM_SOCKETS), sockets);
    const calm = await saves(server, people.slice(0, 1), sockets, { count: CALM_SAVES });
    await openSockets(server, people.slice(CALM_SOCKETS, MANY_SOCKETS), sockets);
    const many = await saves(server, people.slice(0, MANY_SOCKETS), sockets, {
      count: SAVES_A_SECOND * MANY_SECONDS,
      aSecond: SAVES_A_SECOND,
    });
    const among = `${String(sockets.length)} sockets, ${String(SAVES_A_SECOND)} saves/s for ${String(MANY_SECONDS)} s`;
    return [
      {
        name: 'save → progressUpdated, p50',
        value: median(calm),
        unit: 'ms',
        note: `${String(CALM_SOCKETS)} sockets idle`,
      },
      {
        name: 'save → progressUpdated, p99',
        value: p99(calm),
        unit: 'ms',
        goal: { atMost: 10 },
        note: `${String(CALM_SOCKETS)} sockets idle`,
      },
      { name: 'save → progressUpdated under load, p50', value: median(many), unit: 'ms', note: among },
      {
        name: 'save → progressUpdated under load, p99',
        value: p99(many),
        unit: 'ms',
        goal: { atMost: 25 },
        note: among,
      },
      { name: 'save → progressUpdated under load, worst', value: worst(many), unit: 'ms' },
    ];
  } finally {
    for (const socket of sockets) socket.disconnect();
  }
}

/** Opens one for each of these people, and adds it to `sockets` at once. */
export async function openSockets(
  server: Pick<Started, 'url'>,
  people: readonly Person[],
  sockets: Watching[],
): Promise<void> {
  for (const person of people) {
    const socket: Watching = io(server.url, {
      auth: { token: person.token },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
    });
    sockets.push(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    const { success } = (await socket.emitWithAck('joinProgressRoom', person._id)) as Acknowledgement;
    if (!success) throw new Error('A member may not watch their own progress');
  }
}

/** Saves for these people in turn: one after the other, or so many a second whatever the answers take. → ms to the event of each */
export async function saves(
  server: Pick<Started, 'url'>,
  people: readonly Person[],
  sockets: readonly Watching[],
  how: { count: number; aSecond?: number },
): Promise<number[]> {
  const http = client(server.url);
  const sent = new Map<string, number>();
  const times: number[] = [];
  let hear: ServerEvents['progressUpdated'] = () => undefined;
  const heard = new Promise<void>((resolve) => {
    hear = ({ workout }) => {
      const began = sent.get(workout?.name ?? '');
      if (began === undefined) return;
      times.push(performance.now() - began);
      if (times.length === how.count) resolve();
    };
  });
  for (const socket of sockets) socket.on('progressUpdated', hear);

  const save = async (i: number) => {
    const name = `Save ${String(i)} of ${String(how.count)}`;
    sent.set(name, performance.now());
    succeeded(await http.send('POST', '/api/workouts', people[i % people.length]?.token, workoutBody(name)));
  };
  try {
    if (how.aSecond) await openLoop(how.count, how.aSecond, save);
    else for (let i = 0; i < how.count; i += 1) await save(i);
    await Promise.race([heard, after(5000, undefined, { ref: false })]);
    if (times.length < how.count)
      throw new Error(`Of ${String(how.count)} saves only ${String(times.length)} were heard of`);
    return times;
  } finally {
    for (const socket of sockets) socket.off('progressUpdated', hear);
    http.close();
  }
}

async function openLoop(count: number, aSecond: number, send: (i: number) => Promise<void>): Promise<void> {
  const began = performance.now();
  const answers: Promise<void>[] = [];
  while (answers.length < count) {
    const due = Math.min(count, Math.floor(((performance.now() - began) / 1000) * aSecond) + 1);
    while (answers.length < due) answers.push(send(answers.length));
    await after(1);
  }
  await Promise.all(answers);
}
