import type { BodyWeight, User } from '@trainer/contract/types';
import { describe, expect, it } from 'vitest';
import '../../testing/device.ts';
import { person } from '../../testing/people.ts';
import type { Change } from './state.ts';

const { default: settings } = await import('../../i18n/en/settings.json');
const { Refused, Unreachable } = await import('../../api.ts');
const { loadTexts } = await import('../../i18n/t.ts');
const { settingsState } = await import('./state.ts');
loadTexts({ settings });

const NOON = Date.UTC(2026, 6, 16, 12);

/** A server of one person; `breaks` makes it refuse or be away. */
function world() {
  let user = person();
  let weights: BodyWeight[] = [];
  const asked: Change[] = [];
  const server = { breaks: undefined as Error | undefined, asked, user: () => user };
  const answer = <T>(make: () => T): Promise<T> =>
    server.breaks ? Promise.reject(server.breaks) : Promise.resolve().then(make);
  const state = settingsState({
    user: () => user,
    changeMe: (change) =>
      answer((): User => {
        asked.push(change);
        const kg = change.profile?.weight;
        if (kg !== undefined)
          weights = [
            { _id: 'w'.repeat(24), localDate: '2026-07-16', weight: kg, createdAt: '2026-07-16T12:00:00.000Z' },
            ...weights,
          ];
        const profile = { ...user.profile, ...change.profile } as User['profile'];
        return { ...user, profile, settings: { ...user.settings, ...change.settings } as User['settings'] };
      }),
    update: (changed) => (user = changed),
    weights: () => answer(() => weights),
    removeWeight: () =>
      answer(() => {
        weights = [];
        user = { ...user, profile: { ...user.profile, weight: null } };
      }),
    me: () => answer(() => user),
    changePassword: () => answer(() => undefined),
    now: () => NOON,
  });
  return { state, server };
}

const refused = (status: number, code: 'invalid_values' | 'invalid_credentials', path?: string) =>
  new Refused(new Response(null, { status }), {
    success: false,
    error: { code, message: 'No.', ...(path ? { fields: [{ path, message: 'Too much.' }] } : {}) },
  });

describe('a field', () => {
  it('saves by itself and says when', async () => {
    const { state, server } = world();
    const saving = state.save('username', { username: 'Dara' });
    expect(state.savings.value.get('username')).toMatchObject({ is: 'saving' });
    await saving;
    expect(state.savings.value.get('username')).toEqual({ is: 'saved', at: NOON });
    expect(server.asked).toEqual([{ username: 'Dara' }]);
  });

  it('shows what the server has against it, and the next try clears that', async () => {
    const { state, server } = world();
    server.breaks = refused(422, 'invalid_values', 'profile.age');
    await state.saveNumber('age', '200');
    expect(state.savings.value.get('profile.age')).toEqual({ is: 'wrong', why: 'Too much.' });
    server.breaks = undefined;
    await state.saveNumber('age', '29');
    expect(state.savings.value.get('profile.age')).toEqual({ is: 'saved', at: NOON });
  });

  it('takes a comma for a point, and nothing for “not known”', async () => {
    const { state, server } = world();
    await state.saveNumber('height', ' 160,5 ');
    await state.saveNumber('height', '');
    await state.saveText('firstName', '  ');
    expect(server.asked).toEqual([
      { profile: { height: 160.5 } },
      { profile: { height: null } },
      { profile: { firstName: null } },
    ]);
  });

  it('that is no number is not sent', async () => {
    const { state, server } = world();
    await state.saveNumber('age', 'old');
    expect(state.savings.value.get('profile.age')).toEqual({ is: 'wrong', why: 'This has to be a number.' });
    expect(server.asked).toEqual([]);
  });

  it('in pounds reaches the server in kilograms', async () => {
    const { state, server } = world();
    await state.saveNumber('weight', '100', (pounds) => pounds / 2);
    expect(server.asked).toEqual([{ profile: { weight: 50 } }]);
    expect(state.weights.value).toHaveLength(1);
  });

  it('of the weight can’t be emptied: it says how to take a weight back', async () => {
    const { state, server } = world();
    await state.saveNumber('weight', '');
    expect(state.savings.value.get('profile.weight')).toMatchObject({ is: 'wrong' });
    expect(server.asked).toEqual([]);
  });

  it('that is changed twice at once is saved twice, in order, and speaks for the last', async () => {
    const { state, server } = world();
    const first = state.save('settings.theme', { settings: { theme: 'dark' } });
    const second = state.save('settings.theme', { settings: { theme: 'light' } });
    await first;
    expect(state.savings.value.get('settings.theme')).toMatchObject({ is: 'saving' });
    await second;
    expect(server.asked.map((change) => change.settings?.theme)).toEqual(['dark', 'light']);
    expect(server.user().settings.theme).toBe('light');
  });
});

