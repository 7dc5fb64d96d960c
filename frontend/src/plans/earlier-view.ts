import { localDateOf } from '@trainer/coach/days';
import type { PlanSummary } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { account } from '../account.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { icon } from '../ui/icon.ts';
import type { EarlierState } from './earlier.ts';

interface Given {
  state: EarlierState;
  /** The plan that is open already. */
  except?: string;
  addressOf: (id: string) => string;
  open: (id: string) => void;
  /** What the device keeps, for hours without a network. */
  kept: () => { _id: string; title: string } | undefined;
  after?: TemplateResult;
}

/** The plans before this one; nothing where there are none. */
export function earlierCard({ state, except, addressOf, open, kept, after }: Given): TemplateResult | typeof nothing {
  const plans = state.plans.value?.filter((plan) => plan._id !== except) ?? null;
  const offline = plans === null && state.failure.value !== null;
  const onDevice = offline ? kept() : undefined;
  const device = onDevice && onDevice._id !== except ? onDevice : undefined;
  if (!device && !offline && (plans === null || plans.length === 0)) return after ? alone(after) : nothing;
  return html`<section class="card stack stack-2 noprint" aria-labelledby="earlier-title">
    <h2 id="earlier-title">${t('plans:earlier')}</h2>
    ${offline && !device ? html`<p class="sm muted">${t('plans:earlier.failed')}</p>` : nothing}
    <ul class="list">
      ${device ? row(device._id, device.title, t('plans:earlier.device')) : nothing}
      ${plans?.map((plan) => row(plan._id, plan.title, lineOf(plan)))}
    </ul>
    ${
      state.cursor.value !== null && plans !== null
        ? html`<button type="button" class="btn quiet" @click=${() => void state.more()}>
            ${t('plans:earlier.more')}
          </button>`
        : nothing
    }
    ${
      offline
        ? html`<button type="button" class="btn second" @click=${() => void state.load()}>${t('common:retry')}</button>`
        : nothing
    }
    ${after ?? nothing}
  </section>`;

  function row(id: string, title: string, below: string): TemplateResult {
    const follow = (event: MouseEvent) => {
      // What opens another tab is left to the browser.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(id);
    };
    return html`<li data-testid="earlier-plan">
      <span class="grow"
        ><a href=${addressOf(id)} @click=${follow}>${title}</a><br /><span class="sm muted">${below}</span></span
      >${icon('right', 'faint')}
    </li>`;
  }
}

const alone = (after: TemplateResult) => html`<div class="stack noprint">${after}</div>`;

const lineOf = ({ createdAt, status }: PlanSummary): string =>
  t('plans:earlier.line', {
    date: date(localDateOf(new Date(createdAt), account.timeZone()), 'full'),
    status: t(`plans:status.${status}`),
  });
