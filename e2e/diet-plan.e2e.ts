import { LAPTOP } from './device.ts';
import { expect, test } from './fixtures.ts';
import { fillDietForm, openSwaps, write, writeDietPlan } from './plans.ts';

const AWAY = /net::ERR_(INTERNET_DISCONNECTED|FAILED|ABORTED)|WebSocket connection to .* failed/;

test('a week of meals is planned, read day by day, and changed', async ({ page }) => {
  await fillDietForm(page);
  await test.step('the target stands beside the form before anything is planned', async () => {
    await expect(page.getByTestId('target-energy')).toHaveText(/^1,\d{3}.kcal$/);
    await page.getByText('How it is worked out').click();
    await expect(page.getByTestId('target')).toContainText('Mifflin');
  });
  await write(page);

  await test.step('seven days, four meals, household words first', async () => {
    await expect(page.getByTestId('meal-dinner')).toBeVisible();
    await expect(page.getByTestId(/^day-\d$/)).toHaveCount(7);
    for (const meal of ['breakfast', 'lunch', 'snacks', 'dinner'])
      await expect(page.getByTestId(`meal-${meal}`)).toContainText(/, \d+.g/);
    await expect(page.getByTestId('checks')).toContainText('Verified');
    await expect(page.locator('[lang="ta"]').first()).toBeAttached();
  });

  await test.step('arrow keys go from day to day', async () => {
    await page.getByTestId('day-1').click();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByTestId('day-2')).toBeFocused();
    await expect(page.getByTestId('day-2')).toHaveAttribute('aria-current', 'date');
    await page.keyboard.press('End');
    await expect(page.getByTestId('day-7')).toHaveAttribute('aria-current', 'date');
    await page.reload();
    await expect(page.getByTestId('day-7')).toHaveAttribute('aria-current', 'date');
  });

  await test.step('a meal is swapped for one of those offered, or kept', async () => {
    const week = page.getByTestId('open-day').locator('.item');
    const before = await week.allTextContents();
    await openSwaps(page);
    await expect(page.getByRole('dialog')).toContainText('The day comes to');
    await page.getByTestId('keep-meal').click();
    await expect(week).toHaveText(before);
    await openSwaps(page);
    await page.getByTestId('swap-option').last().click();
    await page.getByTestId('use-meal').click();
    await expect(page.getByTestId('open-day').getByText('Changed', { exact: true })).toBeVisible();
    const after = await week.allTextContents();
    expect(after).not.toEqual(before);
    await page.reload();
    await expect(week).toHaveText(after);
  });

  await test.step('a dish opens its recipe', async () => {
    await page
      .getByRole('button', { name: /^Recipe for / })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toContainText('You need');
    await page.keyboard.press('Escape');
  });
});

test('the shopping list keeps its ticks, also without a network', async ({ page, expectErrors }) => {
  expectErrors(AWAY);
  await writeDietPlan(page);
  await page.getByTestId('shopping').click();
  const first = page.getByTestId(/^buy-/).first();
  await first.click();
  await page.locator('label', { hasText: /^4$/ }).click();
  await expect(page.getByTestId('ticked')).toHaveText(/^1 of \d+$/);
  await page.route('**/api/**', (route) => route.abort());
  await page.reload();
  await expect(page.getByText('No network. This is the list')).toBeVisible();
  await expect(page.getByTestId('ticked')).toHaveText(/^1 of \d+$/);
  await expect(page.getByRole('radio', { name: '4' })).toBeChecked();
  await first.click();
  await expect(page.getByTestId('ticked')).toHaveText(/^0 of \d+$/);
});

test('the plan that was opened last is read without a network', async ({ page, expectErrors }) => {
  expectErrors(AWAY);
  await writeDietPlan(page);
  const dishes = await page.getByTestId('meal-lunch').textContent();
  await page.route('**/api/**', (route) => route.abort());
  await page.goto('/pages/diet-plan.html');
  await expect(page.getByTestId('meal-lunch')).toHaveText(dishes ?? '');
  await expect(page.getByText('No network. This is the plan')).toBeVisible();
});

test('what must be kept out and is not understood stops the form by its name', async ({ page, expectErrors }) => {
  expectErrors(/status of 422/);
  await fillDietForm(page);
  const field = page.getByLabel('Anything else to keep out?');
  await field.fill('jeeragam powder mix');
  await write(page);
  await expect(field).toHaveAccessibleDescription(/jeeragam powder mix/);
  await expect(field).toBeFocused();
  await field.fill('jeeragam');
  await write(page);
  await expect(page.getByTestId('meal-dinner')).toBeVisible();
});

test('a target under a healthy weight is refused kindly, beside the form and when it is asked for', async ({
  page,
  expectErrors,
}) => {
  expectErrors(/status of 422/);
  await fillDietForm(page);
  await page.getByLabel('Target', { exact: true }).fill('42');
  await expect(page.getByTestId('target')).toContainText('under a healthy weight');
  await write(page);
  await expect(page.getByTestId('refused')).toContainText('From 48 kg we can plan');
});

test('the newest week opens by itself; another one is a button away', async ({ page }) => {
  await writeDietPlan(page);
  await page.goto('/pages/diet-plan.html');
  await expect(page.getByTestId('meal-dinner')).toBeVisible();
  await page.getByTestId('new-plan').click();
  await expect(page.getByTestId('write-plan')).toBeVisible();
  await expect(page.getByLabel('Target', { exact: true })).toHaveValue('58');
  await page.goBack();
  await expect(page.getByTestId('meal-dinner')).toBeVisible();
});

test('a week is printed with all its days, its formulas and its checks', async ({ page }) => {
  await writeDietPlan(page);
  await page.emulateMedia({ media: 'print' });
  const headings = page.locator('.paper h2');
  await expect(headings).toHaveCount(7 + 3 + (await page.locator('.paper h2', { hasText: 'Good to know' }).count()));
  await expect(page.locator('.paper')).toContainText('Mifflin');
  for (const day of await page.locator('.paper section').all())
    expect(await day.evaluate((section) => getComputedStyle(section).breakInside)).toBe('avoid');
});

test('next to the streak the dashboard tells the next meal', async ({ page, member }) => {
  const squat = await member.exercise('goblet-squat');
  await member.save({
    exercises: [{ exerciseId: squat._id, name: squat.name, sets: 1, reps: 10 }],
    totalDuration: 20,
  });
  await writeDietPlan(page);
  await page.setViewportSize(LAPTOP);
  await page.goto('/pages/dashboard.html');
  await expect(page.getByRole('heading', { name: 'Next meal' })).toBeVisible();
});
