import { seeded } from '@trainer/coach/plans/seeded';

/** Messages of one second among the instances. */
export interface FanOut {
  /** Each told instance has to take in and look at one. */
  perInstance: number;
  /** What the Redis server, or all of its shards, send. */
  byRedis: number;
}

interface Load {
  instances: number;
  eventsPerSecond: number;
  /** Screens that show one member's numbers. */
  screens: number;
}

/**
 * Plays events whose listeners sit at random instances, two ways: one channel that every instance hears, and one channel
 * for each room, which only the instances hear that have somebody in it (Redis' sharded pub/sub).
 * @param events how many are played; the result is for one second
 */
export function playEvents(load: Load, events: number, seed: number): { oneChannel: FanOut; perRoom: FanOut } {
  const random = seeded(seed).next;
  let told = 0;
  for (let event = 0; event < events; event += 1) {
    const publisher = Math.floor(random() * load.instances);
    const listening = new Set<number>();
    const screens = Math.floor(load.screens) + (random() < load.screens % 1 ? 1 : 0);
    for (let screen = 0; screen < screens; screen += 1) listening.add(Math.floor(random() * load.instances));
    listening.delete(publisher);
    told += listening.size;
  }
  const perEvent = told / events;
  const { eventsPerSecond, instances } = load;
  return {
    oneChannel: { perInstance: eventsPerSecond, byRedis: eventsPerSecond * instances },
    perRoom: { perInstance: (eventsPerSecond * perEvent) / instances, byRedis: eventsPerSecond * perEvent },
  };
}
