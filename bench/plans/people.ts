import { ACTIVITIES, ALLERGENS, CONDITIONS, DIETS, EQUIPMENT, GOALS, REGIONS } from '@trainer/contract/plan-words';
import { type Seeded } from '@trainer/coach/plans/seeded';
import type { GivenDietRequest, GivenSuggestionRequest } from '@trainer/contract/types';

const LEVELS = ['beginner', 'intermediate', 'advanced'] as const;
const SEXES = ['female', 'male', null] as const;

/** Up to `most` of a list, more often few than many. */
function some<T>(chance: Seeded, list: readonly T[], most: number): T[] {
  const count = Math.min(chance.below(most + 1), chance.below(most + 1));
  return chance.shuffled(list).slice(0, count);
}

const body = (chance: Seeded) => ({
  age: 18 + chance.below(68),
  sex: chance.pick(SEXES) ?? null,
  height: 145 + chance.below(50),
  fitnessLevel: chance.pick(LEVELS) ?? 'beginner',
  medicalConditions: some(chance, CONDITIONS, 3),
});

/** Somebody who asks for a diet: 18–85 years, 40–140 kg, all diets, allergies, conditions and kitchens. */
export function dietRequest(chance: Seeded, notes: string | null): GivenDietRequest {
  const currentWeight = 40 + chance.below(101);
  const change = chance.below(3) === 0 ? 0 : chance.below(26) - 18;
  return {
    ...body(chance),
    currentWeight,
    targetWeight: Math.max(40, currentWeight + change),
    activity: chance.pick(ACTIVITIES) ?? null,
    goals: some(chance, GOALS, 2),
    dietaryRestrictions: [chance.pick(DIETS) ?? 'vegetarian'],
    allergies: some(chance, ALLERGENS, 4),
    region: chance.pick(REGIONS) ?? null,
    notes,
  };
}

/** Somebody who asks for workouts: 1–7 days of 15–120 minutes, with and without equipment. */
export function workoutRequest(chance: Seeded, notes: string | null): GivenSuggestionRequest {
  const weight = 40 + chance.below(101);
  const own = [[...EQUIPMENT], [], some(chance, EQUIPMENT, EQUIPMENT.length)];
  return {
    ...body(chance),
    weight,
    goals: [...some(chance, GOALS, 2), chance.pick(GOALS) ?? 'strength'],
    targetWeight: chance.below(2) === 0 ? null : Math.max(40, weight - chance.below(12)),
    daysPerWeek: 1 + chance.below(7),
    equipment: chance.pick(own) ?? [],
    minutesPerSession: 15 + 5 * chance.below(22),
    notes,
  };
}
