import { beforeEach, describe, expect, it } from 'vitest';
import { device } from '../../testing/device.ts';
import { network } from '../../testing/network.ts';

const { default: newPassword } = await import('../../i18n/en/new-password.json');
const { default: resetPassword } = await import('../../i18n/en/reset-password.json');
const { loadTexts } = await import('../../i18n/t.ts');
const { resetPasswordState } = await import('./state.ts');
loadTexts({ 'reset-password': resetPassword, 'new-password': newPassword });

let used = 0;
const opened = (search = '?token=abc') => resetPasswordState(search, () => (used += 1));

beforeEach(() => {
  device.open('/pages/reset-password.html?token=abc');
  used = 0;
});

describe('a new password by a mailed link', () => {
  it('is set with what the link holds, which goes from the address then', async () => {
    network.answers(204);
    const state = opened();
    state.type('coconut rice');
    await state.submit();
    expect(network.asked).toEqual([
      { address: '/api/auth/reset-password', body: { token: 'abc', password: 'coconut rice' } },
    ]);
    expect([state.done.value, state.isGone.value, used]).toEqual([true, false, 1]);
  });

  it('is looked at before it is sent', async () => {
    network.answers(204);
    const state = opened();
    expect(state.error.value).toBeUndefined();
    state.type('short');
    await state.submit();
    expect(state.error.value).toBe('3 more characters.');
    expect([network.asked, state.done.value]).toEqual([[], false]);
  });

  it('that the server refuses shows why until it is changed, and the link can still be used', async () => {
    network.refuses(422, 'invalid_values', { fields: [{ path: 'password', message: 'Not this one.' }] });
    const state = opened();
    state.type('coconut rice');
    await state.submit();
    expect([state.error.value, state.failure.value, state.isGone.value]).toEqual(['Not this one.', null, false]);
    state.type('coconut rice 2');
    expect(state.error.value).toBeUndefined();
  });

  it('is not asked for where the link does not hold, or there is none', async () => {
    expect([opened('').isGone.value, opened('?token=').isGone.value]).toEqual([true, true]);
    network.refuses(422, 'link_expired');
    const state = opened();
    state.type('coconut rice');
    await state.submit();
    expect([state.isGone.value, state.done.value, used]).toEqual([true, false, 0]);
  });

  it('waits after too many tries', async () => {
    network.refuses(429, 'too_many_tries', { headers: { 'retry-after': '40' } });
    const state = opened();
    state.type('coconut rice');
    await state.submit();
    await state.submit();
    expect([state.wait.value, network.asked.length, state.isGone.value]).toEqual([40, 1, false]);
  });
});
