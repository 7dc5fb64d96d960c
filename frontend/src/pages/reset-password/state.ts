import { computed, signal } from '@preact/signals-core';
import { api, Refused } from '../../api.ts';
import { newPasswordError } from '../../new-password.ts';
import { trying } from '../../trying.ts';
import { fieldErrors } from '../../ui/errors.ts';

export type ResetPasswordState = ReturnType<typeof resetPasswordState>;

/** @param search the address’s query, as the mailed link has it; `used` is told once the link in it is used up */
export function resetPasswordState(search: string, used: () => void) {
  const token = new URLSearchParams(search).get('token') ?? '';
  const password = signal('');
  const tried = signal(false);
  const done = signal(false);
  const attempt = trying(() => api.call('resetPassword', { body: { token, password: password.value } }));

  /** What the server said of a password goes once that changes. */
  const refused = signal<string | undefined>(undefined);
  const error = computed(() => (tried.value && newPasswordError(password.value)) || refused.value);

  return {
    password,
    error,
    done,
    /** There is no link, or it does not hold: another password would not help. */
    isGone: computed(
      () => token === '' || (attempt.failure.value instanceof Refused && attempt.failure.value.code === 'link_expired'),
    ),
    busy: attempt.busy,
    wait: attempt.wait,
    /** What the field can’t tell. */
    failure: computed(() => (refused.value ? null : attempt.failure.value)),
    type(value: string): void {
      password.value = value;
      refused.value = undefined;
    },
    async submit(): Promise<void> {
      tried.value = true;
      if (error.value) return;
      if (await attempt.submit()) {
        done.value = true;
        used();
      }
      refused.value = fieldErrors(attempt.failure.value).get('password');
    },
  };
}
