import type { Exercise, NewOwnExercise, OwnExercise } from './port.ts';

/** An own exercise as it is stored and shown. */
export const exerciseMade = (
  owner: string,
  _id: string,
  exercise: NewOwnExercise,
  gifUrl: string | undefined,
  at: Date,
): Exercise => ({
  ...exercise,
  _id,
  slug: null,
  owner,
  createdAt: at.toISOString(),
  ...(gifUrl !== undefined && { gifUrl }),
});

/** The same exercise with other words; who made it, and when, stays. */
export const exerciseAfter = (
  { _id, owner }: OwnExercise,
  before: Exercise,
  to: NewOwnExercise,
  gifUrl: string | undefined,
): Exercise => exerciseMade(owner, _id, to, gifUrl, new Date(before.createdAt));
