import { daysBetween } from '@trainer/coach/days';
import { exerciseById } from '@trainer/coach/exercises';
import type { DietProfile, TrainingProfile } from '@trainer/coach/plans/types';
import { figuresOf } from '@trainer/coach/sets';

/** What is told of a person: what a plan depends on, rounded, and nothing that says who they are. */
export function eater(profile: DietProfile, startsOn: string) {
  const { currentWeight: now, targetWeight: wanted } = profile;
  return {
    ...body(profile, now),
    goal_for_weight: wanted <= now - 1 ? 'lose' : wanted >= now + 1 ? 'gain' : 'keep',
    goals: profile.goals,
    activity: profile.activity,
    diet: profile.diet,
    allergies: profile.allergies,
    without: profile.without,
    region: profile.region,
    conditions: profile.medicalConditions,
    month: MONTHS[Number(startsOn.slice(5, 7)) - 1] ?? null,
  };
}

export function trainee(profile: TrainingProfile) {
  return {
    ...body(profile, profile.weight),
    goals: profile.goals,
    conditions: profile.medicalConditions,
    equipment: profile.equipment,
    training_days: profile.daysPerWeek,
    minutes_per_session: profile.minutesPerSession,
  };
}

const MOST_RECENT = 24;

/** Built-in exercises of the last workouts, each the last time that it came, with its best set. Names that a person made are left out. */
export function recent({ history }: TrainingProfile, today: string) {
  const rows = new Map<string, object>();
  for (const { exercises, localDate } of history) {
    const { bests } = figuresOf(exercises, slugOf);
    for (const { exerciseId } of exercises) {
      const slug = exerciseId && slugOf(exerciseId);
      if (!slug || rows.has(slug) || rows.size >= MOST_RECENT) continue;
      const best = bests.find((one) => one.slug === slug);
      rows.set(slug, {
        exercise: slug,
        days_ago: Math.max(0, daysBetween(localDate, today)),
        ...(best?.weight != null && { kg: best.weight, reps: best.weightReps }),
        ...(best?.weight == null && best?.reps != null && { reps: best.reps }),
      });
    }
  }
  return [...rows.values()];
}

const slugOf = (id: string): string | null => exerciseById(id)?.slug ?? null;

const body = (
  { age, sex, height, fitnessLevel }: Pick<DietProfile, 'age' | 'sex' | 'height' | 'fitnessLevel'>,
  weight: number,
) => ({
  age_band: ageBand(age),
  sex,
  height_cm: toFives(height),
  weight_kg: toFives(weight),
  fitness_level: fitnessLevel,
});

const toFives = (value: number): number => Math.round(value / 5) * 5;

function ageBand(age: number): string {
  if (age < 25) return '18-24';
  if (age >= 75) return '75 and over';
  const from = Math.floor((age - 5) / 10) * 10 + 5;
  return `${String(from)}-${String(from + 9)}`;
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
