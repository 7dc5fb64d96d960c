import type { PlanKind } from '@trainer/contract/types';
import { account } from '../account.ts';

/** One thing that this device keeps for the person who is logged in. */
export interface OnDevice<T> {
  /** Undefined: nothing is kept, or it is somebody else's. */
  read(): T | undefined;
  keep(value: T): void;
  forget(): void;
}

/** Kept in localStorage under `key`. A store that is full or forbidden keeps nothing and breaks nothing. */
export function onDevice<T>(key: string): OnDevice<T> {
  return {
    read() {
      try {
        const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as { userId?: string; value: T } | null;
        return kept && kept.userId === account.user.peek()?._id ? kept.value : undefined;
      } catch {
        return undefined;
      }
    },
    keep(value) {
      try {
        localStorage.setItem(key, JSON.stringify({ userId: account.user.peek()?._id, value }));
      } catch {
        // What could not be kept is on the server, or still on the screen.
      }
    },
    forget() {
      localStorage.removeItem(key);
    },
  };
}

/** The key of the plan of a kind that was opened last. */
export const keptPlanKey = (kind: PlanKind): string => `plan:${kind}`;
