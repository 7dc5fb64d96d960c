import { expect, test } from './fixtures.ts';
import { PASSWORD } from './people.ts';

test('a newcomer signs up, ticks sets, and the screen across the room has the numbers first', async ({ device }) => {
  const phone = await device(null);
  const page = await phone.newPage();
  await page.goto('/');
  await page.waitForURL('**/login.html');
  await page.getByRole('link', { name: 'Create an account' }).click();
  const name = `Walker ${Date.now().toString(36)}`;
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail').fill(`${name.replace(' ', '.')}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { name: `Welcome, ${name}` })).toBeVisible();
  await page.getByRole('link', { name: 'Pick exercises myself' }).click();
});
