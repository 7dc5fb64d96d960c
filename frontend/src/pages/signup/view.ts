import type { Role } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { clock } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { banner } from '../../ui/banner.ts';
import { brand } from '../../ui/brand.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { field } from '../../ui/field.ts';
import { newPasswordField } from '../../ui/new-password-field.ts';
import { submitting } from '../../ui/submitting.ts';
import type { SignupState } from './state.ts';

export const signupView = (state: SignupState): TemplateResult => html`
  ${brand()}
  <div>
    <h1>${t('signup:heading')}</h1>
    <p class="muted">${t('signup:have')} <a href="/pages/login.html${location.search}">${t('signup:login')}</a></p>
  </div>
  ${failureOf(state)}
  <form class="stack" novalidate @submit=${submitting(state.submit)}>
    <fieldset>
      <legend class="lab">${t('signup:role')}</legend>
      <div class="pick">${(['member', 'trainer'] as const).map((role) => roleChoice(state, role))}</div>
    </fieldset>
    ${field({
      id: 'username',
      label: t('signup:username'),
      autocomplete: 'nickname',
      hint: t('signup:username.hint'),
      maxlength: 40,
      value: state.values.username.value,
      error: state.errors.value.username,
      onInput: (value) => {
        state.type('username', value);
      },
    })}
    ${field({
      id: 'email',
      label: t('signup:email'),
      type: 'email',
      autocomplete: 'username',
      inputmode: 'email',
      value: state.values.email.value,
      error: state.errors.value.email,
      onInput: (value) => {
        state.type('email', value);
      },
    })}
    ${newPasswordField({
      label: t('signup:password'),
      value: state.values.password.value,
      error: state.errors.value.password,
      onInput: (value) => {
        state.type('password', value);
      },
    })}
    <button class="btn primary lg block">
      ${state.busy.value ? html`<span class="spin" aria-hidden="true"></span>` : nothing}${t('signup:submit')}
    </button>
  </form>
`;

function roleChoice(state: SignupState, role: Role): TemplateResult {
  const on = state.role.value === role;
  return html`<label class=${on ? 'on' : ''}
    ><input type="radio" name="role" value=${role} .checked=${on} @change=${() => (state.role.value = role)} /><b
      >${t(`signup:role.${role}`)}</b
    ><span>${t(`signup:role.${role}.text`)}</span></label
  >`;
}

function failureOf({ wait, failure }: SignupState): TemplateResult | typeof nothing {
  if (wait.value > 0) return banner({ kind: 'bad', text: t('signup:later', { time: clock(wait.value) }) });
  return failure.value ? banner({ kind: 'bad', text: sentenceOf(failure.value) }) : nothing;
}
