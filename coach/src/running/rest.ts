import type { Rest } from './session.ts';

/** Seconds to go, as many as there were where it stands still. @param now ms */
export const leftOf = (rest: Pick<Rest, 'until' | 'left'>, now: number): number =>
  rest.until === null ? (rest.left ?? 0) : Math.max(0, (Date.parse(rest.until) - now) / 1000);

/** The moments that are said aloud: ten seconds before the end, and at the end. */
export function momentBetween(rest: Rest, before: number, now: number): 'ten' | 'over' | null {
  const [was, is] = [leftOf(rest, before), leftOf(rest, now)];
  if (was > 0 && is === 0) return 'over';
  return was > 10 && is <= 10 && is > 0 ? 'ten' : null;
}
