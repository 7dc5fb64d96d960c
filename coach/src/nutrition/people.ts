import { ACTIVITIES, ALLERGENS, CONDITIONS, DIETS, REGIONS } from '@trainer/contract/plan-words';
import type { GivenDietRequest } from '@trainer/contract/types';
import type { Seeded } from '../plans/seeded.ts';
import type { DietProfile } from '../plans/types.ts';

/** People for tests and for measuring: nobody real. */

/** A woman of 29 with 62.4 kg who wants to come to 58, vegetarian, in Tamil Nadu. */
export const aPerson = (change: Partial<DietProfile> = {}): DietProfile => ({
  age: 29,
  sex: 'female',
  currentWeight: 62.4,
  targetWeight: 58,
  height: 160,
  fitnessLevel: 'intermediate',
  activity: 'moderate',
  goals: ['weight loss'],
  diet: 'vegetarian',
  allergies: [],
  without: [],
  withoutKeys: [],
  region: 'tamil-nadu',
  medicalConditions: [],
  notes: null,
  ...change,
});

/** A request as anybody might send it: all diets, allergies (several, too), conditions, 40–140 kg and 18–85 years. */
export function anyRequest(chance: Seeded): GivenDietRequest {
  const each = <T>(list: readonly T[], share: number) => list.filter(() => chance.next() < share);
  const currentWeight = Math.round(400 + chance.next() * 1000) / 10;
  const change = chance.pick([0, 0, -1, -1, 1] as const) ?? 0;
  return {
    age: 18 + chance.below(68),
    sex: chance.pick(['female', 'male', null] as const) ?? null,
    currentWeight,
    targetWeight: Math.max(30, Math.round(currentWeight + change * chance.next() * 15)),
    height: 145 + chance.below(50),
    fitnessLevel: chance.pick(['beginner', 'intermediate', 'advanced'] as const) ?? 'beginner',
    activity: chance.pick(ACTIVITIES) ?? null,
    goals: chance.pick(['Weight Loss', 'Muscle Gain', 'general fitness', '']) ?? '',
    dietaryRestrictions: [chance.pick(DIETS) ?? 'vegan', ...each(['no onion', 'no garlic', 'no mushroom'], 0.05)],
    allergies: [
      ...each(ALLERGENS, chance.pick([0, 0.1, 0.3]) ?? 0),
      ...each(['jeeragam', 'brinjal', 'toor dal'], 0.05),
    ],
    medicalConditions: each(CONDITIONS, 0.06),
    region: chance.pick(REGIONS) ?? null,
  };
}
