import type { CollectionName } from './collections.ts';

/**
 * What the database itself refuses to store: a document of a wrong shape can only come from a defect or from another
 * program's hand. The values inside were checked at the door.
 */
export const validators: Record<CollectionName, object> = {
  users: shape({
    v: 'int',
    username: 'string',
    usernameFolded: 'string',
    email: 'string',
    emailFolded: 'string',
    role: ['member', 'trainer'],
    passwordHash: 'string',
    profile: 'object',
    settings: 'object',
    trainerId: maybe('objectId'),
    createdAt: 'date',
    updatedAt: 'date',
  }),
  tokens: shape({ _id: 'string', userId: 'objectId', expiresAt: 'date' }),
  weights: shape({ user: 'objectId', localDate: 'string', weight: 'number', createdAt: 'date' }),
  exercises: shape({
    slug: maybe('string'),
    owner: maybe('objectId'),
    nameFolded: 'string',
    muscleGroup: 'string',
    position: 'int',
    importId: maybe('objectId'),
    exercise: 'object',
  }),
  imports: shape({ user: 'objectId', whole: 'bool', beatAt: 'date', createdAt: 'date' }),
  workouts: shape({
    v: 'int',
    user: 'objectId',
    clientId: maybe('string'),
    importId: maybe('objectId'),
    importKey: maybe('string'),
    name: 'string',
    date: 'date',
    localDate: 'string',
    exercises: 'array',
    totalDuration: 'number',
    totalCalories: 'number',
    caloriesEstimated: 'bool',
    intensity: 'string',
    mood: maybe('string'),
    notes: maybe('string'),
    source: 'string',
    sets: 'number',
    volume: 'number',
    createdAt: 'date',
    updatedAt: 'date',
  }),
  bests: shape({
    user: 'objectId',
    workout: 'objectId',
    key: 'string',
    name: 'string',
    slug: maybe('string'),
    localDate: 'string',
    weight: maybe('number'),
    weightReps: maybe('number'),
    reps: maybe('number'),
  }),
  mails: shape({
    key: 'string',
    letter: maybe('string'),
    attempts: 'int',
    waiting: 'bool',
    dueAt: 'date',
    failure: maybe('string'),
    settledAt: maybe('date'),
    createdAt: 'date',
  }),
  resets: shape({ _id: 'string', userId: 'objectId', expiresAt: 'date' }),
  running: shape({
    user: 'objectId',
    sessionId: 'string',
    runs: 'bool',
    unmade: 'bool',
    since: 'date',
    glance: maybe('object'),
    document: 'object',
  }),
  invites: shape({
    trainer: 'objectId',
    email: 'string',
    emailFolded: 'string',
    code: 'string',
    codeHash: 'string',
    clientId: maybe('string'),
    expiresAt: 'date',
    createdAt: 'date',
  }),
  links: shape({
    trainer: 'objectId',
    since: 'date',
    share: 'object',
    until: maybe('string'),
    note: maybe('string'),
    noteAt: maybe('date'),
  }),
  assignedPlans: shape({
    v: 'int',
    trainer: 'objectId',
    member: 'objectId',
    clientId: maybe('string'),
    name: 'string',
    startsOn: 'string',
    weeks: 'int',
    days: 'array',
    planned: 'array',
    lastDay: 'string',
    removed: 'bool',
    createdAt: 'date',
    updatedAt: 'date',
  }),
  messages: shape({
    thread: 'string',
    from: 'objectId',
    to: 'objectId',
    clientId: maybe('string'),
    text: 'string',
    createdAt: 'date',
    readAt: maybe('date'),
    told: 'bool',
  }),
  threads: shape({ user: 'objectId', other: 'objectId', last: 'objectId' }),
  figures: shape({
    user: 'objectId',
    kind: ['summary', 'day', 'week', 'dayRun', 'weekRun', 'record'],
    at: 'string',
  }),
  plans: shape({
    v: 'int',
    user: 'objectId',
    kind: ['workout', 'diet'],
    requestId: 'string',
    version: 'int',
    shareToken: maybe('string'),
    createdAt: 'date',
    title: 'string',
    summary: 'string',
    writer: ['gemini', 'built-in'],
    status: ['verified', 'repaired', 'fallback'],
    plan: 'object',
  }),
  generations: shape({ user: 'objectId', kind: ['workout', 'diet', 'day'], at: 'string' }),
};

type Field = string | readonly string[] | { maybe: string };

function maybe(bsonType: string): { maybe: string } {
  return { maybe: bsonType };
}

/** All of these fields have to be there; a list is one of its words. */
function shape(fields: Record<string, Field>): object {
  const properties = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, rule(field)]));
  return { $jsonSchema: { bsonType: 'object', required: Object.keys(fields), properties } };
}

function rule(field: Field): object {
  if (typeof field === 'string') return { bsonType: field };
  return 'maybe' in field ? { bsonType: [field.maybe, 'null'] } : { enum: field };
}
