import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { trainedFor } from './member-with-history.ts';
import { expectLive, startWorkout, tickSet } from './training.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Everything that a person can have before them, and the way there. */
const SIGHTS: Record<string, { loggedIn?: false; trained?: true; open: (page: Page) => Promise<unknown> }> = {
  'log-in': { loggedIn: false, open: (page) => page.goto('/pages/login.html') },
  'log-in with errors': {
    loggedIn: false,
    async open(page) {
      await page.goto('/pages/login.html');
      await page.getByRole('button', { name: 'Log in' }).click();
      await expect(page.getByText('Please type your password.')).toBeVisible();
    },
  },
  'sign-up': { loggedIn: false, open: (page) => page.goto('/pages/signup.html') },
  'the dashboard of a newcomer': { open: (page) => page.goto('/pages/dashboard.html') },
  'the dashboard': {
    trained: true,
    async open(page) {
      await page.goto('/pages/dashboard.html');
      await expectLive(page);
      await expect(page.getByRole('heading', { name: 'Recent records' })).toBeVisible();
    },
  },
  'the choice of exercises': {
    trained: true,
    async open(page) {
      await page.goto('/pages/muscle-workout.html');
      await page.getByTestId('add-goblet-squat').click();
      await expect(page.getByTestId('start-workout')).toBeVisible();
    },
  },
  'an exercise in full': {
    async open(page) {
      await page.goto('/pages/muscle-workout.html');
      await page.getByRole('button', { name: 'Goblet Squat: details' }).click();
    },
  },
  'the set in work': {
    trained: true,
    async open(page) {
      await startWorkout(page, 'legs', 'goblet-squat', 'romanian-deadlift');
      await tickSet(page);
    },
  },
  'the rest': {
    async open(page) {
      await startWorkout(page, 'legs', 'goblet-squat');
      await page.getByTestId('set-done').click();
      await expect(page.getByTestId('skip-rest')).toBeVisible();
    },
  },
  'another exercise instead': {
    async open(page) {
      await startWorkout(page, 'legs', 'goblet-squat');
      await page.getByRole('button', { name: 'Swap' }).click();
    },
  },
  'the summary': {
    trained: true,
    async open(page) {
      await startWorkout(page, 'legs', 'goblet-squat');
      await tickSet(page);
      await page.getByTestId('finish').click();
      await expect(page.getByTestId('summary')).toBeVisible();
    },
  },
  'the history': {
    trained: true,
    async open(page) {
      await page.goto('/pages/history.html');
      await expect(page.getByTestId('workout-row').first()).toBeVisible();
    },
  },
  'an empty history': { open: (page) => page.goto('/pages/history.html') },
  'one workout': {
    trained: true,
    async open(page) {
      await page.goto('/pages/history.html');
      await page.getByTestId('workout-row').getByRole('link').first().click();
      await expect(page.getByTestId('change-workout')).toBeVisible();
    },
  },
  'a workout being changed': {
    trained: true,
    async open(page) {
      await page.goto('/pages/history.html');
      await page.getByTestId('workout-row').getByRole('link').first().click();
      await page.getByTestId('change-workout').click();
    },
  },
  'the import': {
    open: (page) => page.goto('/pages/history.html#import'),
  },
  settings: {
    trained: true,
    async open(page) {
      await page.goto('/pages/settings.html');
      await expect(page.getByRole('heading', { name: 'Noted weights' })).toBeVisible();
    },
  },
};

for (const [name, { loggedIn = true, trained = false, open }] of Object.entries(SIGHTS))
  test(`${name} can be read by everyone, wide and narrow, light and dark`, async ({ device, member }) => {
    const person = trained ? await trainedFor(member) : member;
    const context = await device(loggedIn ? person : null, { reducedMotion: 'reduce' });
    const page = await context.newPage();
    await open(page);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
    await expect(page.locator('.skel')).toHaveCount(0);
    for (const width of [1280, 390])
      for (const colorScheme of ['light', 'dark'] as const)
        await test.step(`${String(width)} ${colorScheme}`, () => expectNoViolations(page, width, colorScheme));
    await test.step('nothing scrolls sideways at 320', () => expectNoSidewaysScroll(page));
  });

async function expectNoViolations(page: Page, width: number, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const { violations, passes } = await new AxeBuilder({ page }).withTags(RULES).analyze();
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
