import { addDays } from '@trainer/coach/days';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMongoToMove } from '../storage/mongo/moving-in.ts';
import { type MovingIn, type MovingOut, NotEmpty } from '../storage/moving.ts';
import { openSqliteToMove } from '../storage/sqlite/moving-out.ts';
import { DatabaseInUse, openSqlite } from '../storage/sqlite/open.ts';
import { temporaryFiles } from '../storage/sqlite/temporary-files.ts';
import { imported, newWorkout, NOW, owned, ownExercise, person, TODAY } from '../storage/suite/builders.ts';
import { begun, dietPlan, generation, kept, later, workoutPlan } from '../storage/suite/written-plans.ts';
import { newDatabase } from '../testing/new-database.ts';
import { compare } from './compare.ts';
import { move, type Step } from './move.ts';

const MEMBERS = 12;
const { newFile, removeAll } = temporaryFiles();
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

  it('takes every record along: all questions about everybody have the same answers', async () => {
    const into = await newHouse();
    const steps: Step[] = [];
    await move(out, into, (step) => steps.push(step));
    expect(await compare(out, into.store, TODAY, quiet)).toEqual([]);
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
    expect(kinds).toEqual(['workouts', 'plans', 'versions']);
    expect(await compare(out, into.store, TODAY, quiet)).toEqual([]);
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
    expect(await compare(out, into.store, TODAY, quiet)).toEqual([]);
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
    expect(await compare(out, into.store, TODAY, quiet)).toEqual([`${String(user?.username)}: weights`]);
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
    await store.tokens.add({ id: `token ${_id}`, userId: _id, expiresAt: new Date(NOW.getTime() + 1000) });
    await store.weights.put(_id, TODAY, 60 + n, NOW);
    await store.weights.put(_id, '2026-01-01', 61 + n, NOW);
    for (let day = 0; day < n; day += 1) {
      await store.workouts.add(_id, newWorkout(addDays(TODAY, -day * (1 + (n % 3)))), NOW, TODAY);
    }
    const first = await store.workouts.add(_id, newWorkout(TODAY, { clientId: 'first' }), NOW, TODAY);
    const other = await store.workouts.add(_id, newWorkout('2026-03-03'), NOW, TODAY);
    await store.workouts.change(owned(_id, first.workout), newWorkout(TODAY, { notes: 'a\u0000b' }), NOW, TODAY);
    await store.workouts.remove(owned(_id, other.workout), TODAY);
    await kept(store, _id, workoutPlan(`No. ${String(n)}`));
    const shared = owned(_id, await kept(store, _id, { ...dietPlan(), notes: ['a\u0000b'] }, later(n)));
    await store.plans.share(shared, `token ${_id}`);
    await store.plans.change(owned(_id, await kept(store, _id)), dietPlan('changed'));
    await begun(store, _id, generation());
    await store.workouts.import(
      _id,
      { workouts: [imported('one'), imported('two')], exercises: [ownExercise('Sled pull')] },
      NOW,
      TODAY,
    );
  }
  await store.close();
}
