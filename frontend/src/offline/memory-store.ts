import { newestOf, type Op } from '@trainer/coach/running/session';
import { type DeviceStore, ownOf, startFirst, type Unsent, WorkoutOver } from './store.ts';

/** For a browser that keeps nothing, as some do in private windows: the workout lives as long as the page, which says so. */
export function memoryDeviceStore(): DeviceStore {
  let ops: Op[] = [];
  const acknowledged = new Set<string>();
  const unsent = new Map<string, Unsent>();
  const note = (more: readonly Op[]) => {
    for (const op of more) acknowledged.add(op.opId);
  };
  return {
    keeps: false,
    ops: () => Promise.resolve([...ops]),
    append(_userId, more) {
      const own = ownOf(ops[0]?.sessionId, more);
      ops = newestOf([...ops, ...own]);
      return own.length < more.length ? Promise.reject(new WorkoutOver('This workout is over.')) : Promise.resolve();
    },
    adopt(_userId, more) {
      const own = ownOf(ops[0]?.sessionId, more);
      ops = newestOf([...ops, ...own]);
      note(own);
      return Promise.resolve(own.length > 0);
    },
    unacknowledged: () =>
      Promise.resolve(startFirst(ops.filter((op) => !acknowledged.has(op.opId)).map((op) => ({ op })))),
    acknowledge: (_userId, more) => Promise.resolve(note(more)),
    finish(_userId, make) {
      const finished = make([...ops]);
      if (finished) {
        unsent.set(finished.clientId, finished);
        ops = [];
      }
      return Promise.resolve(finished);
    },
    drop(_userId, sessionId) {
      const own = ops.filter((op) => op.sessionId === sessionId);
      const isOver = own.every((op) => acknowledged.has(op.opId));
      if (isOver && own.length > 0) ops = [];
      return Promise.resolve(isOver);
    },
    unsent: () => Promise.resolve([...unsent.values()]),
    allUnsent: () => Promise.resolve([...unsent.values()]),
    refuse(clientId, why) {
      const refused = unsent.get(clientId);
      if (refused) unsent.set(clientId, { ...refused, refused: why });
      return Promise.resolve();
    },
    sent: (clientId) => Promise.resolve(void unsent.delete(clientId)),
  };
}
