import type { Exercise } from '@trainer/contract/types';

type Needs = Pick<Exercise, 'equipment'> | { readonly equipment: readonly string[] };

/** Found in every home, or done without. */
const ALWAYS = /^(bodyweight|mat|none|chair|bench or wall|low bar)|optional$|bodyweight/;
/** Hang on every cable. */
const HANDLES = ['rope', 'bar'];

/**
 * Whether an exercise can be done with these things and what every home has; with an empty list, with the latter alone.
 * @param things words of EQUIPMENT; the words of the exercises are mapped onto them
 */
export function canDo({ equipment }: Needs, things: readonly string[]): boolean {
  return equipment.every(
    (needed) =>
      ALWAYS.test(needed) ||
      needed
        .split(/, | or /)
        .some((choice) => HANDLES.includes(choice) || things.some((thing) => choice.includes(thing))),
  );
}

/** For a person who may have named nothing yet: then it is not known what they have, and everything can be done. */
export const canDoWithNamed = (exercise: Needs, named: readonly string[]): boolean =>
  named.length === 0 || canDo(exercise, named);
