import type { Bus } from './port.ts';

/** The bus of a single instance: there is nobody to tell, and nothing to miss. */
export const memoryBus = (): Bus => ({
  tell: () => Promise.resolve(),
  on: () => undefined,
  isUp: true,
  onGap: () => undefined,
  close: () => Promise.resolve(),
});
