import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it } from 'vitest';
import { newWorkout, NOW, person, TODAY } from '../suite/builders.ts';
import { migrate } from './migrate.ts';
import { storeOn } from './open.ts';

it.each([
  ['lost', (table: string) => `DELETE FROM ${table}`],
  ['somebody else’s', (table: string) => `UPDATE ${table} SET user_id = (SELECT max(id) FROM users)`],
])('rows kept with each change that are %s come back by a rebuild', async (_what, damage) => {
  const db = new DatabaseSync(':memory:');
  migrate(db, ':memory:');
  const store = storeOn(db);
  const { _id } = await person(store);
  await person(store);
  for (const day of [TODAY, '2026-07-15', '2026-07-14', '2026-06-01']) {
    await store.workouts.add(_id, newWorkout(day), NOW, TODAY);
  }
  const [progress, stats] = [await store.workouts.progress(_id, TODAY), await store.workouts.stats(_id, TODAY)];
  for (const table of ['days', 'weeks', 'runs', 'records']) db.exec(damage(table));
  expect(await store.workouts.progress(_id, TODAY)).not.toEqual(progress);
  await store.workouts.rebuild(_id);
  const version = progress.version + 1;
  expect(await store.workouts.progress(_id, TODAY)).toEqual({ ...progress, version });
  expect(await store.workouts.stats(_id, TODAY)).toEqual({ ...stats, version });
  await store.close();
});
