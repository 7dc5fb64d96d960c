import { signal } from '@preact/signals-core';
import { account } from './account.ts';
import { api } from './api.ts';

const KEY = 'unread';
const SOON_MS = 300;

let timer: ReturnType<typeof setTimeout> | undefined;

/** How many messages wait to be read, as the navigation shows it; kept on the device for the first paint. */
export const unread = {
  count: signal(kept()),

  async refresh(): Promise<void> {
    const userId = account.user.peek()?._id;
    try {
      const { data } = await api.call('threads');
      if (account.user.peek()?._id !== userId) return;
      unread.count.value = data.reduce((sum, thread) => sum + thread.unread, 0);
      localStorage.setItem(KEY, JSON.stringify({ userId, count: unread.count.peek() }));
    } catch {
      // The number stays as it was; the next page asks again.
    }
  },

  /** Several messages at once are one question. */
  soon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void unread.refresh(), SOON_MS);
  },
};

function kept(): number {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? 'null') as { userId: string; count: number } | null;
    return found && found.userId === account.user.peek()?._id ? found.count : 0;
  } catch {
    return 0;
  }
}
