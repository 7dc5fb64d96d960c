import { html, nothing, type TemplateResult } from 'lit-html';
import { clock } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { banner } from '../../ui/banner.ts';
import { brand } from '../../ui/brand.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { field } from '../../ui/field.ts';
import { passwordField } from '../../ui/password-field.ts';
import { submitting } from '../../ui/submitting.ts';
import type { LoginState } from './state.ts';

export const loginView = (state: LoginState, unsentSets: number): TemplateResult => html`
  ${brand()}
  <div>
    <h1>${t('login:welcome')}</h1>
    <p class="muted">${t('login:new')} <a href="/pages/signup.html${location.search}">${t('login:create')}</a></p>
  </div>
  ${failureOf(state)}
  <form class="stack" novalidate @submit=${submitting(state.submit)}>
    ${field({
      id: 'email',
      label: t('login:email'),
      type: 'email',
      autocomplete: 'username',
      inputmode: 'email',
      value: state.email.value,
      error: state.errors.value.email,
      onInput: (value) => (state.email.value = value),
    })}
    <div class="stack stack-2">
      ${passwordField({
        id: 'password',
        label: t('login:password'),
        autocomplete: 'current-password',
        value: state.password.value,
        error: state.errors.value.password,
        onInput: (value) => (state.password.value = value),
      })}
      <a class="sm" href="/pages/forgot-password.html">${t('login:forgotten')}</a>
    </div>
    <button class="btn primary lg block">
      ${state.busy.value ? html`<span class="spin" aria-hidden="true"></span>` : nothing}${t('login:submit')}
    </button>
  </form>
  ${unsentSets > 0 ? html`<p class="sm muted">${t('login:unsent', { count: unsentSets })}</p>` : nothing}
`;

function failureOf({ wrong, wait, failure }: LoginState): TemplateResult | typeof nothing {
  if (wait.value > 0) return banner({ kind: 'bad', text: t('login:later', { time: clock(wait.value) }) });
  if (wrong.value) {
    const text = html`${t('login:wrong.text')} <a href="/pages/forgot-password.html">${t('login:wrong.link')}</a>.`;
    return banner({ kind: 'bad', title: t('login:wrong.title'), text });
  }
  return failure.value ? banner({ kind: 'bad', text: sentenceOf(failure.value) }) : nothing;
}
