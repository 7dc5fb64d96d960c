import type { FieldError } from '@trainer/contract/errors';
import type { Activity } from '@trainer/contract/plan-words';
import type { DietPlan, GivenDietRequest } from '@trainer/contract/types';
import type { DietProfile, ReadRequest } from '../plans/types.ts';
import type { UnknownWord } from '../plans/said.ts';
import { readAllergies, readConditions, readDiet, readGoals, readRegion, sayUnknown } from '../plans/words.ts';
import { tooNarrow } from './narrow.ts';
import { ingredients } from './ingredients.ts';
import { screenDiet } from './screening.ts';

/**
 * A request of words made into a profile; or why no plan is written for this person; or every word that was not
 * understood, by its field.
 */
export function readDietRequest(given: GivenDietRequest): ReadRequest<DietProfile> {
  const goals = readGoals(given.goals);
  const food = readDiet(given.dietaryRestrictions);
  const allergies = readAllergies(given.allergies);
  const health = readConditions(given.medicalConditions);
  const region = readRegion(given.region);
  const wrong = [
    ...refused('goals', goals.unknown, 'plan for it'),
    ...refused('dietaryRestrictions', food.unknown, 'keep to it'),
    ...refused('allergies', allergies.unknown, 'keep it out'),
    ...refused('medicalConditions', health.unknown, 'respect it'),
    ...refused('region', region.unknown, 'cook from it'),
  ];
  if (wrong.length > 0) return { wrong };
  const profile: DietProfile = {
    age: given.age,
    sex: given.sex ?? null,
    currentWeight: given.currentWeight,
    targetWeight: given.targetWeight,
    height: given.height,
    fitnessLevel: given.fitnessLevel,
    activity: given.activity ?? ACTIVITY_OF[given.fitnessLevel],
    goals: goals.known,
    diet: food.diet ?? allergies.diet ?? 'non-vegetarian',
    allergies: both(food.allergies, allergies.allergies, health.allergies),
    without: both(food.without, allergies.without),
    withoutKeys: both(food.withoutKeys, allergies.withoutKeys),
    region: region.known[0] ?? 'south-india',
    medicalConditions: both(health.known, food.conditions, allergies.conditions),
    notes: given.notes ?? null,
  };
  const stop = screenDiet(profile, both(health.hardStops, food.hardStops, allergies.hardStops));
  const noWeek = stop ?? tooNarrow(profile);
  return noWeek ? { stop: noWeek } : { profile };
}

/** The profile of a plan that is kept. */
export function profileOf(request: DietPlan['request']): DietProfile {
  const kept = new Set(request.without);
  return { ...request, withoutKeys: ingredients.filter(({ name }) => kept.has(name)).map(({ key }) => key) };
}

/** `activity` follows from the fitness level where it is left out. */
const ACTIVITY_OF: Record<GivenDietRequest['fitnessLevel'], Activity> = {
  beginner: 'light',
  intermediate: 'moderate',
  advanced: 'very',
};

const refused = (path: string, unknown: readonly UnknownWord[], purpose: string): FieldError[] =>
  unknown.map((word) => ({ path, message: sayUnknown(word, purpose) }));

const both = <T>(...lists: readonly (readonly T[])[]): T[] => [...new Set(lists.flat())];
