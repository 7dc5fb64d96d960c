import { html, nothing, type TemplateResult } from 'lit-html';
import { t } from '../i18n/t.ts';
import { icon } from '../ui/icon.ts';
import { kolam } from '../ui/kolam.ts';
import { diamond } from '../ui/kolam-path.ts';

interface Head {
  /** Above the title: when, for whom, what kind. */
  eyebrow: string;
  title: string;
  summary: string;
  actions?: TemplateResult | typeof nothing;
}

/** What a plan is, on the kolam. */
export const planHead = ({ eyebrow, title, summary, actions = nothing }: Head): TemplateResult =>
  html`<header class="planhead">
    ${kolam(diamond(3), { classes: 'deco', mono: true, radius: 2.4 })}
    <div class="stack stack-3">
      <p class="sub sm">${eyebrow}</p>
      <h1 tabindex="-1" data-testid="plan-title">${title}</h1>
      <p class="sub">${summary}</p>
      ${actions}
    </div>
  </header>`;

export interface PlanActions {
  share(): void;
  print(): void;
  more(): void;
}

/** The first thing to do with a plan, and what else can be done. */
export const headActions = (first: TemplateResult | typeof nothing, actions: PlanActions): TemplateResult =>
  html`<div class="row row-2 wrap noprint">
    ${first}<span class="row row-2"
      >${quiet('share', t('plans:share'), actions.share)}${quiet('print', t('plans:print'), actions.print)}${quiet('more', t('plans:more'), actions.more)}</span
    >
  </div>`;

const quiet = (name: 'share' | 'print' | 'more', label: string, run: () => void): TemplateResult =>
  html`<button type="button" class="btn" data-testid="plan-${name}" aria-label=${label} @click=${run}>
    ${icon(name, name === 'more' ? 'dots' : '')}<span class="only-d">${label}</span>
  </button>`;
