import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test';
import type { Person } from './people.ts';
import { TIME_ZONE } from './time-zone.ts';

export const PHONE = { width: 390, height: 844 };
export const LAPTOP = { width: 1280, height: 900 };

/** A phone unless said otherwise. `at`: the server that it talks to. */
export type DeviceOptions = BrowserContextOptions & { at: { readonly url: string } };

/** A browser with nothing in it but who is logged in; null: nobody. */
export function openDevice(
  browser: Browser,
  person: Person | null,
  { at, ...options }: DeviceOptions,
): Promise<BrowserContext> {
  const localStorage = person
    ? [
        { name: 'token', value: person.token },
        { name: 'user', value: JSON.stringify(person.user) },
      ]
    : [];
  return browser.newContext({
    baseURL: at.url,
    viewport: PHONE,
    locale: 'en-GB',
    timezoneId: TIME_ZONE,
    storageState: { cookies: [], origins: [{ origin: at.url, localStorage }] },
    ...options,
  });
}
