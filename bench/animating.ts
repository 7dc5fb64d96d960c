import { chromium, type Page } from '@playwright/test';
import { launchOptions, logInto } from './browser.ts';
import { client } from './client.ts';
import type { Figure } from './figure.ts';
import type { Person } from './people.ts';
import type { Started } from './processes.ts';
import { median, worst } from './statistics.ts';

const GROUPS = ['chest', 'back', 'shoulders', 'biceps', 'triceps', 'core', 'cardio'] as const;
const ROUNDS = 3;

/** From the tap on a muscle group to its first animation on the screen, each group with an empty browser cache. */
export async function animating(server: Started, person: Person): Promise<Figure[]> {
  const http = client(server.url);
  const opened = await chromium.launch(launchOptions);
  try {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const context = await opened.newContext();
      const page = await context.newPage();
      await logInto(page, person, http);
      await page.goto(`${server.url}/pages/muscle-workout.html?muscle=legs`);
      await page.waitForLoadState('networkidle');
      for (const group of GROUPS) times.push(await tapToMotion(page, group));
      await context.close();
    }
    const note = `Chromium ${opened.version()}, ${String(times.length)} taps, nothing cached`;
    return [
      { name: 'tap on a muscle → its first animation, median', value: median(times), unit: 'ms', note },
      {
        name: 'tap on a muscle → its first animation, worst',
        value: worst(times),
        unit: 'ms',
        goal: { atMost: 150 },
        note,
      },
    ];
  } finally {
    await opened.close();
    http.close();
  }
}

/** Until a picture that moves is decoded and a frame has been shown with it. → ms */
function tapToMotion(page: Page, group: (typeof GROUPS)[number]): Promise<number> {
  return page.evaluate(async (chosen) => {
    const before = new Set(
      [...document.querySelectorAll<HTMLImageElement>('exercise-animation img')].map(({ src }) => src),
    );
    const tapped = performance.now();
    document.querySelector<HTMLElement>(`[data-testid="group-${chosen}"]`)?.click();
    for (;;) {
      await new Promise(requestAnimationFrame);
      const moving = [...document.querySelectorAll<HTMLImageElement>('exercise-animation[data-moves="yes"] img')];
      if (
        moving.some(
          ({ src, complete, naturalWidth }) =>
            src.startsWith('data:') && !before.has(src) && complete && naturalWidth > 0,
        )
      )
        return performance.now() - tapped;
    }
  }, group);
}
