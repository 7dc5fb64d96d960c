import { computed, signal } from '@preact/signals-core';
import { api } from '../../api.ts';
import { t } from '../../i18n/t.ts';
import { trying } from '../../trying.ts';

export type ForgotPasswordState = ReturnType<typeof forgotPasswordState>;

export function forgotPasswordState() {
  const email = signal('');
  /** Errors appear with the first try, and then follow what is typed. */
  const tried = signal(false);
  /** Where the link was mailed to; whether somebody has that address nobody is told. */
  const sentTo = signal<string | null>(null);
  const attempt = trying(() => api.call('forgotPassword', { body: { email: email.value.trim() } }));
  const error = computed(() => (tried.value ? emailError(email.value.trim()) : undefined));

  return {
    email,
    error,
    sentTo,
    busy: attempt.busy,
    failure: attempt.failure,
    wait: attempt.wait,
    async submit(): Promise<void> {
      tried.value = true;
      if (!error.value && (await attempt.submit())) sentTo.value = email.value.trim();
    },
    /** Back to the form. */
    takeOther(): void {
      sentTo.value = null;
      tried.value = false;
      email.value = '';
    },
  };
}

function emailError(email: string): string | undefined {
  if (email === '') return t('forgot-password:missing');
  return /^\S+@\S+\.\S+$/.test(email) ? undefined : t('forgot-password:wrong');
}
