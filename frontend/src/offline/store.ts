import { isNewer, type Op, slotOf } from '@trainer/coach/running/session';
import type { WorkoutInput } from '@trainer/contract/types';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** What ended on this device and the server has not answered for yet. */
export interface Unsent {
  clientId: string;
  userId: string;
  /** The workout as the device sees it; null: it was discarded, and the server is to know. */
  workout: WorkoutInput | null;
  /** What made it, its end included; absent in what was finished by an older program. */
  ops?: readonly Op[];
  /** What the server had against it, where it refused: kept and shown, never thrown away. */
  refused: string | null;
}

/** The workout that a change belongs to was finished or discarded meanwhile, in another tab or on another device. */
export class WorkoutOver extends Error {
  override readonly name = 'WorkoutOver';
}

/** What the device keeps of a workout, under the id of the person whose it is. */
export interface DeviceStore {
  /** False in a browser that keeps nothing: what is stored here lives as long as the page. */
  readonly keeps: boolean;
  ops(userId: string): Promise<Op[]>;
  /**
   * Resolves once it is on the disk. An operation that is older than what is there changes nothing.
   * @throws WorkoutOver where some are of a workout that does not run here; the others are stored
   */
  append(userId: string, ops: readonly Op[]): Promise<void>;
  /**
   * Adds what the server has, as long as it is of the workout that runs here, or none does.
   * → whether it was; nothing changes where it was not
   */
  adopt(userId: string, ops: readonly Op[]): Promise<boolean>;
  /** What the server has not acknowledged yet, the start first. */
  unacknowledged(userId: string): Promise<Op[]>;
  /** The server has these. */
  acknowledge(userId: string, ops: readonly Op[]): Promise<void>;
  /**
   * The running workout becomes one to send, in one step, so that no set of any tab is left behind.
   * @param make of everything that is stored; null: there is nothing to send, and all stays as it is
   */
  finish(userId: string, make: (ops: Op[]) => Unsent | null): Promise<Unsent | null>;
  /**
   * It ended elsewhere: nothing of this workout runs here any more.
   * → false, and all stays, where the server has not acknowledged everything
   */
  drop(userId: string, sessionId: string): Promise<boolean>;
  unsent(userId: string): Promise<Unsent[]>;
  /** Of everybody who trained on this device. */
  allUnsent(): Promise<Unsent[]>;
  refuse(clientId: string, why: string): Promise<void>;
  sent(clientId: string): Promise<void>;
}

interface Row {
  userId: string;
  slot: string;
  op: Op;
  /** The server has it. */
  acknowledged?: boolean;
}

interface Schema extends DBSchema {
  /** One row per thing that an operation is about, so that a value that is changed often takes the room of one. */
  ops: { key: [userId: string, slot: string]; value: Row };
  unsent: { key: string; value: Unsent; indexes: { user: string } };
}

const NAME = 'trainer';
/** After every character that an id holds. */
const END = '\uffff';
/** Not before it is on the disk, whatever the browser does by default. */
const DURABLE = { durability: 'strict' } as const;
/** What the server has anyway need not wait for the disk: where it is lost, it comes again. */
const SOON = { durability: 'relaxed' } as const;

export async function openDeviceStore(name = NAME): Promise<DeviceStore> {
  const database = connection(name);
  await database();
  const rows = async (userId: string) => (await database()).getAll('ops', ownOps(userId));
  return {
    keeps: true,
    ops: async (userId) => (await rows(userId)).map((row) => row.op),
    append: async (userId, ops) => append(await database(), userId, ops),
    adopt: async (userId, ops) => adopt(await database(), userId, ops),
    unacknowledged: async (userId) => startFirst((await rows(userId)).filter((row) => !row.acknowledged)),
    acknowledge: async (userId, ops) => acknowledge(await database(), userId, ops),
    finish: async (userId, make) => finish(await database(), userId, make),
    drop: async (userId, sessionId) => drop(await database(), userId, sessionId),
    unsent: async (userId) => (await database()).getAllFromIndex('unsent', 'user', userId),
    allUnsent: async () => (await database()).getAll('unsent'),
    refuse: async (clientId, why) => refuse(await database(), clientId, why),
    sent: async (clientId) => (await database()).delete('unsent', clientId),
  };
}

