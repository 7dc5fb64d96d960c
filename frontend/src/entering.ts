import { signal } from '@preact/signals-core';
import type { User } from '@trainer/contract/types';
import { account } from './account.ts';
import { Refused } from './api.ts';
import { countdown } from './ui/countdown.ts';

/** What log-in and sign-up share: one try at a time, a wait after too many, and the way in. */
export function entering(enter: () => Promise<{ token: string; user: User }>, go: (address: string) => void) {
  const busy = signal(false);
  const failure = signal<unknown>(null);
  const wait = countdown();
  return {
    busy,
    failure,
    wait: wait.left,
    async submit(): Promise<void> {
      if (busy.value || wait.left.value > 0) return;
      busy.value = true;
      failure.value = null;
      try {
        const entered = await enter();
        account.enter(entered);
        go(afterwards(location.search, entered.user.role));
      } catch (error) {
        failure.value = error;
        if (error instanceof Refused && error.status === 429) wait.start(error.retryAfterSeconds ?? 60);
      } finally {
        busy.value = false;
      }
    },
  };
}

/** The page that somebody wanted before they had to log in; never another site. */
export function afterwards(search: string, role: User['role'] = 'member'): string {
  const next = new URLSearchParams(search).get('next') ?? '';
  return /^\/pages\/[a-z-]+\.html([?#]|$)/.test(next) ? next : home(role);
}

const home = (role: User['role']): string =>
  role === 'trainer' ? '/pages/trainer-dashboard.html' : '/pages/dashboard.html';
