import { html, nothing, type TemplateResult } from 'lit-html';
import { clock } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { banner } from '../../ui/banner.ts';
import { brand } from '../../ui/brand.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { field } from '../../ui/field.ts';
import { submitting } from '../../ui/submitting.ts';
import type { ForgotPasswordState } from './state.ts';

export const forgotPasswordView = (state: ForgotPasswordState): TemplateResult => html`
  ${brand()}
  <div>
    <h1>${t('forgot-password:heading')}</h1>
    ${state.sentTo.value === null ? html`<p class="muted">${t('forgot-password:text')}</p>` : nothing}
  </div>
  ${state.sentTo.value === null ? form(state) : sent(state, state.sentTo.value)}
  <p class="sm"><a href="/pages/login.html">${t('forgot-password:login')}</a></p>
`;

const form = (state: ForgotPasswordState): TemplateResult => html`
  ${failureOf(state)}
  <form class="stack" novalidate @submit=${submitting(state.submit)}>
    ${field({
      id: 'email',
      label: t('forgot-password:email'),
      type: 'email',
      autocomplete: 'username',
      inputmode: 'email',
      value: state.email.value,
      error: state.error.value,
      onInput: (value) => (state.email.value = value),
    })}
    <button class="btn primary lg block">${working(state)}${t('forgot-password:submit')}</button>
  </form>
`;

const sent = (state: ForgotPasswordState, email: string): TemplateResult => html`
  ${banner({
    kind: 'ok',
    title: t('forgot-password:sent.title'),
    text: t('forgot-password:sent.text', { email }),
  })}
  ${failureOf(state)}
  <form class="stack" @submit=${submitting(state.submit)}>
    <p class="sm muted">${t('forgot-password:sent.nothing')}</p>
    <div class="row wrap">
      <button class="btn second">${working(state)}${t('forgot-password:again')}</button>
      <button type="button" class="btn ghost" @click=${state.takeOther}>${t('forgot-password:other')}</button>
    </div>
  </form>
`;

const working = ({ busy }: ForgotPasswordState): TemplateResult | typeof nothing =>
  busy.value ? html`<span class="spin" aria-hidden="true"></span>` : nothing;

function failureOf({ wait, failure }: ForgotPasswordState): TemplateResult | typeof nothing {
  if (wait.value > 0) return banner({ kind: 'bad', text: t('forgot-password:later', { time: clock(wait.value) }) });
  return failure.value ? banner({ kind: 'bad', text: sentenceOf(failure.value) }) : nothing;
}
