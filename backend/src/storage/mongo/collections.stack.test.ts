import { type Db, type Document, MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDatabase } from '../../testing/new-database.ts';
import { GIFS, prepare } from './collections.ts';

describe('the database itself', () => {
  const uri = newDatabase();
  let client: MongoClient;
  let db: Db;
  beforeAll(async () => {
    client = new MongoClient(uri);
    db = client.db(new URL(uri).pathname.slice(1));
    // As two servers that start at once, and one more later.
    await Promise.all([prepare(db), prepare(db)]);
    await prepare(db);
  });
  afterAll(async () => {
    await db.dropDatabase();
    await client.close();
  });

  const indexesOf = async (name: string): Promise<Document[]> => db.collection(name).indexes();

  it.each([
    ['users', { emailFolded: 1 }],
    ['users', { usernameFolded: 1 }],
    ['workouts', { user: 1, clientId: 1 }],
    ['workouts', { user: 1, importKey: 1 }],
    ['weights', { user: 1, localDate: -1 }],
    ['exercises', { owner: 1, nameFolded: 1 }],
    ['figures', { user: 1, kind: 1, at: 1 }],
  ])('holds in %s only one of %o', async (name, key) => {
    expect(await indexesOf(name)).toContainEqual(expect.objectContaining({ key, unique: true }));
  });

  it('removes a token once its time is over', async () => {
    expect(await indexesOf('tokens')).toContainEqual(
      expect.objectContaining({ key: { expiresAt: 1 }, expireAfterSeconds: 0 }),
    );
  });

  it('stores no document of another shape', async () => {
    // What GridFS keeps is the driver’s own.
    const names = (await db.listCollections().toArray())
      .map((one) => one.name)
      .filter((name) => !name.startsWith(GIFS));
    expect(names.length).toBeGreaterThanOrEqual(8);
    for (const name of names) {
      await expect(db.collection(name).insertOne({ odd: true }), name).rejects.toThrow('Document failed validation');
    }
  });
});
