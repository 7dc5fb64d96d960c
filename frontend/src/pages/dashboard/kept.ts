import { account } from '../../account.ts';
import type { Kept } from './state.ts';

const KEY = 'progress';

/** The numbers as this device saw them last, for the first paint and for hours without a network. */
export function keptProgress(): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as (Kept & { userId: string }) | null;
    return kept && kept.userId === account.user.peek()?._id ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function keepProgress(kept: Omit<Kept, 'at'>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...kept, at: Date.now(), userId: account.user.peek()?._id }));
  } catch {
    // A full store costs the first paint its numbers, nothing else.
  }
}
