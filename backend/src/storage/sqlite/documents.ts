import type { LoggedExercise, Profile, Settings } from '@trainer/contract/types';

/**
 * What is stored as JSON inside a row carries the version of its shape. A chain leads from every old version to the
 * newest; it is only ever appended to, with a fixture of each version in the tests.
 */
export interface AccountDocument {
  v: 1;
  profile: Profile;
  settings: Settings;
}

export interface WorkoutDocument {
  v: 1;
  exercises: LoggedExercise[];
}

/** From version n to n + 1, at index n − 1. */
type Chain = readonly ((old: never) => unknown)[];
const accountChain: Chain = [];
const workoutChain: Chain = [];

export const writeAccount = (document: Omit<AccountDocument, 'v'>): string => JSON.stringify({ v: 1, ...document });
export const readAccount = (text: string): AccountDocument => upgraded(text, accountChain) as AccountDocument;
export const writeWorkout = (exercises: LoggedExercise[]): string => JSON.stringify({ v: 1, exercises });
export const readWorkout = (text: string): WorkoutDocument => upgraded(text, workoutChain) as WorkoutDocument;

function upgraded(text: string, chain: Chain): unknown {
  let document = JSON.parse(text) as { v: number };
  for (const upgrade of chain.slice(document.v - 1)) document = upgrade(document as never) as { v: number };
  return document;
}
