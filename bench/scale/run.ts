import { busyGym } from './behaviour.ts';
import { playEvents } from './fan-out.ts';
import { playHour } from './hit-rate.ts';
import { instance, redis, replicaSet } from './measured.ts';

// `npm run bench -- --scale`: plays the busiest hour and prints the tables of docs/scale.md.

const SAMPLE = 400_000;
const SEED = 7;
const EVENTS = 50_000;
const SIZES = [1_000, 100_000, 10_000_000];

const hour = playHour(busyGym, SAMPLE, SEED);
const perSecond = (count: number, members: number) => (count / SAMPLE / 3600) * members;

console.log(`Played: the busiest hour of ${SAMPLE.toLocaleString('en')} members, seed ${String(SEED)}.`);
console.log(
  `Cached questions ${hour.reads.toLocaleString('en')}, found ${((hour.hits / hour.reads) * 100).toFixed(1)} %.\n`,
);

const rows = SIZES.map((members) => {
  const saves = perSecond(hour.saves, members);
  const cached = perSecond(hour.hits, members);
  const uncached = perSecond(hour.reads - hour.hits + hour.uncached, members);
  const training = (hour.workouts / SAMPLE) * members * (busyGym.workoutMinutes / 60);
  const sockets = training * busyGym.screens + (hour.visits / SAMPLE) * members * 0.1;
  const liveSets = (training * busyGym.watchedShare * busyGym.setsOfWorkout) / (busyGym.workoutMinutes * 60);
  const events = saves + liveSets;
  const needs = {
    'cached answers': cached / (instance.cachedPerSecond * instance.planned),
    'database answers': uncached / (instance.uncachedPerSecond * instance.planned),
    saves: saves / (instance.savesPerSecond * instance.planned),
    sockets: sockets / (instance.sockets * instance.planned),
  };
  const byLoad =
    cached / (instance.cachedPerSecond * instance.planned) +
    uncached / (instance.uncachedPerSecond * instance.planned) +
    saves / (instance.savesPerSecond * instance.planned);
  const instances = Math.max(2, Math.ceil(Math.max(byLoad, needs.sockets)) + 1);
  const fan = playEvents({ instances, eventsPerSecond: events, screens: busyGym.screens }, EVENTS, SEED);
  const commands = 2 * (cached + uncached) + 4 * saves;
  const first = Object.entries(needs).sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
  return {
    members: members.toLocaleString('en'),
    'answers/s': round(cached + uncached),
    'from the database/s': round(uncached),
    'saves/s': round(saves),
    sockets: round(sockets),
    instances: String(instances),
    'replica sets': String(
      Math.ceil(
        Math.max(
          uncached / (replicaSet.readsPerSecond * replicaSet.planned),
          saves / (replicaSet.savesPerSecond * replicaSet.planned),
        ),
      ),
    ),
    'Redis commands/s': round(commands),
    'messages, one channel/s': round(fan.oneChannel.byRedis),
    'messages, per room/s': round(fan.perRoom.byRedis),
    'Redis servers': String(Math.ceil((commands + fan.perRoom.byRedis) / (redis.perSecond * redis.planned))),
    'first limit': first,
  };
});
for (const name of Object.keys(rows[0] ?? {}) as (keyof (typeof rows)[number])[]) {
  console.log(`| ${name} | ${rows.map((row) => row[name]).join(' | ')} |`);
}

function round(value: number): string {
  return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
}
