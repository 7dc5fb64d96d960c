import { createSecretKey, randomUUID } from 'node:crypto';
import type { NewWorkout, Store } from '@trainer/backend/storage/port';
import { addDays, localDateOf } from '@trainer/coach/days';
import { builtInExercises, toExercise } from '@trainer/coach/exercises';
import { figuresOf } from '@trainer/coach/sets';
import type { LoggedExercise, User, WorkoutInput } from '@trainer/contract/types';
import bcrypt from 'bcrypt';
import jwt from 'jsonwebtoken';
import { SECRET } from './processes.ts';

export interface Person {
  _id: string;
  email: string;
  token: string;
}

/** The people of a run: the same every time, up to their ids. */
export interface People {
  /** Three workouts a week for ten years. */
  long: Person[];
  /** The same for the last 30 days alone. */
  short: Person[];
}

export const PASSWORD = 'kolam-kolam-7';
const ZONE = 'UTC';
const LONG = 50;
const SHORT = 950;
const LONG_DAYS = 3652;
const SHORT_DAYS = 30;
/** Days of a week with a workout. */
const TRAINING_DAYS = new Set([0, 2, 4]);

const exercises = [
  loggedOf('barbell-back-squat', 5, 100),
  loggedOf('barbell-bench-press', 8, 70),
  loggedOf('lat-pulldown', 10, 50),
];

/** What is saved over and over: three exercises of three sets. */
export const workoutBody = (name: string): WorkoutInput => ({
  name,
  exercises: exercises.map(({ exerciseId, name: exercise, setLog }) => ({ exerciseId, name: exercise, setLog })),
  totalDuration: 45,
});

/** Makes the people of a run in a new store, through its own port. */
export async function makePeople(store: Store): Promise<People> {
  await store.exercises.seed(builtInExercises.map(toExercise));
  const passwordHash = await bcrypt.hash(PASSWORD, 10);
  const add = async (kind: string, count: number, days: number) => {
    const people: Person[] = [];
    for (let i = 0; i < count; i += 1) people.push(await addPerson(store, `${kind} ${String(i)}`, passwordHash, days));
    return people;
  };
  return { long: await add('long', LONG, LONG_DAYS), short: await add('short', SHORT, SHORT_DAYS) };
}

/** Members with the last 30 days of a history, in a store that has the exercises. */
export async function makeMembers(store: Store, count: number): Promise<Person[]> {
  const passwordHash = await bcrypt.hash(PASSWORD, 10);
  const members: Person[] = [];
  for (let i = 0; i < count; i += 1) {
    members.push(await addPerson(store, `member ${String(i)}`, passwordHash, SHORT_DAYS));
  }
  return members;
}

export async function makeTrainer(store: Store, username: string): Promise<Person> {
  return addAccount(store, { username, role: 'trainer', passwordHash: await bcrypt.hash(PASSWORD, 10) }, new Date());
}

async function addPerson(store: Store, username: string, passwordHash: string, days: number): Promise<Person> {
  const now = new Date();
  const person = await addAccount(store, { username, role: 'member', passwordHash }, now);
  const today = localDateOf(now, ZONE);
  await store.workouts.import(person._id, { workouts: history(today, days), exercises: [] }, now, today);
  return person;
}

async function addAccount(
  store: Store,
  given: { username: string; role: User['role']; passwordHash: string },
  now: Date,
): Promise<Person> {
  const email = `${given.username.replace(' ', '-')}@example.org`;
  const account = await store.users.add({ ...given, email, timeZone: ZONE }, now);
  if ('taken' in account) throw new Error(`${given.username} is taken`);
  return { _id: account._id, email, token: await tokenFor(store, account._id, given.role, now) };
}

function history(today: string, days: number): (NewWorkout & { key: string })[] {
  const workouts: (NewWorkout & { key: string })[] = [];
  for (let ago = days; ago > 0; ago -= 1) {
    const localDate = addDays(today, -ago);
    if (TRAINING_DAYS.has(ago % 7)) workouts.push({ key: localDate, ...workoutOn(localDate) });
  }
  return workouts;
}

const figures = figuresOf(exercises, (id) => builtInExercises.find((exercise) => exercise._id === id)?.slug ?? null);
const workoutOn = (localDate: string): NewWorkout => ({
  clientId: null,
  name: 'Full body',
  date: `${localDate}T07:00:00.000Z`,
  localDate,
  exercises,
  totalDuration: 45,
  totalCalories: 220,
  caloriesEstimated: true,
  intensity: 'moderate',
  mood: null,
  notes: null,
  source: 'import',
  figures,
});

function loggedOf(slug: string, reps: number, weight: number): LoggedExercise {
  const exercise = builtInExercises.find((one) => one.slug === slug);
  if (!exercise) throw new Error(`There is no exercise ${slug}`);
  const set = {
    type: 'normal' as const,
    reps,
    weight,
    duration: null,
    distance: null,
    rpe: null,
    restSeconds: null,
    note: null,
  };
  const setLog = [set, set, set];
  return {
    exerciseId: exercise._id,
    name: exercise.name,
    sets: 3,
    reps,
    weight,
    duration: null,
    note: null,
    superset: null,
    setLog,
  };
}

/** A token as logging in would give it, without the time that logging in takes. */
async function tokenFor(store: Store, userId: string, role: User['role'], now: Date): Promise<string> {
  const id = randomUUID();
  const expiresAt = new Date(now.getTime() + 86_400_000);
  await store.tokens.add({ id, userId, expiresAt });
  const key = createSecretKey(Buffer.from(SECRET));
  return jwt.sign({ role }, key, { algorithm: 'HS256', subject: userId, jwtid: id, expiresIn: '1d' });
}
