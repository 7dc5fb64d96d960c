import { exerciseById } from '@trainer/coach/exercises';
import { figuresOf } from '@trainer/coach/sets';
import type { LoggedExercise, LoggedSet, Workout } from '@trainer/contract/types';
import { afterAll, beforeAll } from 'vitest';
import { type Account, type NewAccount, type NewOwnExercise, type NewWorkout, type Owned, ownedBy } from '../port.ts';
import type { Import, Store } from '../port.ts';

export type Open = () => Promise<Store>;

/** The day on which most cases play, a Thursday, and a moment of it. */
export const TODAY = '2026-07-16';
export const NOW = new Date('2026-07-16T08:30:00.000Z');

/** What nobody's id is: some of the right shape, most not. */
export const NO_IDS = ['f'.repeat(24), '', 'nonsense', 'F'.repeat(24), '__proto__', "' OR ''='", '\u0000', '🥞'];

/** A store for all cases of one `describe`; each of them makes people of its own. */
export function opened(open: Open): () => Store {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  return () => store;
}

let people = 0;

export function newAccount(more: Partial<NewAccount> = {}): NewAccount {
  people += 1;
  const username = `person ${String(people)}`;
  return {
    username,
    email: `person.${String(people)}@example.org`,
    role: 'member',
    passwordHash: '$2b$10$hash',
    timeZone: 'UTC',
    ...more,
  };
}

/** Signs somebody up who is not there yet. */
export async function person(store: Store, more: Partial<NewAccount> = {}): Promise<Account> {
  return account(await store.users.add(newAccount(more), NOW));
}

/** What is an account, and nothing that was taken or is missing. */
export function account(result: Awaited<ReturnType<Store['users']['change']>>): Account {
  if (!result || 'taken' in result) throw new Error(`This is no account: ${JSON.stringify(result)}`);
  return result;
}

export const lifted = (weight: number | null, reps: number | null, more: Partial<LoggedSet> = {}): LoggedSet => ({
  type: 'normal',
  reps,
  weight,
  duration: null,
  distance: null,
  rpe: null,
  restSeconds: null,
  note: null,
  ...more,
});

export const logged = (name: string, setLog: LoggedSet[], more: Partial<LoggedExercise> = {}): LoggedExercise => ({
  exerciseId: null,
  name,
  sets: setLog.length,
  reps: null,
  weight: null,
  duration: null,
  note: null,
  superset: null,
  setLog,
  ...more,
});

/** A workout of `localDate`, at noon UTC, with the figures that belong to its exercises. */
export function newWorkout(localDate = TODAY, more: Partial<Omit<NewWorkout, 'figures'>> = {}): NewWorkout {
  const exercises = more.exercises ?? [logged('Row', [lifted(40, 10), lifted(40, 8)])];
  return {
    clientId: null,
    name: 'Morning',
    date: `${localDate}T12:00:00.000Z`,
    localDate,
    totalDuration: 30,
    totalCalories: 120,
    caloriesEstimated: true,
    intensity: 'moderate',
    mood: null,
    notes: null,
    source: 'app',
    ...more,
    exercises,
    figures: figuresOf(exercises, (id) => exerciseById(id)?.slug ?? null),
  };
}

export const imported = (key: string, workout: NewWorkout = newWorkout()): Import['workouts'][number] => ({
  ...workout,
  source: 'import',
  key,
});

export const ownExercise = (name: string, more: Partial<NewOwnExercise> = {}): NewOwnExercise => ({
  name,
  muscleGroup: 'other',
  primaryMuscles: [],
  secondaryMuscles: [],
  equipment: [],
  difficulty: 'intermediate',
  description: '',
  cues: [],
  contraindications: [],
  met: 3.5,
  caloriesBurned: 4.3,
  tracking: 'weight_reps',
  repRange: '',
  restSeconds: 90,
  easier: [],
  harder: [],
  ...more,
});

/** The row as this person's own. */
export function owned<T extends { user: string }>(userId: string, row: T | undefined): Owned<T> {
  const own = ownedBy(userId, row);
  if (!own) throw new Error('This row belongs to somebody else.');
  return own;
}

export async function everyWorkout(store: Store, userId: string): Promise<Workout[]> {
  const workouts: Workout[] = [];
  for await (const workout of store.workouts.all(userId)) workouts.push(workout);
  return workouts;
}
