import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { addDays, localDateOf } from '@trainer/coach/days';
import type { Page } from '@playwright/test';
import { LAPTOP } from './device.ts';
import { expect, test } from './fixtures.ts';
import { expectNumber, openDashboard } from './training.ts';
import { TIME_ZONE } from './time-zone.ts';

/** The export of a real person, for tests alone: it lies beside the repository, never in it. */
const FILE = fileURLToPath(new URL('../../shared/imports/strong-real-1.csv', import.meta.url));

test.use({ viewport: LAPTOP });

test('a real history of 86 workouts is read, stored, shown everywhere, and taken back', async ({ page }) => {
  test.skip(!existsSync(FILE), `left out: ${FILE} is not there`);
  const history = endingYesterday(readFileSync(FILE, 'utf8'));

  await test.step('first it is only read', async () => {
    await page.goto('/pages/history.html#import');
    await page
      .getByTestId('import-file')
      .setInputFiles({ name: 'strong.csv', mimeType: 'text/csv', buffer: Buffer.from(history.csv) });
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('86 workouts found');
    await expect(dialog).toContainText('1,903 rows: 1,903 sets.');
    await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
  });

  await test.step('then it is stored', async () => {
    await page.getByTestId('store-import').click();
    await expect(page.getByTestId('imported')).toContainText('strong.csv is in.');
    await expect(page.getByTestId('workout-row')).toHaveCount(20);
    await page.getByRole('button', { name: 'Show earlier' }).click();
    await expect(page.getByTestId('workout-row')).toHaveCount(40);
  });

  const dashboard = await page.context().newPage();
  await test.step('and the dashboard says what the file says', async () => {
    await openDashboard(dashboard);
    await expectNumber(dashboard, 'streak', history.streak);
    await expectNumber(dashboard, 'longest-streak', history.longestStreak);
    await expectNumber(dashboard, 'total-workouts', history.last30.workouts);
    await expectNumber(dashboard, 'total-minutes', history.last30.minutes);
    await expect(trainedBars(dashboard)).toHaveCount(history.last30.days);
    await expect(trainedCells(dashboard)).toHaveCount(history.days);
    await expect(dashboard.getByRole('heading', { name: 'Recent records' })).toBeVisible();
    await expect(dashboard.getByText('Your first records appear')).toHaveCount(0);
  });

  await test.step('until it is taken back, on every open page', async () => {
    await page.getByRole('button', { name: 'Undo the import' }).click();
    await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
    await expect(dashboard.getByRole('heading', { name: 'Your first workout takes ten minutes' })).toBeVisible();
  });
});

const trainedBars = (page: Page) => page.locator('svg.chart .b:not(.z)');
const trainedCells = (page: Page) => page.locator('svg.heat :is(.l1, .l2, .l3, .l4)');

interface History {
  csv: string;
  /** Days with a workout. */
  days: number;
  streak: number;
  longestStreak: number;
  last30: { workouts: number; days: number; minutes: number };
}

/** Moves a Strong export so that its newest day is yesterday, and counts what it then has to come to. */
function endingYesterday(csv: string): History {
  const today = localDateOf(new Date(), TIME_ZONE);
  const days = [...csv.matchAll(/^\d{4}-\d\d-\d\d/gm)].map(([day]) => day);
  const newest = days.reduce((a, b) => (a > b ? a : b));
  const by = (Date.parse(addDays(today, -1)) - Date.parse(newest)) / 86_400_000;
  const moved = csv.replace(/^\d{4}-\d\d-\d\d/gm, (day) => addDays(day, by));

  const minutesOf = new Map<string, number>();
  for (const [, at = '', duration = ''] of moved.matchAll(/^(\d{4}-\d\d-\d\d [\d:]+),"[^"]*",([^,]*),/gm))
    minutesOf.set(at, minutesIn(duration));
  const trained = new Set([...minutesOf.keys()].map((at) => at.slice(0, 10)));
  const recent = [...minutesOf].filter(([at]) => at.slice(0, 10) > addDays(today, -30));
  return {
    csv: moved,
    days: trained.size,
    streak: streakUpTo(addDays(today, -1), trained),
    longestStreak: Math.max(...[...trained].map((day) => streakUpTo(day, trained))),
    last30: {
      workouts: recent.length,
      days: new Set(recent.map(([at]) => at.slice(0, 10))).size,
      minutes: recent.reduce((sum, [, minutes]) => sum + minutes, 0),
    },
  };
}

/** `2h 38m` */
const minutesIn = (duration: string): number =>
  Number(/(\d+)h/.exec(duration)?.[1] ?? 0) * 60 + Number(/(\d+)m/.exec(duration)?.[1] ?? 0);

function streakUpTo(day: string, trained: ReadonlySet<string>): number {
  let length = 0;
  while (trained.has(addDays(day, -length))) length += 1;
  return length;
}
