import type { Exercise } from '@trainer/contract/types';

/** What a person may have at hand; the words of the exercises are mapped onto these. */
export const EQUIPMENT = [
  'barbell',
  'dumbbell',
  'kettlebell',
  'bench',
  'rack',
  'cable',
  'machine',
  'pull-up bar',
  'stationary bike',
] as const;

/** Found in every home, or done without. */
const ALWAYS = /^(bodyweight|mat|none|chair|bench or wall|low bar)|optional$|bodyweight/;

/** Whether an exercise can be done with these things; with none named, any can. */
export function canDo({ equipment }: Pick<Exercise, 'equipment'>, things: readonly string[]): boolean {
  if (things.length === 0) return true;
  return equipment.every(
    (needed) =>
      ALWAYS.test(needed) ||
      needed
        .split(/, | or /)
        .some((choice) => things.some((thing) => choice.includes(thing)) || choice === 'rope' || choice === 'bar'),
  );
}
