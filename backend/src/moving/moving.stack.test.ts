import { addDays } from '@trainer/coach/days';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMongoToMove } from '../storage/mongo/moving-in.ts';
import { type MovingIn, type MovingOut, KINDS, NotEmpty, PLAIN_KINDS } from '../storage/moving.ts';
import { openSqliteToMove } from '../storage/sqlite/moving-out.ts';
import { DatabaseInUse, openSqlite } from '../storage/sqlite/open.ts';
import { temporaryFiles } from '../storage/sqlite/temporary-files.ts';
import {
  imported,
  lifted,
  logged,
  newWorkout,
  NOW,
  owned,
  ownExercise,
  person,
  TODAY,
} from '../storage/suite/builders.ts';
import { practice } from '../storage/suite/practice.ts';
import { begun, dietPlan, generation, kept, later, workoutPlan } from '../storage/suite/written-plans.ts';
import { newDatabase } from '../testing/new-database.ts';
import { compare } from './compare.ts';
import { move, type Step } from './move.ts';

const MEMBERS = 12;
const { newFile, removeAll } = temporaryFiles();
const EVER = new Date('2100-01-01T00:00:00.000Z');
const quiet = () => undefined;

describe('a move from SQLite to MongoDB', () => {
  let out: MovingOut;
  let file: string;
  const opened: MovingIn[] = [];
  beforeAll(async () => {
    file = newFile();
    await fill(file);
    out = openSqliteToMove({ file });
  });
  afterAll(async () => {
    await out.store.close();
    for (const into of opened) await into.store.close();
    removeAll();
  });

  async function newHouse(uri = newDatabase()): Promise<MovingIn> {
    const into = await openMongoToMove({ uri });
    opened.push(into);
    return into;
  }

  it('has something of every kind to take along', () => {
    for (const kind of KINDS) expect(out.count(kind), kind).toBeGreaterThan(0);
  });

  it('takes every record along: all questions about everybody have the same answers', async () => {
    const into = await newHouse();
    const steps: Step[] = [];
    await move(out, into, (step) => steps.push(step));
    expect(await compare(out, into, TODAY, quiet)).toEqual([]);
    expect(steps.find((step) => step.what === 'workouts')).toMatchObject({ total: out.count('workouts') });
    for (const step of steps) expect(step.done).toBe(step.total);
    const [{ is: token } = { is: undefined }] = out.some('tokens', '', 1);
    expect(token && (await into.store.tokens.holding(token.id, NOW))).toEqual(token);
    const [{ is: shared } = { is: undefined }] = out.some('plans', '', 9).filter(({ is }) => is.shareToken !== null);
    expect(await into.store.plans.byShareToken(shared?.shareToken ?? '')).toEqual(shared);
  });

  it('leaves a store that goes on: imports can be taken back, and a clientId is known', async () => {
    const into = await newHouse();
    await move(out, into, quiet);
    await into.finish();
    const [{ is: one } = { is: undefined }] = out.some('imports', '', 1);
    if (!one) throw new Error('There is no import.');
    const before = await into.store.workouts.progress(one.user, TODAY);
    const undone = await into.store.workouts.undoImport(one.user, one._id, TODAY);
    expect(undone?.progress.version).toBe(before.version + 1);
    expect(await into.store.exercises.ownedBy([one.user])).toEqual([]);
    const again = await into.store.workouts.add(one.user, newWorkout(TODAY, { clientId: 'first' }), NOW, TODAY);
    expect(again.added).toBe(false);
  });

  it('goes on where it was broken off', async () => {
    const uri = newDatabase();
    const broken = await newHouse(uri);
    const put = broken.put.bind(broken);
    const failing: MovingIn = {
      ...broken,
      put: (kind, records) => (kind === 'workouts' ? Promise.reject(new Error('no power')) : put(kind, records)),
    };
    await expect(move(out, failing, quiet)).rejects.toThrow('no power');
    const into = await newHouse(uri);
    const kinds: string[] = [];
    const noting: MovingIn = {
      ...into,
      put: (kind, records) => {
        if (records.length > 0) kinds.push(kind);
        return into.put(kind, records);
      },
    };
    await move(out, noting, quiet);
    expect(kinds).toEqual(['workouts', 'plans', 'versions', ...PLAIN_KINDS]);
    expect(await compare(out, into, TODAY, quiet)).toEqual([]);
  });

  it('begins anew where the old store was changed meanwhile', async () => {
    const into = await newHouse();
    await move({ ...out, fingerprint: 'as it was before' }, into, quiet);
    await into.store.users.add(
      { username: 'gone', email: 'gone@example.org', role: 'member', passwordHash: 'x', timeZone: 'UTC' },
      NOW,
    );
    await move(out, into, quiet);
    expect(await into.count('users')).toBe(out.count('users'));
    expect(await compare(out, into, TODAY, quiet)).toEqual([]);
  });

  it('goes into no store that somebody uses', async () => {
    const into = await newHouse();
    await move(out, into, quiet);
    await into.finish();
    await expect(move(out, into, quiet)).rejects.toThrow(NotEmpty);
  });

  it('tells what differs, by member', async () => {
    const into = await newHouse();
    await move(out, into, quiet);
    const [{ is: user } = { is: undefined }] = out.some('users', '', 1);
    await into.store.weights.put(user?._id ?? '', '2020-01-01', 99, NOW);
    expect(await compare(out, into, TODAY, quiet)).toEqual([`${String(user?.username)}: weights`]);
  });

  it('tells what differs of that which no question tells', async () => {
    const into = await newHouse();
    await move(out, into, quiet);
    const [sent] = await into.store.mails.take(EVER, EVER, 1);
    await into.store.mails.sent(sent?._id ?? '', NOW);
    const [{ to, messages } = { to: '', messages: [] }] = await into.store.messages.untold(EVER, 9);
    await into.store.messages.told(messages.map((message) => message._id));
    expect(to).not.toBe('');
    expect(await compare(out, into, TODAY, quiet)).toEqual([
      `mails: 1 of ${String(out.count('mails'))}`,
      `messages: 1 of ${String(out.count('messages'))}`,
    ]);
  });

  it('leaves coaching as it was: consent, note, messages, the workout that runs, and what was mailed', async () => {
    const into = await newHouse();
    await move(out, into, quiet);
    await into.finish();
    const { store } = into;
    const [{ is: link } = { is: undefined }] = out.some('links', '', 1);
    if (!link) throw new Error('There is no link.');
    const { memberId, trainerId } = link;
    expect((await store.users.byId(trainerId))?.assignedClients).toEqual([memberId]);
    expect(await store.coaching.linkOf(memberId)).toMatchObject({
      share: { live: true, history: false, health: true },
      until: '2099-12-31',
    });
    expect((await store.coaching.note(trainerId, memberId))?.text).toContain('Left knee.');
    expect(await store.messages.unread(memberId, [trainerId])).toEqual(new Map([[trainerId, 1]]));
    expect(await store.coaching.invitesTo('OPEN@example.org', NOW)).toHaveLength(1);
    expect(await store.resets.holding(`hash of ${memberId}`, NOW)).toBe(memberId);

    const { session } = (await store.running.of(memberId)) ?? {};
    expect(session?.exercises[0]?.sets).toMatchObject([{ reps: 8, weight: 42.5, done: true }]);
    expect(await store.running.unmade(9)).toMatchObject([{ userId: memberId, ending: { how: 'finished' } }]);
    for (const { is: mail } of out.some('mails', '', 9))
      expect(await store.mails.add({ key: mail.key, letter: '{}' }, NOW)).toBe(false);
    expect(await store.mails.waiting()).toBe(2);

    expect(await store.coaching.end(trainerId, memberId, NOW)).toMatchObject({ memberId });
    expect((await store.users.byId(trainerId))?.assignedClients).toEqual([]);
  });

  it('counts and compares nothing that a store may have removed by itself', async () => {
    const into = await newHouse();
    await move(out, into, quiet);
    const over = out.some('invites', '', 9).find(({ is }) => is.email.startsWith('over'));
    expect(await into.store.coaching.removeInvite(over?.is._id ?? '')).toBe(true);
    await move(out, into, quiet);
    expect(await compare(out, into, TODAY, quiet)).toEqual([]);
  });

  it('is refused while a server has the database open, and where there is none', () => {
    expect(() => openSqliteToMove({ file })).toThrow(DatabaseInUse);
    expect(() => openSqliteToMove({ file: `${file}.not` })).toThrow('There is no database at');
  });
});

