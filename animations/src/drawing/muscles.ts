/** The muscles that one exercise lights, as the exercises name them. */
export interface Lit {
  readonly primary: readonly string[];
  readonly secondary: readonly string[];
}
export type Level = 'primary' | 'secondary';

/** Words that stand for several muscles of the drawing. */
const STANDS_FOR: Readonly<Record<string, readonly string[]>> = {
  shoulders: ['front deltoids', 'side deltoids'],
  trapezius: ['upper trapezius', 'middle trapezius'],
};
/** It has no place of its own on the body: a heart stands for it. */
export const CIRCULATION = 'cardiovascular system';

export function litBy(exercise: { primaryMuscles: readonly string[]; secondaryMuscles: readonly string[] }): Lit {
  const primary = exercise.primaryMuscles.flatMap(drawnAs);
  const secondary = exercise.secondaryMuscles.flatMap(drawnAs).filter((muscle) => !primary.includes(muscle));
  return { primary, secondary };
}

const drawnAs = (muscle: string): readonly string[] => STANDS_FOR[muscle] ?? [muscle];

export const levelOf = (lit: Lit, muscle: string): Level | undefined =>
  lit.primary.includes(muscle) ? 'primary' : lit.secondary.includes(muscle) ? 'secondary' : undefined;
