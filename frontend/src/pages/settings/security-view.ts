import type { User } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { t } from '../../i18n/t.ts';
import { banner } from '../../ui/banner.ts';
import { openDialog } from '../../ui/dialog.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { icon } from '../../ui/icon.ts';
import { passwordField } from '../../ui/password-field.ts';
import { submitting } from '../../ui/submitting.ts';
import type { SettingsState } from './state.ts';

/** Password and log-out. */
export function securitySection(
  state: SettingsState,
  user: User,
  doors: { logOut(): void; logOutAll(): void },
): TemplateResult {
  const { password } = state;
  return html`<section class="card stack" id="security" aria-labelledby="security-title">
    <h2 id="security-title">${t('settings:security')}</h2>
    <form
      class="stack"
      novalidate
      aria-label=${t('settings:password.title')}
      @submit=${submitting(state.changePassword)}
    >
      ${password.failure.value ? banner({ kind: 'bad', text: sentenceOf(password.failure.value) }) : nothing}
      ${password.changed.value ? banner({ kind: 'ok', text: t('settings:password.saved') }) : nothing}
      <input
        class="sr"
        type="email"
        autocomplete="username"
        tabindex="-1"
        aria-hidden="true"
        .value=${user.email}
        readonly
      />
      <div class="fgrid">
        ${passwordField({
          id: 'currentPassword',
          label: t('settings:password.current'),
          autocomplete: 'current-password',
          value: password.current.value,
          error: password.errors.value.current,
          onInput: (value) => (password.current.value = value),
        })}
        ${passwordField({
          id: 'newPassword',
          label: t('settings:password.new'),
          autocomplete: 'new-password',
          hint: t('settings:password.hint'),
          value: password.next.value,
          error: password.errors.value.next,
          onInput: (value) => (password.next.value = value),
        })}
      </div>
      <div><button class="btn second">${t('settings:password.save')}</button></div>
    </form>
    <hr class="line" />
    <div class="row wrap">
      <button type="button" class="btn second" data-testid="log-out" @click=${doors.logOut}>
        ${icon('logout')}${t('settings:logout')}
      </button>
      <button
        type="button"
        class="btn danger-q"
        data-testid="log-out-all"
        @click=${() => {
          openDialog({
            title: t('settings:logoutAll.title'),
            body: () => html`<p class="muted">${t('settings:logoutAll.text')}</p>`,
            actions: [
              { label: t('common:cancel'), kind: 'second', safe: true },
              { label: t('settings:logoutAll'), kind: 'danger', run: doors.logOutAll },
            ],
          });
        }}
      >
        ${t('settings:logoutAll')}
      </button>
    </div>
  </section>`;
}
