/** Assumed until a weight is known; the page says so. */
export const DEFAULT_WEIGHT_KG = 70;
/** MET of resistance training with several exercises of 8–15 reps (2024 Adult Compendium, 02054). */
export const DEFAULT_MET = 3.5;
/** From this age the Older Adult Compendium has MET values of its own; only the adult ones are known here. */
const OLDER_FROM = 60;

/** Seconds of one repetition, down and up, where nobody timed it. */
export const SECONDS_A_REP = 4;
const REPS_A_SET = 10;
const DEFAULT_REST_SECONDS = 90;

/**
 * Energy of one exercise, kcal: MET × 3.5 × kg / 200 × min, gross (2024 Adult Compendium; the resting part included).
 * @param minutes time under the exercise, rests included; 0 gives 0
 * @throws RangeError for a negative or non-finite value
 */
export function exerciseEnergy(met: number, weightKg: number, minutes: number): number {
  for (const value of [met, weightKg, minutes]) {
    if (!Number.isFinite(value) || value < 0)
      throw new RangeError(`${String(value)} is no amount that energy can be worked out from`);
  }
  return ((met * 3.5 * weightKg) / 200) * minutes;
}

/** As exercises show it: kcal a minute for a person of 70 kg, to a tenth. */
export const kcalPerMinute = (met: number): number => Math.round(exerciseEnergy(met, DEFAULT_WEIGHT_KG, 1) * 10) / 10;

export interface ExerciseLoad {
  met: number;
  sets: number;
  /** of one set */
  workSeconds: number;
  /** after one set */
  restSeconds: number;
}

export interface Energy {
  /** A whole number: the rounded sum of `perExercise`. */
  kcal: number;
  perExercise: number[];
  /** No weight was known, so it is that of a person of 70 kg. */
  weightAssumed: boolean;
  /** The person is 60 or older, and the MET values are those of younger adults. */
  adultMet: boolean;
}

/**
 * Energy of a session: its minutes are split over the exercises by sets × (work + rest), because the Compendium's values
 * for lifting are averages over the whole session, rests included.
 * @param minutes of the whole session
 * @param weightKg null: 70 kg
 */
export function caloriesOf(session: {
  exercises: readonly ExerciseLoad[];
  minutes: number;
  weightKg: number | null;
  age?: number | null;
}): Energy {
  const { exercises, minutes, weightKg, age } = session;
  const shares = exercises.map((one) => one.sets * (one.workSeconds + one.restSeconds));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const perExercise = exercises.map((one, i) => {
    const share = whole > 0 ? (shares[i] ?? 0) / whole : 1 / exercises.length;
    return exerciseEnergy(one.met, weightKg ?? DEFAULT_WEIGHT_KG, minutes * share);
  });
  return {
    kcal: Math.round(perExercise.reduce((sum, kcal) => sum + kcal, 0)),
    perExercise,
    weightAssumed: weightKg === null,
    adultMet: (age ?? 0) >= OLDER_FROM,
  };
}

interface LoggedSet {
  reps?: number | null;
  duration?: number | null;
}

/** A logged exercise, as far as energy goes. `duration` is its minutes where it is timed; that of a set is seconds. */
export interface Logged {
  exerciseId?: string | null;
  name: string;
  sets?: number | null;
  reps?: number | null;
  duration?: number | null;
  setLog?: readonly LoggedSet[];
}

/** What is known of an exercise; undefined where it is nobody's. */
export type Known = (exercise: Logged) => { met: number; restSeconds: number } | undefined;

/** Energy of a logged workout: what the page previews and what the server stores, worked out by the same function. */
export function energyOfWorkout(
  workout: { exercises: readonly Logged[]; totalDuration: number },
  known: Known,
  weightKg: number | null,
  age: number | null = null,
): Energy {
  return caloriesOf({
    exercises: workout.exercises.map((one) => loadOf(one, known(one))),
    minutes: workout.totalDuration,
    weightKg,
    age,
  });
}

/** Minutes of a workout that nobody timed, 1–240: work and rest of each set. */
export function minutesOf(exercises: readonly Logged[], known: Known): number {
  const seconds = exercises
    .map((one) => loadOf(one, known(one)))
    .reduce((sum, load) => sum + load.sets * (load.workSeconds + load.restSeconds), 0);
  return Math.min(240, Math.max(1, Math.round(seconds / 60)));
}

function loadOf(logged: Logged, known: ReturnType<Known>): ExerciseLoad {
  const log = logged.setLog ?? [];
  const sets = log.length || logged.sets || 1;
  // A log that is not timed may belong to an exercise that is, as a run of which only the distance was noted.
  const timed = log.some((set) => set.duration) ? null : secondsASet(logged.duration, sets);
  const work =
    log.length > 0 ? log.map((set) => workOf(set.reps, set.duration || timed)) : [workOf(logged.reps, timed)];
  return {
    met: known?.met ?? DEFAULT_MET,
    sets,
    workSeconds: work.reduce((sum, seconds) => sum + seconds, 0) / work.length,
    restSeconds: known?.restSeconds ?? DEFAULT_REST_SECONDS,
  };
}

const secondsASet = (minutes: number | null | undefined, sets: number): number | null =>
  minutes == null ? null : (minutes * 60) / sets;

const workOf = (reps: number | null | undefined, seconds: number | null | undefined): number =>
  seconds || (reps ?? REPS_A_SET) * SECONDS_A_REP;
