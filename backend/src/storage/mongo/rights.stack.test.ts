import { type Mongo, startMongo } from '@trainer/stack/mongod';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { imported, newWorkout, NOW, ownExercise, person, TODAY } from '../suite/builders.ts';
import { toId } from './ids.ts';
import { openMongo } from './open.ts';

let mongo: Mongo;
let uri: string;
beforeAll(async () => {
  mongo = await startMongo(1, { password: 'p@ss/w:rd' });
  uri = mongo.uri.replace('/?', '/trainer?');
});
afterAll(() => mongo.stop());

it('the rights that the deployment gives the server are enough for all that it does', async () => {
  for (let start = 0; start < 2; start += 1) await (await openMongo({ uri })).close();
  const store = await openMongo({ uri });
  const ended: string[] = [];
  store.endedTokens.listen({ ended: (ids) => void ended.push(...ids), missed: () => undefined });
  const { _id } = await person(store);
  await store.workouts.add(_id, newWorkout(TODAY), NOW, TODAY);
  const load = { workouts: [imported('a'), imported('b')], exercises: [ownExercise('Sled pull')] };
  const { importId } = await store.workouts.import(_id, load, NOW, TODAY);
  await store.workouts.undoImport(_id, importId ?? '', TODAY);
  await store.workouts.rebuild(_id);
  await store.tokens.add({ id: 'one', userId: _id, expiresAt: NOW });
  await store.tokens.end('one');
  await expect.poll(() => ended, { timeout: 60_000 }).toEqual(['one']);

  // Another server of the same user died in the middle of a save; ending what it left takes no other right.
  const dead = new MongoClient(uri);
  const session = dead.startSession();
  session.startTransaction();
  await dead
    .db('trainer')
    .collection('figures')
    .updateOne({ user: toId(_id), kind: 'summary' }, { $inc: { version: 1 } }, { session });
  expect((await store.workouts.add(_id, newWorkout(TODAY), NOW, TODAY)).added).toBe(true);
  await dead.close();
  await store.close();
});
