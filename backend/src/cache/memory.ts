import { LRUCache } from 'lru-cache';
import { loads } from './loads.ts';
import type { Cache } from './port.ts';
import { type Tell, tellHit, tellMiss } from './told.ts';

interface Options {
  tell?: Tell | undefined;
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
  const loading = loads(tell && tellMiss(tell));

  return {
    cached(entry, load) {
      const { key } = entry;
      const value = kept.get(key);
      if (value !== undefined) {
        if (tell) tellHit(tell, entry);
        return Promise.resolve({ value, source: 'cache' });
      }
      return loading.share(entry, '', load, (loaded, ttl) => void kept.set(key, loaded, { ttl }));
    },

    invalidate(entries) {
      for (const { key } of entries) {
        kept.delete(key);
        loading.forget(key);
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
