import type { Collection, GridFSBucket, MongoClient } from 'mongodb';
import { type Kind, type Kinds, type MovingIn, NotEmpty, PLAIN_KINDS, type PlainKind } from '../moving.ts';
import { foldEmail, foldUsername } from '../accounts.ts';
import { foldName } from '../port.ts';
import { type Collections, collectionsOf } from './collections.ts';
import { toId, toIdOrNull } from './ids.ts';
import { TOTALS_AT } from './documents.ts';
import { eachOf, plainShelves } from './moving-plain.ts';
import { replace } from './moving-shelf.ts';
import { gifBucket, storedGif } from './own-exercises.ts';
import { databaseIn, startedClient, storeOn } from './open.ts';
import { toRecord as toPlanRecord } from './plans.ts';
import { wellFormed } from './well-formed.ts';
import { bestsOf } from './workouts/counting.ts';
import { toRecord } from './workouts/documents.ts';
import { rebuild } from './workouts/rebuild.ts';

/** How far a move has come. It goes with the end of the move. */
interface Mark {
  _id: 'move';
  fingerprint: string;
  after: Partial<Record<Kind, string>>;
}

/**
 * Opens a store on a replica set to move another into it.
 * @throws WrongStart
 */
export async function openMongoToMove({ uri }: { uri: string }): Promise<MovingIn> {
  const client = await startedClient(uri);
  try {
    const db = client.db(databaseIn(uri));
    return movingInto(
      client,
      collectionsOf(db),
      gifBucket(db),
      db.collection<Mark>('moves'),
      await storeOn(client, databaseIn(uri)),
    );
  } catch (error) {
    await client.close();
    throw error;
  }
}

function movingInto(
  client: MongoClient,
  collections: Collections,
  bucket: GridFSBucket,
  marks: Collection<Mark>,
  store: MovingIn['store'],
): MovingIn {
  const shelves = plainShelves(collections);
  const writers: Writers<Kind> = { ...writersOf(client, collections, bucket), ...eachOf(shelves, 'put') };
  const found: Record<Kind, (lasting?: Date) => Promise<number>> = {
    ...eachOf(shelves, 'count'),
    users: () => collections.users.countDocuments(),
    tokens: (lasting) => collections.tokens.countDocuments(lasting ? { expiresAt: { $gt: lasting } } : {}),
    weights: () => collections.weights.countDocuments(),
    exercises: () => collections.exercises.countDocuments({ owner: { $ne: null } }),
    gifs: () => collections.exercises.countDocuments({ gif: { $gte: toId('') } }),
    imports: () => collections.imports.countDocuments(),
    workouts: () => collections.workouts.countDocuments(),
    plans: () => collections.plans.countDocuments(),
    versions: () => collections.figures.countDocuments({ kind: 'summary' }),
  };

  async function empty(): Promise<void> {
    const { users, tokens, weights, exercises, imports, workouts, bests, figures, plans, generations } = collections;
    await exercises.deleteMany({ owner: { $ne: null } });
    await bucket.drop().catch(() => undefined);
    await Promise.all([
      users.deleteMany({}),
      tokens.deleteMany({}),
      weights.deleteMany({}),
      imports.deleteMany({}),
      workouts.deleteMany({}),
      bests.deleteMany({}),
      figures.deleteMany({}),
      plans.deleteMany({}),
      generations.deleteMany({}),
      ...PLAIN_KINDS.map((kind) => shelves[kind].empty()),
    ]);
  }

  return {
    store,
    count: (kind, lasting) => found[kind](lasting),
    read: (kind, records) => shelves[kind].read(records),

    async begin(fingerprint) {
      const mark = await marks.findOne({ _id: 'move' });
      if (!mark && (await found.users()) > 0) {
        throw new NotEmpty(
          'The MongoDB database has members already. Name another database in MONGODB_URI, or drop this one.',
        );
      }
      if (mark?.fingerprint === fingerprint) return (kind) => mark.after[kind] ?? '';
      await empty();
      await marks.replaceOne({ _id: 'move' }, { fingerprint, after: {} }, { upsert: true });
      return () => '';
    },

    async put(kind, records) {
      const last = records.at(-1);
      if (!last) return;
      await writers[kind](records.map((record) => record.is));
      await marks.updateOne({ _id: 'move' }, { $set: { [`after.${kind}`]: last.at } });
    },

    finish: async () => void (await marks.drop()),
  };
}

