import { type Collection, type Db, type Document, type IndexDescription, ObjectId } from 'mongodb';
import type {
  AssignedPlanRecord,
  BestDocument,
  ExerciseDocument,
  FigureDocument,
  GenerationDocument,
  ImportDocument,
  PlanRecord,
  InviteDocument,
  LinkDocument,
  MessageDocument,
  RunningRecord,
  ThreadDocument,
  MailDocument,
  ResetDocument,
  TokenDocument,
  UserDocument,
  WeightDocument,
  WorkoutRecord,
} from './documents.ts';
import { validators } from './validators.ts';

export interface Collections {
  users: Collection<UserDocument>;
  tokens: Collection<TokenDocument>;
  weights: Collection<WeightDocument>;
  exercises: Collection<ExerciseDocument>;
  imports: Collection<ImportDocument>;
  workouts: Collection<WorkoutRecord>;
  bests: Collection<BestDocument>;
  figures: Collection<FigureDocument>;
  plans: Collection<PlanRecord>;
  generations: Collection<GenerationDocument>;
  running: Collection<RunningRecord>;
  mails: Collection<MailDocument>;
  resets: Collection<ResetDocument>;
  invites: Collection<InviteDocument>;
  links: Collection<LinkDocument>;
  assignedPlans: Collection<AssignedPlanRecord>;
  messages: Collection<MessageDocument>;
  threads: Collection<ThreadDocument>;
}

export type CollectionName = keyof Collections;

export const collectionsOf = (db: Db): Collections => ({
  users: limited(db.collection('users')),
  tokens: limited(db.collection('tokens')),
  weights: limited(db.collection('weights')),
  exercises: limited(db.collection('exercises')),
  imports: limited(db.collection('imports')),
  workouts: limited(db.collection('workouts')),
  bests: limited(db.collection('bests')),
  figures: limited(db.collection('figures')),
  plans: limited(db.collection('plans')),
  generations: limited(db.collection('generations')),
  running: limited(db.collection('running')),
  mails: limited(db.collection('mails')),
  resets: limited(db.collection('resets')),
  invites: limited(db.collection('invites')),
  links: limited(db.collection('links')),
  assignedPlans: limited(db.collection('assignedPlans')),
  messages: limited(db.collection('messages')),
  threads: limited(db.collection('threads')),
});

/** Nobody waits for a question any longer than this (`socketTimeoutMS`), so the server may drop it, too. */
export const QUESTION_MS = 8_000;

/** Every question of it ends in time, on the server itself; `findOne` asks through `find`. */
function limited<D extends Document>(collection: Collection<D>): Collection<D> {
  const { find, aggregate } = collection;
  const limit = { maxTimeMS: QUESTION_MS };
  return Object.assign(collection, {
    find: (filter: object = {}, options: object = {}) => find.call(collection, filter, { ...limit, ...options }),
    aggregate: (pipeline: Document[] = [], options: object = {}) =>
      aggregate.call(collection, pipeline, { ...limit, ...options }),
  });
}

/** Everything but null, written so that the planner sees that an equality is within it; it does not for `$type`. */
const ANY_ID = { $gte: new ObjectId('0'.repeat(24)) };
const ANY_TEXT = { $gte: '' };
const ANY_NUMBER = { $gte: 0 };

/**
 * Every question that the port asks is answered from one of these; the first fields are always equalities. What is unique
 * among a member's things begins with the member, which is what they would be sharded by.
 */
