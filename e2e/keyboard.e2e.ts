import type { Locator, Page } from '@playwright/test';
import { LAPTOP } from './device.ts';
import { expect, test } from './fixtures.ts';
import { tickedSets } from './training.ts';

test.use({ viewport: LAPTOP });

test('a workout is picked, trained and finished without a mouse', async ({ page, member }) => {
  await page.goto('/pages/dashboard.html');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await test.step('the first stop leads past the navigation', async () => {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
    await page.keyboard.press('Enter');
    await press(page, page.getByRole('link', { name: 'Pick exercises myself' }), 'Enter');
  });

  await test.step('picking', async () => {
    await expect(page.getByTestId('add-goblet-squat')).toBeVisible();
    await press(page, page.getByTestId('group-chest'), 'Space');
    await press(page, page.getByTestId('add-push-up'), 'Enter');
    await expect(page.getByTestId('add-push-up')).toHaveAttribute('aria-pressed', 'true');
    await press(page, page.getByTestId('start-workout'), 'Enter');
  });

  await test.step('training: arrows change the value in focus, Enter ticks, R skips the rest, U takes back', async () => {
    const reps = page.getByTestId('dial-reps');
    await expect(reps).toBeVisible();
    const planned = Number(await reps.textContent());
    await tabTo(page, reps);
    await page.keyboard.press('ArrowUp');
    await expect(reps).toHaveText(String(planned + 1));
    await press(page, page.getByTestId('set-done'), 'Enter');
    await expect(page.getByTestId('skip-rest')).toBeVisible();
    await page.keyboard.press('r');
    await expect(tickedSets(page)).toHaveCount(1);
    await page.keyboard.press('Enter');
    await page.keyboard.press('r');
    await expect(tickedSets(page)).toHaveCount(2);
    await page.keyboard.press('u');
    await expect(tickedSets(page)).toHaveCount(1);
    await expect(tickedSets(page)).toContainText(String(planned + 1));
  });

  await test.step('a dialog takes the focus, and gives it back on Escape', async () => {
    const swap = page.getByRole('button', { name: 'Swap' });
    await press(page, swap, 'Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(swap).toBeFocused();
  });

  await test.step('finishing', async () => {
    await press(page, page.getByTestId('finish'), 'Enter');
    await expect(page.getByTestId('summary')).toBeVisible();
    await press(page, page.getByTestId('close-summary'), 'Enter');
    await page.waitForURL('**/dashboard.html');
  });
  const [workout] = await member.workouts();
  expect(workout?.exercises.map((exercise) => [exercise.name, exercise.sets])).toEqual([['Push-Up', 1]]);
});

async function press(page: Page, target: Locator, key: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Goes on from stop to stop, as somebody without a mouse does, once round the page at most. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < 150; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, 'never had the focus').toBeFocused();
}
