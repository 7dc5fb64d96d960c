import { dishesFor } from '@trainer/coach/nutrition/catalogue';
import type { Dish } from '@trainer/coach/nutrition/dishes';
import { isEatenAt, isMainOf } from '@trainer/coach/nutrition/grammar';
import type { DietProfile, TrainingProfile } from '@trainer/coach/plans/types';
import { exercisesFor } from '@trainer/coach/training/catalogue';
import { patternOf } from '@trainer/coach/training/patterns';
import { MEALS } from '@trainer/contract/plan-words';

/**
 * Dishes that the person may eat, without a number: portions and energy are none of the model’s business. `main` are
 * the meals that can be built on it. Fats, and sugar by itself, are left out.
 */
export const dishRows = (profile: DietProfile, startsOn: string) =>
  dishesFor(profile)
    .filter(({ role, meals }) => role !== 'fat' && !(role === 'sweet' && meals.every((meal) => meal === 'condiment')))
    .map((dish) => {
      const meals = MEALS.filter((meal) => isEatenAt(dish, meal));
      const main = meals.filter((meal) => isMainOf(dish.course, meal));
      const regions = dish.regions.filter((region) => !EVERYWHERE.includes(region));
      const marks = marksOf(dish, Number(startsOn.slice(5, 7)));
      return {
        id: dish.slug,
        name: dish.name,
        meals,
        ...(main.length > 0 && { main }),
        role: dish.role,
        course: dish.course,
        ...(regions.length > 0 && { regions }),
        ...(marks.length > 0 && { marks }),
      };
    });

const EVERYWHERE: readonly string[] = ['south-india', 'india'];

function marksOf({ flags, months }: Dish, month: number): string[] {
  return [
    ...(flags.has('high-protein') ? ['protein'] : []),
    ...(flags.has('high-fibre') ? ['fibre'] : []),
    ...(flags.has('deep-fried') ? ['fried'] : []),
    ...(flags.has('added-sugar') ? ['sweet'] : []),
    ...(flags.has('high-sodium') ? ['salty'] : []),
    ...(months?.includes(month) ? ['in season'] : []),
  ];
}

/** Exercises that the person may do with what they have. What is done with care is only marked: why is theirs alone. */
export const exerciseRows = (profile: TrainingProfile) =>
  exercisesFor(profile).map(({ exercise, caution }) => ({
    id: exercise.slug,
    name: exercise.name,
    pattern: patternOf(exercise) ?? exercise.muscleGroup,
    muscles: exercise.primaryMuscles,
    also: exercise.secondaryMuscles,
    level: exercise.difficulty,
    ...(caution !== null && { caution: true }),
  }));
