import { loads } from '../cache/loads.ts';
import type { Cache, Entry, Loaded } from '../cache/port.ts';
import { type Tell, tellHit, tellMiss } from '../cache/told.ts';
import { EPOCH, fresh, type RedisConnection } from './connection.ts';

/** What is kept of an entry: its value, or else the generation that a load begins under. */
type Seen = { value: string } | { generation: string };

interface Look {
  /** An invalidation of the key began here since it was asked. */
  isOld: boolean;
  seen: Seen | undefined;
}

/** Longer than any load takes. A generation that is gone before its load ends means only that nothing is kept. */
const GENERATION_MS = 300_000;

/**
 * The cache that instances share. Under an entry's key lies the text as it is sent; beside it lies its generation, a
 * random word that begins with the epoch. A load begins by putting a generation there, unless there is one, and its
 * result is kept only if that very generation is still there at its end. An invalidation deletes the value and puts
 * another generation there, so that no load that began before it can be kept: not even where Redis evicted, lost or
 * flushed something meanwhile, because what is missing fits nothing. A value is read only beside a generation of the present epoch; `timings.ts` tells when that is raised.
 */
export function redisCache({ commands }: RedisConnection, { tell }: { tell?: Tell | undefined } = {}): Cache {
  const { client } = commands;
  const loading = loads(tell && tellMiss(tell));
  /** Who asks Redis at the moment, by key. What they find may be younger than their question. */
  const looking = new Map<string, Set<Look>>();

  /** undefined: Redis can't be asked, or is not to be believed. */
  async function seen(key: string): Promise<Seen | undefined> {
    if (!commands.isTrusted()) return undefined;
    try {
      return await commands.answerOf(read(key));
    } catch (error) {
      commands.distrust(String(error));
      return undefined;
    }
  }

  async function look(key: string): Promise<Look> {
    const mine: Look = { isOld: false, seen: undefined };
    const others = looking.get(key) ?? new Set();
    looking.set(key, others.add(mine));
    mine.seen = await seen(key);
    others.delete(mine);
    if (others.size === 0 && looking.get(key) === others) looking.delete(key);
    return mine;
  }

  /** One round trip for a hit. In a Redis Cluster, the epoch would have to be one per slot, or be read beside the other two. */
  async function read(key: string): Promise<Seen> {
    const generationKey = generationOf(key);
    const [found, value, generation] = await client.mget(EPOCH, key, generationKey);
    const epoch = found ?? (await newEpoch());
    if (!generation?.startsWith(epoch)) {
      return { generation: await client.beginLoad(key, generationKey, epoch, `${epoch}.${fresh()}`, GENERATION_MS) };
    }
    return typeof value === 'string' ? { value } : { generation };
  }

  /** After a flush there is none. Of several instances that see so at once, one makes it. */
  async function newEpoch(): Promise<string> {
    const made = fresh();
    return (await client.set(EPOCH, made, 'NX', 'GET')) ?? made;
  }

  function keep(key: string, generation: string, value: string, forMs: number): void {
    // Nobody waits for it: what is asked later on this connection is answered later.
    client.keepLoaded(key, generationOf(key), generation, value, forMs).catch((error: unknown) => {
      commands.distrust(String(error));
    });
  }

  return {
    async cached(entry: Entry, load: () => Promise<Loaded>) {
      const { key } = entry;
      const { isOld, seen: found } = await look(key);
      if (isOld) return loading.alone(entry, load);
      if (!found) return loading.next(entry, load);
      if ('value' in found) {
        if (tell) tellHit(tell, entry);
        return { value: found.value, source: 'cache' };
      }
      const { generation } = found;
      return loading.share(entry, generation, load, (value, forMs) => {
        keep(key, generation, value, forMs);
      });
    },

    async invalidate(entries) {
      const keys = entries.map(({ key }) => key);
      for (const key of keys) {
        loading.forget(key);
        for (const look of looking.get(key) ?? []) look.isOld = true;
        looking.delete(key);
      }
      if (keys.length === 0) return;
      // All at once, so that nobody sees one forgotten and another not. A Redis Cluster takes one command per key.
      const both = keys.flatMap((key) => [key, generationOf(key)]);
      await commands.done(client.forgetValues(1 + both.length, EPOCH, ...both, fresh(), GENERATION_MS));
    },

    close() {
      loading.clear();
      return Promise.resolve();
    },
  };
}

/** In the same slot as the key itself, by its hash tag. */
const generationOf = (key: string): string => `{${key}}:generation`;
