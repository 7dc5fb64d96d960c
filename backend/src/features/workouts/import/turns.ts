import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long work may hold the event loop, in milliseconds, before others get their turn. */
const SLICE_MS = 2;

/** Makes long work share the event loop: `await turn()` between its steps lets others in whenever a slice is used up. */
export function turns(): () => Promise<void> | undefined {
  let began = performance.now();
  const letOthersIn = async () => {
    await nextTurn();
    began = performance.now();
  };
  return () => (performance.now() - began < SLICE_MS ? undefined : letOthersIn());
}
