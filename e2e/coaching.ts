import { fullPath } from '@trainer/contract/paths';
import type { BrowserContext, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Invite } from '@trainer/contract/types';
import { type Person, signUp } from './people.ts';
import { startWorkout, tickSet } from './training.ts';

/** A trainer who just signed up. */
export const signUpTrainer = (url: string, username = `Arun ${crypto.randomUUID().slice(0, 8)}`): Promise<Person> =>
  signUp(url, { username, email: `${username.replaceAll(' ', '-').toLowerCase()}@example.org`, role: 'trainer' });

/** Invites and accepts over the API: who is looked at is looked at with their consent. */
export async function coach(trainer: Person, member: Person): Promise<void> {
  const { data } = await trainer.call<{ data: Invite }>('POST', fullPath('invite'), { email: member.email });
  await member.call('POST', fullPath('acceptCode'), { code: data.code });
}

interface Screens {
  trainer: BrowserContext;
  member: BrowserContext;
  names: { trainer: string; member: string };
  memberEmail: string;
}

/**
 * From the invitation to its end: the trainer invites, the member accepts by the code, trains, is watched set by set and
 * given a cue, answers by a message, and ends it while being watched.
 */
export async function playCoaching({ trainer, member, names, memberEmail }: Screens): Promise<void> {
  const desk = await trainer.newPage();
  await desk.goto('/pages/trainer-dashboard.html');
  await desk.getByTestId('invite').click();
  await desk.getByLabel('E-mail of your client').fill(memberEmail);
  await desk.getByTestId('send-invite').click();
  const code = (await desk.getByTestId('invite-code').textContent()) ?? '';
  await desk.keyboard.press('Escape');

  const phone = await member.newPage();
  await phone.goto('/pages/messages.html');
  await phone.getByLabel('Code of your trainer').fill(code.trim());
  await phone.getByTestId('accept-code').click();
  await expect(phone.getByRole('heading', { level: 1, name: names.trainer })).toBeVisible();
  await expect(desk.getByTestId('clients-heading')).toHaveText('1 client');

  await watchSetBySet(desk, phone, names.member);
  await cueAndAnswer(desk, phone, names);
  await endWhileWatched(desk, phone, names.member);
}

async function watchSetBySet(desk: Page, phone: Page, name: string): Promise<void> {
  await startWorkout(phone, 'legs', 'goblet-squat', 'romanian-deadlift');
  await expect(desk.getByTestId('clients-heading')).toHaveText('1 client, 1 training now');
  await desk.getByRole('link', { name: `Watch ${name}` }).click();
  await expect(desk.getByTestId('live-exercise')).toHaveText('Goblet Squat');
  await phone.getByTestId('set-done').click();
  await expect(desk.getByTestId('live-sets')).toContainText(/^\s*1\s/);
  await expect(desk.getByTestId('live-rest')).toBeVisible();
  await phone.getByTestId('skip-rest').click();
  await tickSet(phone);
  await expect(desk.getByTestId('live-sets')).toContainText(/^\s*2\s/);
  await expect(desk.getByTestId('feed').getByRole('listitem')).toHaveCount(2);
}

async function cueAndAnswer(desk: Page, phone: Page, names: Screens['names']): Promise<void> {
  await desk.getByRole('button', { name: 'Stop at 8' }).click();
  await expect(phone.getByTestId('cue')).toContainText('Stop at 8');
  await phone.getByRole('button', { name: `Dismiss the word of ${names.trainer}` }).click();
  await expect(phone.getByTestId('cue')).toHaveCount(0);

  const answers = await phone.context().newPage();
  await answers.goto('/pages/messages.html');
  await answers.getByLabel('Message', { exact: true }).fill('Eight it is.\nhttps://example.org/squat');
  await answers.getByTestId('send').click();
  await expect(answers.getByTestId('message')).toContainText('Delivered');
  await expect(desk.locator('.rail').getByRole('link', { name: 'Messages 1 unread' })).toBeVisible();

  const inbox = await desk.context().newPage();
  await inbox.goto('/pages/messages.html');
  await inbox.getByRole('link', { name: names.member }).click();
  const message = inbox.getByTestId('message');
  await expect(message).toContainText('Eight it is.');
  await expect(message.getByRole('link')).toHaveAttribute('rel', /noopener/);
  await expect(answers.getByTestId('message')).toContainText('Read');
  await inbox.getByLabel('Message', { exact: true }).fill('Well done');
  await inbox.keyboard.press('Enter');
  await expect(answers.getByTestId('message').filter({ hasText: 'Well done' })).toBeVisible();
  await expect(desk.locator('.rail').getByRole('link', { name: 'Messages', exact: true })).toBeVisible();
  await inbox.close();
  await answers.close();
}

async function endWhileWatched(desk: Page, phone: Page, name: string): Promise<void> {
  const settings = await phone.context().newPage();
  await settings.goto('/pages/settings.html#trainer');
  await settings.getByTestId('end-coaching').click();
  await settings.getByRole('dialog').getByRole('button', { name: 'End coaching' }).click();
  await expect(settings.getByLabel('Code of your trainer')).toBeVisible();

  await expect(desk.getByText(`${name} is no longer your client`).first()).toBeVisible();
  await expect(desk.getByRole('heading', { name: 'Invite your first client' })).toBeVisible();
  await expect(desk.getByTestId('live')).toHaveCount(0);
  const told = await heardAfter(desk, () => tickSet(phone));
  expect(told.filter((frame) => frame.includes('sessionUpdated'))).toEqual([]);
  await expect(desk.getByTestId('live-card')).toHaveCount(0);
}

/** What a screen's socket is told by what comes of an action, on a connection of its own. */
async function heardAfter(desk: Page, act: () => Promise<void>): Promise<string[]> {
  const told: string[] = [];
  const connected = desk.waitForEvent('websocket');
  const reloading = desk.reload();
  const socket = await connected;
  socket.on('framereceived', ({ payload }) => told.push(String(payload)));
  await reloading;
  await expect(desk.getByTestId('clients-heading')).toHaveText('0 clients');
  await act();
  // Whatever would be told is told by the time that the server has answered the next question.
  await desk.reload();
  await expect(desk.getByTestId('clients-heading')).toHaveText('0 clients');
  return told;
}
