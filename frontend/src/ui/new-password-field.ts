import { html, type TemplateResult } from 'lit-html';
import { t } from '../i18n/t.ts';
import { strengthOf } from '../new-password.ts';
import { passwordField } from './password-field.ts';

/** A password that somebody thinks up, with a bar that says how strong it is. */
export const newPasswordField = (given: {
  label: string;
  value: string;
  error: string | undefined;
  onInput: (value: string) => void;
}): TemplateResult => html`
  <div class="stack stack-2">
    ${passwordField({ id: 'password', autocomplete: 'new-password', hint: t('new-password:hint'), ...given })}
    <div class="strength" aria-hidden="true">
      ${[1, 2, 3, 4].map((step) => html`<i class=${strengthOf(given.value) >= step ? 'd' : ''}></i>`)}
    </div>
  </div>
`;
