import { html, nothing, type TemplateResult } from 'lit-html';
import { clock } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { banner } from '../../ui/banner.ts';
import { brand } from '../../ui/brand.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { newPasswordField } from '../../ui/new-password-field.ts';
import { submitting } from '../../ui/submitting.ts';
import type { ResetPasswordState } from './state.ts';

export const resetPasswordView = (state: ResetPasswordState): TemplateResult => html`
  ${brand()}
  <div>
    <h1>${t('reset-password:heading')}</h1>
    ${state.done.value || state.isGone.value ? nothing : html`<p class="muted">${t('reset-password:text')}</p>`}
  </div>
  ${state.done.value ? done() : state.isGone.value ? gone() : form(state)}
`;

const form = (state: ResetPasswordState): TemplateResult => html`
  ${failureOf(state)}
  <form class="stack" novalidate @submit=${submitting(state.submit)}>
    ${newPasswordField({
      label: t('reset-password:password'),
      value: state.password.value,
      error: state.error.value,
      onInput: state.type,
    })}
    <button class="btn primary lg block">
      ${state.busy.value ? html`<span class="spin" aria-hidden="true"></span>` : nothing}${t('reset-password:submit')}
    </button>
  </form>
`;

const done = (): TemplateResult => html`
  ${banner({ kind: 'ok', title: t('reset-password:done.title'), text: t('reset-password:done.text') })}
  <a class="btn primary lg block" href="/pages/login.html">${t('reset-password:login')}</a>
`;

const gone = (): TemplateResult => html`
  ${banner({ kind: 'bad', title: t('reset-password:gone.title'), text: t('reset-password:gone.text') })}
  <a class="btn primary lg block" href="/pages/forgot-password.html">${t('reset-password:gone.again')}</a>
`;

function failureOf({ wait, failure }: ResetPasswordState): TemplateResult | typeof nothing {
  if (wait.value > 0) return banner({ kind: 'bad', text: t('reset-password:later', { time: clock(wait.value) }) });
  return failure.value ? banner({ kind: 'bad', text: sentenceOf(failure.value) }) : nothing;
}
