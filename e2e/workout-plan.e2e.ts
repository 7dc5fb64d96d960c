import { expect, test } from './fixtures.ts';
import { fillWorkoutForm, holdPlans, write, writeWorkoutPlan } from './plans.ts';
import { tickedSets, tickSet } from './training.ts';

/** What Chromium says of a network that is away. */
const AWAY = /net::ERR_(INTERNET_DISCONNECTED|FAILED|ABORTED)|WebSocket connection to .* failed/;

test('a workout plan is asked for, read and trained at once', async ({ page, member }) => {
  await fillWorkoutForm(page);
  const plans = await holdPlans(page);
  await test.step('the first step is there with the click, before anybody answers', async () => {
    await write(page);
    await expect(page.getByRole('heading', { name: 'Writing your plan' })).toBeFocused();
    await expect(page.locator('[aria-current="step"]')).toContainText('Reading your profile');
    await expect(page.getByTestId('cancel-plan')).toBeVisible();
    await plans.letGo();
  });

  await test.step('the plan says what to do, what was checked and who wrote it', async () => {
    const exercises = page.getByTestId('plan-exercise');
    await expect(exercises.first()).toBeVisible();
    expect(await exercises.count()).toBeGreaterThanOrEqual(5);
    await expect(page.getByTestId('plan-title')).toBeFocused();
    await expect(page.getByTestId('checks')).toContainText('Verified');
    await page.getByText('Read all ten').click();
    await expect(page.getByTestId('prescription').locator('dt')).toHaveCount(10);
    await page.getByTestId('see-sent').click();
    await expect(page.getByRole('dialog')).toContainText('Nothing left this server');
    await page.keyboard.press('Escape');
  });

  await test.step('it is there after a reload, and stands among the earlier plans', async () => {
    const title = await page.getByTestId('plan-title').textContent();
    await page.reload();
    await expect(page.getByTestId('plan-title')).toHaveText(title ?? '');
    await page.getByTestId('back').click();
    await expect(page.getByTestId('earlier-plan')).toHaveText(new RegExp(title ?? ''));
    await page.getByTestId('earlier-plan').getByRole('link').click();
  });

  await test.step('its day begins with the planned exercises and sets', async () => {
    const [first] = await page.getByTestId('open-day').getByRole('listitem').allTextContents();
    await page.getByTestId('start-now').click();
    await expect(page.getByTestId('set-done')).toBeVisible();
    const planned = /(\d+) × (\d+)/.exec(first ?? '');
    await expect(page.locator('.sets li')).toHaveCount(Number(planned?.[1]));
    await tickSet(page);
    await expect(tickedSets(page)).toHaveCount(1);
  });
  expect(await member.workouts()).toEqual([]);
});

test('a page that is left while a plan is written finds back to the same plan', async ({ page, expectErrors }) => {
  expectErrors(AWAY);
  await fillWorkoutForm(page);
  const plans = await holdPlans(page);
  await write(page);
  await expect(page.getByTestId('progress')).toBeVisible();
  await page.goto('/pages/history.html');
  await page.goto('/pages/ai-suggestions.html');
  await expect(page.getByTestId('progress')).toBeVisible();
  const second = await page.context().newPage();
  await second.goto('/pages/ai-suggestions.html');
  await plans.letGo();
  await expect(page.getByTestId('plan-title')).toBeVisible();
  await expect(second.getByTestId('plan-title')).toBeVisible();
  expect(new Set(plans.asked.map(({ requestId }) => requestId)).size).toBe(1);
  await second.goto('/pages/ai-suggestions.html');
  await expect(second.getByTestId('earlier-plan')).toHaveCount(1);
});

test('a plan can be stopped, and every word is still there', async ({ page, expectErrors }) => {
  expectErrors(/status of 40[49]/, AWAY);
  await fillWorkoutForm(page);
  await page.getByLabel('In your own words').fill('Only before work');
  await holdPlans(page);
  await write(page);
  await page.getByTestId('cancel-plan').click();
  await expect(page.getByText('Stopped. Nothing was kept.')).toBeVisible();
  await expect(page.getByLabel('In your own words')).toHaveValue('Only before work');
  await expect(page.getByLabel('Age')).toHaveValue('29');
});

