/** A rest is a deadline, not a countdown: it is right after any sleep of the device. */
export interface Rest {
  until: string;
  seconds: number;
}

export const leftOf = (rest: Rest, now: number): number => Math.max(0, (Date.parse(rest.until) - now) / 1000);

/** The moments that are said aloud: at the start, ten seconds before the end, and at the end. */
export function momentBetween(rest: Rest, before: number, now: number): 'ten' | 'over' | null {
  const [was, is] = [leftOf(rest, before), leftOf(rest, now)];
  if (was > 0 && is === 0) return 'over';
  return was > 10 && is <= 10 ? 'ten' : null;
}
