import { type Locks, StillBusy } from './port.ts';

const PATIENCE_MS = 30_000;

/** Turns within one process. @param patienceMs how long somebody waits for theirs */
export function memoryLocks({ patienceMs = PATIENCE_MS }: { patienceMs?: number } = {}): Locks {
  /** By name, the end of whoever asked last. */
  const queues = new Map<string, Promise<void>>();

  async function turn(before: Promise<void> | undefined): Promise<void> {
    if (!before) return;
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new StillBusy('Its turn did not come in time.'));
      }, patienceMs);
    });
    await Promise.race([before, tooLong]).finally(() => {
      clearTimeout(timer);
    });
  }

  return {
    async oneAtATime(name, work) {
      const before = queues.get(name);
      const run = turn(before).then(work);
      // Who gives up must not let the next one in before those who were first are done.
      const end = Promise.allSettled([before, run]).then(() => undefined);
      queues.set(name, end);
      void end.then(() => {
        if (queues.get(name) === end) queues.delete(name);
      });
      return run;
    },
  };
}
