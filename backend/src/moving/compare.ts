import { isDeepStrictEqual } from 'node:util';
import type { MovingOut } from '../storage/moving.ts';
import type { PlanKind } from '@trainer/contract/types';
import type { Place, Store } from '../storage/port.ts';
import type { Step } from './move.ts';

const BATCH = 100;

/**
 * Asks both stores for everything about every member.
 * @param today a day for which both work the numbers out
 * @returns what differs, as `username: workouts`
 */
export async function compare(
  out: MovingOut,
  into: Store,
  today: string,
  tell: (step: Step) => void,
): Promise<string[]> {
  const differing: string[] = [];
  const total = out.count('users');
  let [after, done] = ['', 0];
  for (;;) {
    const users = out.some('users', after, BATCH);
    for (const { is: user } of users) {
      const parts = await partsThatDiffer(out.store, into, user._id, today);
      if (parts.length > 0) differing.push(`${user.username}: ${parts.join(', ')}`);
      done += 1;
    }
    tell({ what: 'comparing', done, total });
    const last = users.at(-1);
    if (!last || users.length < BATCH) return differing;
    after = last.at;
  }
}

async function partsThatDiffer(one: Store, other: Store, id: string, today: string): Promise<string[]> {
  const questions: Record<string, (store: Store) => Promise<unknown>> = {
    account: (store) => store.users.byId(id),
    weights: (store) => store.weights.of(id),
    exercises: (store) => store.exercises.ownedBy([id]),
    progress: (store) => store.workouts.progress(id, today),
    statistics: (store) => store.workouts.stats(id, today),
  };
  const parts = [];
  for (const [name, ask] of Object.entries(questions)) {
    if (!isDeepStrictEqual(await ask(one), await ask(other))) parts.push(name);
  }
  if (!(await haveSameWorkouts(one, other, id))) parts.push('workouts');
  for (const kind of ['workout', 'diet'] as const) {
    if (!(await haveSamePlans(one, other, id, kind))) parts.push(`${kind} plans`);
  }
  return parts;
}

async function haveSameWorkouts(one: Store, other: Store, id: string): Promise<boolean> {
  const theirs = other.workouts.all(id)[Symbol.asyncIterator]();
  for await (const workout of one.workouts.all(id)) {
    const its = await theirs.next();
    if (its.done || !isDeepStrictEqual(workout, its.value)) return false;
  }
  return (await theirs.next()).done ?? false;
}

async function haveSamePlans(one: Store, other: Store, id: string, kind: PlanKind): Promise<boolean> {
  let after: Place | undefined;
  do {
    const ask = { limit: BATCH, after };
    const [its, theirs] = await Promise.all([one.plans.page(id, kind, ask), other.plans.page(id, kind, ask)]);
    if (!isDeepStrictEqual(its, theirs)) return false;
    for (const { _id } of its.items) {
      if (!isDeepStrictEqual(await one.plans.byId(_id), await other.plans.byId(_id))) return false;
    }
    after = its.next ?? undefined;
  } while (after);
  return true;
}
