const SPAN_MS = 10 * 60_000;

/**
 * A store may remove what has ended by itself at any moment, also while both are counted and compared: only what ends
 * later than this is looked at.
 */
export const lastingFrom = (now: Date): Date => new Date(now.getTime() + SPAN_MS);
