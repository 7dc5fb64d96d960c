import type { WorkoutInput } from '@trainer/contract/types';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Op } from './session.ts';

/** A finished workout that the server has not answered for yet. */
export interface Unsent {
  clientId: string;
  userId: string;
  workout: WorkoutInput;
  /** What the server had against it, where it refused: kept and shown, never thrown away. */
  refused: string | null;
}

interface Schema extends DBSchema {
  /** One row per thing that an operation is about, so that a value that is changed often takes the room of one. */
  ops: { key: [userId: string, slot: string]; value: { userId: string; slot: string; op: Op } };
  unsent: { key: string; value: Unsent; indexes: { user: string } };
}

/** What the device keeps of a workout, under the id of the person whose it is. */
export interface DeviceStore {
  ops(userId: string): Promise<Op[]>;
  /** Resolves once it is on the disk. */
  append(userId: string, ops: readonly Op[]): Promise<void>;
  /** The running workout becomes one to send, in one step. */
  finish(unsent: Unsent): Promise<void>;
  discard(userId: string): Promise<void>;
  unsent(userId: string): Promise<Unsent[]>;
  refuse(clientId: string, why: string): Promise<void>;
  sent(clientId: string): Promise<void>;
}

const NAME = 'trainer';
/** After every character that an id holds. */
const END = '\uffff';

export async function openDeviceStore(name = NAME): Promise<DeviceStore> {
  const db = await openDB<Schema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('ops', { keyPath: ['userId', 'slot'] });
      fresh.createObjectStore('unsent', { keyPath: 'clientId' }).createIndex('user', 'userId');
    },
  });
  const durable = { durability: 'strict' } as const;
  return {
    ops: async (userId) => (await db.getAll('ops', ownOps(userId))).map((row) => row.op),

    async append(userId, ops) {
      const write = db.transaction('ops', 'readwrite', durable);
      await Promise.all([...ops.map((op) => write.store.put({ userId, slot: slotOf(op), op })), write.done]);
    },

    async finish(unsent) {
      const write = db.transaction(['ops', 'unsent'], 'readwrite', durable);
      await Promise.all([
        write.objectStore('unsent').put(unsent),
        write.objectStore('ops').delete(ownOps(unsent.userId)),
        write.done,
      ]);
    },

    discard: (userId) => db.delete('ops', ownOps(userId)),
    unsent: (userId) => db.getAllFromIndex('unsent', 'user', userId),
    refuse: (clientId, why) => refuse(db, clientId, why),
    sent: (clientId) => db.delete('unsent', clientId),
  };
}

const ownOps = (userId: string): IDBKeyRange => IDBKeyRange.bound([userId, ''], [userId, END]);

/** Of a set, a note and the rest only the newest matters. */
function slotOf(op: Op): string {
  if (op.op === 'set') return `set:${op.setId}`;
  if (op.op === 'note') return `note:${op.key ?? ''}`;
  return op.op === 'rest' ? 'rest' : op.opId;
}

async function refuse(db: IDBPDatabase<Schema>, clientId: string, why: string): Promise<void> {
  const write = db.transaction('unsent', 'readwrite');
  const unsent = await write.store.get(clientId);
  if (unsent) await write.store.put({ ...unsent, refused: why });
  await write.done;
}
