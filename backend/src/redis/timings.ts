/**
 * When an instance may believe what Redis says, and when it may go on without telling it.
 *
 * Redis holds what was cached; an instance that changes the database deletes it there before it answers. While Redis
 * is away nobody can delete, so two rules keep old numbers from ever being read after an answer:
 *
 * 1. Everyone stops reading before anyone goes on without deleting. Each instance pings every `pingMs` and reads
 *    nothing more once a ping is unanswered for `patienceMs`, so that all have stopped `pingMs + patienceMs` after Redis
 *    fell silent at the latest. A deletion that can't be sent waits for `graceMs` more than the patience, so it is given
 *    up later than that. An instance that stood still itself did not ping; `trustMs` after the last ping that was
 *    answered it reads nothing either.
 * 2. Everyone deletes again before anyone reads. Whoever reaches Redis again first raises the epoch, which makes
 *    everything unreadable that was kept before (and makes up for the deletions it left out itself), then sends its
 *    deletions, and reads only after `settleMs`. That is longer than any instance needs to come back, retries included,
 *    so that by then every instance that can reach Redis has raised the epoch and sends its deletions too.
 *
 * What remains is an instance cut off from a Redis that the others still reach: they may read its old numbers until the
 * time of the entry is over or the instance is back. It says so in /readyz.
 * Messages between instances (`bus.ts`) are as old or as lost as cached values and follow the same rules.
 */
export interface Timings {
  readonly pingMs: number;
  readonly patienceMs: number;
  readonly graceMs: number;
  readonly trustMs: number;
  readonly settleMs: number;
}

/** A request that meets a silent Redis goes on after 60 ms, one that has to delete after 100 ms. */
export const PROMPT: Timings = { pingMs: 20, patienceMs: 40, graceMs: 40, trustMs: 70, settleMs: 1000 };

/** How often an instance tries to come back, and how long one try may take. Together well under `settleMs`. */
export const RETRY_MS = 100;
export const TRY_MS = 500;
/** The first try: a connection that broke alone is back before anyone waits for it. */
export const FIRST_RETRY_MS = 10;
