import { html, type TemplateResult } from 'lit-html';
import { t } from '../i18n/t.ts';
import { icon } from '../ui/icon.ts';

interface Given {
  /** Why, and what to do: the server's own words. */
  reason: string;
  offers: readonly { label: string; text: string; address: string }[];
  change: () => void;
}

/** No plan, said calmly: the reason, what to do, and what there is all the same. */
export const refusedView = ({ reason, offers, change }: Given): TemplateResult =>
  html`<section class="card stack narrow" aria-labelledby="refused-title" data-testid="refused">
    <div class="row row-top">
      ${icon('info', 'i-lg info-t')}
      <div class="grow stack stack-2">
        <h2 id="refused-title" tabindex="-1">${t('plans:refused')}</h2>
        <p>${reason}</p>
        <p class="sm muted">${t('plans:refused.note')}</p>
      </div>
    </div>
    <div>
      <h3>${t('plans:refused.instead')}</h3>
      <ul class="list">
        ${offers.map(
          ({ label, text, address }) =>
            html`<li>
              <span class="grow"><a href=${address}>${label}</a><br /><span class="sm muted">${text}</span></span
              >${icon('right', 'faint')}
            </li>`,
        )}
      </ul>
    </div>
    <div>
      <button type="button" class="btn second" data-testid="change-answers" @click=${change}>
        ${t('plans:refused.change')}
      </button>
    </div>
  </section>`;
