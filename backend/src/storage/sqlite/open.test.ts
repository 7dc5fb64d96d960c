import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { builtInExercises, toExercise } from '@trainer/coach/exercises';
import { afterAll, describe, expect, it } from 'vitest';
import { everyWorkout, imported, newWorkout, NOW, ownExercise, person, TODAY } from '../suite/builders.ts';
import { migrations, NewerDatabase } from './migrate.ts';
import { DatabaseInUse, openSqlite } from './open.ts';
import { temporaryFiles } from './temporary-files.ts';

const { newFile, removeAll } = temporaryFiles();
afterAll(removeAll);
// Refusals come before there is a promise; `async` makes them rejections, as `await` does everywhere else.
const open = async (file: string) => await openSqlite({ file });

describe('a database file', () => {
  it('keeps everything until it is opened again', async () => {
    const file = newFile();
    const before = await open(file);
    const { _id } = await person(before, { username: 'Ana', email: 'ana@example.org' });
    await before.exercises.seed(builtInExercises.map(toExercise));
    await before.tokens.add({ id: 'token', userId: _id, expiresAt: new Date(NOW.getTime() + 1000) });
    await before.weights.put(_id, TODAY, 60, NOW);
    await before.workouts.add(_id, newWorkout(), NOW, TODAY);
    const { importId } = await before.workouts.import(
      _id,
      { workouts: [imported('key', newWorkout('2026-07-15'))], exercises: [ownExercise('Row')] },
      NOW,
      TODAY,
    );
    const everything = async (store: typeof before) => ({
      account: await store.users.byEmail('ANA@example.org'),
      token: await store.tokens.holding('token', NOW),
      weights: await store.weights.of(_id),
      builtIn: await store.exercises.builtIn(),
      own: await store.exercises.ownedBy([_id]),
      workouts: await everyWorkout(store, _id),
      progress: await store.workouts.progress(_id, TODAY),
      stats: await store.workouts.stats(_id, TODAY),
      known: await store.workouts.knownKeys(_id, ['key']),
    });
    const stored = await everything(before);
    await before.close();

    const after = await open(file);
    expect(await everything(after)).toEqual(stored);
    expect(stored.progress).toMatchObject({ totalWorkouts: 2, streak: 2 });
    expect(await after.workouts.undoImport(_id, importId ?? '', TODAY)).toMatchObject({
      progress: { totalWorkouts: 1 },
    });
    await after.close();
  });

  it('is held by one store alone, and free again once that is closed', async () => {
    const file = newFile();
    const first = await open(file);
    await expect(open(file)).rejects.toThrow(DatabaseInUse);
    await expect(open(file)).rejects.toThrow(`${file} is in use by another server.`);
    const { _id } = await person(first);
    await first.close();
    const second = await open(file);
    expect(await second.users.byId(_id)).toBeDefined();
    await second.close();
  });

  it('of a later version is refused, with both versions', async () => {
    const file = newFile();
    await (await open(file)).close();
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 999');
    db.close();
    const refused = open(file);
    await expect(refused).rejects.toThrow(NewerDatabase);
    await expect(refused).rejects.toThrow(
      `${file} has version 999, and this program knows versions up to ${String(migrations.length)}.`,
    );
  });

  it('that is none is refused, and its bytes are kept', async () => {
    const file = newFile();
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, 'a shopping list, of some length, so that it can be taken for no database');
    await expect(open(file)).rejects.toThrow();
    expect(await readFile(file, 'utf8')).toContain('shopping list');
  });

  it('shows nothing of an import that was cut off by the end of the server', async () => {
    const file = newFile();
    const store = await open(file);
    const { _id } = await person(store);
    await store.workouts.add(_id, newWorkout(), NOW, TODAY);
    const before = await store.workouts.stats(_id, TODAY);
    const workouts = Array.from({ length: 500 }, (_, i) => imported(`key ${String(i)}`, newWorkout('2026-07-15')));
    const cutOff = expect(
      store.workouts.import(_id, { workouts, exercises: [ownExercise('Row')] }, NOW, TODAY),
    ).rejects.toThrow('closed');
    while ((await store.workouts.page(_id, { limit: 2 })).items.length < 2) await new Promise(setImmediate);
    await store.close();
    await cutOff;

    const after = await open(file);
    expect(await everyWorkout(after, _id)).toHaveLength(1);
    const stats = await after.workouts.stats(_id, TODAY);
    expect({ ...stats, version: before.version }).toEqual(before);
    expect(stats.version).toBeGreaterThan(before.version);
    expect(await after.exercises.ownedBy([_id])).toEqual([]);
    expect(await after.workouts.import(_id, { workouts, exercises: [] }, NOW, TODAY)).toMatchObject({ added: 500 });
    await after.close();
  });

  it('stores what was asked for before it was closed, and refuses what comes after', async () => {
    const file = newFile();
    const store = await open(file);
    const { _id } = await person(store);
    const asked = Array.from({ length: 10 }, () => store.workouts.add(_id, newWorkout(), NOW, TODAY));
    await store.close();
    expect((await Promise.all(asked)).every((answer) => answer.added)).toBe(true);
    await expect(store.workouts.add(_id, newWorkout(), NOW, TODAY)).rejects.toThrow('closed');
    const after = await open(file);
    expect(await everyWorkout(after, _id)).toHaveLength(10);
    await after.close();
  });
});
