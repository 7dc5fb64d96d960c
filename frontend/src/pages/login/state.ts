import { computed, signal } from '@preact/signals-core';
import { api, Refused } from '../../api.ts';
import { entering } from '../../entering.ts';
import { t } from '../../i18n/t.ts';

export type LoginState = ReturnType<typeof loginState>;

export function loginState(go: (address: string) => void) {
  const email = signal('');
  const password = signal('');
  /** Errors appear with the first try, and then follow what is typed. */
  const tried = signal(false);
  const entry = entering(() => api.call('logIn', { body: { email: email.value, password: password.value } }), go);

  const errors = computed(() => ({
    email: tried.value && email.value.trim() === '' ? t('login:missing.email') : undefined,
    password: tried.value && password.value === '' ? t('login:missing.password') : undefined,
  }));
  /** Wrong credentials; words that do not tell which of the two. */
  const wrong = computed(
    () => entry.failure.value instanceof Refused && entry.failure.value.code === 'invalid_credentials',
  );

  return {
    email,
    password,
    errors,
    wrong,
    busy: entry.busy,
    failure: entry.failure,
    wait: entry.wait,
    async submit(): Promise<void> {
      tried.value = true;
      if (!errors.value.email && !errors.value.password) await entry.submit();
    },
  };
}
