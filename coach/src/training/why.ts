import type { BuiltInExercise } from '../exercises.ts';
import { listed } from './cautions.ts';
import { directMuscles, isStrength } from './muscles.ts';
import { type Pattern, patternOf } from './patterns.ts';

const WHY: Readonly<Record<Pattern, string>> = {
  squat: 'Thighs and glutes in one movement.',
  hinge: 'Trains the back of the legs, which squats leave out.',
  'horizontal push': 'The main push, for chest and triceps.',
  'horizontal pull': 'As many pulls as pushes keep shoulders happy.',
  'vertical push': 'Presses overhead, for shoulders and triceps.',
  'vertical pull': 'Pulls from above, for the wide muscles of the back.',
  core: 'A trunk that holds still helps every other lift.',
};

/** Why an exercise is in a plan, where nobody else says it. */
export function whyOf(exercise: BuiltInExercise): string {
  const pattern = patternOf(exercise);
  if (pattern) return WHY[pattern];
  if (exercise.slug === 'surya-namaskar') return 'Moves every joint with the breath, as mobility and light cardio.';
  if (!isStrength(exercise)) return 'Counts in full towards the active minutes of your week.';
  return `Trains ${listed(directMuscles(exercise))} directly, which the larger lifts reach only in part.`;
}
