import type { Cached, Entry, Loaded } from './port.ts';

/** Loads under way, one for all who may share it. What every cache does alike, whatever it keeps values in. */
export interface Loads {
  /**
   * Joins the load of this key that began under the same stamp, or begins one.
   * @param keep given what was loaded and for how many milliseconds it holds; not called for a load that was forgotten
   */
  share(entry: Entry, stamp: string, load: () => Promise<Loaded>, keep: Keep): Promise<Cached>;
  /**
   * For where nobody says whether a running load began before a change: joins only one that has not begun yet. One runs
   * and one waits, however many ask.
   */
  next(entry: Entry, load: () => Promise<Loaded>): Promise<Cached>;
  /** Loads for one alone, whose question is older than a change: nobody joins it, and nothing is kept. */
  alone(entry: Entry, load: () => Promise<Loaded>): Promise<Cached>;
  /** Whoever asks from now on gets a new load. */
  forget(key: string): void;
  clear(): void;
}

type Keep = (value: string, forMs: number) => void;

interface Running {
  readonly stamp: string;
  readonly result: Promise<Cached>;
}

/** @param missed told of each load that begins */
export function loads(missed?: (key: string) => void): Loads {
  const running = new Map<string, Running>();
  const waiting = new Map<string, Promise<Cached>>();

  function begin(entry: Entry, stamp: string, load: () => Promise<Loaded>, keep: Keep): Promise<Cached> {
    const { key, ttlSeconds } = entry;
    missed?.(key);
    const isCurrent = () => running.get(key)?.result === result;
    const result: Promise<Cached> = Promise.resolve()
      .then(load)
      .then(({ value, freshForSeconds = ttlSeconds }) => {
        const forMs = Math.floor(Math.min(freshForSeconds, ttlSeconds) * 1000);
        if (isCurrent() && forMs > 0) keep(value, forMs);
        return { value, source: 'database' as const };
      })
      .finally(() => {
        if (isCurrent()) running.delete(key);
      });
    running.set(key, { stamp, result });
    return result;
  }

  return {
    share(entry, stamp, load, keep) {
      const found = running.get(entry.key);
      return found?.stamp === stamp ? found.result : begin(entry, stamp, load, keep);
    },

    next(entry, load) {
      const queued = waiting.get(entry.key);
      if (queued) return queued;
      const found = running.get(entry.key);
      if (!found) return begin(entry, '', load, keepNothing);
      const afterwards = () => {
        waiting.delete(entry.key);
        return begin(entry, '', load, keepNothing);
      };
      const next = found.result.then(afterwards, afterwards);
      waiting.set(entry.key, next);
      return next;
    },

    async alone({ key }, load) {
      missed?.(key);
      return { value: (await load()).value, source: 'database' };
    },

    forget: (key) => void running.delete(key),
    clear() {
      running.clear();
      waiting.clear();
    },
  };
}

const keepNothing: Keep = () => undefined;
