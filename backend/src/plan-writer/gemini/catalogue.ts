import { builtInExercises } from '@trainer/coach/exercises';
import { dishesFor } from '@trainer/coach/nutrition/catalogue';
import type { Dish } from '@trainer/coach/nutrition/dishes';
import type { DietProfile, TrainingProfile } from '@trainer/coach/plans/types';

/** Dishes that the person may eat, without a number: portions and energy are none of the model’s business. */
export const dishRows = (profile: DietProfile, startsOn: string) =>
  dishesFor(profile)
    .filter(({ role }) => role !== 'fat')
    .map((dish) => {
      const regions = dish.regions.filter((region) => !EVERYWHERE.includes(region));
      const marks = marksOf(dish, Number(startsOn.slice(5, 7)));
      return {
        id: dish.slug,
        name: dish.name,
        meals: dish.meals,
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

export function exerciseRows(_profile: TrainingProfile) {
  return builtInExercises.map(({ slug, name, primaryMuscles, secondaryMuscles, mechanics, force, difficulty }) => ({
    id: slug,
    name,
    muscles: primaryMuscles,
    also: secondaryMuscles,
    how: `${mechanics} ${force}`,
    level: difficulty,
  }));
}
