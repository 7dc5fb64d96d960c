import { chromium, type Page } from '@playwright/test';
import { launchOptions, logInto } from '../browser.ts';
import { client, succeeded } from '../client.ts';
import type { Figure } from '../figure.ts';
import type { Person } from '../people.ts';
import type { Started } from '../processes.ts';
import { median, worst } from '../statistics.ts';

const PEOPLE = 15;

/** From the click on “Write my plan” to the first step on the screen, in Chromium. */
export async function firstStep(server: Started, members: readonly Person[]): Promise<Figure[]> {
  const http = client(server.url);
  const browser = await chromium.launch(launchOptions);
  try {
    const times: number[] = [];
    for (const person of members.slice(0, PEOPLE)) {
      const profile = { age: 30, height: 168, weight: 66, fitnessLevel: 'intermediate', goals: ['strength'] };
      succeeded(await http.send('PATCH', '/api/members/me', person.token, { profile }));
      const context = await browser.newContext();
      const page = await context.newPage();
      await logInto(page, person, http);
      await page.goto(`${server.url}/pages/ai-suggestions.html`);
      await page.getByTestId('write-plan').waitFor();
      times.push(await clickToStep(page));
      await context.close();
    }
    const note = `Chromium ${browser.version()}, ${String(PEOPLE)} people`;
    return [
      { name: 'click → first step on the screen, median', value: median(times), unit: 'ms', note },
      { name: 'click → first step on the screen, worst', value: worst(times), unit: 'ms', goal: { atMost: 100 } },
    ];
  } finally {
    await browser.close();
    http.close();
  }
}

/** In the page itself: what Playwright needs to click and look is not a person’s wait. */
const clickToStep = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const shown = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector('[data-testid="progress"]')) return;
        observer.disconnect();
        // Once it is painted.
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      });
      observer.observe(document.body, { subtree: true, childList: true });
    });
    const began = performance.now();
    document.querySelector<HTMLElement>('[data-testid="write-plan"]')?.click();
    return (await shown) - began;
  });
