import type { Browser, Page } from '@playwright/test';
import { clockDifference, logInto, settled } from '../browser.ts';
import { client, type Client } from '../client.ts';
import type { Figure } from '../figure.ts';
import type { Person } from '../people.ts';
import type { Started } from '../processes.ts';
import { openSockets, type Watching } from '../pushing.ts';
import { median, p99, worst } from '../statistics.ts';
import { Phone } from './phone.ts';
import type { Practice } from './practice.ts';

const PHONE = { width: 390, height: 844 };
const LAPTOP = { width: 1280, height: 800 };
const SETS = 120;
/** A workout of an hour: of its 28 sets those before the last, so that none ends. */
const SETS_EACH = 4;
const SETS_OF_ONE = 24;

/** What a page's script leaves for the next look at it: when the count of sets was another, and when that was painted. */
interface Watched extends Window {
  seen?: Promise<{ changed: number; painted: number }>;
}

/** From a click on “Done” at the member's page to the trainer's page that shows it, two contexts of one Chromium. */
export async function watching(server: Started, browser: Browser, { trainer, clients }: Practice): Promise<Figure[]> {
  const http = client(server.url);
  const changed: number[] = [];
  const painted: number[] = [];
  try {
    for (const member of clients.slice(-SETS / SETS_OF_ONE)) {
      const phone = new Phone(member, { setsEach: SETS_EACH });
      await phone.send(http, ...phone.start());
      const training = await pageOf(browser, member, http, PHONE);
      await training.goto(`${server.url}/pages/workout-execution.html`);
      await training.getByTestId('set-done').waitFor();
      const desk = await pageOf(browser, trainer, http);
      await desk.goto(`${server.url}/pages/trainer-dashboard.html?client=${member._id}&tab=live`);
      await desk.getByTestId('live-sets').waitFor();
      // A set is ticked minutes after a page is opened.
      for (const page of [training, desk]) await page.waitForLoadState('networkidle');
      for (const page of [training, desk]) await settled(page);
      for (let set = 0; set < SETS_OF_ONE; set += 1) {
        const took = await tickToSeen(training, desk);
        changed.push(took.changed);
        painted.push(took.painted);
      }
      for (const page of [training, desk]) await page.context().close();
    }
    const note = `${String(SETS)} sets, a phone’s page and a laptop’s, Chromium ${browser.version()}; ${String(clients.length)} clients`;
    return [
      { name: 'set ticked → the trainer’s DOM changed, p50', value: median(changed), unit: 'ms', note },
      { name: 'set ticked → the trainer’s DOM changed, p99', value: p99(changed), unit: 'ms' },
      { name: 'set ticked → painted at the trainer’s, p50', value: median(painted), unit: 'ms', note },
      {
        name: 'set ticked → painted at the trainer’s, p99',
        value: p99(painted),
        unit: 'ms',
        goal: { atMost: 50 },
        note: `to the end of the frame after the change; worst ${worst(painted).toFixed(1)} ms`,
      },
    ];
  } finally {
    http.close();
  }
}

/** A page of this person's own. */
export async function pageOf(browser: Browser, person: Person, http: Client, viewport = LAPTOP): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage();
  await logInto(page, person, http);
  return page;
}

async function tickToSeen(training: Page, desk: Page): Promise<{ changed: number; painted: number }> {
  const ahead = { training: await clockDifference(training), desk: await clockDifference(desk) };
  await desk.evaluate(() => {
    const before = document.querySelector('[data-testid="live-sets"]')?.textContent;
    (window as Watched).seen = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (document.querySelector('[data-testid="live-sets"]')?.textContent === before) return;
        observer.disconnect();
        const changed = performance.timeOrigin + performance.now();
        // The page draws in an animation frame (`startPage`): what comes after it comes after that frame is painted.
        setTimeout(() => resolve({ changed, painted: performance.timeOrigin + performance.now() }));
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
  });
  // In the page itself: what Playwright needs to click is not a person's wait.
  const clicked = await training.evaluate(() => {
    const at = performance.timeOrigin + performance.now();
    document.querySelector<HTMLElement>('[data-testid="set-done"]')?.click();
    return at;
  });
  const { changed, painted } = await desk.evaluate(
    () => (window as Watched).seen ?? { changed: Number.NaN, painted: Number.NaN },
  );
  await training.getByTestId('skip-rest').click();
  await training.getByTestId('set-done').waitFor();
  await settled(training);
  const since = clicked - ahead.training + ahead.desk;
  return { changed: changed - since, painted: painted - since };
}

/** The server's part of it: from sending a set to a bare socket of the trainer, without any page. */
export async function toSocket(server: Started, { trainer, phones }: Practice): Promise<Figure[]> {
  const http = client(server.url);
  const sockets: Watching[] = [];
  try {
    await openSockets(server, [trainer], sockets);
    const [socket] = sockets;
    if (!socket) throw new Error('No socket is open');
    const times: number[] = [];
    for (let set = 0; set < SETS; set += 1) {
      const phone = phones[set % phones.length];
      if (!phone) throw new Error('Nobody trains');
      const told = new Promise((resolve) => socket.once('sessionUpdated', resolve));
      const sent = performance.now();
      const answered = phone.send(http, phone.tick());
      await told;
      times.push(performance.now() - sent);
      await answered;
    }
    const note = `${String(SETS)} sets, no browser`;
    return [
      { name: 'set sent → a bare socket of the trainer, p50', value: median(times), unit: 'ms', note },
      { name: 'set sent → a bare socket of the trainer, p99', value: p99(times), unit: 'ms' },
    ];
  } finally {
    for (const socket of sockets) socket.disconnect();
    http.close();
  }
}
