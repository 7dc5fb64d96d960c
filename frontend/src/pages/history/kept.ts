import type { Stats, Workout } from '@trainer/contract/types';
import { account } from '../../account.ts';

const KEY = 'history';

interface Kept {
  workouts: Workout[];
  stats: Stats;
}

/** The first page as this device saw it last. */
export function keptHistory(): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as (Kept & { userId: string }) | null;
    return kept && kept.userId === account.user.peek()?._id ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function keepHistory(kept: Kept): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...kept, userId: account.user.peek()?._id }));
  } catch {
    // A full store costs the first paint its list, nothing else.
  }
}
