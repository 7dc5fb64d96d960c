import { EQUIPMENT, type Condition, type HardStop } from '@trainer/contract/plan-words';
import type { FieldError } from '@trainer/contract/errors';
import type { GivenSuggestionRequest } from '@trainer/contract/types';
import type { PastWorkout, ReadRequest, TrainingProfile } from '../plans/types.ts';
import { readConditions, readDiet, readEquipment, readGoals, sayUnknown } from '../plans/words.ts';
import { DAYS_BY_LEVEL, USUAL_MINUTES } from './constants.ts';
import { stopFor } from './stops.ts';

/**
 * A request made into a profile. What was left out follows from the level, or is a whole gym and 45 minutes. Words that
 * map to nothing are refused by name; where a doctor comes first, or the person is under age, the answer says so instead.
 * @param history the member’s own workouts, newest first
 * @param today their local day, `YYYY-MM-DD`; without it breaks are counted up to the newest workout
 */
export function readSuggestionRequest(
  given: GivenSuggestionRequest,
  history: readonly PastWorkout[],
  today?: string,
): ReadRequest<TrainingProfile> {
  const words = wordsOf(given);
  const profile: TrainingProfile = {
    age: given.age,
    sex: given.sex ?? null,
    weight: given.weight,
    height: given.height,
    fitnessLevel: given.fitnessLevel,
    goals: words.goals.length > 0 ? words.goals : ['general fitness'],
    targetWeight: given.targetWeight ?? null,
    medicalConditions: words.conditions,
    daysPerWeek: given.daysPerWeek ?? DAYS_BY_LEVEL[given.fitnessLevel],
    equipment: words.equipment,
    minutesPerSession: given.minutesPerSession ?? USUAL_MINUTES,
    notes: given.notes || null,
    history,
    ...(today !== undefined && { today }),
  };
  const stop = stopFor(profile, words.hardStops);
  if (stop) return { stop };
  return words.wrong.length > 0 ? { wrong: words.wrong } : { profile };
}

function wordsOf(given: GivenSuggestionRequest) {
  const goals = readGoals(given.goals);
  const health = readConditions(given.medicalConditions);
  // Not needed for exercise, but a condition that is named among them counts all the same.
  const diet = readDiet(given.dietaryRestrictions);
  const equipment = given.equipment == null ? null : readEquipment(given.equipment);
  const wrong: FieldError[] = [
    ...goals.unknown.map((word) => ({ path: 'goals', message: sayUnknown(word, 'plan for it') })),
    ...health.unknown.map((word) => ({ path: 'medicalConditions', message: sayUnknown(word, 'take care of it') })),
    ...diet.unknown.map((word) => ({ path: 'dietaryRestrictions', message: sayUnknown(word, 'keep to it') })),
    ...(equipment?.unknown ?? []).map((word) => ({ path: 'equipment', message: sayUnknown(word, 'plan with it') })),
  ];
  return {
    goals: goals.known,
    conditions: once<Condition>([...health.known, ...diet.conditions]),
    hardStops: once<HardStop>([...health.hardStops, ...diet.hardStops]),
    equipment: equipment?.known ?? [...EQUIPMENT],
    wrong,
  };
}

const once = <T>(values: readonly T[]): T[] => [...new Set(values)];
