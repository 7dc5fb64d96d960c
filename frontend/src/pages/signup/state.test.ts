import { beforeEach, describe, expect, it } from 'vitest';
import { device } from '../../testing/device.ts';
import { network } from '../../testing/network.ts';
import { person } from '../../testing/people.ts';

const { default: signup } = await import('../../i18n/en/signup.json');
const { default: newPassword } = await import('../../i18n/en/new-password.json');
const { account } = await import('../../account.ts');
const { loadTexts } = await import('../../i18n/t.ts');
const { signupState } = await import('./state.ts');
loadTexts({ signup, 'new-password': newPassword });

const filledIn = () => {
  const state = signupState(location.assign.bind(location), 'Asia/Kolkata');
  state.type('username', 'Kavya');
  state.type('email', 'kavya@example.org');
  state.type('password', 'coconut rice');
  return state;
};

beforeEach(() => {
  device.open('/pages/signup.html');
  account.leave();
});

describe('sign-up', () => {
  it('sends the role and the zone along, and leads to the dashboard', async () => {
    network.answers(201, { success: true, token: 'abc', user: person() });
    const state = filledIn();
    state.role.value = 'trainer';
    await state.submit();
    expect(network.asked).toEqual([
      {
        address: '/api/auth/signup',
        body: {
          username: 'Kavya',
          email: 'kavya@example.org',
          password: 'coconut rice',
          role: 'trainer',
          timeZone: 'Asia/Kolkata',
        },
      },
    ]);
    expect(device.went).toEqual(['/pages/dashboard.html']);
  });

  it('names every wrong field at once, and asks the server nothing', async () => {
    network.answers(201, {});
    const state = signupState(location.assign.bind(location), 'UTC');
    state.type('username', ' K ');
    state.type('email', 'kavya');
    state.type('password', 'short');
    await state.submit();
    expect(state.errors.value).toEqual({
      username: 'A name needs at least 2 characters.',
      email: 'This is not an e-mail address. One looks like kavya@example.org.',
      password: '3 more characters.',
    });
    state.type('password', 'shorter');
    expect(state.errors.value.password).toBe('One more character.');
    state.type('password', 'அ'.repeat(25));
    expect(state.errors.value.password).toBe('At most 72 bytes, which is about 72 letters.');
    expect(network.asked).toEqual([]);
  });

  it('shows a taken e-mail at its field until it is changed', async () => {
    network.refuses(409, 'email_taken', { fields: [{ path: 'email', message: 'Taken.' }] });
    const state = filledIn();
    await state.submit();
    expect([state.errors.value.email, state.failure.value]).toEqual(['Taken.', null]);
    state.type('username', 'Kavya R');
    expect(state.errors.value.email).toBe('Taken.');
    state.type('email', 'kavya.r@example.org');
    expect(state.errors.value.email).toBeUndefined();
  });

  it('shows what is wrong with something that has no field here', async () => {
    network.refuses(422, 'invalid_values', { fields: [{ path: 'timeZone', message: 'Unknown.' }] });
    const state = filledIn();
    await state.submit();
    expect(state.failure.value).toMatchObject({ code: 'invalid_values' });
  });
});
