import { MongoClient } from 'mongodb';
import { expect, it } from 'vitest';
import { newDatabase } from '../../testing/new-database.ts';
import { newWorkout, NOW, person, TODAY } from '../suite/builders.ts';
import { toId } from './ids.ts';
import { openMongo } from './open.ts';

it('a server that died in the middle of a save keeps nobody from saving', async () => {
  const uri = newDatabase();
  const store = await openMongo({ uri });
  const { _id } = await person(store);
  await store.workouts.add(_id, newWorkout(TODAY), NOW, TODAY);

  const dead = new MongoClient(uri);
  const session = dead.startSession();
  session.startTransaction();
  const figures = dead.db(new URL(uri).pathname.slice(1)).collection('figures');
  await figures.updateOne({ user: toId(_id), kind: 'summary' }, { $inc: { version: 1 } }, { session });

  const { added, progress } = await store.workouts.add(_id, newWorkout(TODAY), NOW, TODAY);
  expect({ added, version: progress.version }).toEqual({ added: true, version: 2 });
  await expect(session.commitTransaction()).rejects.toMatchObject({ codeName: 'NoSuchTransaction' });
  await dead.close();
  await store.close();
});