test('without a network nothing typed is lost, and the plan is written when it is back', async ({
  page,
  expectErrors,
}) => {
  expectErrors(AWAY);
  await fillWorkoutForm(page);
  await page.context().setOffline(true);
  await write(page);
  await expect(page.getByText('Everything that you typed is kept on this device')).toBeVisible();
  await expect(page.getByLabel('Age')).toHaveValue('29');
  await page.context().setOffline(false);
  await expect(page.getByTestId('plan-title')).toBeVisible();
});

test('where a doctor comes first, it says so calmly, and what to do', async ({ page, expectErrors }) => {
  expectErrors(/status of 422/);
  await fillWorkoutForm(page);
  await page.getByLabel('Anything else to respect?').fill('chest pain');
  await write(page);
  await expect(page.getByTestId('refused')).toContainText('doctor');
  await expect(page.getByRole('heading', { name: 'Let us be careful here' })).toBeFocused();
  await page.getByTestId('change-answers').click();
  await expect(page.getByLabel('Anything else to respect?')).toHaveValue('chest pain');
});

test('a word that nobody understands is named at its field', async ({ page, expectErrors }) => {
  expectErrors(/status of 422/);
  await fillWorkoutForm(page);
  await page.getByLabel('Anything else to respect?').fill('blorbitis');
  await write(page);
  const field = page.getByLabel('Anything else to respect?');
  await expect(field).toHaveAccessibleDescription(/blorbitis/);
  await expect(field).toBeFocused();
});

test('a shared plan is read by everybody who has the link, until it is ended', async ({
  page,
  device,
  expectErrors,
}) => {
  expectErrors(/status of 404/);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await writeWorkoutPlan(page);
  await page.getByTestId('plan-share').click();
  await expect(page.getByRole('dialog').getByText('Link copied')).toBeVisible();
  const link = await page.getByLabel('Link').inputValue();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);

  const stranger = await (await device(null)).newPage();
  await stranger.goto(new URL(link).pathname);
  await expect(stranger.getByTestId('plan-exercise').first()).toBeVisible();
  await expect(stranger.getByRole('navigation')).toHaveCount(0);
  await expect(stranger.getByTestId('start-now')).toHaveCount(0);
  await expect(stranger.locator('body')).not.toContainText('Kavya');

  await page.getByTestId('stop-sharing').click();
  await expect(page.locator('.toast').getByText('The link is dead.')).toBeVisible();
  await stranger.reload();
  await expect(stranger.getByTestId('gone')).toBeVisible();
});

test('a deleted plan can be had back for ten seconds', async ({ page }) => {
  await writeWorkoutPlan(page);
  const remove = async () => {
    await page.getByTestId('plan-more').click();
    await page.getByTestId('menu-delete').click();
    await expect(page.getByTestId('earlier-plan')).toHaveCount(0);
  };
  await remove();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByTestId('plan-title')).toBeVisible();
  await remove();
  await page.goto('/pages/ai-suggestions.html');
  await expect(page.getByTestId('write-plan')).toBeVisible();
  await expect(page.getByTestId('earlier-plan')).toHaveCount(0);
});

test('a plan is downloaded as Markdown, and printed whole', async ({ page }) => {
  await writeWorkoutPlan(page);
  await page.getByTestId('plan-more').click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('menu-markdown').click()]);
  expect(download.suggestedFilename()).toMatch(/^[\p{L}\d-]+\.md$/u);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.paper')).toBeVisible();
  await expect(page.locator('.paper section h2')).toContainText(['Monday', 'Sunday', 'What was checked']);
  await expect(page.locator('.rail, .tabbar, .topbar, .btn').filter({ visible: true })).toHaveCount(0);
});
