import type { PlanKind } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { t } from '../i18n/t.ts';

/** Leads from one kind of plan to the other. */
export const kindsView = (current: PlanKind): TemplateResult =>
  html`<nav class="seg fit noprint" aria-label=${t('plans:kind')}>
    <a href="/pages/ai-suggestions.html" aria-current=${current === 'workout' ? 'page' : nothing}
      >${t('plans:kind.workout')}</a
    ><a href="/pages/diet-plan.html" aria-current=${current === 'diet' ? 'page' : nothing}>${t('plans:kind.diet')}</a>
  </nav>`;
