import { expect, test } from './fixtures.ts';
import { startWorkout, tickedSets, tickSet } from './training.ts';

test('a running workout is where it was after a reload', async ({ page }) => {
  await startWorkout(page, 'legs', 'goblet-squat');
  await page.getByRole('button', { name: 'More reps' }).click();
  const reps = await page.getByTestId('dial-reps').textContent();
  await tickSet(page);
  await page.reload();
  await expect(tickedSets(page)).toHaveCount(1);
  await expect(tickedSets(page)).toContainText(String(reps).trim());
});

test('a rest that runs when the page is reloaded runs on', async ({ page }) => {
  await startWorkout(page, 'legs', 'goblet-squat');
  await page.getByTestId('set-done').click();
  await expect(page.getByTestId('skip-rest')).toBeVisible();
  await page.reload();
  await page.getByTestId('skip-rest').click();
  await expect(tickedSets(page)).toHaveCount(1);
});

test('a running workout outlives its tab, and every page leads back to it', async ({ page, device, member }) => {
  await startWorkout(page, 'legs', 'goblet-squat');
  await tickSet(page);
  const context = page.context();
  await page.close();

  const later = await context.newPage();
  await later.goto('/pages/history.html');
  await expect(later.getByText('is still running')).toBeVisible();
  await later.getByRole('link', { name: 'Continue' }).click();
  await expect(tickedSets(later)).toHaveCount(1);

  await test.step('on another device it goes on, and each sees what the other ticks', async () => {
    const other = await (await device(member)).newPage();
    await other.goto('/pages/workout-execution.html');
    await expect(tickedSets(other)).toHaveCount(1);
    await tickSet(other);
    await expect(tickedSets(later)).toHaveCount(2);
    await expect(later.getByTestId('sync')).toHaveText('Stored');
    await other.getByTestId('finish').click();
    await expect(other.getByTestId('summary')).toBeVisible();
    await expect(later.getByRole('heading', { name: 'No workout is running' })).toBeVisible();
    expect((await member.workouts()).map((workout) => workout.exercises[0]?.sets)).toEqual([2]);
  });
});

test('two tabs see the same sets, whichever of them ticks', async ({ page }) => {
  await startWorkout(page, 'legs', 'goblet-squat');
  const other = await page.context().newPage();
  await other.goto('/pages/workout-execution.html');
  await expect(tickedSets(other)).toHaveCount(0);

  await tickSet(page);
  await expect(tickedSets(other)).toHaveCount(1);
  await tickSet(other);
  await expect(tickedSets(page)).toHaveCount(2);

  await test.step('and when it is finished in one, it is over in the other', async () => {
    await other.getByTestId('finish').click();
    await expect(other.getByTestId('summary')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'No workout is running' })).toBeVisible();
  });
});

test('a tick is taken back by Undo, and a workout without a set asks before it is gone', async ({ page, member }) => {
  await startWorkout(page, 'legs', 'goblet-squat');
  await tickSet(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(tickedSets(page)).toHaveCount(0);
  await page.getByTestId('finish').click();
  await expect(page.getByRole('dialog', { name: 'No set is done yet' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard workout' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'No workout is running' })).toBeVisible();
  expect(await member.workouts()).toEqual([]);
});

test('a discarded workout is gone everywhere, and the next one begins without it', async ({ page, member, device }) => {
  await startWorkout(page, 'legs', 'goblet-squat');
  await tickSet(page);
  await page.getByRole('button', { name: 'Discard workout' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard 1 set' }).click();
  await expect(page.getByRole('heading', { name: 'No workout is running' })).toBeVisible();
  const other = await (await device(member)).newPage();
  await other.goto('/pages/workout-execution.html');
  await expect(other.getByRole('heading', { name: 'No workout is running' })).toBeVisible();

  await startWorkout(page, 'core', 'plank');
  await expect(page.getByRole('heading', { name: 'Front Plank' })).toBeVisible();
  await expect(tickedSets(page)).toHaveCount(0);
  await tickSet(page);
  await page.getByTestId('finish').click();
  await expect(page.getByTestId('summary')).toBeVisible();
  const [workout, ...others] = await member.workouts();
  expect([workout?.exercises.map(({ name }) => name), others]).toEqual([['Front Plank'], []]);
});
