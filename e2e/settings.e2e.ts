import type { User } from '@trainer/contract/types';
import { expect, test } from './fixtures.ts';
import { openDashboard } from './training.ts';

test('what is set is saved by itself and there after a reload', async ({ page, member }) => {
  await page.goto('/pages/settings.html');
  await page.getByLabel('First name').fill('Kavya');
  await page.getByRole('textbox', { name: 'Weight' }).fill('61,5');
  await page.locator('label', { hasText: 'lb, in' }).click();
  await page.locator('label', { hasText: 'Dark' }).click();
  await page.getByLabel('Time zone').selectOption('Europe/Berlin');
  await expect(page.getByText(/^Saved /)).toHaveCount(5);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByLabel('First name')).toHaveValue('Kavya');
  await expect(page.getByRole('textbox', { name: 'Weight' })).toHaveValue('135.6');
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'lb, in' })).toBeChecked();
  await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Berlin');

  const { data } = await member.call<{ data: User }>('GET', '/api/auth/me');
  expect(data.profile).toMatchObject({ firstName: 'Kavya', weight: 61.5 });
  expect(data.settings).toMatchObject({ units: 'imperial', theme: 'dark', timeZone: 'Europe/Berlin' });
});

test('a value that can’t be is named at its field, and what was saved stays', async ({
  page,
  member,
  expectErrors,
}) => {
  expectErrors(/status of 422 .*\/api\/members\/me/);
  await page.goto('/pages/settings.html');
  await page.getByLabel('Height').fill('17');
  await page.getByLabel('Height').blur();
  await expect(page.getByLabel('Height')).toHaveAccessibleDescription(/from 50 to 260 cm/);
  const { data } = await member.call<{ data: User }>('GET', '/api/auth/me');
  expect(data.profile.height).toBeNull();
});

test('a new password needs the old one, and this device stays logged in', async ({ page, member, expectErrors }) => {
  expectErrors(/status of 401 .*\/api\/auth\/change-password/);
  const otherTab = await page.context().newPage();
  await openDashboard(otherTab);
  await page.goto('/pages/settings.html');
  const [current, next] = [page.getByLabel('Current password'), page.getByLabel('New password')];
  await current.fill('not it at all');
  await next.fill('another kolam 8');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(current).toHaveAccessibleDescription('That is not your current password.');
  await current.fill(member.password);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Password changed.')).toBeVisible();
  await expect(otherTab.locator('[data-live-text]').first()).toHaveText('Live');
  await otherTab.reload();
  await expect(otherTab.getByRole('heading', { name: /^Welcome, / })).toBeVisible();
  await page.goto('/pages/dashboard.html');
  await expect(page.getByRole('heading', { name: /^Welcome, / })).toBeVisible();
  await expect(member.workouts()).rejects.toThrow('401');
});
