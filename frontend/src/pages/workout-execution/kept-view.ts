import { html, nothing, type TemplateResult } from 'lit-html';
import { Refused } from '../../api.ts';
import { t } from '../../i18n/t.ts';
import { banner } from '../../ui/banner.ts';

interface Kept {
  /** The device has it: leaving loses nothing. */
  safe: boolean;
  error: unknown;
  again: () => void;
}

/** The workout is finished, but not with the server yet. */
export const keptView = ({ safe, error, again }: Kept): TemplateResult =>
  html`<div class="sum" data-testid="kept">
    <section class="card stack">
      <h1 class="exname">${t(safe ? 'workout-execution:kept.title' : 'workout-execution:kept.unsafe')}</h1>
      ${
        error instanceof Refused
          ? banner({
              kind: 'warn',
              text: t('workout-execution:kept.refused', {
                why: [error.message, ...error.fields.map((field) => field.message)].join(' '),
              }),
            })
          : html`<p class="muted">${t(safe ? 'workout-execution:kept.text' : 'workout-execution:kept.unsafeText')}</p>`
      }
      <div class="row wrap">
        ${error instanceof Refused && error.status === 422 ? nothing : html`<button type="button" class="btn primary" @click=${again}>${t('workout-execution:kept.again')}</button>`}
        <a class="btn second" href="/pages/dashboard.html">${t('workout-execution:kept.close')}</a>
      </div>
    </section>
  </div>`;
