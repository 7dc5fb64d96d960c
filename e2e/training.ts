import { expect, type Locator, type Page } from '@playwright/test';

/** Picks exercises by their slugs, all of one group, and starts. */
export async function startWorkout(page: Page, group: string, ...slugs: readonly string[]): Promise<void> {
  await page.goto(`/pages/muscle-workout.html?muscle=${group}`);
  for (const slug of slugs) await page.getByTestId(`add-${slug}`).click();
  await page.getByTestId('start-workout').click();
  await expect(page.getByTestId('set-done')).toBeVisible();
}

/** Ticks the set in work and goes on after it without resting. */
export async function tickSet(page: Page): Promise<void> {
  await page.getByTestId('set-done').click();
  await page.getByTestId('skip-rest').click();
  await expect(page.getByTestId('set-done')).toBeVisible();
}

/** The sets of the exercise in work that are ticked. */
export const tickedSets = (page: Page): Locator => page.locator('.sets li.done');

/** Waits until the dashboard shows numbers and hears of changes by itself. */
export async function openDashboard(page: Page): Promise<void> {
  await page.goto('/pages/dashboard.html');
  await expectLive(page);
}

export const expectLive = (page: Page): Promise<void> =>
  expect(page.locator('.live:visible').first()).toHaveText(/^Live/);

/** @param name `total-workouts`, `total-minutes`, `total-calories`, `streak` or `longest-streak` */
export const expectNumber = (page: Page, name: string, value: number): Promise<void> =>
  expect(page.getByTestId(name)).toHaveAttribute('data-value', String(value));