describe('a choice', () => {
  it('holds while it is being saved', async () => {
    const { state, server } = world();
    const saving = state.save('settings.units', { settings: { units: 'imperial' } });
    expect(server.user().settings.units).toBe('metric');
    expect(state.shown(server.user()).settings.units).toBe('imperial');
    await saving;
    expect(state.shown(server.user()).settings.units).toBe('imperial');
  });

  it('goes back where it could not be saved, and says so', async () => {
    const { state, server } = world();
    server.breaks = new Unreachable();
    await state.save('settings.units', { settings: { units: 'imperial' } });
    expect(state.shown(server.user()).settings.units).toBe('metric');
    expect(state.savings.value.get('settings.units')).toMatchObject({ is: 'wrong' });
  });
});

describe('noted weights', () => {
  it('can be removed, and the profile follows', async () => {
    const { state, server } = world();
    await state.saveNumber('weight', '62.4');
    const [noted] = state.weights.value ?? [];
    await state.removeWeight(noted as BodyWeight);
    expect([state.weights.value, server.user().profile.weight]).toEqual([[], null]);
  });

  it('stay in sight where they can’t be fetched anew', async () => {
    const { state, server } = world();
    await state.saveNumber('weight', '62.4');
    server.breaks = new Unreachable();
    await state.loadWeights();
    expect(state.weights.value).toHaveLength(1);
  });
});

describe('the password', () => {
  const typed = (current: string, next: string) => {
    const { state, server } = world();
    state.password.current.value = current;
    state.password.next.value = next;
    return { state, server, password: state.password };
  };

  it('is changed, and both fields are emptied', async () => {
    const { state, password } = typed('the old one', 'the new one');
    await state.changePassword();
    expect([password.changed.value, password.current.value, password.next.value]).toEqual([true, '', '']);
  });

  it('is asked for where it is missing or too short', async () => {
    const { state, password } = typed('', 'short');
    await state.changePassword();
    expect(password.errors.value).toEqual({
      current: 'Please type your password.',
      next: 'A password needs at least 8 characters.',
    });
    expect(password.changed.value).toBe(false);
  });

  it.each([
    { why: 'that is wrong is said at its field', error: refused(401, 'invalid_credentials'), at: 'current' },
    {
      why: 'that the server refuses is said at its field',
      error: refused(422, 'invalid_values', 'newPassword'),
      at: 'next',
    },
  ])('$why', async ({ error, at }) => {
    const { state, server, password } = typed('the old one', 'the new one');
    server.breaks = error;
    await state.changePassword();
    expect(Object.keys(password.errors.value)).toEqual([at]);
    expect([password.failure.value, password.next.value]).toEqual([null, 'the new one']);
  });

  it('stays typed where the server is away', async () => {
    const { state, server, password } = typed('the old one', 'the new one');
    server.breaks = new Unreachable();
    await state.changePassword();
    expect(password.failure.value).toBe(server.breaks);
    expect([password.busy.value, password.current.value]).toEqual([false, 'the old one']);
  });
});
