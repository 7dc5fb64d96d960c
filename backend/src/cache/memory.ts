import { LRUCache } from 'lru-cache';
import type { Cache, Cached, Entry, Loaded } from './port.ts';

interface Options {
  /** Told of every hit and miss; left out where nobody listens, so that a hit costs nothing more. */
  tell?: ((line: string) => void) | undefined;
  /** The most that is kept, in characters of values. */
  capacity?: number;
}

const CAPACITY = 32 * 1024 * 1024;

/** The cache of a single instance. */
export function memoryCache({ tell, capacity = CAPACITY }: Options = {}): Cache {
  const kept = new LRUCache<string, string>({
    maxSize: capacity,
    sizeCalculation: (value, key) => value.length + key.length,
  });
  /** Loads under way, by key. One that was invalidated is no longer here: its result goes to those who wait, and nowhere else. */
  const loading = new Map<string, Promise<Cached>>();

  function loadOnce(entry: Entry, load: () => Promise<Loaded>): Promise<Cached> {
    const { key, ttlSeconds } = entry;
    const running: Promise<Cached> = Promise.resolve()
      .then(load)
      .then(({ value, freshForSeconds = ttlSeconds }) => {
        const ttl = Math.min(freshForSeconds, ttlSeconds) * 1000;
        if (loading.get(key) === running && ttl > 0) kept.set(key, value, { ttl });
        return { value, source: 'database' as const };
      })
      .finally(() => {
        if (loading.get(key) === running) loading.delete(key);
      });
    loading.set(key, running);
    return running;
  }

  return {
    cached(entry, load) {
      const value = kept.get(entry.key);
      if (value !== undefined) {
        tell?.(`Cache HIT: ${entry.key} (${span(entry.ttlSeconds)} TTL)`);
        return Promise.resolve({ value, source: 'cache' });
      }
      const running = loading.get(entry.key);
      if (running) return running;
      tell?.(`Cache MISS: ${entry.key} (querying DB)`);
      return loadOnce(entry, load);
    },

    invalidate(entries) {
      for (const { key } of entries) {
        kept.delete(key);
        loading.delete(key);
      }
      return Promise.resolve();
    },

    close() {
      kept.clear();
      loading.clear();
      return Promise.resolve();
    },
  };
}

/** 300 → `5m`, 86400 → `24h` */
export const span = (seconds: number): string =>
  seconds >= 3600 ? `${String(seconds / 3600)}h` : `${String(seconds / 60)}m`;
