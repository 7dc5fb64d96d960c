import { expect, type Page, type Route } from '@playwright/test';

/** What somebody without a profile has to say before a plan can be written. */
export async function fillWorkoutForm(page: Page): Promise<void> {
  await page.goto('/pages/ai-suggestions.html');
  await page.getByLabel('Age').fill('29');
  await page.getByLabel('Sex').selectOption('female');
  await page.getByLabel('Weight', { exact: true }).fill('62.4');
  await page.getByLabel('Height').fill('160');
  await page.getByLabel('Days a week').selectOption('3');
  await choose(page, 'goals-muscle-gain');
}

export async function fillDietForm(page: Page): Promise<void> {
  await page.goto('/pages/diet-plan.html?new');
  await page.getByLabel('Weight now').fill('62.4');
  await page.getByLabel('Target', { exact: true }).fill('58');
  await page.getByLabel('Height').fill('160');
  await page.getByLabel('Age').fill('29');
  await page.getByLabel('Sex').selectOption('female');
  await page.getByLabel('Kitchen').selectOption('tamil-nadu');
  await page.getByTestId('diet-vegetarian').click();
}

/** Switches a chip on. One that is on stays so. */
async function choose(page: Page, chip: string): Promise<void> {
  const button = page.getByTestId(chip);
  if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
}

export const write = (page: Page): Promise<void> => page.getByTestId('write-plan').click();

export async function writeWorkoutPlan(page: Page): Promise<void> {
  await fillWorkoutForm(page);
  await write(page);
  await expect(page.getByTestId('plan-exercise').first()).toBeVisible();
}

export async function writeDietPlan(page: Page): Promise<void> {
  await fillDietForm(page);
  await write(page);
  await expect(page.getByTestId('meal-dinner')).toBeVisible();
}

/** Opens what can stand in the place of a meal, of the first meal that has any. */
export async function openSwaps(page: Page): Promise<void> {
  for (const meal of ['dinner', 'lunch', 'breakfast', 'snacks']) {
    await page.getByTestId(`swap-${meal}`).click();
    const offered = page.getByTestId('swap-option').first();
    const none = page.getByText('Nothing else fits your targets here.');
    await expect(offered.or(none)).toBeVisible();
    if (await offered.isVisible()) return;
    await page.keyboard.press('Escape');
  }
  throw new Error('No meal of this day can be swapped.');
}

/** Holds requests for a plan on their way until the test lets them go on; → what was asked, in order. */
export async function holdPlans(page: Page): Promise<{ asked: { requestId: string }[]; letGo: () => Promise<void> }> {
  const held: Route[] = [];
  const asked: { requestId: string }[] = [];
  let holds = true;
  await page.route('**/generate', async (route) => {
    asked.push(route.request().postDataJSON() as { requestId: string });
    if (holds) held.push(route);
    else await route.continue();
  });
  return {
    asked,
    async letGo() {
      holds = false;
      // Those of a page that was left are gone.
      for (const route of held) await route.continue().catch(() => undefined);
    },
  };
}
