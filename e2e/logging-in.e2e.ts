import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { type Person, signUp } from './people.ts';
import { expectNumber, openDashboard } from './training.ts';

test('a wrong password is told in words that do not say which of the two was wrong', async ({
  device,
  member,
  expectErrors,
}) => {
  expectErrors(/status of 401 .*\/api\/auth\/login/);
  const page = await (await device(null)).newPage();
  await page.goto('/pages/login.html');
  const banner = page.getByRole('alert');
  await logIn(page, member.email, 'not the password');
  await expect(banner).toHaveText(/That e-mail and password do not match/);
  const said = await banner.textContent();
  await logIn(page, `no-${member.email}`, member.password);
  await expect(banner).toHaveText(String(said).trim());
  await logIn(page, member.email, member.password);
  await page.waitForURL('**/dashboard.html');
});

test('empty fields are named when somebody tries, and the first one has the focus', async ({ device, member }) => {
  const page = await (await device(null)).newPage();
  await page.goto('/pages/login.html');
  await expect(page.getByText('Please type')).toHaveCount(0);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription('Please type your e-mail.');
  await page.getByLabel('E-mail').fill(member.email);
  await expect(page.getByText('Please type your e-mail.')).toHaveCount(0);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
});

test('sign-up says what is wrong with each field, also what only the server knows', async ({
  device,
  member,
  expectErrors,
}) => {
  expectErrors(/status of 409 .*\/api\/auth\/signup/);
  const page = await (await device(null)).newPage();
  await page.goto('/pages/signup.html');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByLabel('Name')).toBeFocused();
  await expect(page.getByText('This is not an e-mail address')).toBeVisible();
  await page.getByLabel('Name').fill('Kavya');
  await page.getByLabel('E-mail').fill(member.email.toUpperCase());
  await page.getByLabel('Password', { exact: true }).fill(member.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await expect(page.getByLabel('E-mail')).toHaveAttribute('aria-invalid', 'true');
});

test('who has to log in first comes to the page that was wanted', async ({ device, member }) => {
  const page = await (await device(null)).newPage();
  await page.goto('/pages/history.html?from=2026-01-01');
  await page.waitForURL('**/login.html?next=*');
  await logIn(page, member.email, member.password);
  await page.waitForURL('**/pages/history.html?from=2026-01-01');
});

for (const next of [
  'https://example.org/pages/dashboard.html',
  '//example.org',
  '/\\example.org',
  'javascript:alert(1)',
])
  test(`logging in never leads to another site, not to ${next} either`, async ({ device, member, server }) => {
    const page = await (await device(null)).newPage();
    await page.goto(`/pages/login.html?next=${encodeURIComponent(next)}`);
    await logIn(page, member.email, member.password);
    await page.waitForURL(`${server.url}/pages/dashboard.html`);
  });

test('logging out everywhere ends every other device at once', async ({ device, member, server, page }) => {
  const other = await (await device(await loggedInAgain(member))).newPage();
  await openDashboard(other);
  await page.goto('/pages/settings.html');
  await page.getByTestId('log-out-all').click();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.getByRole('dialog').getByRole('button', { name: 'Log out everywhere' }).click();
  await page.waitForURL('**/login.html');
  await other.waitForURL('**/login.html?next=*');
  const answer = await fetch(`${server.url}/api/auth/me`, { headers: { authorization: `Bearer ${member.token}` } });
  expect(answer.status).toBe(401);
});

test('logging out in one tab ends the others of the same browser', async ({ page }) => {
  const other = await page.context().newPage();
  await openDashboard(other);
  await page.goto('/pages/settings.html');
  await page.getByTestId('log-out').click();
  await page.waitForURL('**/login.html*');
  await other.waitForURL('**/login.html?next=*');
});

test('an old tab never shows the next person the numbers of the one before', async ({ device, member, server }) => {
  const goblet = await member.exercise('goblet-squat');
  for (let i = 0; i < 3; i += 1)
    await member.save({
      name: 'Only mine',
      exercises: [{ exerciseId: goblet._id, name: goblet.name, sets: 3, reps: 10 }],
      totalDuration: 77,
    });
  const next = await signUp(server.url);
  const browser = await device(member);
  const old = await browser.newPage();
  await openDashboard(old);
  await expectNumber(old, 'total-minutes', 231);
  await old.goto('/pages/history.html');
  await expect(old.getByTestId('workout-row')).toHaveCount(3);

  const tab = await browser.newPage();
  await tab.goto('/pages/login.html');
  await logIn(tab, next.email, next.password);
  await tab.waitForURL('**/dashboard.html');

  await test.step('the page that was open turns to the new person by itself', async () => {
    await expect(old.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
    await expect(old.getByTestId('workout-row')).toHaveCount(0);
  });
  await test.step('the page before it, on “back”, too', async () => {
    await old.goBack();
    await expect(old.getByRole('heading', { name: `Welcome, ${next.user.username}` })).toBeVisible();
    await expect(old.getByTestId('total-minutes')).toHaveCount(0);
  });
  await test.step('and what the device kept for hours without a network is not theirs', async () => {
    await old.route('**/api/**', () => new Promise<void>(() => undefined));
    for (const page of ['dashboard', 'history']) {
      await old.goto(`/pages/${page}.html`);
      await expect(old.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(old.getByText('Only mine')).toHaveCount(0);
      await expect(old.getByTestId('total-minutes')).toHaveCount(0);
    }
  });
});

async function logIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
}

/** The same person with a token of another device. */
async function loggedInAgain(person: Person): Promise<Person> {
  const { email, password } = person;
  return {
    ...person,
    ...(await person.call<Pick<Person, 'token' | 'user'>>('POST', '/api/auth/login', { email, password })),
  };
}
