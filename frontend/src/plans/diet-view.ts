import type { Meal } from '@trainer/contract/plan-words';
import type { PlannedDay, PlannedMeal, Totals } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { date, number } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { dayStrip } from '../ui/day-strip.ts';
import { icon } from '../ui/icon.ts';
import { meter } from '../ui/meter.ts';
import { checksCard } from './checks-view.ts';
import { grams, kcal, offTargetInWords, portionInWords, type ReadableDiet } from './diet-words.ts';
import { openRecipe } from './recipe.ts';
import { notesCard, type Reading } from './workout-view.ts';

interface Around {
  head: TemplateResult;
  /** Where the targets come from. */
  why?: TemplateResult;
  /** Beside the plan, at the end. */
  side: TemplateResult;
  /** Absent on a shared plan, which nobody changes. */
  swap?: (day: number, meal: Meal) => void;
  /** The meal that was just swapped. */
  changed?: { day: number; meal: Meal } | null;
}

/** A diet plan as it is read, a day at a time. */
export function dietView(plan: ReadableDiet, reading: Reading, around: Around): TemplateResult {
  const day = plan.days.find((one) => one.day === reading.day) ?? plan.days[0];
  return html`
    ${around.head}
    <div class="stack mt">
      ${dayStrip({
        label: t('plans:days'),
        days: plan.days.map((one) => ({
          day: one.day,
          name: date(one.date, 'weekday'),
          main: number(one.totals.calories),
          below: '',
          belowMore: t('plans:kcal'),
          label: `${date(one.date, 'long')}, ${kcal(one.totals.calories)}`,
        })),
        open: reading.day,
        choose: reading.chooseDay,
      })}
      <div class="cols c-8-4">
        <div class="stack" data-testid="open-day">
          ${day ? html`${totalsCard(day, plan.targets)} ${day.meals.map((meal) => mealCard(plan, day, meal, around))}` : nothing}
        </div>
        <div class="stack">
          ${checksCard(plan.verification, reading.allChecks, reading.showAllChecks)} ${around.why ?? nothing}
          ${notesCard(plan.notes)} ${around.side}
        </div>
      </div>
    </div>
  `;
}

const totalsCard = ({ date: localDate, totals }: PlannedDay, targets: Totals): TemplateResult =>
  html`<section class="card stack stack-3" aria-labelledby="day-title">
    <div class="row between wrap">
      <h2 id="day-title">${date(localDate, 'long')}</h2>
      <span class="num"
        ><b class="big2">${number(totals.calories)}</b>
        <span class="muted">${offTargetInWords(totals.calories, targets.calories)}</span></span
      >
    </div>
    <div class="macro">
      ${(['protein', 'carbs', 'fat', 'fibre'] as const).map((name) => macro(t(`plans:${name}`), totals[name], targets[name], name === 'protein' && totals[name] < 0.9 * targets[name]))}
    </div>
  </section>`;

/** Where the target stands on the bar, so that there is room to be over it. */
const TICK = 0.87;

const macro = (label: string, value: number, target: number, under: boolean): TemplateResult =>
  html`<div>
    <div class="h">
      <span>${label}</span
      ><span class="num"
        ><b>${number(value)}</b> <span class="muted">${t('plans:ofTarget', { target: grams(target) })}</span></span
      >
    </div>
    ${meter({ share: target > 0 ? (value / target) * TICK : 0, kind: under ? 'warn' : 'ok', tick: TICK })}
  </div>`;

function mealCard(plan: ReadableDiet, { day }: PlannedDay, meal: PlannedMeal, around: Around): TemplateResult {
  const { swap, changed } = around;
  const name = t(`plans:meal.${meal.meal}`);
  const isNew = changed?.day === day && changed.meal === meal.meal;
  return html`<section class="card meal" aria-labelledby="meal-${meal.meal}" data-testid="meal-${meal.meal}">
    <header>
      <div>
        <h2 id="meal-${meal.meal}">
          ${name}${isNew ? html` <span class="tag acc">${t('plans:meal.changed')}</span>` : nothing}
        </h2>
        <span class="sm muted">${t(`plans:about.${meal.meal}`)}</span>
      </div>
      <div class="row row-2">
        <span class="num nowrap"
          ><b>${number(meal.totals.calories)}</b> <span class="sm muted">${t('plans:kcal')}</span></span
        >
        ${
          swap
            ? html`<button
                type="button"
                class="btn second sm"
                data-testid="swap-${meal.meal}"
                aria-label=${t('plans:swap.meal', { meal: name.toLowerCase() })}
                @click=${() => {
                  swap(day, meal.meal);
                }}
              >
                ${icon('swap', 'i-sm')}${t('plans:swap')}
              </button>`
            : nothing
        }
      </div>
    </header>
    ${meal.items.map((item) => itemRow(plan, item))}
  </section>`;
}

function itemRow(plan: ReadableDiet, item: PlannedMeal['items'][number]): TemplateResult {
  const recipe = plan.recipes.find(({ dish }) => dish === item.dish);
  const cooked = recipe && (recipe.steps.length > 0 || recipe.ingredients.length > 1);
  return html`<div class="item">
    <span
      >${
        cooked
          ? html`<button
              type="button"
              class="dish"
              aria-label=${t('plans:recipe', { dish: item.name })}
              @click=${() => {
                openRecipe(recipe, item);
              }}
            >
              ${item.name}${icon('book', 'i-sm faint')}
            </button>`
          : item.name
      }${localName(item)}<br /><span class="sm muted">${portionInWords(item)}</span></span
    ><span class="k"
      >${number(item.calories)}<br /><span class="sm faint"
        >${t('plans:protein.of', { grams: grams(item.protein) })}</span
      ></span
    >
  </div>`;
}

/** The name at home, for screen readers in its own language. */
export const localName = ({
  localName: name,
  localLanguage,
}: PlannedMeal['items'][number]): TemplateResult | typeof nothing =>
  name ? html` <span class="sm faint" lang=${localLanguage ?? nothing}>${name}</span>` : nothing;
