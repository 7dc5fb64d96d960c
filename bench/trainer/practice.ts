import { randomUUID } from 'node:crypto';
import type { Store } from '@trainer/backend/storage/port';
import { addDays, localDateOf } from '@trainer/coach/days';
import { builtInExercises, toExercise } from '@trainer/coach/exercises';
import { makeMembers, makeTrainer, type Person } from '../people.ts';
import { Phone } from './phone.ts';

const CLIENTS = 500;
const FEW = 50;
const TRAINING = 100;
const SETS_DONE = 6;
const WROTE = 100;
const WEEK_MS = 7 * 86_400_000;

/** A trainer with clients who have a month of workouts and a plan each. */
export interface Practice {
  trainer: Person;
  clients: Person[];
  /** Of those in the middle of a workout. */
  phones: Phone[];
}

/** The trainer whom everything is measured for, and one with a tenth of the clients beside them. */
export interface Practices {
  many: Practice;
  few: Practice;
}

export async function makePractices(store: Store): Promise<Practices> {
  await store.exercises.seed(builtInExercises.map(toExercise));
  const members = await makeMembers(store, CLIENTS + FEW);
  return {
    many: await practiceOf(store, await makeTrainer(store, 'trainer many'), members.slice(0, CLIENTS), TRAINING),
    few: await practiceOf(store, await makeTrainer(store, 'trainer few'), members.slice(CLIENTS), TRAINING / 10),
  };
}

async function practiceOf(store: Store, trainer: Person, clients: Person[], training: number): Promise<Practice> {
  const now = new Date();
  for (const client of clients) await coach(store, trainer, client, now);
  // Many writes of one turn are one transaction.
  await Promise.all(clients.map((client) => givePlan(store, trainer, client, now)));
  const wrote = clients
    .slice(0, WROTE)
    .map(({ _id }) => ({ from: _id, to: trainer._id, text: 'Done.', clientId: null }));
  await Promise.all(wrote.map((message) => store.messages.add(message, now)));
  const phones = clients.slice(0, training).map((client) => new Phone(client));
  await Promise.all(phones.map((phone) => store.running.append(phone.member._id, phone.begun(SETS_DONE), now)));
  return { trainer, clients, phones };
}

async function coach(store: Store, trainer: Person, { _id, email }: Person, now: Date): Promise<void> {
  const code = randomUUID();
  const expiresAt = new Date(now.getTime() + WEEK_MS);
  const asked = { trainerId: trainer._id, email, code, codeHash: code, clientId: null, expiresAt };
  const { invite } = await store.coaching.invite(asked, now);
  if (typeof (await store.coaching.accept(invite._id, _id, now)) === 'string') throw new Error(`${email} can’t accept`);
}

async function givePlan(store: Store, trainer: Person, { _id }: Person, now: Date): Promise<void> {
  const days = [1, 3, 5].map((weekday) => ({ weekday, name: 'Full body', exercises: [] }));
  const startsOn = addDays(localDateOf(now, 'UTC'), -28);
  const plan = { clientId: null, trainerId: trainer._id, memberId: _id, name: 'Spring', startsOn, weeks: 8, days };
  await store.assignedPlans.add(plan, now);
}