/** Some browsers drop the connection of a page that slept for long; it is opened anew. */
function connection(name: string): () => Promise<IDBPDatabase<Schema>> {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const drop = () => (opened = undefined);
  const open = () =>
    openDB<Schema>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('ops', { keyPath: ['userId', 'slot'] });
        fresh.createObjectStore('unsent', { keyPath: 'clientId' }).createIndex('user', 'userId');
      },
      // A tab with a newer program waits for this one to let go.
      blocking(_version, _wanted, { target }) {
        drop();
        (target as IDBDatabase).close();
      },
      terminated: drop,
    });
  return () => {
    opened ??= open().catch((error: unknown) => {
      drop();
      throw error;
    });
    return opened;
  };
}

const ownOps = (userId: string): IDBKeyRange => IDBKeyRange.bound([userId, ''], [userId, END]);

export const startFirst = (rows: readonly { op: Op }[]): Op[] =>
  rows.map((row) => row.op).sort((a, b) => Number(b.op === 'start') - Number(a.op === 'start'));

type Writing = Awaited<ReturnType<typeof writing>>;

async function writing(db: IDBPDatabase<Schema>, userId: string, how: typeof DURABLE | typeof SOON) {
  const { store, done } = db.transaction('ops', 'readwrite', how);
  // One row tells which workout runs here: a set is not worth reading hundreds.
  const [row] = await store.getAll(ownOps(userId), 1);
  return { store, done, here: row?.op.sessionId };
}

/** Those of the workout that runs here, or of the one that they begin where none does. */
export function ownOf(here: string | undefined, ops: readonly Op[]): Op[] {
  const sessionId = here ?? ops.find((op) => op.op === 'start')?.sessionId;
  return ops.filter((op) => op.sessionId === sessionId);
}

async function append(db: IDBPDatabase<Schema>, userId: string, ops: readonly Op[]): Promise<void> {
  const write = await writing(db, userId, DURABLE);
  const own = ownOf(write.here, ops);
  await putNewer(write, userId, own, false);
  if (own.length < ops.length) throw new WorkoutOver('This workout is over.');
}

async function adopt(db: IDBPDatabase<Schema>, userId: string, ops: readonly Op[]): Promise<boolean> {
  const write = await writing(db, userId, SOON);
  const own = ownOf(write.here, ops);
  await putNewer(write, userId, own, true);
  return own.length > 0;
}

async function putNewer(
  { store, done }: Writing,
  userId: string,
  ops: readonly Op[],
  acknowledged: boolean,
): Promise<void> {
  for (const op of ops) {
    const slot = slotOf(op);
    const before = await store.get([userId, slot]);
    if (before && !isNewer(op, before.op) && !(acknowledged && op.opId === before.op.opId)) continue;
    await store.put({ userId, slot, op, acknowledged });
  }
  await done;
}

async function acknowledge(db: IDBPDatabase<Schema>, userId: string, ops: readonly Op[]): Promise<void> {
  const { store, done } = db.transaction('ops', 'readwrite', SOON);
  for (const op of ops) {
    const row = await store.get([userId, slotOf(op)]);
    // It may have been changed again while it was on its way.
    if (row?.op.opId === op.opId) await store.put({ ...row, acknowledged: true });
  }
  await done;
}

async function drop(db: IDBPDatabase<Schema>, userId: string, sessionId: string): Promise<boolean> {
  const { store, done } = db.transaction('ops', 'readwrite', DURABLE);
  const rows = await store.getAll(ownOps(userId));
  const isOver = rows.every((row) => row.op.sessionId !== sessionId || row.acknowledged);
  if (isOver && rows.some((row) => row.op.sessionId === sessionId)) await store.delete(ownOps(userId));
  await done;
  return isOver;
}

async function finish(
  db: IDBPDatabase<Schema>,
  userId: string,
  make: (ops: Op[]) => Unsent | null,
): Promise<Unsent | null> {
  const write = db.transaction(['ops', 'unsent'], 'readwrite', DURABLE);
  const rows = await write.objectStore('ops').getAll(ownOps(userId));
  const unsent = make(rows.map((row) => row.op));
  if (unsent) {
    await write.objectStore('unsent').put(unsent);
    await write.objectStore('ops').delete(ownOps(userId));
  }
  await write.done;
  return unsent;
}

async function refuse(db: IDBPDatabase<Schema>, clientId: string, why: string): Promise<void> {
  const write = db.transaction('unsent', 'readwrite');
  const unsent = await write.store.get(clientId);
  if (unsent) await write.store.put({ ...unsent, refused: why });
  await write.done;
}
