import { account } from '../../account.ts';
import type { Waiting } from './conversation.ts';

const KEY = 'waitingMessages';

/** What this person wrote on this device and nobody confirmed yet. */
export function keptWaiting(): Waiting[] {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? 'null') as { userId: string; waiting: Waiting[] } | null;
    return found && found.userId === account.user.peek()?._id ? found.waiting : [];
  } catch {
    return [];
  }
}

export function keepWaiting(waiting: readonly Waiting[]): void {
  try {
    if (waiting.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify({ userId: account.user.peek()?._id, waiting }));
  } catch {
    // A full store keeps nothing over a reload; the page still sends it.
  }
}
