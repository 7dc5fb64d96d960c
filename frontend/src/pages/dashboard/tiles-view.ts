import { html, nothing, type TemplateResult } from 'lit-html';
import { duration, number } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import type { DashboardState, Numbers } from './state.ts';

/** The three totals of 30 days. `data-value` is where a number belongs, whatever it shows on its way there. */
export function tiles({ numbers, glow }: DashboardState, shown: Numbers): TemplateResult {
  const target = numbers.value;
  const change = glow.value;
  const tile = (key: 'workouts' | 'minutes' | 'calories', label: string, below: string) => {
    const by = change?.[key] ?? 0;
    return html`<div class="stat ${by === 0 ? '' : 'glow'}">
      <dt>${label}</dt>
      <dd data-testid="total-${key}" data-value=${target[key]}>
        ${number(shown[key])}${by === 0 ? nothing : html`<span class="plus" aria-hidden="true">${by > 0 ? '+' : '−'}${number(Math.abs(by))}</span>`}
      </dd>
      <dd class="d">${below}</dd>
    </div>`;
  };
  return html`<dl class="trio">
    ${tile('workouts', t('dashboard:workouts'), t('dashboard:in30'))}
    ${tile('minutes', t('dashboard:minutes'), duration(target.minutes))}
    ${tile('calories', t('dashboard:energy'), t('dashboard:kcalAbout'))}
  </dl>`;
}
