import type { WorkoutInput } from '@trainer/contract/types';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { isNewer, type Op, slotOf } from '@trainer/coach/running/session';

/** A finished workout that the server has not answered for yet. */
export interface Unsent {
  clientId: string;
  userId: string;
  workout: WorkoutInput;
  /** What the server had against it, where it refused: kept and shown, never thrown away. */
  refused: string | null;
}

/** The workout that a change belongs to was finished or discarded meanwhile, in another tab. */
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
   * @throws WorkoutOver
   */
  append(userId: string, ops: readonly Op[]): Promise<void>;
  /**
   * The running workout becomes one to send, in one step, so that no set of any tab is left behind.
   * @param make of everything that is stored; null: there is nothing to send, and all stays as it is
   */
  finish(userId: string, make: (ops: Op[]) => Unsent | null): Promise<Unsent | null>;
  discard(userId: string): Promise<void>;
  unsent(userId: string): Promise<Unsent[]>;
  /** Of everybody who trained on this device. */
  allUnsent(): Promise<Unsent[]>;
  refuse(clientId: string, why: string): Promise<void>;
  sent(clientId: string): Promise<void>;
}

interface Schema extends DBSchema {
  /** One row per thing that an operation is about, so that a value that is changed often takes the room of one. */
  ops: { key: [userId: string, slot: string]; value: { userId: string; slot: string; op: Op } };
  unsent: { key: string; value: Unsent; indexes: { user: string } };
}

const NAME = 'trainer';
/** After every character that an id holds. */
const END = '\uffff';
/** Not before it is on the disk, whatever the browser does by default. */
const DURABLE = { durability: 'strict' } as const;

export async function openDeviceStore(name = NAME): Promise<DeviceStore> {
  const database = connection(name);
  await database();
  return {
    keeps: true,
    ops: async (userId) => (await (await database()).getAll('ops', ownOps(userId))).map((row) => row.op),
    append: async (userId, ops) => append(await database(), userId, ops),
    finish: async (userId, make) => finish(await database(), userId, make),
    discard: async (userId) => (await database()).delete('ops', ownOps(userId)),
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

async function append(db: IDBPDatabase<Schema>, userId: string, ops: readonly Op[]): Promise<void> {
  const write = db.transaction('ops', 'readwrite', DURABLE);
  const rows = new Map((await write.store.getAll(ownOps(userId))).map(({ slot, op }) => [slot, op]));
  if (![...ops, ...rows.values()].some((op) => op.op === 'start')) throw new WorkoutOver('This workout is over.');
  for (const op of ops) {
    const slot = slotOf(op);
    const before = rows.get(slot);
    if (before && !isNewer(op, before)) continue;
    rows.set(slot, op);
    await write.store.put({ userId, slot, op });
  }
  await write.done;
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
