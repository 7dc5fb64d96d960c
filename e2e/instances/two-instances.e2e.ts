import type { BrowserContext, Page } from '@playwright/test';
import type { Stack } from '@trainer/stack/stack';
import type { Person } from '../people.ts';
import { expectLive, expectNumber, openDashboard, startWorkout, tickedSets, tickSet } from '../training.ts';
import { expect, instanceOf, socketsAt, test } from './fixtures.ts';

type OpenDevice = (person: Person | null, options?: Record<string, unknown>) => Promise<BrowserContext>;
const MOST_SCREENS = 12;

/** Dashboards of one person, as many as it takes until both instances have one of them. */
async function screensOnBoth(stack: Stack, device: OpenDevice, person: Person): Promise<Page[]> {
  const screens: Page[] = [];
  while (screens.length < MOST_SCREENS) {
    const context = await device(person, { at: stack });
    const screen = await context.newPage();
    await openDashboard(screen);
    screens.push(screen);
    const held = await Promise.all(stack.instances.map(socketsAt));
    if (held.every((sockets) => sockets > 0)) return screens;
  }
  throw new Error('All screens came to one instance.');
}

test('a workout finished at one instance moves the numbers of screens at both', async ({ stack, somebody, device }) => {
  const screens = await screensOnBoth(stack, device, somebody);
  const page = await (await device(somebody, { at: stack })).newPage();
  await startWorkout(page, 'legs', 'goblet-squat');
  await tickSet(page);
  await page.getByTestId('finish').click();
  for (const screen of screens) await expectNumber(screen, 'total-workouts', 1);
  // The next one is stored by the other instance, past the cache of the first.
  const again = { exercises: [{ name: 'Row', sets: 1, reps: 5 }], totalDuration: 10, intensity: 'low' as const };
  const response = await fetch(`${instanceOf(stack, 1).url}/api/workouts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${somebody.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(again),
  });
  expect(response.status).toBe(201);
  for (const screen of screens) await expectNumber(screen, 'total-workouts', 2);
  for (const screen of screens) {
    await screen.reload();
    await expectNumber(screen, 'total-workouts', 2);
  }
});

test('logging out at one instance closes the screens at the other', async ({ stack, somebody, device }) => {
  const screens = await screensOnBoth(stack, device, somebody);
  await somebody.call('POST', '/api/auth/logout-all');
  for (const screen of screens) await expect(screen).toHaveURL(/login/);
  for (const { url } of stack.instances) {
    const answer = await fetch(`${url}/api/members/progress`, {
      headers: { authorization: `Bearer ${somebody.token}` },
    });
    expect(answer.status).toBe(401);
  }
});

test('a screen whose network lets no WebSocket through polls, is served by one instance, and told', async ({
  stack,
  somebody,
  device,
  expectErrors,
}) => {
  expectErrors(/WebSocket connection to .* failed/);
  const context = await device(somebody, { at: stack });
  await context.addInitScript(() => {
    window.WebSocket = class extends WebSocket {
      constructor() {
        super('wss://localhost:9/');
      }
    };
  });
  const screen = await context.newPage();
  await openDashboard(screen);
  await somebody.save({ exercises: [{ name: 'Row', sets: 1, reps: 5 }], totalDuration: 10, intensity: 'low' });
  await expectNumber(screen, 'total-workouts', 1);
});

test('a workout goes on while its instance is killed, and is stored once', async ({
  stack,
  somebody,
  device,
  expectErrors,
}) => {
  expectErrors(/502|503|WebSocket|Failed to load resource/);
  const context = await device(somebody, { at: stack });
  const page = await context.newPage();
  await startWorkout(page, 'legs', 'goblet-squat');
  await tickSet(page);
  const first = instanceOf(stack, 0);
  await first.kill();
  await tickSet(page);
  await expect(tickedSets(page)).toHaveCount(2);
  await page.getByTestId('finish').click();
  await expect(page.getByTestId('summary')).toBeVisible();
  const screen = await context.newPage();
  await openDashboard(screen);
  await expectNumber(screen, 'total-workouts', 1);
  await first.start();
});

test('an update, one instance after the other, leaves every screen live and fails no request', async ({
  stack,
  somebody,
  device,
}) => {
  const screens = await screensOnBoth(stack, device, somebody);
  const page = screens[0];
  if (!page) throw new Error('There is no screen.');
  const asking = page.evaluate(async () => {
    const statuses: number[] = [];
    const token = localStorage.getItem('token') ?? '';
    while (document.documentElement.dataset.updated === undefined) {
      const answer = await fetch('/api/members/progress', { headers: { authorization: `Bearer ${token}` } });
      statuses.push(answer.status);
    }
    return statuses;
  });
  await stack.rollingRestart();
  await page.evaluate(() => (document.documentElement.dataset.updated = ''));
  expect(new Set(await asking)).toEqual(new Set([200]));
  for (const screen of screens) await expectLive(screen);
  const workout = { exercises: [{ name: 'Row', sets: 1, reps: 5 }], totalDuration: 10, intensity: 'low' as const };
  await somebody.save(workout);
  for (const screen of screens) await expectNumber(screen, 'total-workouts', 1);
});
