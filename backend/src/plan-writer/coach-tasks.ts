import { builtInExercises } from '@trainer/coach/exercises';
import { catalogueVersion as dishesVersion, dishesFor } from '@trainer/coach/nutrition/catalogue';
import { composeDiet } from '@trainer/coach/nutrition/compose';
import { dishes } from '@trainer/coach/nutrition/dishes';
import { draftDiet } from '@trainer/coach/nutrition/planner';
import { profileOf, readDietRequest } from '@trainer/coach/nutrition/request';
import { shoppingList } from '@trainer/coach/nutrition/shopping';
import { swapped, swapsFor } from '@trainer/coach/nutrition/swaps';
import { dietTargets } from '@trainer/coach/nutrition/targets';
import { verifyDiet } from '@trainer/coach/nutrition/verify';
import { seedOf } from '@trainer/coach/plans/seeded';
import { exercisesFor } from '@trainer/coach/training/catalogue';
import { composeWorkout } from '@trainer/coach/training/compose';
import { draftWorkout } from '@trainer/coach/training/planner';
import { readSuggestionRequest } from '@trainer/coach/training/request';
import { verifyWorkout } from '@trainer/coach/training/verify';
import type { DietProfile } from '@trainer/coach/plans/types';
import type { DietTarget, GivenDietRequest } from '@trainer/contract/types';
import type { Checked, CoachWork, Fitting, MealOfPlan, PlanAsk } from './port.ts';

/** Another one whenever an exercise changes. */
const exercisesVersion = seedOf(JSON.stringify(builtInExercises)).toString(16);

/** What the worker does, by name. */
export const coachTasks = {
  /** Being asked at all is what it is for. */
  expect: (_nothing: undefined) => true,

  readDiet: (given: GivenDietRequest) => readDietRequest(given),
  readWorkout: ({ given, history, today }: Parameters<CoachWork['readWorkout']>[0]) =>
    readSuggestionRequest(given, history, today),

  target(profile: DietProfile): DietTarget {
    const { targets, working, paceKg, weeks } = dietTargets(profile);
    return { targets, working, paceKg, weeks };
  },

  fitting: (ask: PlanAsk): Fitting =>
    ask.kind === 'diet'
      ? { fits: dishesFor(ask.profile).length, of: dishes.length }
      : { fits: exercisesFor(ask.profile).length, of: builtInExercises.length },

  draft: (ask: PlanAsk) =>
    ask.kind === 'diet' ? draftDiet(ask.profile, ask.seed, ask.startsOn) : draftWorkout(ask.profile, ask.seed),

  check({ ask, draft }: { ask: PlanAsk; draft: unknown }): Checked {
    if (ask.kind === 'diet') {
      const composed = composeDiet(draft, ask.profile, ask);
      const verdict = composed.plan && verifyDiet(composed.plan, ask.profile);
      return { ...composed, verdict, catalogueVersion: dishesVersion };
    }
    const composed = composeWorkout(draft, ask.profile, ask);
    const verdict = composed.plan && verifyWorkout(composed.plan, ask.profile);
    return { ...composed, verdict, catalogueVersion: exercisesVersion };
  },

  swaps: ({ plan, request, day, meal }: MealOfPlan) => swapsFor(plan, profileOf(request), day, meal),

  swapped({ of: { plan, request, day, meal }, swapId }: { of: MealOfPlan; swapId: string | null }) {
    const profile = profileOf(request);
    const changed = swapped(plan, profile, day, meal, swapId);
    return changed && { plan: changed, verdict: verifyDiet(changed, profile) };
  },

  shopping: shoppingList,
};

export type CoachTasks = typeof coachTasks;
