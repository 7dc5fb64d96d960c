import { computed, signal } from '@preact/signals-core';
import type { Role } from '@trainer/contract/types';
import { api, Refused } from '../../api.ts';
import { entering } from '../../entering.ts';
import { t } from '../../i18n/t.ts';
import { newPasswordError } from '../../new-password.ts';
import { fieldErrors } from '../../ui/errors.ts';

export type SignupState = ReturnType<typeof signupState>;
type FieldName = 'username' | 'email' | 'password';

export function signupState(go: (address: string) => void, timeZone: string) {
  const role = signal<Role>('member');
  const values = { username: signal(''), email: signal(''), password: signal('') };
  const tried = signal(false);
  /** What the server said of a value goes once that value changes. */
  const refused = signal<ReadonlyMap<string, string>>(new Map());

  const entry = entering(
    () =>
      api.call('signUp', {
        body: {
          username: values.username.value,
          email: values.email.value,
          password: values.password.value,
          role: role.value,
          timeZone,
        },
      }),
    go,
  );

  const errors = computed<Record<FieldName, string | undefined>>(() => ({
    username: (tried.value && usernameError(values.username.value)) || refused.value.get('username'),
    email: (tried.value && emailError(values.email.value)) || refused.value.get('email'),
    password: (tried.value && newPasswordError(values.password.value)) || refused.value.get('password'),
  }));

  return {
    role,
    values,
    errors,
    busy: entry.busy,
    wait: entry.wait,
    /** What the fields can't tell. */
    failure: computed(() => {
      const error = entry.failure.value;
      const told =
        error instanceof Refused && error.fields.length > 0 && error.fields.every(({ path }) => path in values);
      return told ? null : error;
    }),
    type(name: FieldName, value: string): void {
      values[name].value = value;
      const rest = new Map(refused.value);
      if (rest.delete(name)) refused.value = rest;
    },
    async submit(): Promise<void> {
      tried.value = true;
      refused.value = new Map();
      if (errors.value.username || errors.value.email || errors.value.password) return;
      await entry.submit();
      refused.value = fieldErrors(entry.failure.value);
    },
  };
}

const usernameError = (name: string): string | undefined =>
  name.trim().length < 2 ? t('signup:username.error') : undefined;
const emailError = (email: string): string | undefined =>
  /^\S+@\S+\.\S+$/.test(email.trim()) ? undefined : t('signup:email.error');
