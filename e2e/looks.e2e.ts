import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { LAPTOP, PHONE } from './device.ts';
import { expect, test } from './fixtures.ts';
import { personAt, see, SIGHTS } from './sights.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** A theme has the same elements in other colours. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

for (const sight of SIGHTS)
  test(`${sight.name} can be read by everyone, wide and narrow, light and dark`, async ({
    device,
    member,
    server,
    expectErrors,
  }) => {
    if (sight.errors) expectErrors(sight.errors);
    const person = await personAt(server.url, sight.who, () => Promise.resolve(member));
    const context = await device(person, { reducedMotion: 'reduce' });
    const page = await context.newPage();
    await see(page, sight);
    for (const viewport of [LAPTOP, PHONE])
      for (const colorScheme of ['light', 'dark'] as const)
        await test.step(`${String(viewport.width)} ${colorScheme}`, async () => {
          await page.setViewportSize(viewport);
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await expectNoViolations(page, colorScheme);
        });
    await test.step('nothing scrolls sideways at 320', () => expectNoSidewaysScroll(page));
  });

async function expectNoViolations(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  // Without frames of other origins the results need no page of their own to be put together.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations, passes } = await (
    colorScheme === 'light' ? axe.withTags(RULES) : axe.withRules(OF_COLOURS)
  ).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
  expect(found).toEqual([]);
  // Rules that found nothing to look at would be content with an empty page.
  expect(passes.map(({ id }) => id)).toContain('color-contrast');
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  const tooWide = () =>
    page.evaluate(() => {
      const room = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= room) return [];
      const elements = [...document.querySelectorAll('body *')];
      return elements
        .filter((element) => element.getBoundingClientRect().right > room + 1)
        .map((element) => `${element.tagName} .${element.getAttribute('class') ?? ''}`);
    });
  await expect.poll(tooWide).toEqual([]);
}
