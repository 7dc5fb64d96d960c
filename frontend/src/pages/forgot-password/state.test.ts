import { beforeEach, describe, expect, it } from 'vitest';
import { device } from '../../testing/device.ts';
import { network } from '../../testing/network.ts';

const { default: forgotPassword } = await import('../../i18n/en/forgot-password.json');
const { loadTexts } = await import('../../i18n/t.ts');
const { forgotPasswordState } = await import('./state.ts');
loadTexts({ 'forgot-password': forgotPassword });

const typed = (email: string) => {
  const state = forgotPasswordState();
  state.email.value = email;
  return state;
};

beforeEach(() => {
  device.open('/pages/forgot-password.html');
});

describe('a forgotten password', () => {
  it('asks for the mail, and says where it went', async () => {
    network.answers(202);
    const state = typed(' kavya@example.org ');
    await state.submit();
    expect(network.asked).toEqual([{ address: '/api/auth/forgot-password', body: { email: 'kavya@example.org' } }]);
    expect([state.sentTo.value, state.busy.value, state.failure.value]).toEqual(['kavya@example.org', false, null]);
  });

  it('asks for what is missing only once somebody tried, then with each key', async () => {
    network.answers(202);
    const state = typed('');
    expect(state.error.value).toBeUndefined();
    await state.submit();
    expect(state.error.value).toBe('Please type your e-mail.');
    state.email.value = 'kavya';
    expect(state.error.value).toContain('This is not an e-mail address.');
    state.email.value = 'kavya@example.org';
    expect(state.error.value).toBeUndefined();
    expect(network.asked).toEqual([]);
  });

  it('can be mailed again, or for another e-mail', async () => {
    network.answers(202);
    const state = typed('kavya@example.org');
    await state.submit();
    await state.submit();
    expect(network.asked).toHaveLength(2);
    state.takeOther();
    expect([state.sentTo.value, state.email.value, state.error.value]).toEqual([null, '', undefined]);
  });

  it('counts down after too many tries, and asks nothing meanwhile', async () => {
    network.refuses(429, 'too_many_tries', { headers: { 'retry-after': '40' } });
    const state = typed('kavya@example.org');
    await state.submit();
    await state.submit();
    expect([state.wait.value, network.asked.length, state.sentTo.value]).toEqual([40, 1, null]);
  });

  it('says nothing was sent where the server is away', async () => {
    network.isAway();
    const state = typed('kavya@example.org');
    await state.submit();
    expect(state.sentTo.value).toBeNull();
    expect(state.failure.value).toMatchObject({ name: 'Unreachable' });
  });
});