const indexes: Record<CollectionName, IndexDescription[]> = {
  users: [
    // Folded by our own rule, the same on every engine: a collation would take ß and ss for one e-mail.
    { name: 'email', key: { emailFolded: 1 }, unique: true },
    { name: 'username', key: { usernameFolded: 1 }, unique: true },
    { name: 'trainer', key: { trainerId: 1, _id: 1 }, partialFilterExpression: { trainerId: ANY_ID } },
  ],
  tokens: [
    { name: 'user', key: { userId: 1 } },
    { name: 'end', key: { expiresAt: 1 }, expireAfterSeconds: 0 },
  ],
  weights: [{ name: 'day', key: { user: 1, localDate: -1 }, unique: true }],
  exercises: [
    // The built-in ones are those without an owner.
    { name: 'owner', key: { owner: 1, nameFolded: 1 }, unique: true },
    { name: 'import', key: { importId: 1 }, partialFilterExpression: { importId: ANY_ID } },
    {
      name: 'clientId',
      key: { owner: 1, clientId: 1 },
      unique: true,
      partialFilterExpression: { clientId: ANY_TEXT },
    },
    { name: 'gif', key: { gif: 1 }, partialFilterExpression: { gif: ANY_ID } },
  ],
  imports: [{ name: 'halves', key: { whole: 1, beatAt: 1 }, partialFilterExpression: { whole: false } }],
  workouts: [
    { name: 'date', key: { user: 1, date: -1, _id: -1 } },
    {
      name: 'clientId',
      key: { user: 1, clientId: 1 },
      unique: true,
      partialFilterExpression: { clientId: ANY_TEXT },
    },
    {
      name: 'importKey',
      key: { user: 1, importKey: 1 },
      unique: true,
      partialFilterExpression: { importKey: ANY_TEXT },
    },
    { name: 'import', key: { importId: 1 }, partialFilterExpression: { importId: ANY_ID } },
  ],
  mails: [
    { name: 'key', key: { key: 1 }, unique: true },
    { name: 'due', key: { waiting: 1, dueAt: 1, _id: 1 }, partialFilterExpression: { waiting: true } },
    { name: 'settled', key: { waiting: 1, settledAt: 1 }, partialFilterExpression: { waiting: false } },
  ],
  resets: [
    { name: 'user', key: { userId: 1 } },
    { name: 'end', key: { expiresAt: 1 } },
  ],
  running: [
    { name: 'session', key: { user: 1, sessionId: 1 }, unique: true },
    { name: 'now', key: { user: 1 }, unique: true, partialFilterExpression: { runs: true } },
    { name: 'unmade', key: { unmade: 1 }, partialFilterExpression: { unmade: true } },
    { name: 'ended', key: { since: 1 }, partialFilterExpression: { runs: false } },
  ],
  invites: [
    { name: 'trainer', key: { trainer: 1, emailFolded: 1 }, unique: true },
    {
      name: 'clientId',
      key: { trainer: 1, clientId: 1 },
      unique: true,
      partialFilterExpression: { clientId: ANY_TEXT },
    },
    { name: 'email', key: { emailFolded: 1 } },
    { name: 'code', key: { codeHash: 1 }, unique: true },
    { name: 'end', key: { expiresAt: 1 }, expireAfterSeconds: 0 },
  ],
  links: [
    { name: 'trainer', key: { trainer: 1, since: 1, _id: 1 } },
    { name: 'until', key: { until: 1 }, partialFilterExpression: { until: ANY_TEXT } },
  ],
  assignedPlans: [
    { name: 'member', key: { member: 1, _id: -1 } },
    {
      name: 'clientId',
      key: { trainer: 1, clientId: 1 },
      unique: true,
      partialFilterExpression: { clientId: ANY_TEXT },
    },
  ],
  messages: [
    { name: 'thread', key: { thread: 1, createdAt: -1, _id: -1 } },
    { name: 'unread', key: { to: 1, from: 1, createdAt: 1 }, partialFilterExpression: { readAt: null } },
    { name: 'untold', key: { createdAt: 1 }, partialFilterExpression: { told: false } },
    {
      name: 'clientId',
      key: { from: 1, clientId: 1 },
      unique: true,
      partialFilterExpression: { clientId: ANY_TEXT },
    },
  ],
  threads: [{ name: 'user', key: { user: 1, other: 1 }, unique: true }],
  bests: [
    { name: 'workout', key: { user: 1, workout: 1, key: 1 }, unique: true },
    {
      name: 'weight',
      key: { user: 1, key: 1, weight: -1, weightReps: -1, localDate: 1, workout: 1 },
      partialFilterExpression: { weight: ANY_NUMBER },
    },
    {
      name: 'reps',
      key: { user: 1, key: 1, reps: -1, localDate: 1, workout: 1 },
      partialFilterExpression: { reps: ANY_NUMBER },
    },
  ],
  figures: [
    { name: 'figure', key: { user: 1, kind: 1, at: 1 }, unique: true },
    {
      name: 'longest',
      key: { user: 1, kind: 1, length: -1 },
      partialFilterExpression: { kind: 'dayRun' },
    },
  ],
  plans: [
    { name: 'date', key: { user: 1, kind: 1, createdAt: -1, _id: -1 } },
    { name: 'request', key: { user: 1, kind: 1, requestId: 1 }, unique: true },
    { name: 'share', key: { shareToken: 1 }, partialFilterExpression: { shareToken: ANY_TEXT } },
  ],
  generations: [{ name: 'generation', key: { user: 1, kind: 1, at: 1 }, unique: true }],
};

/** The bucket of GridFS that has the animations of own exercises. */
export const GIFS = 'exerciseGifs';

/** Makes the collections, their validators and indexes, or brings them up to date. Said twice, or by two servers at once, it changes nothing. */
export async function prepare(db: Db): Promise<void> {
  const there = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map((one) => one.name));
  const names = Object.keys(indexes) as CollectionName[];
  await Promise.all(
    names.map(async (name) => {
      const validator = { validator: validators[name], validationLevel: 'strict', validationAction: 'error' } as const;
      if (there.has(name)) await db.command({ collMod: name, ...validator });
      else await made(db.createCollection(name, validator));
      await db.collection(name).createIndexes(indexes[name]);
    }),
  );
  // What was left half done is looked for by its age; GridFS makes what it needs itself, at the first file.
  await db.collection(`${GIFS}.files`).createIndex({ uploadDate: 1 }, { name: 'age' });
}

/** Another server that starts at the same time may have been first. */
async function made(creating: Promise<unknown>): Promise<void> {
  await creating.catch((error: unknown) => {
    if ((error as { codeName?: string }).codeName !== 'NamespaceExists') throw error;
  });
}
