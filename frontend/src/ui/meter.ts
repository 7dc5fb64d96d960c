import { html, nothing, svg, type TemplateResult } from 'lit-html';

interface Meter {
  /** 0–1 of the whole width. */
  share: number;
  kind?: 'acc' | 'ok' | 'warn';
  /** Where the target is, 0–1. */
  tick?: number;
}

/** A bar beside a number that says the same: it is never the only one to say it. */
export const meter = ({ share, kind, tick }: Meter): TemplateResult =>
  html`<svg class="meter" width="100%" height="10" aria-hidden="true">
    <rect class="bg" width="100%" height="10" rx="5"></rect>
    <rect class="v ${kind ?? ''}" width="${percent(share)}%" height="10" rx="5"></rect>
    ${tick === undefined ? nothing : svg`<line class="tick" x1="${percent(tick)}%" x2="${percent(tick)}%" y1="-2" y2="12"></line>`}
  </svg>`;

const percent = (share: number): string => (Math.min(1, Math.max(0, share)) * 100).toFixed(1);
