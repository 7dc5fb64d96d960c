import type { BuiltInExercise } from '../exercises.ts';
import { type Seeded, seeded } from '../plans/seeded.ts';
import type { TrainingProfile, WorkoutDraft } from '../plans/types.ts';
import { arrange } from './arrange.ts';
import { exercisesFor } from './catalogue.ts';
import { EXERCISES } from './constants.ts';
import { fittedAt, isCautioned, isInTime, type Person } from './fitted.ts';
import { distanceOf } from './grow.ts';
import { isStrength } from './muscles.ts';
import { patternOf } from './patterns.ts';
import { countFor, pickExercises } from './pick.ts';
import { regimeOf } from './regime.ts';
import type { TrainingDay } from './split.ts';
import { whyOf } from './why.ts';

/**
 * The built-in writer: the same profile and seed give the same draft. Of several weeks it takes the one whose sets come
 * nearest to their bands, with the most ways to move and the fewest exercises that ask for caution.
 */
export function draftWorkout(profile: TrainingProfile, seed: number): WorkoutDraft {
  const chance = seeded(seed);
  const allowed = exercisesFor(profile);
  const person: Person = {
    profile,
    regime: regimeOf(profile),
    allowed: new Map(allowed.map((one) => [one.exercise.slug, one])),
  };
  const weeks = countsFor(person).flatMap((count) =>
    Array.from({ length: TRIES }, () => weekOf(person, count, chance)),
  );
  const [best] = weeks.sort((a, b) => a.cost - b.cost);
  const { exercises, days } = best ?? weekOf(person, EXERCISES[0], chance);
  return {
    title: '',
    summary: '',
    exercises: exercises.map((exercise) => ({ slug: exercise.slug, why: whyOf(exercise) })),
    days: days.map(({ day, focus, slugs }) => ({ day, focus, exercises: slugs })),
    notes: [],
  };
}

interface Week {
  exercises: BuiltInExercise[];
  days: TrainingDay[];
  cost: number;
}

/** Weeks of each size that are tried; with more, they come to resemble each other. */
const TRIES = 2;

/** What is usual for these minutes, and one more or less. */
function countsFor({ profile, regime }: Person): number[] {
  const [least, most] = EXERCISES;
  const usual = countFor(profile, regime);
  return [usual, usual - 1, usual + 1].filter((count) => count >= least && count <= most);
}

function weekOf(person: Person, count: number, chance: Seeded): Week {
  const { profile, regime } = person;
  const allowed = [...person.allowed.values()];
  const exercises = pickExercises(profile, regime, allowed, chance, count);
  const days = arrange(exercises, profile, regime, allowed);
  const week = fittedAt(days, person, 1);
  const patterns = new Set(exercises.flatMap((exercise) => patternOf(exercise) ?? []));
  const cautioned = exercises.filter((exercise) => isCautioned(exercise, person)).length;
  const strength = exercises.filter(isStrength).length;
  const strengthDays = week.sheet.days.filter((day) => day.items.some((item) => isStrength(item.exercise))).length;
  const cost =
    distanceOf(week.sheet, regime) +
    COST.tightness * week.tightness +
    COST.caution * cautioned +
    COST.cardio * (exercises.length - strength) +
    COST.fewerDays * Math.max(0, regime.strengthDays - strengthDays) -
    COST.pattern * patterns.size +
    (isInTime(week, person) ? 0 : COST.late);
  return { exercises, days, cost };
}

/** In sets a week that a muscle lacks, of which each costs 2. */
const COST = { pattern: 3, caution: 2, tightness: 2, cardio: 4, fewerDays: 4, late: 1000 } as const;
