import { randomUUID } from 'node:crypto';
import { fullPath } from '@trainer/contract/paths';
import type { Exercise, Op, User } from '@trainer/contract/types';
import { addDays, instantOf, localDateOf } from '@trainer/coach/days';
import { coach, signUpTrainer } from './coaching.ts';
import { trainedFor } from './member-with-history.ts';
import { type Person, signUp } from './people.ts';
import { TIME_ZONE } from './time-zone.ts';

/** A trainer with clients of every kind, and the one of them who trains with a long history. */
export interface Practice {
  trainer: Person;
  kavya: Person;
}

const MINUTE_MS = 60_000;

/** How many days ago each of them trained last; null: never. */
const OTHERS: readonly { name: string; last: number | null; trains?: number }[] = [
  { name: 'Suresh Babu', last: 2, trains: 34 },
  { name: 'Fathima Noor', last: 3, trains: 4 },
  { name: 'Dinesh Kumar', last: 9 },
  { name: 'Meera Nair', last: 8 },
  { name: 'Lakshmi Narayanan', last: 1 },
  { name: 'Imran Sheikh', last: 1 },
  { name: 'Anitha Selvam', last: 2 },
  { name: 'Ravi Teja', last: 3 },
  { name: 'Joseph Antony', last: 4 },
  { name: 'Priya Menon', last: 1 },
  { name: 'Arjun Das', last: null },
];

/** @param kavya who is coached too; without one somebody signs up */
export async function practiceWith(url: string, kavya?: Person): Promise<Practice> {
  const trainer = await called(await signUpTrainer(url), 'Arun Prakash');
  const member = await trainedFor(kavya ?? (await signUp(url)));
  await called(member, 'Kavya Raman');
  await member.call('PATCH', fullPath('changeMe'), { profile: { medicalConditions: ['shoulder pain'] } });
  await coach(trainer, member);
  await member.call('PATCH', fullPath('changeSharing'), { share: { health: true } });
  await planFor(trainer, member);
  for (const other of OTHERS) await clientOf(url, trainer, other);
  await train(member, 20, 5);
  await talk(trainer, member);
  return { trainer: await renewed(trainer), kavya: await renewed(member) };
}

const renewed = async (person: Person): Promise<Person> => ({
  ...person,
  user: (await person.call<{ data: User }>('GET', fullPath('me'))).data,
});

async function called(person: Person, name: string): Promise<Person> {
  const [firstName, lastName] = name.split(' ');
  await person.call('PATCH', fullPath('changeMe'), { profile: { firstName, lastName } });
  return renewed(person);
}

async function clientOf(url: string, trainer: Person, { name, last, trains }: (typeof OTHERS)[number]): Promise<void> {
  const member = await called(await signUp(url), name);
  await coach(trainer, member);
  const today = localDateOf(new Date(), TIME_ZONE);
  if (last !== null)
    for (const ago of [last, last + 2, last + 5])
      await member.save({
        name: 'Full body',
        date: instantOf(`${addDays(today, -ago)}T07:10:00`, TIME_ZONE).toISOString(),
        exercises: [{ name: 'Goblet Squat', sets: 3, reps: 10, weight: 14 }],
        totalDuration: 40,
        intensity: 'moderate',
      });
  if (trains !== undefined) await train(member, trains, 2);
}

/** A workout that runs since so many minutes, with so many sets done. */
async function train(member: Person, minutes: number, done: number): Promise<void> {
  const lifts = [
    { slug: 'goblet-squat', weight: 24 },
    { slug: 'romanian-deadlift', weight: 62.5 },
    { slug: 'standing-calf-raise', weight: 30 },
  ];
  const sessionId = randomUUID();
  const start = Date.now() - minutes * MINUTE_MS;
  const at = (after: number) => new Date(start + after).toISOString();
  const ops: Op[] = [{ opId: randomUUID(), sessionId, at: at(0), op: 'start', startedAt: at(0), name: 'Lower body A' }];
  let set = 0;
  for (const [i, { slug, weight }] of lifts.entries()) {
    const exercise: Exercise = await member.exercise(slug);
    const key = randomUUID();
    ops.push({
      opId: randomUUID(),
      sessionId,
      at: at(1 + i),
      op: 'addExercise',
      key,
      exerciseId: exercise._id,
      name: exercise.name,
    });
    for (let nth = 0; nth < 3; nth += 1) {
      set += 1;
      const isDone = set <= done;
      // Ids in their order: a set keeps its place.
      const setId = `00000000-0000-7000-8000-${String(set).padStart(12, '0')}`;
      const when = isDone ? at((set / (done + 0.2)) * minutes * MINUTE_MS) : at(10);
      ops.push({
        opId: randomUUID(),
        sessionId,
        at: when,
        op: 'set',
        key,
        setId,
        type: 'normal',
        reps: 10,
        weight,
        done: isDone,
      });
    }
  }
  const until = new Date(Date.now() + 84_000).toISOString();
  ops.push({ opId: randomUUID(), sessionId, at: new Date().toISOString(), op: 'rest', until, seconds: 120 });
  await member.call('POST', fullPath('sessionOps'), { ops });
}

async function planFor(trainer: Person, member: Person): Promise<void> {
  const of = async (slug: string, sets: number, reps: number, weight: number) => ({
    exerciseId: (await trainer.exercise(slug))._id,
    sets,
    reps,
    weight,
  });
  const lower = [await of('goblet-squat', 3, 10, 24), await of('romanian-deadlift', 3, 10, 62.5)];
  const upper = [await of('lat-pulldown', 3, 10, 40), await of('overhead-press', 3, 8, 25)];
  await trainer.call('POST', fullPath('givePlan').replace(':id', member.user._id), {
    name: 'Spring',
    startsOn: addDays(localDateOf(new Date(), TIME_ZONE), -28),
    weeks: 8,
    days: [
      { weekday: 1, name: 'Lower body A', exercises: lower },
      { weekday: 3, name: 'Upper body A', exercises: upper },
      { weekday: 5, name: 'Lower body B', exercises: lower },
    ],
  });
}

async function talk(trainer: Person, member: Person): Promise<void> {
  const write = (from: Person, to: Person, text: string) =>
    from.call('POST', fullPath('sendMessage').replace(':userId', to.user._id), { text });
  await write(member, trainer, 'Done with upper body. The row felt heavy today.');
  await write(trainer, member, 'Slept less than six hours again? Keep 30 kg next time, no rush.');
  await write(member, trainer, 'Yes, release week at work.');
  await member.call('POST', fullPath('readMessages').replace(':userId', trainer.user._id));
  await trainer.call('POST', fullPath('readMessages').replace(':userId', member.user._id));
  await write(trainer, member, 'Knees felt fine on Monday? Then take 65 kg on the last set of the deadlift.');
  await write(member, trainer, 'They were fine. Will try.');
}
