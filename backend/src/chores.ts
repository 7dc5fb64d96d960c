import type { Log } from './log.ts';

/** Work that comes back by itself; where it fails that is told, and it comes back all the same. */
export interface Chores {
  /** @param what “… could not be done”, as the log has it */
  every(ms: number, what: string, work: () => Promise<unknown>): void;
  stop(): void;
}

export function chores(log: Log): Chores {
  const timers: NodeJS.Timeout[] = [];
  return {
    every(ms, what, work) {
      let isAtIt = false;
      const timer = setInterval(() => {
        if (isAtIt) return;
        isAtIt = true;
        work()
          .catch((error: unknown) => {
            log.error({ err: error }, `${what} could not be done`);
          })
          .finally(() => (isAtIt = false));
      }, ms);
      timer.unref();
      timers.push(timer);
    },
    stop() {
      for (const timer of timers) clearInterval(timer);
    },
  };
}
