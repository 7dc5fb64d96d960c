import type { Log } from './log.ts';

const EVERY_MS = 1_000;

/** Asks a dependency again and again, and logs each change: one line when it goes, one when it is back. → ends the watch */
export function watch(name: string, ping: () => Promise<void>, log: Log): () => void {
  let isUp = true;
  let isAsking = false;
  const timer = setInterval(() => {
    if (isAsking) return;
    isAsking = true;
    ping()
      .then(
        () => {
          if (!isUp) log.info(`${name} answers again`);
          isUp = true;
        },
        (error: unknown) => {
          if (isUp) log.warn({ err: error }, `${name} does not answer: what needs it is refused until it is back`);
          isUp = false;
        },
      )
      .finally(() => (isAsking = false));
  }, EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
