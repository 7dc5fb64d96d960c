import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { client, succeeded } from './client.ts';
import type { Figure } from './figure.ts';
import { type Person, workoutBody } from './people.ts';
import type { Started } from './processes.ts';
import { median, p99 } from './statistics.ts';

const IN_FLIGHT = 16;
const SECONDS = 6;
const ONE_BY_ONE = 400;
const PAGE = Buffer.alloc(4096, 1);

/** How many workouts a second are stored for good, and how long one takes beside what the disk itself takes. */
export async function saving(server: Started, people: readonly Person[], dataDir: string): Promise<Figure[]> {
  const http = client(server.url);
  const save = async (person: Person) => {
    const answer = await http.send('POST', '/api/workouts', person.token, workoutBody('Saved'));
    succeeded(answer);
    return answer.ms;
  };
  try {
    for (const person of people.slice(0, IN_FLIGHT)) await save(person);
    const perSecond = await throughput(people, save);
    const disk = openSync(join(dataDir, 'fsync'), 'w');
    const times = { save: [] as number[], fsync: [] as number[] };
    for (let i = 0; i < ONE_BY_ONE; i += 1) {
      times.save.push(await save(people[i % people.length] as Person));
      times.fsync.push(fsync(disk));
    }
    closeSync(disk);
    return [
      {
        name: 'saves at 16 in flight',
        value: perSecond,
        unit: 'saves/s',
        goal: { atLeast: 1000 },
        note: `durable, ${String(SECONDS)} s, 16 members, 9 sets each`,
      },
      { name: 'save at 1 in flight, p50', value: median(times.save), unit: 'ms' },
      { name: 'save at 1 in flight, p99', value: p99(times.save), unit: 'ms' },
      {
        name: 'the disk’s own fsync of 4 KB, p50',
        value: median(times.fsync),
        unit: 'ms',
        note: 'between those saves',
      },
      { name: 'the disk’s own fsync of 4 KB, p99', value: p99(times.fsync), unit: 'ms' },
    ];
  } finally {
    http.close();
  }
}

async function throughput(people: readonly Person[], save: (person: Person) => Promise<number>): Promise<number> {
  const began = performance.now();
  let saved = 0;
  await Promise.all(
    people.slice(0, IN_FLIGHT).map(async (person) => {
      while (performance.now() - began < SECONDS * 1000) {
        await save(person);
        saved += 1;
      }
    }),
  );
  return saved / ((performance.now() - began) / 1000);
}

function fsync(file: number): number {
  const began = performance.now();
  writeSync(file, PAGE);
  fsyncSync(file);
  return performance.now() - began;
}
