import { readFile } from 'node:fs/promises';
import type { Workout } from '@trainer/contract/types';
import { expect, test } from './fixtures.ts';
import type { Person } from './people.ts';
import { expectNumber, openDashboard } from './training.ts';

test('a workout is opened, changed, and every number follows', async ({ page, member }) => {
  await squats(member, 'Legs on Monday');
  const dashboard = await page.context().newPage();
  await openDashboard(dashboard);
  await expectNumber(dashboard, 'total-minutes', 40);

  await page.goto('/pages/history.html');
  await page.getByRole('link', { name: /^Legs on Monday,/ }).click();
  await expect(page.getByRole('heading', { name: 'Legs on Monday' })).toBeVisible();
  await expect(page.getByRole('table')).toContainText('20 kg');
  await page.getByTestId('change-workout').click();
  await page.getByLabel('Name').fill('Legs, slowly');
  await page.getByLabel('Duration').fill('55');
  await page.getByLabel('Weight of set 1').fill('22.5');
  await page.getByTestId('save-changes').click();

  await expect(page.getByRole('heading', { name: 'Legs, slowly' })).toBeVisible();
  await expect(page.getByRole('table')).toContainText('22.5 kg');
  await expectNumber(dashboard, 'total-minutes', 55);
  const [changed] = await member.workouts();
  expect(changed?.exercises[0]?.setLog.map((set) => set.weight)).toEqual([22.5, 20, 20]);
});

test('what can’t be stored is named at its field, and nothing is lost', async ({ page, member }) => {
  const workout = await squats(member, 'Legs');
  await page.goto(`/pages/history.html?id=${workout._id}`);
  await page.getByTestId('change-workout').click();
  await page.getByLabel('Duration').fill('an hour');
  await page.getByTestId('save-changes').click();
  await expect(page.getByLabel('Duration')).toBeFocused();
  await expect(page.getByLabel('Duration')).toHaveAccessibleDescription('This has to be a number.');
  await page.getByRole('button', { name: 'Leave it as it was' }).click();
  await expect(page.getByRole('heading', { name: 'Legs' }).first()).toBeVisible();
});

test('a deleted workout can be had back', async ({ page, member }) => {
  await squats(member, 'Kept');
  await page.goto('/pages/history.html');
  await page.getByRole('link', { name: /^Kept,/ }).click();
  await page.getByTestId('delete-workout').click();
  await expect(page.getByTestId('workout-row')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByTestId('workout-row')).toHaveCount(1);
  await page.reload();
  await expect(page.getByTestId('workout-row')).toHaveCount(1);
  expect(await member.workouts()).toHaveLength(1);
});

test('a deleted workout is gone for good when the page is left', async ({ page, member }) => {
  await squats(member, 'Stays');
  await squats(member, 'Goes');
  await page.goto('/pages/history.html');
  await page.getByRole('link', { name: /^Goes,/ }).click();
  await page.getByTestId('delete-workout').click();
  await expect(page.getByTestId('workout-row')).toHaveCount(1);
  await page.goto('/pages/dashboard.html');
  await expectNumber(page, 'total-workouts', 1);
  await expect.poll(async () => (await member.workouts()).map((workout) => workout.name)).toEqual(['Stays']);
});

test('days are filtered by the address, and the way back is the browser’s own', async ({ page, member }) => {
  await squats(member, 'In spring', '2026-04-02T06:00:00Z');
  await squats(member, 'In summer', '2026-07-02T06:00:00Z');
  await page.goto('/pages/history.html?from=2026-06-01');
  await expect(page.getByTestId('workout-row')).toHaveCount(1);
  await page.getByRole('link', { name: /^In summer,/ }).click();
  await expect(page.getByTestId('change-workout')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/from=2026-06-01$/);
  await expect(page.getByTestId('workout-row')).toHaveCount(1);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page.getByTestId('workout-row')).toHaveCount(2);
});

test('the whole history is taken along as a file that can be imported again', async ({ page, member }) => {
  await squats(member, 'Taken along');
  await page.goto('/pages/history.html');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('workouts.csv');
  const file = await download.path();
  expect(await readFile(file, 'utf8')).toContain('Taken along');

  await page.getByRole('button', { name: 'Import' }).click();
  await page.getByTestId('import-file').setInputFiles(file);
  await expect(page.getByRole('dialog')).toContainText('There is nothing new in this file.');
});

test('a file of another kind is refused in words, and nothing is stored', async ({ page, member, expectErrors }) => {
  expectErrors(/status of 422 .*\/api\/workouts\/import/);
  await page.goto('/pages/history.html#import');
  const buffer = Buffer.from('name,price\nbanana,3\n');
  await page.getByTestId('import-file').setInputFiles({ name: 'shopping.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  expect(await member.workouts()).toEqual([]);
});

async function squats(member: Person, name: string, date?: string): Promise<Workout> {
  const { _id, name: exercise } = await member.exercise('goblet-squat');
  const set = { type: 'normal' as const, reps: 10, weight: 20 };
  const exercises = [{ exerciseId: _id, name: exercise, setLog: [set, set, set] }];
  return member.save({ name, exercises, totalDuration: 40, ...(date ? { date } : {}) });
}
