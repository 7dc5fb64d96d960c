import type { LoggedExercise, LoggedSet } from '@trainer/contract/types';

/** What of an exercise follows from its log. `weight` kg, `duration` minutes. */
export interface Summary {
  sets: number;
  reps: number | null;
  weight: number | null;
  duration: number | null;
}

/** The best set of one exercise in one workout; null where there is none that counts. */
export interface Best {
  key: string;
  name: string;
  slug: string | null;
  weight: number | null;
  weightReps: number | null;
  reps: number | null;
}

/** Numbers beyond these are kept as they came, but no record is made of a slip of the finger. */
const MOST_KG = 1000;
const MOST_REPS = 10_000;

/**
 * What a log says by itself: sets, the heaviest weight, the most reps at it (or the most reps, where nothing was lifted)
 * and the minutes of its timed sets, to a hundredth. Warm-ups count only where there is nothing else; their time counts.
 */
export function fromSetLog(setLog: readonly LoggedSet[]): Summary {
  const working = setLog.some(isWorking) ? setLog.filter(isWorking) : setLog;
  const weight = most(working.map((set) => set.weight));
  const atWeight = weight === null ? working : working.filter((set) => set.weight === weight);
  const seconds = setLog.reduce((sum, set) => sum + (set.duration ?? 0), 0);
  return {
    sets: working.length,
    weight,
    reps: most(atWeight.map((set) => set.reps)),
    duration: seconds > 0 ? Math.round((seconds / 60) * 100) / 100 : null,
  };
}

/**
 * What statistics keep of a workout: sets, volume in kg × reps to a hundredth, and the best set of each exercise, in the
 * order in which they came. Warm-ups and timed sets give neither volume nor a best; assisted exercises write the help as
 * weight and give no best.
 * @param slugOf the slug of a built-in exercise, null for anything else
 */
export function figuresOf(
  exercises: readonly LoggedExercise[],
  slugOf: (exerciseId: string) => string | null,
): { sets: number; volume: number; bests: Best[] } {
  const bests = new Map<string, Best>();
  let [sets, volume] = [0, 0];
  for (const exercise of exercises) {
    sets += exercise.sets;
    const counted = setsOf(exercise).filter(({ reps, weight }) => reps > 0 && reps <= MOST_REPS && weight <= MOST_KG);
    volume += counted.reduce((sum, set) => sum + set.reps * set.weight, 0);
    if (counted.length > 0 && !/assisted/i.test(exercise.name)) noteBest(bests, exercise, counted, slugOf);
  }
  return { sets, volume: Math.round(volume * 100) / 100, bests: [...bests.values()] };
}

/** One best for each key, in the order in which the keys came: what is left to do where two turn out to be one exercise. */
export function joinBests(bests: readonly Best[]): Best[] {
  const byKey = new Map<string, Best>();
  for (const best of bests) {
    const known = byKey.get(best.key);
    byKey.set(best.key, known ? joined(known, best) : best);
  }
  return [...byKey.values()];
}

function joined(one: Best, other: Best): Best {
  const weight = most([one.weight, other.weight]);
  const atIt = [one, other].filter((best) => weight !== null && best.weight === weight);
  return { ...one, weight, weightReps: most(atIt.map((best) => best.weightReps)), reps: most([one.reps, other.reps]) };
}

interface CountedSet {
  reps: number;
  weight: number;
}

function noteBest(
  bests: Map<string, Best>,
  exercise: LoggedExercise,
  sets: readonly CountedSet[],
  slugOf: (id: string) => string | null,
): void {
  const key = exercise.exerciseId ?? fold(exercise.name);
  const best = bests.get(key) ?? {
    key,
    name: exercise.name,
    slug: exercise.exerciseId === null ? null : slugOf(exercise.exerciseId),
    weight: null,
    weightReps: null,
    reps: null,
  };
  for (const { reps, weight } of sets) {
    best.reps = Math.max(best.reps ?? 0, reps);
    if (weight <= 0 || weight < (best.weight ?? 0)) continue;
    best.weightReps = weight === best.weight ? Math.max(best.weightReps ?? 0, reps) : reps;
    best.weight = weight;
  }
  bests.set(key, best);
}

function setsOf(exercise: LoggedExercise): CountedSet[] {
  const { setLog, sets, reps, weight } = exercise;
  if (setLog.length > 0)
    return setLog.filter(isWorking).map((set) => ({ reps: set.reps ?? 0, weight: set.weight ?? 0 }));
  return Array.from({ length: sets }, () => ({ reps: reps ?? 0, weight: weight ?? 0 }));
}

const isWorking = (set: LoggedSet): boolean => set.type !== 'warmup';

function most(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null && value > 0) as number[];
  return known.length > 0 ? Math.max(...known) : null;
}

/** How names of exercises are compared: NFC, trimmed, spaces collapsed, without regard to case. */
export const fold = (name: string): string =>
  // Twice, for lower case can part what was one character: J̌ has no lower case of its own, ǰ is one.
  name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase().normalize('NFC');
