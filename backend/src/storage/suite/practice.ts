import { randomUUID } from 'node:crypto';
import type { GivenOp } from '@trainer/contract/types';
import type { Account, Store } from '../port.ts';
import type { NewAssignedPlan } from '../ports/assigned-plans.ts';
import { NOW, person, TODAY } from './builders.ts';

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const FAR = new Date('2100-01-01T00:00:00.000Z');

export interface Practice {
  trainer: Account;
  /** Coached, with a private note, a narrowed consent, a plan of each state, messages and a workout that runs. */
  kavya: Account;
  /** Was coached. */
  suresh: Account;
}

/** Of everything that is between a trainer and their clients something in every state in which it is stored. */
export async function practice(store: Store): Promise<Practice> {
  const trainer = await person(store, { role: 'trainer' });
  const [kavya, suresh] = [await person(store), await person(store)];
  for (const member of [kavya, suresh]) await coach(store, trainer, member);
  await store.coaching.changeLink(kavya._id, { share: { history: false, health: true }, until: '2099-12-31' });
  await store.coaching.writeNote(trainer._id, kavya._id, 'Left knee. 🦵\u0000', later(5));
  await store.coaching.end(trainer._id, suresh._id, later(6));
  await store.coaching.invite(newInvite(trainer, 'Open@Example.org', FAR), NOW);
  await store.coaching.invite(newInvite(trainer, 'over@example.org', later(1)), NOW);
  await give(store, trainer, kavya);
  await talk(store, trainer, kavya, suresh);
  await train(store, kavya);
  await write(store);
  await store.resets.add(kavya._id, `hash of ${kavya._id}`, FAR);
  return { trainer, kavya, suresh };
}

const newInvite = (trainer: Account, email: string, expiresAt: Date) => {
  const code = randomUUID();
  return { trainerId: trainer._id, email, code, codeHash: `hash of ${code}`, clientId: randomUUID(), expiresAt };
};

async function coach(store: Store, trainer: Account, member: Account): Promise<void> {
  const { invite } = await store.coaching.invite(newInvite(trainer, member.email, FAR), NOW);
  await store.coaching.accept(invite._id, member._id, later(1));
}

async function give(store: Store, trainer: Account, member: Account): Promise<void> {
  const plan = (name: string): NewAssignedPlan => ({
    clientId: randomUUID(),
    trainerId: trainer._id,
    memberId: member._id,
    name,
    startsOn: '2026-07-02',
    weeks: 4,
    days: [{ weekday: 4, name: 'Legs \uD800', exercises: [] }],
  });
  const { plan: changed } = await store.assignedPlans.add(plan('changed'), NOW);
  const days = [{ weekday: 2, name: 'Back', exercises: [] }];
  await store.assignedPlans.change(changed._id, { ...plan('as it is now'), days }, TODAY, later(60));
  const { plan: removed } = await store.assignedPlans.add(plan('taken back'), NOW);
  await store.assignedPlans.remove(removed._id, TODAY, later(60));
}

async function talk(store: Store, trainer: Account, kavya: Account, suresh: Account): Promise<void> {
  const say = async (from: Account, to: Account, text: string, seconds: number) =>
    (
      await store.messages.add(
        { from: from._id, to: to._id, text: `${text} தமிழ் 🥞`, clientId: randomUUID() },
        later(seconds),
      )
    ).message;
  await say(kavya, trainer, 'read', 0);
  await store.messages.read(trainer._id, kavya._id, later(1));
  await say(trainer, kavya, 'unread', 2);
  const told = await say(trainer, suresh, 'told by a mail', 3);
  await store.messages.told([told._id]);
}

async function train(store: Store, member: Account): Promise<void> {
  const sessionId = { runs: randomUUID(), made: randomUUID(), unmade: randomUUID(), early: randomUUID() };
  const op = (of: string, seconds: number) => ({
    opId: randomUUID(),
    sessionId: of,
    at: later(seconds).toISOString(),
  });
  const start = (of: string): GivenOp => ({
    ...op(of, 0),
    op: 'start',
    startedAt: NOW.toISOString(),
    name: 'Legs \uD800',
  });
  const finish = (of: string): GivenOp => ({
    ...op(of, 9),
    op: 'finish',
    endedAt: later(9).toISOString(),
    intensity: 'moderate',
  });
  const key = randomUUID();
  const add = (of: string): GivenOp => ({ ...op(of, 1), op: 'addExercise', key, name: 'Squat' });
  const tick = (of: string): GivenOp => ({
    ...op(of, 2),
    op: 'set',
    key,
    setId: randomUUID(),
    type: 'normal',
    reps: 8,
    weight: 42.5,
    done: true,
  });
  const append = (...ops: GivenOp[]) => store.running.append(member._id, ops, later(10));
  for (const of of [sessionId.made, sessionId.unmade]) await append(start(of), add(of), tick(of), finish(of));
  const made = { _id: 'a'.repeat(24), updatedAt: later(11).toISOString() };
  await store.running.made(member._id, sessionId.made, 1, made);
  await append(tick(sessionId.early));
  await append(start(sessionId.runs), add(sessionId.runs), tick(sessionId.runs));
}

/** Mails that are sent, given up, wait for another try, and were never tried. */
async function write(store: Store): Promise<void> {
  const kinds = ['sent', 'given up', 'put off', 'new'] as const;
  for (const [i, kind] of kinds.entries()) {
    const key = `${kind} ${randomUUID()}`;
    await store.mails.add({ key, letter: JSON.stringify({ kind, text: 'a\u0000b' }) }, later(i));
    if (kind === 'new') return;
    const [mail] = await store.mails.take(later(i), later(i + 60), 1);
    if (!mail) throw new Error('There is no mail to take.');
    if (kind === 'sent') await store.mails.sent(mail._id, later(i));
    else await store.mails.failed(mail, 'no such person', kind === 'put off' ? FAR : null, later(i));
  }
}
