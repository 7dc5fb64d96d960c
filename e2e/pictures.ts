import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page, type ViewportSize } from '@playwright/test';
import { CHROMIUM } from './chromium.ts';
import { LAPTOP, openDevice, PHONE } from './device.ts';
import { type Person, signUp } from './people.ts';
import { type Server, startServer } from './server.ts';
import { personAt, see, type Sight, SIGHTS } from './sights.ts';

// Takes `docs/pictures/NAME-WIDTH[-dark].png` of everything that there is to see; names as arguments choose a few.

const FOLDER = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
/** The one that the README shows. */
const FOR_README = 'dashboard-1280';

const wanted = process.argv.slice(2);
const browser = await chromium.launch(CHROMIUM);
try {
  await mkdir(FOLDER, { recursive: true });
  for (const sight of SIGHTS)
    if (wanted.length === 0 || wanted.includes(sight.picture)) {
      for (const viewport of [PHONE, LAPTOP]) await take(browser, sight, viewport);
      console.log(`✓ ${sight.picture}`);
    }
} finally {
  await browser.close();
}

/** On a server of its own, so that the same person can sign up for each. */
async function take(on: Browser, sight: Sight, viewport: ViewportSize): Promise<void> {
  const server = await startServer();
  try {
    const person = await personFor(server, sight);
    const device = await openDevice(on, person, { at: server, viewport, reducedMotion: 'reduce' });
    const page = await device.newPage();
    await see(page, sight);
    await showWhole(page, viewport);
    const name = `${sight.picture}-${String(viewport.width)}`;
    await page.screenshot({ path: join(FOLDER, `${name}.png`) });
    if (name === FOR_README) await page.screenshot({ path: join(FOLDER, 'dashboard.png') });
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.screenshot({ path: join(FOLDER, `${name}-dark.png`) });
    await device.close();
  } finally {
    await server.stop();
  }
}

/** As high as the page is, so that what stands at the foot of the screen stands at the foot of the picture. */
async function showWhole(page: Page, { width, height }: ViewportSize): Promise<void> {
  if (await page.getByRole('dialog').isVisible()) return;
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, whole) });
}

function personFor({ url }: Server, { who }: Sight): Promise<Person | null> {
  return personAt(url, who, (name) => signUp(url, { username: name, email: `${name.toLowerCase()}@example.org` }));
}
