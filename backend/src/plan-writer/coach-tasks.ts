import { builtInExercises } from '@trainer/coach/exercises';
import { catalogueVersion as dishesVersion, dishesFor } from '@trainer/coach/nutrition/catalogue';
import { composeDiet } from '@trainer/coach/nutrition/compose';
import { dishes } from '@trainer/coach/nutrition/dishes';
import { draftDiet } from '@trainer/coach/nutrition/planner';
import { swapped, swapsFor } from '@trainer/coach/nutrition/swaps';
import { verifyDiet } from '@trainer/coach/nutrition/verify';
import { seedOf } from '@trainer/coach/plans/seeded';
import { exercisesFor } from '@trainer/coach/training/catalogue';
import { composeWorkout } from '@trainer/coach/training/compose';
import { draftWorkout } from '@trainer/coach/training/planner';
import { verifyWorkout } from '@trainer/coach/training/verify';
import type { Checked, Fitting, MealOfPlan, PlanAsk } from './port.ts';

/** Another one whenever an exercise changes. */
const exercisesVersion = seedOf(JSON.stringify(builtInExercises)).toString(16);

/** What the worker does, by name. */
export const coachTasks = {
  fitting: (ask: PlanAsk): Fitting =>
    ask.kind === 'diet'
      ? { fits: dishesFor(ask.profile).length, of: dishes.length }
      : { fits: exercisesFor(ask.profile).length, of: builtInExercises.length },

  draft: (ask: PlanAsk) =>
    ask.kind === 'diet' ? draftDiet(ask.profile, ask.seed) : draftWorkout(ask.profile, ask.seed),

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

  swaps: ({ plan, profile, day, meal }: MealOfPlan) => swapsFor(plan, profile, day, meal),

  swapped({ of: { plan, profile, day, meal }, swapId }: { of: MealOfPlan; swapId: string | null }) {
    const changed = swapped(plan, profile, day, meal, swapId);
    return changed && { plan: changed, verdict: verifyDiet(changed, profile) };
  },
};

export type CoachTasks = typeof coachTasks;