async function fill(file: string): Promise<void> {
  const store = await openSqlite({ file });
  for (let n = 0; n < MEMBERS; n += 1) {
    const { _id } = await person(store, {
      role: n % 4 === 0 ? 'trainer' : 'member',
      username: `No. ${String(n)} தோசை`,
    });
    await store.tokens.add({ id: `token ${_id}`, userId: _id, expiresAt: EVER });
    await store.weights.put(_id, TODAY, 60 + n, NOW);
    await store.weights.put(_id, '2026-01-01', 61 + n, NOW);
    for (let day = 0; day < n; day += 1) {
      await store.workouts.add(_id, newWorkout(addDays(TODAY, -day * (1 + (n % 3)))), NOW, TODAY);
    }
    const first = await store.workouts.add(_id, newWorkout(TODAY, { clientId: 'first' }), NOW, TODAY);
    const other = await store.workouts.add(_id, newWorkout('2026-03-03'), NOW, TODAY);
    await store.workouts.change(
      owned(_id, first.workout),
      newWorkout(TODAY, { notes: 'a\u0000b', exercises: [logged('Row \uD800', [lifted(40, 8)])] }),
      NOW,
      TODAY,
    );
    await store.workouts.remove(owned(_id, other.workout), TODAY);
    await kept(store, _id, workoutPlan(`No. ${String(n)}`));
    const shared = owned(_id, await kept(store, _id, { ...dietPlan(), notes: ['a\u0000b'] }, later(n)));
    await store.plans.share(shared, `token ${_id}`);
    await store.plans.change(owned(_id, await kept(store, _id)), dietPlan('changed \uD800'));
    await begun(store, _id, generation());
    await store.workouts.import(
      _id,
      { workouts: [imported('one'), imported('two')], exercises: [ownExercise('Sled pull')] },
      NOW,
      TODAY,
    );
  }
  const { trainer } = await practice(store);
  const gif = { bytes: Uint8Array.of(1, 2, 3), hash: 'abc', address: (id: string) => `/gif/${id}?v=abc` };
  await store.exercises.add(trainer._id, ownExercise('Band walk'), { gif }, NOW);
  await store.close();
}