type Writers<K extends Kind> = { [One in K]: (records: readonly Kinds[One][]) => Promise<void> };

function writersOf(
  client: MongoClient,
  collections: Collections,
  bucket: GridFSBucket,
): Writers<Exclude<Kind, PlainKind>> {
  const { users, tokens, weights, exercises, imports, workouts, bests, figures, plans } = collections;
  return {
    users: (records) =>
      replace(
        users,
        records.map(({ _id, email, username, trainerId, createdAt, updatedAt, ...user }) =>
          wellFormed({
            ...user,
            v: 1 as const,
            _id: toId(_id),
            email,
            emailFolded: foldEmail(email),
            username,
            usernameFolded: foldUsername(username),
            trainerId: toIdOrNull(trainerId),
            createdAt: new Date(createdAt),
            updatedAt: new Date(updatedAt),
          }),
        ),
      ),
    tokens: (records) =>
      replace(
        tokens,
        records.map(({ id, userId, expiresAt }) => ({ _id: id, userId: toId(userId), expiresAt })),
      ),
    weights: (records) =>
      replace(
        weights,
        records.map(({ _id, user, localDate, weight, createdAt }) => ({
          _id: toId(_id),
          user: toId(user),
          localDate,
          weight,
          createdAt: new Date(createdAt),
        })),
      ),
    exercises: (records) =>
      replace(
        exercises,
        records.map(({ exercise, importId, clientId }) =>
          wellFormed({
            _id: toId(exercise._id),
            slug: null,
            owner: toIdOrNull(exercise.owner),
            nameFolded: foldName(exercise.name),
            muscleGroup: exercise.muscleGroup,
            position: 0,
            importId: toIdOrNull(importId),
            clientId,
            gif: null,
            exercise,
          }),
        ),
      ),
    async gifs(records) {
      for (const { exerciseId, hash, bytes } of records) {
        const gif = await storedGif(bucket, { bytes, hash });
        await exercises.updateOne({ _id: toId(exerciseId) }, { $set: { gif } });
      }
    },
    imports: (records) =>
      replace(
        imports,
        records.map(({ _id, user, createdAt }) => ({
          _id: toId(_id),
          user: toId(user),
          whole: true,
          beatAt: new Date(createdAt),
          createdAt: new Date(createdAt),
        })),
      ),
    async workouts(records) {
      const users = records.map(({ workout }) => toId(workout.user));
      const ids = records.map(({ workout }) => toId(workout._id));
      await bests.deleteMany({ user: { $in: users }, workout: { $in: ids } });
      await replace(
        workouts,
        records.map(({ workout, figures: counted, importId, importKey }) => ({
          ...toRecord(
            toId(workout._id),
            toId(workout.user),
            { ...workout, figures: counted },
            new Date(workout.updatedAt),
            {
              importId: toIdOrNull(importId),
              importKey,
            },
          ),
          createdAt: new Date(workout.createdAt),
        })),
      );
      const made = records.flatMap(({ workout, figures: counted }) =>
        bestsOf(toId(workout.user), toId(workout._id), { ...workout, figures: counted }),
      );
      if (made.length > 0) await bests.insertMany(made);
    },
    plans: (records) => replace(plans, records.map(toPlanRecord)),
    async versions(records) {
      for (const { user, version } of records) {
        await client.withSession((session) =>
          session.withTransaction(async () => {
            await rebuild(collections, toId(user), session);
            await figures.updateOne(
              { user: toId(user), kind: 'summary', at: TOTALS_AT },
              { $set: { version } },
              { session },
            );
          }),
        );
      }
    },
  };
}
