/**
 * What is borne, measured by `npm run bench -- --stack` on two shared cores (Node 20, MongoDB 6, Redis 7) and rounded
 * down. Half of it is planned with: a peak within the peak, a restart and a slow neighbour have to fit in.
 */
export const PLANNED = 0.5;

/** One instance, which is one thread on one core. */
export const instance = {
  cachedPerSecond: 7_000,
  /** Answers from the database. */
  uncachedPerSecond: 1_100,
  savesPerSecond: 120,
  /** At most 19 KB each, so 0.6 GB; more would take too long to come back after a restart, at 500 a second. */
  sockets: 30_000,
};

/** The primary of a replica set, which uses all its cores; with what is asked for in its memory. */
export const primary = { cores: 8, readsPerCore: 4_500, savesPerCore: 170 };

/** One Redis server, for commands and for messages that it sends; one thread on one core. */
export const redis = { perSecond: 80_000 };

/** Bytes of a workout of three exercises on the disk of one member of the set, with all that is kept of it. */
export const BYTES_OF_WORKOUT = 1_600;

/**
 * Not measured: how much data one set may hold, so that a member of it is copied anew within a night, and which part of it
 * is asked for on a day, and has to stay in memory.
 */
export const data = { gigabytesOfSet: 1_000, inMemory: 0.05 };

/**
 * Not measured: what is asked for a month, in euros, where small machines are rented. Put in what you pay.
 */
export const price = { core: 5, gigabyteOfMemory: 2, gigabyteOfDisk: 0.1 };
