import type { Op } from './session.ts';
import type { DeviceStore, Unsent } from './store.ts';

/**
 * For a browser that keeps nothing, as some do in private windows: the workout lives as long as the page. Each `append`
 * says so by rejecting after it did what it could.
 */
export function memoryDeviceStore(): DeviceStore {
  const ops: Op[] = [];
  const unsent = new Map<string, Unsent>();
  return {
    ops: () => Promise.resolve([...ops]),
    append(_userId, more) {
      ops.push(...more);
      return Promise.reject(new Error('This browser keeps nothing.'));
    },
    finish(finished) {
      unsent.set(finished.clientId, finished);
      ops.length = 0;
      return Promise.resolve();
    },
    discard: () => Promise.resolve(void (ops.length = 0)),
    unsent: () => Promise.resolve([...unsent.values()]),
    refuse(clientId, why) {
      const refused = unsent.get(clientId);
      if (refused) unsent.set(clientId, { ...refused, refused: why });
      return Promise.resolve();
    },
    sent: (clientId) => Promise.resolve(void unsent.delete(clientId)),
  };
}
