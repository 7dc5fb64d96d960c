/** How long is waited for what, ms. */
export interface Timings {
  /** Thinking is silent, so that the first words take longest. */
  readonly firstChunkMs: number;
  readonly betweenChunksMs: number;
  /** A pause after a fault lies somewhere between these, so that not all come back at once. */
  readonly backoffFromMs: number;
  readonly backoffToMs: number;
  /** What Google asks to wait after too many requests is waited up to here; the next model is sooner than more. */
  readonly longestQuotaWaitMs: number;
  /** So many faults … */
  readonly faultsToPause: number;
  /** … within this … */
  readonly faultsWithinMs: number;
  /** … leave a model alone for this. */
  readonly pauseMs: number;
  /** A model that is gone, or has no quota left today, is asked again after this. */
  readonly restMs: number;
}

/** A plan has a minute in all: where the first model says nothing, the second still has time to answer. */
export const PATIENT: Timings = {
  firstChunkMs: 30_000,
  betweenChunksMs: 15_000,
  backoffFromMs: 1000,
  backoffToMs: 4000,
  longestQuotaWaitMs: 15_000,
  faultsToPause: 5,
  faultsWithinMs: 60_000,
  pauseMs: 120_000,
  restMs: 3_600_000,
};
