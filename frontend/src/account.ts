import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { User } from '@trainer/contract/types';

/** Who is logged in on this device. Kept in localStorage under `token` and `user`, so that every tab knows. */
export const account = {
  get user(): ReadonlySignal<User | null> {
    return user;
  },
  token: (): string | null => localStorage.getItem('token'),
  timeZone: (): string => user.peek()?.settings.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  units: () => user.value?.settings.units ?? 'metric',

  enter(loggedIn: { token: string; user: User }): void {
    localStorage.setItem('token', loggedIn.token);
    account.update(loggedIn.user);
  },

  update(changed: User): void {
    localStorage.setItem('user', JSON.stringify(changed));
    user.value = changed;
  },

  /** Forgets who was here. A running workout stays on the device, under the id of its owner. */
  leave(): void {
    localStorage.removeItem('token');
    localStorage.removeItem('user');
    user.value = null;
  },

  /** Leads to log-in, and back here afterwards. */
  demand(): void {
    const next = location.pathname + location.search + location.hash;
    location.replace(`/pages/login.html?next=${encodeURIComponent(next)}`);
  },
};

const user = signal<User | null>(stored());

function stored(): User | null {
  try {
    return JSON.parse(localStorage.getItem('user') ?? 'null') as User | null;
  } catch {
    return null;
  }
}

/** Keeps the tabs of one browser together: leaving in one leaves in all, and another person’s page is never shown to the next. */
export function followOtherTabs(): void {
  addEventListener('storage', ({ key }) => {
    // No key: everything was cleared at once.
    if (key === 'token' || key === 'user' || key === null) follow();
  });
  // A page that the browser kept as it was left, and shows again on “back”.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) follow();
  });
}

function follow(): void {
  const now = stored();
  if (!account.token()) account.demand();
  else if (now && now._id !== user.peek()?._id) location.reload();
  else user.value = now;
}
