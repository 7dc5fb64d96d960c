import { newestOf, type Op } from '@trainer/coach/running/session';
import type { DeviceStore, Unsent } from './store.ts';

/** For a browser that keeps nothing, as some do in private windows: the workout lives as long as the page, which says so. */
export function memoryDeviceStore(): DeviceStore {
  let ops: Op[] = [];
  const unsent = new Map<string, Unsent>();
  return {
    keeps: false,
    ops: () => Promise.resolve([...ops]),
    append(_userId, more) {
      ops = newestOf([...ops, ...more]);
      return Promise.resolve();
    },
    finish(_userId, make) {
      const finished = make([...ops]);
      if (finished) {
        unsent.set(finished.clientId, finished);
        ops = [];
      }
      return Promise.resolve(finished);
    },
    discard: () => Promise.resolve(void (ops = [])),
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
