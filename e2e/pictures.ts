import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { CHROMIUM } from './chromium.ts';
import { LAPTOP, openDevice, PHONE } from './device.ts';
import { trainedFor } from './member-with-history.ts';
import { type Person, signUp } from './people.ts';
import { type Server, startServer } from './server.ts';
import { see, type Sight, SIGHTS } from './sights.ts';

// Takes `docs/pictures/NAME-WIDTH[-dark].png` of everything that there is to see; names as arguments choose a few.

const FOLDER = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
/** The one that the README shows. */
const FOR_README = 'dashboard';

const wanted = process.argv.slice(2);
const browser = await chromium.launch(CHROMIUM);
try {
  await mkdir(FOLDER, { recursive: true });
  for (const sight of SIGHTS) if (wanted.length === 0 || wanted.includes(sight.picture)) await take(browser, sight);
} finally {
  await browser.close();
}

/** On a server of its own, so that the name is always the same. */
async function take(on: Browser, sight: Sight): Promise<void> {
  const server = await startServer();
  try {
    const person = await personFor(server, sight);
    for (const viewport of [PHONE, LAPTOP]) await takeAt(viewport);
    console.log(`✓ ${sight.picture}`);

    async function takeAt(viewport: { width: number; height: number }): Promise<void> {
      const device = await openDevice(on, person, { at: server, viewport, reducedMotion: 'reduce' });
      const page = await device.newPage();
      await see(page, sight);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const dark = colorScheme === 'dark' ? '-dark' : '';
        const name = `${sight.picture}-${String(viewport.width)}${dark}.png`;
        await page.screenshot({ path: join(FOLDER, name), fullPage: true });
        if (name === `${FOR_README}-1280.png`)
          await page.screenshot({ path: join(FOLDER, `${FOR_README}.png`), fullPage: true });
      }
      await device.close();
    }
  } finally {
    await server.stop();
  }
}

async function personFor({ url }: Server, { who }: Sight): Promise<Person | null> {
  if (who === 'nobody') return null;
  const person = await signUp(url, { username: 'Kavya', email: 'kavya@example.org' });
  return who === 'trained' ? trainedFor(person) : person;
}
