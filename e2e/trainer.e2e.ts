import { coach, playCoaching, signUpTrainer } from './coaching.ts';
import { LAPTOP } from './device.ts';
import { expect, test } from './fixtures.ts';
import { signUp } from './people.ts';
import { startWorkout, tickSet } from './training.ts';

test('a trainer invites, watches set by set, sends a cue, is answered, and sees nothing once it has ended', async ({
  device,
  member,
  server,
}) => {
  const trainer = await signUpTrainer(server.url);
  await playCoaching({
    trainer: await device(trainer, { viewport: LAPTOP }),
    member: await device(member),
    names: { trainer: trainer.user.username, member: member.user.username },
    memberEmail: member.email,
  });
});

test('a trainer can invite while nothing of the server has come yet', async ({ device, server }) => {
  const trainer = await signUpTrainer(server.url);
  const desk = await (await device(trainer, { viewport: LAPTOP })).newPage();
  // Neither is answered: nothing that would draw the page a second time.
  await desk.route('**/api/trainers/clients', () => undefined);
  await desk.routeWebSocket(/socket\.io/, () => undefined);
  await desk.goto('/pages/trainer-dashboard.html');
  await desk.getByTestId('invite').click();
  await expect(desk.getByLabel('E-mail of your client')).toBeVisible();
});

test('a plan that a trainer gives is the member’s workout of today, with its sets, reps and weights', async ({
  device,
  member,
  server,
}) => {
  const trainer = await signUpTrainer(server.url);
  await coach(trainer, member);
  const phone = await (await device(member)).newPage();
  await phone.goto('/pages/dashboard.html');
  await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();

  const desk = await (await device(trainer, { viewport: LAPTOP })).newPage();
  await desk.goto(`/pages/trainer-dashboard.html?client=${member.user._id}&tab=plans`);
  await desk.getByTestId('give-plan').click();
  await desk.getByTestId('save-plan').click();
  await expect(desk.getByText('Give the plan a name.')).toBeVisible();
  await desk.getByLabel('Name of the plan').fill('Spring');
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    await desk.getByTestId(`day-${String(weekday)}`).click();
    await desk.getByTestId('add-exercise').click();
    await desk.getByTestId('pick-goblet-squat').click();
    await desk.getByLabel('Sets', { exact: true }).fill('2');
    await desk.getByLabel('Reps', { exact: true }).fill('7');
    await desk.getByLabel('Weight', { exact: true }).fill('18');
    await desk.getByLabel('Name of the day').fill('Squat day');
  }
  await desk.getByTestId('save-plan').click();
  await expect(desk.getByTestId('plan')).toContainText('2 × 7, 18');

  await expect(phone.getByTestId('assigned')).toContainText('Squat day');
  await phone.getByTestId('start-assigned').click();
  await expect(phone.getByTestId('dial-reps')).toHaveText(/7/);
  await expect(phone.getByTestId('dial-weight')).toHaveText(/18/);
  await tickSet(phone);
  await phone.getByTestId('set-done').click();
  await desk.goto(`/pages/trainer-dashboard.html?client=${member.user._id}&tab=live`);
  await expect(desk.getByRole('row', { name: 'Goblet Squat 2 of 2' }).first()).toBeVisible();
  await phone.getByTestId('finish').click();
  await expect(phone.getByTestId('summary')).toBeVisible();
  await expect(desk.getByTestId('live-over')).toContainText('has finished');
});

test('a message written without a network is sent once it is back, over a reload too, and once', async ({
  device,
  member,
  server,
  expectErrors,
}) => {
  expectErrors(/ERR_INTERNET_DISCONNECTED|Failed to load resource|WebSocket/);
  const trainer = await signUpTrainer(server.url);
  await coach(trainer, member);
  const context = await device(member);
  const phone = await context.newPage();
  await phone.goto('/pages/messages.html');
  await expect(phone.getByLabel('Message', { exact: true })).toBeVisible();
  await context.setOffline(true);
  await phone.getByLabel('Message', { exact: true }).fill('Late today');
  await phone.keyboard.press('Enter');
  await expect(phone.getByTestId('waiting')).toContainText('Waiting');
  const other = await context.newPage();
  await phone.close();
  await context.setOffline(false);
  await other.goto('/pages/messages.html');
  await expect(other.getByTestId('message')).toContainText('Delivered');
  await expect(other.getByTestId('waiting')).toHaveCount(0);

  const inbox = await (await device(trainer)).newPage();
  await inbox.goto(`/pages/messages.html?with=${member.user._id}`);
  await expect(inbox.getByTestId('message')).toHaveCount(1);
});

test('a trainer whose connection goes away sees values that say how old they are, and then what was missed', async ({
  device,
  ownServer,
  expectErrors,
}) => {
  expectErrors(/ERR_CONNECTION_REFUSED|Failed to load resource|WebSocket/);
  const member = await signUp(ownServer.url);
  const trainer = await signUpTrainer(ownServer.url);
  await coach(trainer, member);
  const phone = await (await device(member, { at: ownServer })).newPage();
  await startWorkout(phone, 'legs', 'goblet-squat');
  const desk = await (await device(trainer, { at: ownServer, viewport: LAPTOP })).newPage();
  await desk.goto(`/pages/trainer-dashboard.html?client=${member.user._id}&tab=live`);
  await expect(desk.getByTestId('live')).toBeVisible();
  await tickSet(phone);
  await expect(desk.getByTestId('feed').getByRole('listitem')).toHaveCount(1);
  await ownServer.kill();
  await expect(desk.getByText(/^As of /)).toBeVisible();
  await tickSet(phone);
  await ownServer.restart();
  await expect(desk.getByTestId('feed').getByRole('listitem')).toHaveCount(2);
  await expect(desk.getByText(/^As of /)).toHaveCount(0);
});

test('what a member does not share is gone from the trainer’s screen at once', async ({ device, member, server }) => {
  const trainer = await signUpTrainer(server.url);
  await coach(trainer, member);
  await member.save({ exercises: [{ name: 'Row', sets: 1, reps: 5 }], totalDuration: 10, intensity: 'low' });
  const desk = await (await device(trainer, { viewport: LAPTOP })).newPage();
  await desk.goto(`/pages/trainer-dashboard.html?client=${member.user._id}&tab=history`);
  await expect(desk.getByTestId('client-workout')).toHaveCount(1);
  const settings = await (await device(member)).newPage();
  await settings.goto('/pages/settings.html#trainer');
  await settings.getByRole('switch', { name: 'History' }).uncheck({ force: true });
  await expect(settings.getByText('It holds at once.')).toBeVisible();
  await expect(desk.getByTestId('client-workout')).toHaveCount(0);
  await expect(desk.getByText('does not share the history with you')).toBeVisible();
});

test('a private note saves by itself', async ({ device, member, server }) => {
  const trainer = await signUpTrainer(server.url);
  await coach(trainer, member);
  const desk = await (await device(trainer, { viewport: LAPTOP })).newPage();
  await desk.goto(`/pages/trainer-dashboard.html?client=${member.user._id}&tab=notes`);
  await desk.getByRole('textbox', { name: 'Private note' }).fill('Left knee, stairs hurt in May.');
  await expect(desk.getByText(/^Only you see this\. Saved /)).toBeVisible();
  await desk.reload();
  await expect(desk.getByRole('textbox', { name: 'Private note' })).toHaveValue('Left knee, stairs hurt in May.');
});
