import { busyGym } from './behaviour.ts';
import { playEvents } from './fan-out.ts';
import { playHour } from './hit-rate.ts';
import { BYTES_OF_WORKOUT, data, instance, PLANNED, price, primary, redis } from './measured.ts';

// `npm run bench -- --scale`: plays the busiest hour and prints the tables of docs/scale.md.

const SAMPLE = 400_000;
const SEED = 7;
const EVENTS = 50_000;
const SIZES = [1_000, 100_000, 10_000_000];
/** Of history, for the disk. */
const YEARS = 5;

const hour = playHour(busyGym, SAMPLE, SEED);
const perSecond = (count: number, members: number) => (count / SAMPLE / 3600) * members;

console.log(`Played: the busiest hour of ${SAMPLE.toLocaleString('en')} members, seed ${String(SEED)}.`);
console.log(
  `Cached questions ${hour.reads.toLocaleString('en')}, found ${((hour.hits / hour.reads) * 100).toFixed(1)} %.\n`,
);
const sizes = SIZES.map(needsOf);
for (const name of Object.keys(sizes[0] ?? {})) {
  console.log(`| ${name} | ${sizes.map((size) => size[name] ?? '').join(' | ')} |`);
}

function needsOf(members: number): Record<string, string> {
  const load = loadOf(members);
  const of = {
    answers: load.cached / instance.cachedPerSecond + load.uncached / instance.uncachedPerSecond,
    saves: load.saves / instance.savesPerSecond,
    sockets: load.sockets / instance.sockets,
  };
  // Answers and saves share an instance's core; sockets lie in its memory. One more, so that one may be away.
  const instances = Math.max(2, Math.ceil(Math.max(of.answers + of.saves, of.sockets) / PLANNED) + 1);
  const fan = playEvents({ instances, eventsPerSecond: load.events, screens: busyGym.screens }, EVENTS, SEED);
  const [[first] = ['']] = Object.entries(of).sort(([, a], [, b]) => b - a);

  const coresOfPrimary = (load.uncached / primary.readsPerCore + load.saves / primary.savesPerCore) / PLANNED;
  const disk = (members * busyGym.activeShare * busyGym.trainingShare * 365 * YEARS * BYTES_OF_WORKOUT) / 1e9;
  const sets = Math.ceil(Math.max(coresOfPrimary / primary.cores, disk / data.gigabytesOfSet));
  const cores = Math.max(2, Math.ceil(coresOfPrimary / sets));
  const memory = Math.max(2, Math.ceil((disk * data.inMemory) / sets));
  const redisServers = Math.ceil((load.commands + fan.oneChannel.byRedis) / redis.perSecond / PLANNED);
  const cost =
    instances * (price.core + 2 * price.gigabyteOfMemory) +
    sets * 3 * (cores * price.core + memory * price.gigabyteOfMemory + (disk / sets) * price.gigabyteOfDisk) +
    2 * redisServers * (price.core + 2 * price.gigabyteOfMemory) +
    2 * (2 * price.core + 2 * price.gigabyteOfMemory);

  return {
    members: members.toLocaleString('en'),
    'cached answers/s': shown(load.cached),
    'answers from the database/s': shown(load.uncached),
    'saves/s': shown(load.saves),
    'open sockets': shown(load.sockets),
    'first limit of an instance': first,
    '**instances**': shown(instances),
    'Redis commands/s': shown(load.commands),
    'Redis messages/s, one channel for all': shown(fan.oneChannel.byRedis),
    'Redis messages/s, a channel for each room': shown(fan.perRoom.byRedis),
    'events/s that each instance looks at, one channel': shown(fan.oneChannel.perInstance),
    'and with a channel for each room': shown(fan.perRoom.perInstance),
    '**Redis servers** (each with a replica)': shown(redisServers),
    'cores of the primary': shown(coresOfPrimary),
    [`GB on the disk after ${String(YEARS)} years`]: shown(disk),
    '**replica sets** of three': shown(sets),
    'cores and GB of memory of each of the three': `${shown(cores)}, ${shown(memory)}`,
    'euros a month, by the prices assumed': shown(cost),
    'euros a year and member': ((cost * 12) / members).toFixed(3),
  };
}

/** Of the busiest hour, a second. */
function loadOf(members: number) {
  const saves = perSecond(hour.saves, members);
  const cached = perSecond(hour.hits, members);
  const uncached = perSecond(hour.reads - hour.hits + hour.uncached, members);
  const training = (hour.workouts / SAMPLE) * members * (busyGym.workoutMinutes / 60);
  const sockets = training * busyGym.screens + (hour.visits / SAMPLE) * members * 0.1;
  const liveSets = (training * busyGym.watchedShare * busyGym.setsOfWorkout) / (busyGym.workoutMinutes * 60);
  // A cached answer asks Redis once for itself; an uncached one also for the member's zone, and keeps what it brought; a
  // save forgets, twice, and tells.
  const commands = cached + 3 * uncached + 3 * saves;
  return { saves, cached, uncached, sockets, events: saves + liveSets, commands };
}

function shown(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en');
  if (value < 0.1) return '< 0.1';
  return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
}
