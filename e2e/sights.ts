import { expect, type Page } from '@playwright/test';
import {
  fillDietForm,
  fillWorkoutForm,
  holdPlans,
  openSwaps,
  write,
  writeDietPlan,
  writeWorkoutPlan,
} from './plans.ts';
import { signUpTrainer } from './coaching.ts';
import { trainedFor } from './member-with-history.ts';
import type { Person } from './people.ts';
import { practiceWith } from './practice.ts';
import { expectLive, startWorkout, tickSet } from './training.ts';

/** Something that a person can have before them, and the way there. */
export interface Sight {
  name: string;
  /** What a picture of it is called. */
  picture: string;
  /** `trainer` and `coached` are the two sides of a practice. */
  who: 'nobody' | 'newcomer' | 'trained' | 'newTrainer' | 'trainer' | 'coached';
  /** What the browser says of an answer that belongs to it. */
  errors?: RegExp;
  /** It is a page that waits. */
  waits?: boolean;
  open: (page: Page) => Promise<unknown>;
}

/** Everything that there is to see. */
export const SIGHTS: readonly Sight[] = [
  {
    name: 'log-in',
    picture: 'login',
    who: 'nobody',
    open: (page) => page.goto('/pages/login.html'),
  },
  {
    name: 'log-in with errors',
    picture: 'login-errors',
    who: 'nobody',
    async open(page) {
      await page.goto('/pages/login.html');
      await page.getByRole('button', { name: 'Log in' }).click();
      await expect(page.getByText('Please type your password.')).toBeVisible();
    },
  },
  {
    name: 'the wish for a new password',
    picture: 'forgot-password',
    who: 'nobody',
    async open(page) {
      await page.goto('/pages/forgot-password.html');
      await page.getByLabel('E-mail').fill('kavya@example.org');
      await page.getByRole('button', { name: 'Mail me the link' }).click();
      await expect(page.getByRole('status')).toBeVisible();
    },
  },
  {
    name: 'a new password',
    picture: 'reset-password',
    who: 'nobody',
    async open(page) {
      await page.goto('/pages/reset-password.html?token=from-a-mail');
      await page.getByLabel('New password', { exact: true }).fill('coconut rice');
    },
  },
  {
    name: 'a link for a new password that does not hold',
    picture: 'reset-password-gone',
    who: 'nobody',
    open: (page) => page.goto('/pages/reset-password.html'),
  },
  {
    name: 'sign-up',
    picture: 'signup',
    who: 'nobody',
    open: (page) => page.goto('/pages/signup.html'),
  },
  {
    name: 'the dashboard of a newcomer',
    picture: 'dashboard-empty',
    who: 'newcomer',
    open: (page) => page.goto('/pages/dashboard.html'),
  },
  {
    name: 'the dashboard',
    picture: 'dashboard',
    who: 'trained',
    async open(page) {
      await page.goto('/pages/dashboard.html');
      await expectLive(page);
      await expect(page.getByRole('heading', { name: 'Recent records' })).toBeVisible();
    },
  },
  {
    name: 'the choice of exercises',
    picture: 'muscle-workout',
    who: 'trained',
    async open(page) {
      await page.goto('/pages/muscle-workout.html');
      await page.getByTestId('add-goblet-squat').click();
      await expect(page.getByTestId('start-workout')).toBeVisible();
    },
  },
  {
    name: 'an exercise in full',
    picture: 'exercise',
    who: 'newcomer',
    async open(page) {
      await page.goto('/pages/muscle-workout.html');
      await page.getByRole('button', { name: 'Goblet Squat: details' }).click();
    },
  },
  {
    name: 'the set in work',
    picture: 'workout-execution',
    who: 'trained',
    async open(page) {
      await startWorkout(page, 'legs', 'goblet-squat', 'romanian-deadlift');
      await tickSet(page);
    },
  },
  {
    name: 'the rest',
    picture: 'workout-rest',
    who: 'newcomer',
    async open(page) {
      await startWorkout(page, 'legs', 'goblet-squat');
      await page.getByTestId('set-done').click();
      await expect(page.getByTestId('skip-rest')).toBeVisible();
    },
  },
  {
    name: 'another exercise instead',
    picture: 'workout-swap',
    who: 'newcomer',
    async open(page) {
      await startWorkout(page, 'legs', 'goblet-squat');
      await page.getByRole('button', { name: 'Swap' }).click();
    },
  },
  {
    name: 'the summary',
    picture: 'workout-summary',
    who: 'trained',
    async open(page) {
      await startWorkout(page, 'legs', 'goblet-squat');
      await tickSet(page);
      await page.getByTestId('finish').click();
      await expect(page.getByTestId('summary')).toBeVisible();
    },
  },
  {
    name: 'the history',
    picture: 'history',
    who: 'trained',
    async open(page) {
      await page.goto('/pages/history.html');
      await expect(page.getByTestId('workout-row').first()).toBeVisible();
    },
  },
  {
    name: 'an empty history',
    picture: 'history-empty',
    who: 'newcomer',
    open: (page) => page.goto('/pages/history.html'),
  },
  {
    name: 'one workout',
    picture: 'workout',
    who: 'trained',
    async open(page) {
      await page.goto('/pages/history.html');
      await page.getByTestId('workout-row').getByRole('link').first().click();
      await expect(page.getByTestId('change-workout')).toBeVisible();
    },
  },
  {
    name: 'a workout being changed',
    picture: 'workout-change',
    who: 'trained',
    async open(page) {
      await page.goto('/pages/history.html');
      await page.getByTestId('workout-row').getByRole('link').first().click();
      await page.getByTestId('change-workout').click();
    },
  },
  {
    name: 'the import',
    picture: 'import',
    who: 'newcomer',
    open: (page) => page.goto('/pages/history.html#import'),
  },
  {
    name: 'the form of a workout plan',
    picture: 'ai-suggestions',
    who: 'trained',
    open: fillWorkoutForm,
  },
  {
    name: 'a form with what is missing',
    picture: 'ai-suggestions-errors',
    who: 'newcomer',
    async open(page) {
      await page.goto('/pages/ai-suggestions.html');
      await write(page);
      await expect(page.getByText('Please type your age.')).toBeVisible();
    },
  },
  {
    name: 'a plan on its way',
    picture: 'ai-suggestions-progress',
    who: 'trained',
    waits: true,
    async open(page) {
      await fillWorkoutForm(page);
      await holdPlans(page);
      await write(page);
      await expect(page.getByTestId('progress')).toBeVisible();
    },
  },
  {
    name: 'a workout plan',
    picture: 'ai-suggestions-plan',
    who: 'trained',
    open: writeWorkoutPlan,
  },
  {
    name: 'a plan that a doctor comes before',
    picture: 'ai-suggestions-refused',
    who: 'newcomer',
    errors: /status of 422/,
    async open(page) {
      await fillWorkoutForm(page);
      await page.getByLabel('Anything else to respect?').fill('chest pain');
      await write(page);
      await expect(page.getByTestId('refused')).toBeVisible();
    },
  },
  {
    name: 'a plan that is not there any more',
    picture: 'plan-gone',
    who: 'newcomer',
    errors: /status of 404/,
    async open(page) {
      await page.goto(`/pages/ai-suggestions.html?id=${'0'.repeat(24)}`);
      await expect(page.getByText('This plan is not here any more.')).toBeVisible();
    },
  },
  {
    name: 'sharing a plan',
    picture: 'plan-share',
    who: 'newcomer',
    async open(page) {
      await writeWorkoutPlan(page);
      await page.getByTestId('plan-share').click();
      await expect(page.getByTestId('stop-sharing')).toBeVisible();
    },
  },
  {
    name: 'the form of a diet plan',
    picture: 'diet-plan-form',
    who: 'trained',
    async open(page) {
      await fillDietForm(page);
      await expect(page.getByTestId('target-energy')).toBeVisible();
    },
  },
  {
    name: 'a diet plan',
    picture: 'diet-plan',
    who: 'trained',
    open: writeDietPlan,
  },
  {
    name: 'another meal instead',
    picture: 'diet-plan-swap',
    who: 'newcomer',
    async open(page) {
      await writeDietPlan(page);
      await openSwaps(page);
    },
  },
  {
    name: 'a recipe',
    picture: 'diet-plan-recipe',
    who: 'newcomer',
    async open(page) {
      await writeDietPlan(page);
      await page
        .getByRole('button', { name: /^Recipe for / })
        .first()
        .click();
    },
  },
  {
    name: 'the shopping list',
    picture: 'diet-plan-shopping',
    who: 'newcomer',
    async open(page) {
      await writeDietPlan(page);
      await page.getByTestId('shopping').click();
      await page.getByTestId(/^buy-/).first().click();
      await expect(page.getByTestId('ticked')).toBeVisible();
    },
  },
  {
    name: 'a shared plan',
    picture: 'shared',
    who: 'newcomer',
    async open(page) {
      await writeDietPlan(page);
      await page.getByTestId('plan-share').click();
      const link = await page.getByLabel('Link').inputValue();
      await page.goto(new URL(link).pathname);
      await expect(page.getByTestId('meal-dinner')).toBeVisible();
    },
  },
  {
    name: 'a plan that is not shared any more',
    picture: 'shared-gone',
    who: 'nobody',
    errors: /status of 404/,
    async open(page) {
      await page.goto('/shared/nothing-here');
      await expect(page.getByTestId('gone')).toBeVisible();
    },
  },
  {
    name: 'settings',
    picture: 'settings',
    who: 'trained',
    async open(page) {
      await page.goto('/pages/settings.html');
      await expect(page.getByRole('heading', { name: 'Noted weights' })).toBeVisible();
    },
  },
  {
    name: 'an exercise of one’s own',
    picture: 'own-exercise',
    who: 'newcomer',
    async open(page) {
      await page.goto('/pages/muscle-workout.html?muscle=legs');
      await page.getByTestId('own-new').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'a trainer without clients',
    picture: 'trainer-empty',
    who: 'newTrainer',
    async open(page) {
      await page.goto('/pages/trainer-dashboard.html');
      await expect(page.getByRole('heading', { name: 'Invite your first client' })).toBeVisible();
    },
  },
  {
    name: 'the clients of a trainer',
    picture: 'trainer-dashboard',
    who: 'trainer',
    open: openClients,
  },
  {
    name: 'an invitation',
    picture: 'trainer-invite',
    who: 'newTrainer',
    async open(page) {
      await page.goto('/pages/trainer-dashboard.html');
      await page.getByTestId('invite').click();
      await page.getByLabel('E-mail of your client').fill('ravi@example.org');
      await page.getByTestId('send-invite').click();
      await expect(page.getByTestId('invite-code')).toBeVisible();
    },
  },
  {
    name: 'a running workout at the trainer’s',
    picture: 'live',
    who: 'trainer',
    open: watchKavya,
  },
  ...(['overview', 'history', 'plans', 'notes'] as const).map((tab): Sight => ({
    name: `a client’s ${tab}`,
    picture: `client-${tab}`,
    who: 'trainer',
    async open(page) {
      await watchKavya(page);
      await page.goto(page.url().replace('tab=live', `tab=${tab}`));
      await expect(page.locator('[aria-current="page"]', { hasText: new RegExp(tab, 'i') })).toBeVisible();
    },
  })),
  {
    name: 'the messages of a trainer',
    picture: 'messages-trainer',
    who: 'trainer',
    async open(page) {
      await page.goto('/pages/messages.html');
      await page.getByRole('link', { name: 'Kavya Raman' }).first().click();
      await expect(page.getByTestId('message').first()).toBeVisible();
    },
  },
  {
    name: 'the messages of a client',
    picture: 'messages',
    who: 'coached',
    async open(page) {
      await page.goto('/pages/messages.html');
      await expect(page.getByTestId('message').first()).toBeVisible();
    },
  },
  {
    name: 'what a client shares',
    picture: 'settings-trainer',
    who: 'coached',
    async open(page) {
      await page.goto('/pages/settings.html#trainer');
      await expect(page.getByTestId('end-coaching')).toBeVisible();
    },
  },
  {
    name: 'the dashboard of a client',
    picture: 'dashboard-coached',
    who: 'coached',
    async open(page) {
      await page.goto('/pages/dashboard.html');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    },
  },
];

/** Who looks. @param signUpAs makes somebody new of this name */
export async function personAt(
  url: string,
  who: Sight['who'],
  signUpAs: (name: string) => Promise<Person>,
): Promise<Person | null> {
  if (who === 'nobody') return null;
  if (who === 'newTrainer') return signUpTrainer(url);
  const person = await signUpAs('Kavya');
  if (who === 'newcomer') return person;
  if (who === 'trained') return trainedFor(person);
  const practice = await practiceWith(url, person);
  return who === 'trainer' ? practice.trainer : practice.kavya;
}

async function watchKavya(page: Page): Promise<void> {
  await openClients(page);
  await page.getByRole('link', { name: 'Watch Kavya Raman' }).click();
  await expect(page.getByTestId('live')).toBeVisible();
}

async function openClients(page: Page): Promise<void> {
  await page.goto('/pages/trainer-dashboard.html');
  await expect(page.getByTestId('clients-heading')).toHaveText('12 clients, 3 training now');
}

/** Opens it and waits until it stands. */
export async function see(page: Page, { open, waits = false }: Sight): Promise<void> {
  await open(page);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
  if (!waits) await expect(page.locator('.skel')).toHaveCount(0);
}
