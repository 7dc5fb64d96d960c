import { expect, it } from 'vitest';
import { memoryCache } from './memory.ts';
import { entries } from './port.ts';
import { cacheSuite } from './suite.ts';

cacheSuite(() => Promise.resolve(memoryCache()));

it('tells of misses and hits in the words that operators know', async () => {
  const lines: string[] = [];
  const cache = memoryCache({ tell: (line) => lines.push(line) });
  const load = () => Promise.resolve({ value: '{}' });
  await cache.cached(entries.progress('7'), load);
  await cache.cached(entries.progress('7'), load);
  await cache.cached(entries.exercises(), load);
  await cache.cached(entries.exercises(), load);
  expect(lines).toEqual([
    'Cache MISS: user:7:progress (querying DB)',
    'Cache HIT: user:7:progress (5m TTL)',
    'Cache MISS: exercises:all (querying DB)',
    'Cache HIT: exercises:all (24h TTL)',
  ]);
});

it('lets go of what was asked for longest ago when it is full', async () => {
  const cache = memoryCache({ capacity: 100 });
  const entry = (key: string) => ({ key, ttlSeconds: 60 });
  for (const key of ['a', 'b', 'c']) await cache.cached(entry(key), () => Promise.resolve({ value: 'x'.repeat(40) }));
  expect((await cache.cached(entry('c'), () => Promise.resolve({ value: '' }))).source).toBe('cache');
  expect((await cache.cached(entry('a'), () => Promise.resolve({ value: '' }))).source).toBe('database');
});
