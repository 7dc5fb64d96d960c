import { MongoClient, type MongoClientOptions } from 'mongodb';
import type { Store } from '../port.ts';
import { collectionsOf, prepare } from './collections.ts';
import { tokenStream } from './ended-tokens.ts';
import { mongoExercises } from './exercises.ts';
import { gifBucket, removeLeftGifs } from './own-exercises.ts';
import { askedOf } from './asked.ts';
import { mongoPlans } from './plans.ts';
import { connectInTime, refusalOf, refuseStandalone } from './start.ts';
import { mongoAssignedPlans } from './assigned-plans.ts';
import { mongoCoaching } from './coaching.ts';
import { mongoMessages } from './messages.ts';
import { mongoMails } from './mails.ts';
import { mongoResets } from './resets.ts';
import { mongoRunning } from './running.ts';
import { mongoTokens } from './tokens.ts';
import { mongoUsers } from './users.ts';
import { mongoWeights } from './weights.ts';
import { mongoImports } from './workouts/imports.ts';
import { mongoWorkouts, progressReader } from './workouts/workouts.ts';
import { mongoWrites } from './writes.ts';

const OPTIONS: MongoClientOptions = {
  appName: 'trainer',
  // Acknowledged is what a majority has on its disk.
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: 5_000 },
  // What the primary has. A new primary has all that was acknowledged, but learns only a moment later that a majority has
  // it, too: asked for what a majority has, it would leave out what was saved last, and the cache would keep that.
  readConcern: { level: 'local' },
  retryWrites: true,
  retryReads: true,
  maxPoolSize: 50,
  minPoolSize: 2,
  // Without a primary a question waits this long for one, then it is told that the storage is away.
  serverSelectionTimeoutMS: 3_000,
  waitQueueTimeoutMS: 3_000,
  connectTimeoutMS: 2_000,
  heartbeatFrequencyMS: 2_000,
  // A server that hangs says nothing, not even that a question takes too long.
  socketTimeoutMS: 8_000,
};

const HALVES_EVERY_MS = 60_000;

/**
 * Opens the store on a replica set, makes its collections and indexes, and takes back what crashes left half done.
 * @param uri as MongoDB writes it, with the name of the database; without one it is `trainer`
 * @throws WrongStart within 5 s, in one line, where it is not reached, not let in, or a standalone server
 */
export async function openMongo({ uri }: { uri: string }): Promise<Store> {
  const client = await startedClient(uri);
  try {
    return await storeOn(client, databaseIn(uri));
  } catch (error) {
    await client.close();
    throw error;
  }
}

/** The store on a database whose collections are prepared; it closes the client with itself. */
export async function storeOn(client: MongoClient, database: string): Promise<Store> {
  const db = client.db(database);
  const collections = collectionsOf(db);
  const writes = mongoWrites(client);
  const endedTokens = await tokenStream(collections);
  const progress = progressReader(collections);
  const imports = mongoImports(collections, writes, progress);
  const bucket = gifBucket(db);
  await imports.takeBackHalves();
  await removeLeftGifs(collections, bucket, new Date());
  const cleaning = setInterval(() => {
    // What it can't do now it finds again the next time.
    imports.takeBackHalves().catch(() => undefined);
  }, HALVES_EVERY_MS);
  cleaning.unref();

  const asked = askedOf(async () => {
    clearInterval(cleaning);
    await endedTokens.close();
    await client.close();
  });
  return {
    users: asked.guard(mongoUsers(collections, writes)),
    tokens: asked.guard(mongoTokens(collections, writes)),
    endedTokens,
    weights: asked.guard(mongoWeights(collections, writes)),
    exercises: asked.guard(mongoExercises(collections, bucket, writes)),
    coaching: asked.guard(mongoCoaching(collections, writes)),
    assignedPlans: asked.guard(mongoAssignedPlans(collections, writes)),
    messages: asked.guard(mongoMessages(collections, writes)),
    running: asked.guard(mongoRunning(collections, writes)),
    mails: asked.guard(mongoMails(collections)),
    resets: asked.guard(mongoResets(collections, writes)),
    workouts: asked.guard(mongoWorkouts(collections, writes, imports, progress)),
    plans: asked.guard(mongoPlans(collections, writes)),
    ping: () => asked.ask(async () => void (await db.command({ ping: 1, maxTimeMS: 1_000 }))),
    close: () => asked.close(),
  };
}

/** @throws WrongStart */
export async function startedClient(uri: string): Promise<MongoClient> {
  let client: MongoClient | undefined;
  try {
    await prepareAt(uri);
    client = new MongoClient(uri, OPTIONS);
    await client.connect();
    return client;
  } catch (error) {
    await client?.close();
    throw await refusalOf(error, uri);
  }
}

/** Looks whether the address leads to a replica set, and makes the collections there. */
async function prepareAt(uri: string): Promise<void> {
  const client = new MongoClient(uri, {
    ...OPTIONS,
    // An index over a large collection takes longer than any question may.
    socketTimeoutMS: 0,
    // Whoever starts a server wants to know soon.
    serverSelectionTimeoutMS: 2_000,
    connectTimeoutMS: 1_500,
  });
  try {
    await connectInTime(client);
    await refuseStandalone(client);
    await prepare(client.db(databaseIn(uri)));
  } finally {
    await client.close();
  }
}

export function databaseIn(uri: string): string {
  const [, name] = /^mongodb(?:\+srv)?:\/\/[^/]*\/([^?]+)/.exec(uri) ?? [];
  return name ? decodeURIComponent(name) : 'trainer';
}
