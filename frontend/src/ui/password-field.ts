import { signal } from '@preact/signals-core';
import { html, type TemplateResult } from 'lit-html';
import { t } from '../i18n/t.ts';
import { field } from './field.ts';
import { icon } from './icon.ts';

const shown = signal(false);

/** A password that can be looked at and pasted. */
export const passwordField = (given: Omit<Parameters<typeof field>[0], 'type' | 'end'>): TemplateResult =>
  field({
    ...given,
    type: shown.value ? 'text' : 'password',
    end: html`<button
      type="button"
      class="btn icon"
      aria-label=${t(shown.value ? 'common:password.hide' : 'common:password.show')}
      aria-pressed=${shown.value}
      @click=${() => (shown.value = !shown.value)}
    >
      ${icon('eye')}
    </button>`,
  });
