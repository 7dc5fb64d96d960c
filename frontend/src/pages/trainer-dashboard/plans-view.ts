import { addDays, daysBetween, weekdayOf } from '@trainer/coach/days';
import type { AssignedPlan, ClientDetail } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { date, weight, withUnit } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { shortName } from '../../names.ts';
import { emptyState } from '../../ui/empty-state.ts';
import { icon } from '../../ui/icon.ts';
import type { ClientState } from './client-state.ts';
import type { ClientDoors } from './client-parts.ts';

type Exercise = AssignedPlan['days'][number]['exercises'][number];

/** The plans that the client was given. */
export function plansTab(client: ClientState, detail: ClientDetail, doors: ClientDoors): TemplateResult {
  const plans = client.plans.value;
  const give = html`<button
    type="button"
    class="btn primary"
    data-testid="give-plan"
    @click=${() => {
      doors.openPlan(null);
    }}
  >
    ${icon('plus')}${t('trainer-dashboard:give.button')}
  </button>`;
  if (!plans) return html`<div class="card"><span class="skel h3"></span></div>`;
  if (plans.length === 0)
    return html`<section class="card">
      ${emptyState({
        title: t('trainer-dashboard:plans.none'),
        text: t('trainer-dashboard:plans.noneText', { name: shortName(detail) }),
        action: give,
      })}
    </section>`;
  return html`<div class="stack">
    <div>${give}</div>
    ${plans.map((plan) => planCard(plan, detail, doors))}
  </div>`;
}

const planCard = (plan: AssignedPlan, detail: ClientDetail, doors: ClientDoors): TemplateResult =>
  html`<section class="card stack stack-3" aria-labelledby="plan-${plan._id}" data-testid="plan">
    <div class="row between wrap">
      <div>
        <h2 id="plan-${plan._id}">${plan.name}</h2>
        <p class="sm muted">
          ${t('trainer-dashboard:plans.time', { from: date(plan.startsOn, 'full'), until: date(lastDay(plan), 'full') })}
          ${isOver(plan, detail.today) ? html`<span class="tag">${t('trainer-dashboard:plans.over')}</span>` : nothing}
        </p>
      </div>
      <div class="row row-2">
        <button
          type="button"
          class="btn second sm"
          aria-label=${t('trainer-dashboard:plans.changeOf', { name: plan.name })}
          @click=${() => {
            doors.openPlan(plan._id);
          }}
        >
          ${t('trainer-dashboard:plans.change')}
        </button>
        <button
          type="button"
          class="btn danger-q sm"
          aria-label=${t('trainer-dashboard:plans.removeOf', { name: plan.name })}
          @click=${() => {
            doors.removePlan(plan._id);
          }}
        >
          ${t('trainer-dashboard:plans.remove')}
        </button>
      </div>
    </div>
    ${warnings(plan)}
    <dl class="plandays">
      ${plan.days.map(
        (day) =>
          html`<dt><b>${weekdayName(day.weekday)}</b><br /><span class="sm muted">${day.name}</span></dt>
            <dd>
              <ul>
                ${day.exercises.map(
                  (exercise) =>
                    html`<li>
                      ${exercise.name} <span class="muted nowrap">${doseInWords(exercise)}</span>${
                        exercise.note ? html`<br /><span class="sm muted">${exercise.note}</span>` : nothing
                      }
                    </li>`,
                )}
              </ul>
            </dd>`,
      )}
    </dl>
  </section>`;

/** What does not go with a condition that the client shares. */
function warnings({ warnings: all, days }: AssignedPlan): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  const names = new Map(days.flatMap((day) => day.exercises.map((one) => [one.exerciseId, one.name])));
  return html`<div class="banner warn" role="status">
    ${icon('alert')}
    <ul class="stack stack-1">
      ${all.map(
        ({ exerciseId, condition, message }) =>
          html`<li><b>${names.get(exerciseId) ?? ''}</b>, ${condition}: ${message}</li>`,
      )}
    </ul>
  </div>`;
}

/** `3 × 10, 40 kg` */
function doseInWords({ sets, reps, weight: kg, duration }: Exercise): string {
  const what = reps === null ? withUnit(duration ?? 0, t('common:unit.s')) : String(reps);
  const dose = t('trainer-dashboard:plans.dose', { sets: String(sets), what });
  return kg ? `${dose}, ${weight(kg)}` : dose;
}

const A_MONDAY = '2024-01-01';
/** 1 → Monday */
export const weekdayName = (weekday: number, style: 'weekday' | 'weekdayLong' = 'weekdayLong'): string =>
  date(addDays(A_MONDAY, weekday - 1), style);

const lastDay = ({ startsOn, weeks }: AssignedPlan): string => addDays(startsOn, weeks * 7 - 1);
const isOver = (plan: AssignedPlan, today: string): boolean => lastDay(plan) < today;

/** `Next planned: Lower body A, Friday.` */
export function nextPlanned(plans: readonly AssignedPlan[] | null, today: string): string {
  const ahead = (plans ?? []).flatMap((plan) =>
    plan.days.flatMap((day) => {
      const from = plan.startsOn > today ? plan.startsOn : today;
      const at = addDays(from, (day.weekday - weekdayOf(from) + 7) % 7);
      return at <= lastDay(plan) ? [{ at, name: day.name }] : [];
    }),
  );
  const next = ahead.sort((a, b) => daysBetween(b.at, a.at))[0];
  if (!next) return t('trainer-dashboard:give.none');
  const day = next.at === today ? t('trainer-dashboard:give.today') : date(next.at, 'medium');
  return t('trainer-dashboard:give.next', { name: next.name, day });
}
