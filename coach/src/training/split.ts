import type { BuiltInExercise } from '../exercises.ts';
import { directMuscles, isStrength } from './muscles.ts';
import { isPull, patternOf } from './patterns.ts';

/** What a day is for; several days of a kind train the same. */
export type DayKind = 'full' | 'upper' | 'lower' | 'push' | 'pull' | 'legs';

export const FOCUS: Readonly<Record<DayKind | 'cardio' | 'mobility' | 'rest', string>> = {
  full: 'Full body',
  upper: 'Upper body',
  lower: 'Lower body',
  push: 'Push',
  pull: 'Pull',
  legs: 'Legs',
  cardio: 'Cardio',
  mobility: 'Mobility',
  rest: 'Rest',
};

/** One training day: 1 is Monday. */
export interface TrainingDay {
  day: number;
  focus: string;
  slugs: string[];
}

interface Split {
  /** Kinds by weekday, and the days that are taken next for cardio and mobility. */
  readonly days: readonly (readonly [day: number, kind: DayKind])[];
  readonly next: readonly number[];
}

const FULL: readonly Split[] = [
  { days: [[1, 'full']], next: [4, 6, 2, 5, 3, 7] },
  {
    days: [
      [1, 'full'],
      [4, 'full'],
    ],
    next: [6, 2, 5, 3, 7],
  },
  {
    days: [
      [1, 'full'],
      [3, 'full'],
      [5, 'full'],
    ],
    next: [6, 2, 4, 7],
  },
];
const UPPER_LOWER: Split = {
  days: [
    [1, 'upper'],
    [2, 'lower'],
    [4, 'upper'],
    [5, 'lower'],
  ],
  next: [6, 3, 7],
};
const PUSH_PULL_LEGS: readonly Split[] = [
  {
    days: [
      [1, 'push'],
      [2, 'pull'],
      [3, 'legs'],
      [5, 'upper'],
      [6, 'lower'],
    ],
    next: [7, 4],
  },
  {
    days: [
      [1, 'push'],
      [2, 'pull'],
      [3, 'legs'],
      [4, 'push'],
      [5, 'pull'],
      [6, 'legs'],
    ],
    next: [7],
  },
];

/** The split that spreads these exercises over so many days of strength, and the days that stay free for cardio. */
export function splitFor(
  exercises: readonly BuiltInExercise[],
  strengthDays: number,
): { days: TrainingDay[]; next: readonly number[] } {
  const strength = exercises.filter(isStrength).sort(inTrainingOrder);
  if (strength.length === 0) return { days: [], next: [1, 3, 5, 6, 2, 4, 7] };
  for (const split of candidates(strengthDays)) {
    const days = filled(split, strength);
    if (days) return { days, next: split.next };
  }
  const [once] = FULL as [Split];
  return { days: filled(once, strength) ?? [], next: once.next };
}

function candidates(strengthDays: number): Split[] {
  const full = FULL.slice(0, Math.max(1, Math.min(3, strengthDays))).reverse();
  return [
    ...(strengthDays >= 6 ? PUSH_PULL_LEGS.slice(1) : []),
    ...(strengthDays >= 5 ? PUSH_PULL_LEGS.slice(0, 1) : []),
    ...(strengthDays >= 4 ? [UPPER_LOWER] : []),
    ...full,
  ];
}

const LEAST_A_DAY = 2;

/** Undefined where an exercise has no day, a day has next to nothing, or a muscle gets no rest. */
function filled(split: Split, strength: readonly BuiltInExercise[]): TrainingDay[] | undefined {
  const kinds = new Set(split.days.map(([, kind]) => kind));
  const whole = kinds.has('full');
  const of = (kind: DayKind) => strength.filter((exercise) => whole || belongs(exercise, kind));
  const placed = new Set([...kinds].flatMap((kind) => of(kind)));
  if (placed.size < strength.length) return undefined;
  if (!whole && [...kinds].some((kind) => of(kind).length < LEAST_A_DAY)) return undefined;
  const days = split.days.map(([day, kind]) => ({ day, focus: FOCUS[kind], slugs: of(kind).map(({ slug }) => slug) }));
  const muscles = new Map(split.days.map(([day, kind]) => [day, of(kind).flatMap(directMuscles)]));
  return tooSoon(muscles).length === 0 ? days : undefined;
}

const LEGS = new Set<string>(['quadriceps', 'hamstrings', 'glutes', 'calves']);

function belongs(exercise: BuiltInExercise, kind: DayKind): boolean {
  const direct = directMuscles(exercise);
  const lower = direct.some((muscle) => LEGS.has(muscle));
  const upper = direct.some((muscle) => !LEGS.has(muscle) && muscle !== 'core' && muscle !== 'lower back');
  // What trains both halves at once, as a burpee does, fits no half of a week.
  if (lower && upper) return false;
  const trunk = !lower && !upper;
  if (kind === 'lower' || kind === 'legs') return lower || trunk;
  if (!upper) return false;
  const pulls = isPull(exercise) || direct.includes('biceps');
  return kind === 'upper' || (kind === 'pull' ? pulls : !pulls);
}

/**
 * Muscles that are trained directly on two days running, of which Sunday and Monday are two.
 * @param muscles what each weekday (1–7) trains directly
 */
export function tooSoon(muscles: ReadonlyMap<number, readonly string[]>): { day: number; muscle: string }[] {
  return [...muscles].flatMap(([day, trained]) => {
    const next = muscles.get((day % 7) + 1) ?? [];
    return [...new Set(trained.filter((muscle) => next.includes(muscle)))].map((muscle) => ({ day, muscle }));
  });
}

/** Large before small, compound before isolation, trunk and then cardio last. */
export function inTrainingOrder(a: BuiltInExercise, b: BuiltInExercise): number {
  return place(a) - place(b);
}

const ORDER = ['squat', 'horizontal push', 'horizontal pull', 'hinge', 'vertical push', 'vertical pull'];

function place(exercise: BuiltInExercise): number {
  if (!isStrength(exercise)) return 20;
  const pattern = patternOf(exercise);
  if (pattern === 'core') return 15;
  if (exercise.mechanics === 'isolation') return 10;
  return pattern ? ORDER.indexOf(pattern) : 8;
}
