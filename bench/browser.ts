import { existsSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { type Client, client, succeeded } from './client.ts';
import type { Figure } from './figure.ts';
import { type Person, workoutBody } from './people.ts';
import type { Started } from './processes.ts';
import { median, worst } from './statistics.ts';

const SAVES = 50;
const SYSTEM_CHROMIUM = '/usr/bin/chromium';
const QUIET_MS = 200;

export const launchOptions = {
  ...(existsSync(SYSTEM_CHROMIUM) ? { executablePath: SYSTEM_CHROMIUM } : {}),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
};

/** From sending a save to the first change in the dashboard that another browser shows. */
export async function browser(server: Started, person: Person): Promise<Figure[]> {
  const http = client(server.url);
  const opened = await chromium.launch(launchOptions);
  try {
    const page = await opened.newPage();
    await logInto(page, person, http);
    const joined = page.waitForEvent('websocket');
    await page.goto(`${server.url}/pages/dashboard.html`);
    await joined;
    await page.waitForLoadState('networkidle');

    const times: number[] = [];
    for (let i = 0; i < SAVES; i += 1)
      times.push(
        await saveToChange(page, () =>
          http.send('POST', '/api/workouts', person.token, workoutBody(`Seen ${String(i)}`)).then(succeeded),
        ),
      );
    const note = `Chromium ${opened.version()}, ${String(SAVES)} saves`;
    return [
      { name: 'save → changed DOM, median', value: median(times), unit: 'ms', note },
      { name: 'save → changed DOM, worst', value: worst(times), unit: 'ms', note },
    ];
  } finally {
    await opened.close();
    http.close();
  }
}

/** The page is this person’s from its first address on. */
export async function logInto(page: Page, person: Person, http: Client): Promise<void> {
  const user = (JSON.parse(succeeded(await http.get('/api/auth/me', person.token))) as { data: unknown }).data;
  await page.addInitScript(
    ([token, account]) => {
      localStorage.setItem('token', token);
      localStorage.setItem('user', account);
    },
    [person.token, JSON.stringify(user)] as const,
  );
}

/** What the page's script leaves for the next look at it. */
interface Watched extends Window {
  changed?: Promise<number>;
}

async function saveToChange(page: Page, save: () => Promise<unknown>): Promise<number> {
  await settled(page);
  const ahead = await clockDifference(page);
  await page.evaluate(() => {
    (window as Watched).changed = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve(performance.timeOrigin + performance.now());
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
  });
  const sent = performance.timeOrigin + performance.now();
  await save();
  const changed = await page.evaluate(() => (window as Watched).changed ?? Number.NaN);
  return changed - ahead - sent;
}

/** Numbers count up for a while: waits until nothing changes any more. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async (quietMs) => {
    let last = performance.now();
    const observer = new MutationObserver(() => {
      last = performance.now();
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    while (performance.now() - last < quietMs) await new Promise((resolve) => setTimeout(resolve, 20));
    observer.disconnect();
  }, QUIET_MS);
}

/** How far the page's clock is ahead of ours, by the quickest of a few looks at it. */
export async function clockDifference(page: Page): Promise<number> {
  let best = { took: Infinity, ahead: 0 };
  for (let look = 0; look < 5; look += 1) {
    const before = performance.timeOrigin + performance.now();
    const there = await page.evaluate(() => performance.timeOrigin + performance.now());
    const took = performance.timeOrigin + performance.now() - before;
    if (took < best.took) best = { took, ahead: there - before - took / 2 };
  }
  return best.ahead;
}
