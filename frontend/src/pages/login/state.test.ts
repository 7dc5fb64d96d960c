import { beforeEach, describe, expect, it } from 'vitest';
import { device } from '../../testing/device.ts';
import { network } from '../../testing/network.ts';
import { person } from '../../testing/people.ts';

const { default: login } = await import('../../i18n/en/login.json');
const { account } = await import('../../account.ts');
const { loadTexts } = await import('../../i18n/t.ts');
const { loginState } = await import('./state.ts');
loadTexts({ login });

const typed = (email: string, password: string) => {
  const state = loginState(location.assign.bind(location));
  state.email.value = email;
  state.password.value = password;
  return state;
};

beforeEach(() => {
  device.open('/pages/login.html?next=/pages/settings.html');
  account.leave();
});

describe('log-in', () => {
  it('keeps who came in, and leads to the page they wanted', async () => {
    network.answers(200, { success: true, token: 'abc', user: person() });
    await typed('kavya@example.org', 'a good one').submit();
    expect(network.asked).toEqual([
      { address: '/api/auth/login', body: { email: 'kavya@example.org', password: 'a good one' } },
    ]);
    expect([account.token(), account.user.value?.username]).toEqual(['abc', 'Kavya']);
    expect(device.went).toEqual(['/pages/settings.html']);
  });

  it('asks for what is missing only once somebody tried, then with each key', async () => {
    network.answers(200, {});
    const state = typed('', '');
    expect(state.errors.value).toEqual({ email: undefined, password: undefined });
    await state.submit();
    expect(state.errors.value).toEqual({ email: 'Please type your e-mail.', password: 'Please type your password.' });
    state.email.value = 'k';
    expect(state.errors.value.email).toBeUndefined();
    expect(network.asked).toEqual([]);
  });

  it('says of wrong credentials no more than that they are wrong, and stays here', async () => {
    network.refuses(401, 'invalid_credentials');
    const state = typed('kavya@example.org', 'a wrong one');
    await state.submit();
    expect(state.wrong.value).toBe(true);
    expect([state.busy.value, state.password.value]).toEqual([false, 'a wrong one']);
    expect(device.went).toEqual([]);
  });

  it('counts down after too many tries, and asks nothing meanwhile', async () => {
    network.refuses(429, 'too_many_tries', { headers: { 'retry-after': '40' } });
    const state = typed('kavya@example.org', 'a wrong one');
    await state.submit();
    await state.submit();
    expect([state.wait.value, network.asked.length]).toEqual([40, 1]);
  });

  it('tells a server that is away from a wrong password', async () => {
    network.isAway();
    const state = typed('kavya@example.org', 'a good one');
    await state.submit();
    expect(state.wrong.value).toBe(false);
    expect(state.failure.value).toMatchObject({ name: 'Unreachable' });
  });
});
