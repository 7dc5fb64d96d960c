/**
 * What one instance bears, measured by `npm run bench` and `npm run bench -- --stack` on two shared cores (Node 20) and
 * rounded down. Half of it is planned with: a peak within the peak, a restart and a slow neighbour have to fit in.
 */
export const instance = {
  /** Cached answers a second on one core. */
  cachedPerSecond: 10_000,
  /** Uncached ones. */
  uncachedPerSecond: 1_500,
  savesPerSecond: 150,
  /** At most 20 KB each, so 0.6 GB; more would take too long to come back after a restart, at 500 a second and instance. */
  sockets: 30_000,
  planned: 0.5,
};

/** One replica set on a machine of 8 cores with its working set in memory, planned with at half. */
export const replicaSet = { readsPerSecond: 20_000, savesPerSecond: 2_000, planned: 0.5 };

/** One Redis server, for commands and for messages that it sends. */
export const redis = { perSecond: 80_000, planned: 0.5 };

/** Bytes of a workout of three exercises on the disk of one member of the set, with its indexes and all that is kept of it. */
export const BYTES_OF_WORKOUT = 1_500;
