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
  /** Sockets that its memory holds at 25 KB each within 1 GB, and that it can tell in a second or two after a restart. */
  sockets: 30_000,
  planned: 0.5,
};

/** One replica set on a machine of 8 cores with its working set in memory, planned with at half. */
export const replicaSet = { readsPerSecond: 20_000, savesPerSecond: 2_000, planned: 0.5 };

/** One Redis server, for commands and for messages that it sends. */
export const redis = { perSecond: 80_000, planned: 0.5 };
