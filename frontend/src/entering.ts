import type { User } from '@trainer/contract/types';
import { account } from './account.ts';
import { trying } from './trying.ts';

/** What log-in and sign-up share: one try at a time, a wait after too many, and the way in. */
export const entering = (enter: () => Promise<{ token: string; user: User }>, go: (address: string) => void) =>
  trying(async () => {
    const entered = await enter();
    account.enter(entered);
    go(afterwards(location.search, entered.user.role));
  });

/** The page that somebody wanted before they had to log in; never another site. */
export function afterwards(search: string, role: User['role'] = 'member'): string {
  const next = new URLSearchParams(search).get('next') ?? '';
  return /^\/pages\/[a-z-]+\.html([?#]|$)/.test(next) ? next : home(role);
}

const home = (role: User['role']): string =>
  role === 'trainer' ? '/pages/trainer-dashboard.html' : '/pages/dashboard.html';
