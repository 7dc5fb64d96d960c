import type { BuiltInExercise } from '../exercises.ts';
import type { TrainingProfile } from '../plans/types.ts';
import type { Seeded } from '../plans/seeded.ts';
import type { AllowedExercise } from './catalogue.ts';
import { EXERCISES } from './constants.ts';
import { isEachSide, ownRange } from './dose.ts';
import { evidenceFor } from './loads.ts';
import { directMuscles, isMajor, isStrength } from './muscles.ts';
import { isPull, isPush, type Pattern, patternOf } from './patterns.ts';
import type { Regime } from './regime.ts';

/** Each of these once, as far as there is room: what a week can least do without stands first. */
const FULL_BODY: readonly Pattern[] = [
  'squat',
  'horizontal push',
  'horizontal pull',
  'hinge',
  'core',
  'vertical pull',
  'vertical push',
];
const HALVES: readonly Pattern[] = [
  'squat',
  'horizontal push',
  'horizontal pull',
  'hinge',
  'vertical pull',
  'core',
  'vertical push',
];

/** The exercises of a week: one of each pattern, then what trains what is left out. Fewer than 5 only where there are no more. */
export function pickExercises(
  profile: TrainingProfile,
  regime: Regime,
  allowed: readonly AllowedExercise[],
  chance: Seeded,
  count = countFor(profile, regime),
): BuiltInExercise[] {
  const worth = new Map(
    allowed.map((one) => [one.exercise.slug, worthOf(one, profile, regime) + chance.next() * VARIETY]),
  );
  const picked: AllowedExercise[] = [];
  const take = (
    from: readonly AllowedExercise[],
    bonus: (one: AllowedExercise) => number = () => 0,
    least = -Infinity,
  ) => {
    const value = (one: AllowedExercise) => (worth.get(one.exercise.slug) ?? 0) + bonus(one);
    const [best] = from
      .filter((one) => !picked.includes(one) && value(one) > least)
      .sort((a, b) => value(b) - value(a));
    if (best) picked.push(best);
    return best !== undefined;
  };
  for (const pattern of regime.strengthDays > 3 ? HALVES : FULL_BODY) {
    if (picked.length >= count) break;
    if (pattern === 'vertical push' && pullsOver(picked) < 1) continue;
    const able = allowed.filter(({ exercise }) => patternOf(exercise) === pattern);
    // A week is whole enough without a vertical pattern: neither is worth a caution.
    const spare = pattern.startsWith('vertical');
    take(spare ? able.filter(({ cautions }) => cautions.length === 0) : able, undefined, TOO_HARD);
  }
  const strength = allowed.filter(({ exercise }) => isStrength(exercise));
  const bonus = (one: AllowedExercise) => addsTo(picked, one, againCost(regime));
  while (picked.length < count && take(strength, bonus, TOO_HARD));
  while (picked.length < EXERCISES[0] && take(strength, bonus));
  while (picked.length < EXERCISES[0] && take(allowed));
  return picked.map(({ exercise }) => exercise);
}

/** How many fit: fewer where a session is short, so that each gets its sets. */
export function countFor({ minutesPerSession, goals }: TrainingProfile, { strengthDays }: Regime): number {
  const aside = goals.every((goal) => goal === 'endurance' || goal === 'mobility');
  if (minutesPerSession <= 20 || aside) return 5;
  if (minutesPerSession < 45) return strengthDays > 1 ? 6 : 5;
  return strengthDays > 3 || minutesPerSession >= 60 ? 7 : 6;
}

const VARIETY = 1;
/** Below, an exercise is taken only where there is nothing else. */
const TOO_HARD = -5;
const LEVELS = ['beginner', 'intermediate', 'advanced'] as const;

/** How many levels an exercise is above a person; less than 0 below. */
export const levelsAbove = (
  { difficulty }: BuiltInExercise,
  { fitnessLevel }: Pick<TrainingProfile, 'fitnessLevel'>,
): number => LEVELS.indexOf(difficulty) - LEVELS.indexOf(fitnessLevel);

function worthOf({ exercise, cautions, easier }: AllowedExercise, profile: TrainingProfile, regime: Regime): number {
  const { goal, row, older, gentle } = regime;
  const above = levelsAbove(exercise, profile);
  const heavy = goal === 'strength' || goal === 'hypertrophy' || goal === 'fat loss';
  const barbell = exercise.equipment.includes('barbell');
  const [own, ownTo] = ownRange(exercise);
  // Two levels above is for nobody, whatever speaks for it.
  let worth = above > 1 ? -20 : above > 0 ? -3.5 : above / 2;
  // What asks for caution gives way to what does not, the more so where it is heavy or names an easier one.
  if (cautions.length > 0) worth -= 2.5 + cautions.length / 2 + (barbell ? 1.5 : 0) + (easier.length > 0 ? 1 : 0);
  if (exercise.tracking === 'weight_reps') worth += heavy ? 1.5 : 0.5;
  if (goal === 'strength' && profile.fitnessLevel !== 'beginner' && barbell) worth += 1;
  if (ownTo < row.reps[0] || own > row.reps[1]) worth -= 1;
  if ((older || gentle) && exercise.equipment.includes('machine')) worth += 0.5;
  if (isEachSide(exercise)) worth -= profile.minutesPerSession < 30 ? 1.5 : 0.5;
  if (exercise.mechanics === 'isolation' && patternOf(exercise) !== 'core') worth -= 1;
  if (exercise.slug === 'burpee' || exercise.slug === 'close-grip-push-up') worth -= 1;
  if (evidenceFor(profile.history, exercise).length > 0) worth += 1.5;
  return worth;
}

/** More for muscles that nothing trains yet, less for a second of a pattern and for pushes without pulls. */
function addsTo(picked: readonly AllowedExercise[], { exercise }: AllowedExercise, again: number): number {
  const trained = new Set(picked.flatMap((one) => directMuscles(one.exercise)));
  const fresh = directMuscles(exercise).filter((muscle) => !trained.has(muscle));
  const worth = fresh.reduce((sum, muscle) => sum + (isMajor(muscle) ? 2 : 1), 0);
  const pattern = patternOf(exercise);
  const second = pattern !== null && picked.some((one) => patternOf(one.exercise) === pattern);
  return (
    Math.min(3, worth) -
    (second ? (isPull(exercise) ? 0.25 : again) : 0) -
    (isPush(exercise) && pullsOver(picked) < 1 ? 4 : 0)
  );
}

/** A second exercise of a pattern is worth less, unless one alone cannot give a muscle the sets of its week. */
const againCost = ({ row, weekly, strengthDays }: Regime): number =>
  row.sets[1] * (strengthDays > 3 ? 2 : strengthDays) < weekly[0] ? -0.5 : 1.5;

const pullsOver = (picked: readonly AllowedExercise[]): number =>
  picked.reduce((sum, { exercise }) => sum + (isPull(exercise) ? 1 : 0) - (isPush(exercise) ? 1 : 0), 0);
