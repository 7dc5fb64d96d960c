import { account } from '../../account.ts';
import type { Waiting } from './conversation.ts';

/** Of each person their own: whoever logs in on this device next neither sends nor loses it. */
const key = (): string => `waitingMessages:${account.user.peek()?._id ?? ''}`;

/** What this person wrote on this device, in any tab, and nobody confirmed yet. */
export function keptWaiting(): Waiting[] {
  try {
    return (JSON.parse(localStorage.getItem(key()) ?? 'null') as Waiting[] | null) ?? [];
  } catch {
    return [];
  }
}

/** @param before what this tab had: the rest of what is kept is another tab's, and stays */
export function keepWaiting(waiting: readonly Waiting[], before: readonly Waiting[]): void {
  const own = new Set([...waiting, ...before].map((one) => one.clientId));
  const all = [...keptWaiting().filter((one) => !own.has(one.clientId)), ...waiting];
  try {
    if (all.length === 0) localStorage.removeItem(key());
    else localStorage.setItem(key(), JSON.stringify(all));
  } catch {
    // A full store keeps nothing over a reload; the page still sends it.
  }
}
