import { OUTCOMES, type Outcome } from './outcomes.ts';
import type { Timings } from './timings.ts';

/** One way to ask. */
export interface Try {
  readonly model: string;
  /** Off after a schema was refused: then it stands in the system prompt. */
  readonly withSchema: boolean;
  /** After an answer that did not fit: twice the room, and as little thinking as the model can. */
  readonly enlarged: boolean;
  /** Whether this model was asked in the same way before. */
  readonly isSecond: boolean;
}

export const firstTry = (model: string): Try => ({ model, withSchema: true, enlarged: false, isSecond: false });

/**
 * What is tried after a call that came to nothing; undefined where nothing would help.
 * @param others models that were not asked yet
 * @param chance 0–1
 */
export function nextTry(
  last: Try,
  { outcome, retryAfterMs }: { outcome: Outcome; retryAfterMs?: number | undefined },
  others: readonly string[],
  timings: Timings,
  chance: number,
): { next: Try; waitMs: number } | undefined {
  const [other] = others;
  const elsewhere = other === undefined ? undefined : { next: firstTry(other), waitMs: 0 };
  switch (OUTCOMES[outcome].then) {
    case 'stop':
      return undefined;
    case 'next':
      return elsewhere;
    case 'again': {
      const { backoffFromMs, backoffToMs } = timings;
      if (last.isSecond) return elsewhere;
      return { next: { ...last, isSecond: true }, waitMs: backoffFromMs + chance * (backoffToMs - backoffFromMs) };
    }
    case 'larger':
      return last.enlarged ? elsewhere : { next: { ...last, enlarged: true }, waitMs: 0 };
    case 'plain':
      return last.withSchema ? { next: { ...last, withSchema: false }, waitMs: 0 } : elsewhere;
    case 'wait': {
      const fits = retryAfterMs !== undefined && retryAfterMs <= timings.longestQuotaWaitMs;
      // A moment more, so that the minute is over by every clock.
      return !last.isSecond && fits
        ? { next: { ...last, isSecond: true }, waitMs: retryAfterMs + timings.backoffFromMs / 4 }
        : elsewhere;
    }
  }
}
