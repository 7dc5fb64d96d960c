import { setTimeout as after } from 'node:timers/promises';
import { openMongo } from '@trainer/backend/storage/mongo/open';
import type { Store } from '@trainer/backend/storage/port';
import { builtInExercises, toExercise } from '@trainer/coach/exercises';
import { type Stack, startStack } from '@trainer/stack/stack';
import { makeMembers, type Person } from '../people.ts';
import { SECRET } from '../processes.ts';
import { httpsClient } from './https-client.ts';
import { BusyMember, noTally, type Tally } from './member.ts';
import { type Weather, weathers } from './weather.ts';

// `npm run drill`: what is lost while servers die under load. Seconds of each by DRILL_SECONDS, one of them by its words.

const SECONDS = Number(process.env.DRILL_SECONDS ?? 60);
const SAVES_A_SECOND = Number(process.env.DRILL_SAVES ?? 100);
const MEMBERS = 200;
const wanted = process.argv.slice(2).join(' ').toLowerCase();

interface Result extends Tally {
  weather: string;
  lost: number;
  doubled: number;
  longestSilenceMs: number;
}

const stack = await startStack({
  environment: { NODE_ENV: 'test', RATE_LIMITS: 'off', LOG_LEVEL: 'warn', JWT_SECRET: SECRET },
  tell: (line) => {
    console.log(`… ${line}`);
  },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stack.stop().then(() => process.exit(1)));
const uri = stack.mongo.uri.replace('/?', '/trainer?');
const store = await openMongo({ uri });
try {
  await store.exercises.seed(builtInExercises.map(toExercise));
  console.log(`… ${String(MEMBERS)} members`);
  const people = await makeMembers(store, MEMBERS);
  const results: Result[] = [];
  for (const weather of weathers.filter(({ name }) => name.toLowerCase().includes(wanted))) {
    console.log(`… ${weather.name}: ${String(SAVES_A_SECOND)} saves/s for ${String(SECONDS)} s`);
    results.push(await drill(weather, people));
  }
  print(results);
  const isBad = ({ lost, doubled, stale }: Result) => lost + doubled + stale > 0;
  process.exitCode = results.some(isBad) ? 1 : 0;
} catch (error) {
  for (const instance of stack.instances) console.error(errorsIn(instance.log()));
  throw error;
} finally {
  await store.close();
  await stack.stop();
}

/** The last lines of a log that speak of a defect. */
function errorsIn(log: string): string {
  return log
    .split('\n')
    .filter((line) => line.includes('"level":50'))
    .slice(-3)
    .join('\n');
}

async function drill(weather: Weather, people: readonly Person[]): Promise<Result> {
  const client = httpsClient(stack.url);
  const today = new Date().toISOString().slice(0, 10);
  const members = await Promise.all(
    people.map(async (person) => {
      const { totalWorkouts } = await store.workouts.progress(person._id, today);
      return new BusyMember(person, client, totalWorkouts);
    }),
  );
  const tally = noTally();
  const began = performance.now();
  const [ended] = await Promise.all([load(members, tally), weather.strike(stack, SECONDS)]);
  client.close();
  await settled(stack);
  return {
    weather: weather.name,
    ...tally,
    ...(await whatIsThere(store, members)),
    longestSilenceMs: longestGap([began, ...tally.times, ended]),
  };
}

/** So many saves a second, whatever the answers take. → when the last was acknowledged */
async function load(members: readonly BusyMember[], tally: Tally): Promise<number> {
  const began = performance.now();
  const saves: Promise<void>[] = [];
  const failures: unknown[] = [];
  const note = (error: unknown) => void failures.push(error);
  const count = SECONDS * SAVES_A_SECOND;
  while (saves.length < count && failures.length === 0) {
    const due = Math.min(count, Math.floor(((performance.now() - began) / 1000) * SAVES_A_SECOND) + 1);
    while (saves.length < due) {
      const member = members[saves.length % members.length];
      if (member) saves.push(member.save(tally).catch(note));
    }
    await after(2);
  }
  await Promise.all(saves);
  if (failures.length > 0) throw failures[0] as Error;
  return tally.times.at(-1) ?? began;
}

/** Everything is up again before the next weather begins. */
async function settled({ instances }: Stack): Promise<void> {
  for (const { url } of instances) {
    while (!(await fetch(`${url}/readyz`).catch(() => undefined))?.ok) await after(100);
  }
}

/** Counts in the database itself: what was acknowledged and is not there, and what is there twice. */
async function whatIsThere(from: Store, members: readonly BusyMember[]): Promise<{ lost: number; doubled: number }> {
  let [lost, doubled] = [0, 0];
  for (const { person, clientIds } of members) {
    const found = new Map<string, number>();
    for await (const { clientId } of from.workouts.all(person._id)) {
      if (clientId !== null) found.set(clientId, (found.get(clientId) ?? 0) + 1);
    }
    for (const clientId of clientIds) if (!found.has(clientId)) lost += 1;
    for (const times of found.values()) doubled += times - 1;
  }
  return { lost, doubled };
}

function longestGap(times: readonly number[]): number {
  return Math.max(...times.slice(1).map((time, i) => time - (times[i] ?? time)));
}

function print(results: readonly Result[]): void {
  console.table(
    Object.fromEntries(
      results.map((result) => [
        result.weather,
        {
          acknowledged: result.acknowledged,
          lost: result.lost,
          doubled: result.doubled,
          reads: result.reads,
          stale: result.stale,
          'tries again': result.retried,
          'reads refused': result.failedReads,
          'longest wait, s': Number((result.longestWaitMs / 1000).toFixed(2)),
          'longest silence, s': Number((result.longestSilenceMs / 1000).toFixed(2)),
        },
      ]),
    ),
  );
}
