import type { PlanKind } from '@trainer/contract/types';
import {
  type Kinds,
  type MovingIn,
  type MovingOut,
  PLAIN_KINDS,
  type PlainKind,
  type PlainKinds,
} from '../storage/moving.ts';
import type { Place, Store } from '../storage/port.ts';
import { lastingFrom } from './lasting.ts';
import type { Step } from './move.ts';
import { isSame } from './same.ts';

const BATCH = 100;

/**
 * Asks both stores for everything about every member, and puts side by side what no question tells.
 * @param today a day for which both work the numbers out
 * @returns what differs, as `username: workouts`, or `mails: 2 of 30`
 */
export async function compare(
  out: MovingOut,
  into: MovingIn,
  today: string,
  tell: (step: Step) => void,
): Promise<string[]> {
  const differing: string[] = [];
  const total = ['users' as const, ...PLAIN_KINDS].reduce((sum, kind) => sum + out.count(kind), 0);
  const lasting = lastingFrom(new Date());
  let [after, done] = ['', 0];
  const compared = (more: number) => {
    done += more;
    tell({ what: 'comparing', done, total });
  };
  for (;;) {
    const users = out.some('users', after, BATCH);
    for (const { is: user } of users) {
      const parts = await partsThatDiffer(out.store, into.store, user, { today, lasting });
      if (parts.length > 0) differing.push(`${user.username}: ${parts.join(', ')}`);
    }
    compared(users.length);
    const last = users.at(-1);
    if (!last || users.length < BATCH) break;
    after = last.at;
  }
  for (const kind of PLAIN_KINDS) differing.push(...(await recordsThatDiffer(kind, out, into, { lasting, compared })));
  return differing;
}

async function partsThatDiffer(
  one: Store,
  other: Store,
  { _id: id, email }: Kinds['users'],
  { today, lasting }: { today: string; lasting: Date },
): Promise<string[]> {
  const questions: Record<string, (store: Store) => Promise<unknown>> = {
    account: (store) => store.users.byId(id),
    weights: (store) => store.weights.of(id),
    exercises: (store) => store.exercises.ownedBy([id]),
    progress: (store) => store.workouts.progress(id, today),
    statistics: (store) => store.workouts.stats(id, today),
    coaching: async ({ coaching }) => {
      const link = await coaching.linkOf(id);
      return [link, link && (await coaching.note(link.trainerId, id)), await coaching.linksOf(id)];
    },
    invitations: async ({ coaching }) => [
      await coaching.invitesBy(id, lasting),
      await coaching.invitesTo(email, lasting),
    ],
    'assigned plans': (store) => store.assignedPlans.of([id]),
    'running workout': async ({ running }) => [await running.of(id), await running.glances([id])],
    messages: (store) => store.messages.threads(id),
  };
  const parts = [];
  for (const [name, ask] of Object.entries(questions)) {
    if (!isSame(await ask(one), await ask(other))) parts.push(name);
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
    if (its.done || !isSame(workout, its.value)) return false;
  }
  return (await theirs.next()).done ?? false;
}

async function haveSamePlans(one: Store, other: Store, id: string, kind: PlanKind): Promise<boolean> {
  let after: Place | undefined;
  do {
    const ask = { limit: BATCH, after };
    const [its, theirs] = await Promise.all([one.plans.page(id, kind, ask), other.plans.page(id, kind, ask)]);
    if (!isSame(its, theirs)) return false;
    for (const { _id } of its.items) {
      if (!isSame(await one.plans.byId(_id), await other.plans.byId(_id))) return false;
    }
    after = its.next ?? undefined;
  } while (after);
  return true;
}

async function recordsThatDiffer<K extends PlainKind>(
  kind: K,
  out: MovingOut,
  into: MovingIn,
  { lasting, compared }: { lasting: Date; compared: (more: number) => void },
): Promise<string[]> {
  const lasts = (record: object) => !('expiresAt' in record) || String(record.expiresAt) > lasting.toISOString();
  let [after, differing] = ['', 0];
  for (;;) {
    const batch = out.some(kind, after, BATCH);
    const records = batch.map(({ is }): PlainKinds[K] => is).filter(lasts);
    const theirs = await into.read(kind, records);
    differing += records.filter((record, i) => !isSame(record, theirs[i])).length;
    compared(batch.length);
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) break;
    after = last.at;
  }
  return differing > 0 ? [`${kind}: ${String(differing)} of ${String(out.count(kind))}`] : [];
}
