import type { DietPlan } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { account } from '../../account.ts';
import { withUnit } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { nextMeal } from '../../plans/next-meal.ts';
import { keptPlanKey, onDevice } from '../../plans/on-device.ts';

/** What the plan that this device read last has for the next meal; nothing where there is none for today. */
export function mealCard(today: string): TemplateResult | typeof nothing {
  const plan = onDevice<{ plan: DietPlan }>(keptPlanKey('diet')).read()?.plan;
  const next = plan && nextMeal(plan, today, hourNow());
  if (!next) return nothing;
  const { planId, day, meal, isTomorrow } = next;
  return html`<section class="card" aria-labelledby="meal-title">
    <header>
      <h2 id="meal-title">${t('dashboard:meal.title')}</h2>
      <a class="sm" href="/pages/diet-plan.html?id=${planId}&day=${day}">${t('dashboard:meal.week')}</a>
    </header>
    <div class="row between row-top">
      <span
        >${t(isTomorrow ? 'dashboard:meal.tomorrow' : `dashboard:meal.${meal.meal}`)}<br /><span class="sm muted"
          >${meal.items.map(({ name }) => name).join(', ')}</span
        ></span
      ><b class="num nowrap">${withUnit(meal.totals.calories, t('common:unit.kcal'))}</b>
    </div>
  </section>`;
}

const hourNow = (): number =>
  Number(
    new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone: account.timeZone() }).format(
      new Date(),
    ),
  );
