import { expect, test } from './fixtures.ts';
import { openDashboard } from './training.ts';

test('a forgotten password is set anew by the mailed link, once, and every device is logged out', async ({
  device,
  member,
  page: elsewhere,
  server,
  expectErrors,
}) => {
  expectErrors(/status of 401 .*\/api\/auth\/login/, /status of 422 .*\/api\/auth\/reset-password/);
  await openDashboard(elsewhere);
  const page = await (await device(null)).newPage();

  await test.step('from log-in to the mail', async () => {
    await page.goto('/pages/login.html');
    await page.getByRole('link', { name: 'Forgotten it?' }).click();
    await page.getByRole('button', { name: 'Mail me the link' }).click();
    await expect(page.getByLabel('E-mail')).toBeFocused();
    await page.getByLabel('E-mail').fill(member.email.toUpperCase());
    await page.getByRole('button', { name: 'Mail me the link' }).click();
    await expect(page.getByRole('status')).toContainText('a link is on its way');
  });

  const link = await test.step('the mail leads here', async () => {
    const subjects = async () => (await server.mailsTo(member.email)).map(({ subject }) => subject);
    await expect.poll(subjects).toEqual(['Welcome to AI Personal Trainer', 'Set a new password']);
    const [, mail] = await server.mailsTo(member.email);
    const [, address] = /href="([^"]*reset-password[^"]*)"/.exec(mail?.html || '') ?? [];
    // The mail names the address that the server was told to be at; this one stands on a port of its own.
    return new URL(address ?? '').pathname + new URL(address ?? '').search;
  });

  await test.step('a new password is set', async () => {
    await page.goto(link);
    await page.getByLabel('New password', { exact: true }).fill('short');
    await page.getByRole('button', { name: 'Set the new password' }).click();
    await expect(page.getByText('3 more characters.')).toBeVisible();
    await page.getByLabel('New password', { exact: true }).fill('tamarind rice 9');
    await page.getByRole('button', { name: 'Set the new password' }).click();
    await expect(page.getByRole('status')).toContainText('Your new password is set.');
    expect(page.url()).not.toContain('token');
  });

  await test.step('the other device is logged out in the same moment', () =>
    elsewhere.waitForURL('**/login.html?next=*'));

  await test.step('the new one lets in, and the old one does not', async () => {
    await page.getByRole('link', { name: 'Log in' }).click();
    await page.getByLabel('E-mail').fill(member.email);
    await page.getByLabel('Password', { exact: true }).fill(member.password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await expect(page.getByRole('alert')).toContainText('do not match');
    await page.getByLabel('Password', { exact: true }).fill('tamarind rice 9');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.waitForURL('**/dashboard.html');
  });

  await test.step('the link is used up, and leads to a new one', async () => {
    await page.goto(link);
    await page.getByLabel('New password', { exact: true }).fill('tamarind rice 10');
    await page.getByRole('button', { name: 'Set the new password' }).click();
    await expect(page.getByRole('alert')).toContainText('This link does not hold any more.');
    await page.getByRole('link', { name: 'Ask for a new link' }).click();
    await expect(page.getByLabel('E-mail')).toBeVisible();
  });
});

test('who asks for an e-mail that nobody has is told the same, and nobody is written to', async ({
  device,
  server,
}) => {
  const page = await (await device(null)).newPage();
  await page.goto('/pages/forgot-password.html');
  await page.getByLabel('E-mail').fill('nobody-at-all@example.org');
  await page.getByRole('button', { name: 'Mail me the link' }).click();
  await expect(page.getByRole('status')).toContainText('If there is an account with nobody-at-all@example.org');
  await page.getByRole('button', { name: 'Use another e-mail' }).click();
  await expect(page.getByLabel('E-mail')).toHaveValue('');
  expect(await server.mailsTo('nobody-at-all@example.org')).toEqual([]);
});
