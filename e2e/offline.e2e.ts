import type { Page } from '@playwright/test';
import { LAPTOP } from './device.ts';
import { expect, test } from './fixtures.ts';
import { type Person, signUp } from './people.ts';
import { expectLive, expectNumber, openDashboard, startWorkout, tickedSets, tickSet } from './training.ts';

/** What Chromium says of a network or a server that is away. */
const AWAY = [
  /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|FAILED)/,
  /WebSocket connection to .* failed/,
];

test.beforeEach(({ expectErrors }) => {
  expectErrors(...AWAY);
});

test('a workout that is finished without a network is safe, and is stored once when the network is back', async ({
  page,
  member,
}) => {
  await startWorkout(page, 'legs', 'goblet-squat');
  await tickSet(page);
  await page.context().setOffline(true);
  await tickSet(page);
  await expect(tickedSets(page)).toHaveCount(2);
  await page.getByTestId('finish').click();
  await expect(page.getByTestId('kept')).toContainText('Your workout is safe on this device');
  expect(await member.workouts()).toEqual([]);

  await page.context().setOffline(false);
  await expect(page.getByTestId('summary')).toBeVisible();
  await expectStoredOnce(member, 2);
});

test('a workout that waits on the device is sent by the next page that is opened there', async ({ page, member }) => {
  const context = page.context();
  await startWorkout(page, 'legs', 'goblet-squat');
  await tickSet(page);
  await context.setOffline(true);
  await page.getByTestId('finish').click();
  await expect(page.getByTestId('kept')).toBeVisible();
  await page.close();

  await context.setOffline(false);
  const later = await context.newPage();
  await openDashboard(later);
  await expectNumber(later, 'total-workouts', 1);
  await expectStoredOnce(member, 1);
  // The page hears of it after the server has it.
  await expect.poll(() => later.evaluate(() => localStorage.getItem('unsentSets'))).toBeNull();
});

test('a workout whose answer was lost on the way is stored once, however often it is sent', async ({
  page,
  member,
}) => {
  await startWorkout(page, 'legs', 'goblet-squat');
  await tickSet(page);
  let lost = 0;
  await page.route('**/api/session/ops', async (route) => {
    // The set may still be on its way: only what ends the workout counts.
    if (lost === 2 || !route.request().postData()?.includes('"finish"')) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort();
  });
  await page.getByTestId('finish').click();
  await expect(page.getByTestId('kept')).toBeVisible();
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect(page.getByTestId('kept')).toBeVisible();
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect(page.getByTestId('summary')).toBeVisible();
  await expectStoredOnce(member, 1);
});

test('a server that dies in the middle of a workout loses no set of it', async ({ device, ownServer }) => {
  const person = await signUp(ownServer.url);
  const page = await (await device(person, { at: ownServer })).newPage();
  await startWorkout(page, 'legs', 'goblet-squat');
  await tickSet(page);
  await ownServer.kill();
  await tickSet(page);
  await page.getByTestId('finish').click();
  await expect(page.getByTestId('kept')).toBeVisible();
  await ownServer.restart();
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect(page.getByTestId('summary')).toBeVisible();
  await expectStoredOnce(person, 2);
});

test('a dashboard finds its way back to a server that was away, and fetches once', async ({ device, ownServer }) => {
  const person = await signUp(ownServer.url);
  await save(person);
  const page = await (await device(person, { at: ownServer, viewport: LAPTOP })).newPage();
  await openDashboard(page);
  await expectNumber(page, 'total-workouts', 1);

  await ownServer.kill();
  await expect(page.locator('.live:visible')).toHaveText('Reconnecting');
  await expectNumber(page, 'total-workouts', 1);
  const fetches = countFetches(page);
  await ownServer.restart();
  await expectLive(page);
  await expect.poll(fetches).toBe(1);

  await save(person);
  await expectNumber(page, 'total-workouts', 2);
});

test('a dashboard without a network shows what the device saw last, and says from when it is', async ({
  page,
  member,
}) => {
  await save(member);
  await openDashboard(page);
  await expectNumber(page, 'total-workouts', 1);
  await page.route('**/api/**', (route) => route.abort());
  await page.reload();
  await expectNumber(page, 'total-workouts', 1);
  await expect(page.getByText(/No network. These numbers are from /)).toBeVisible();
});

async function expectStoredOnce(person: Person, sets: number): Promise<void> {
  await expect.poll(async () => (await person.workouts()).map((workout) => workout.exercises[0]?.sets)).toEqual([sets]);
}

function countFetches(page: Page): () => number {
  let count = 0;
  page.on('response', (response) => {
    if (response.url().endsWith('/api/members/progress') && response.ok()) count += 1;
  });
  return () => count;
}

const save = (person: Person) => person.save({ exercises: [{ name: 'Burpee', sets: 3, reps: 10 }], totalDuration: 12 });
