import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { LAPTOP } from './device.ts';
import { expect, test } from './fixtures.ts';
import { PASSWORD } from './people.ts';
import { expectNumber, openDashboard, tickSet } from './training.ts';

test('a newcomer signs up and trains, and another screen has the numbers before the workout is even summed up', async ({
  device,
}) => {
  const phone = await device(null);
  const page = await phone.newPage();
  await test.step('signing up from the front door', () => signUpByHand(page));

  const laptop = await device(null, {
    viewport: LAPTOP,
    storageState: await phone.storageState(),
  });
  const screen = await laptop.newPage();
  await openDashboard(screen);
  await expect(screen.getByRole('heading', { name: 'Your first workout takes ten minutes' })).toBeVisible();
  await mark(screen);

  await page.getByRole('link', { name: 'Pick exercises myself' }).click();
  await page.getByTestId('add-goblet-squat').click();
  await page.getByTestId('add-romanian-deadlift').click();
  await page.getByTestId('start-workout').click();
  await tickSet(page);
  await tickSet(page);

  // The answer is held back until the other screen has moved: were it the answer that told, this would hang.
  const moved = expectNumber(screen, 'total-workouts', 1);
  await page.route('**/api/session/ops', async (route) => {
    const response = await route.fetch();
    await moved;
    await route.fulfill({ response });
  });
  await page.getByTestId('finish').click();
  await moved;
  await expect(page.getByTestId('summary')).toBeHidden();
  await expectNumber(screen, 'streak', 1);
  await expectNumber(screen, 'longest-streak', 1);
  expect(await isMarked(screen)).toBe(true);

  await expect(page.getByTestId('summary')).toBeVisible();
  await page.getByTestId('close-summary').click();
  await expectNumber(page, 'total-workouts', 1);
  for (const name of ['total-minutes', 'total-calories', 'streak'])
    expect(await numberOf(page, name)).toBe(await numberOf(screen, name));
});

async function signUpByHand(page: Page): Promise<void> {
  const id = randomUUID().slice(0, 8);
  await page.goto('/');
  await page.getByRole('link', { name: 'Create an account' }).click();
  await page.getByLabel('Name').fill(`Kavya ${id}`);
  await page.getByLabel('E-mail').fill(`kavya-${id}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { name: `Welcome, Kavya ${id}` })).toBeVisible();
}

const numberOf = (page: Page, name: string): Promise<string | null> =>
  page.getByTestId(name).getAttribute('data-value');

/** Something that a reload would not leave. */
const mark = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.documentElement.dataset.neverReloaded = '';
  });
const isMarked = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.dataset.neverReloaded === '');
