import type { MuscleGroup } from '@trainer/contract/types';

/** A name for a workout that nobody named: the muscle groups trained, in the order in which they came. */
export function nameOfWorkout(groups: readonly MuscleGroup[]): string {
  const words = [...new Set(groups)].filter((group) => group !== 'other').map((group) => group.replace('-', ' '));
  if (words.length === 0) return 'Workout';
  if (words.length > 3) return 'Full body';
  const [last] = words.slice(-1);
  const text = words.length === 1 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${last ?? ''}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
