import { daysBetween } from '@trainer/coach/days';
import type { Meal } from '@trainer/contract/plan-words';
import type { DietPlan } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { number } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { authorCard, openSent } from '../../plans/author-view.ts';
import { nameOfPerson } from '../../plans/desk.ts';
import { dietView } from '../../plans/diet-view.ts';
import { besideTargets, targetsInWords, weekInWords } from '../../plans/diet-words.ts';
import { headActions, planHead, type PlanActions } from '../../plans/head-view.ts';
import { dietPaper } from '../../plans/paper.ts';
import { workingCard } from '../../plans/working-view.ts';
import type { Reading } from '../../plans/workout-view.ts';
import { banner } from '../../ui/banner.ts';
import { icon } from '../../ui/icon.ts';

interface Around {
  /** `YYYY-MM-DD` */
  today: string;
  /** The way back, and how old what is shown is. */
  above: TemplateResult;
  earlier: TemplateResult | typeof nothing;
  actions: PlanActions;
  /** The meal that was just swapped. */
  changed: { day: number; meal: Meal } | null;
  shopping: () => void;
  newPlan: () => void;
  swap: (day: number, meal: Meal) => void;
}

/** The week as its owner has it: with everything that can be done to it, and once more for paper. */
export function planPage(plan: DietPlan, reading: Reading, around: Around): TemplateResult {
  const { diet, region } = plan.request;
  const about = [t(`plans:diet.${diet}`), t(`plans:region.${region}`)].join(', ');
  return html`<div class="screen">
      ${around.above} ${isOver(plan, around.today) ? over(around.newPlan) : nothing}
      ${dietView(plan, reading, {
        head: planHead({
          eyebrow: [weekInWords(plan), about].join(', '),
          title: targetsInWords(plan.targets),
          summary: besideTargets(plan),
          actions: headActions(shoppingButton(around.shopping), around.actions),
        }),
        why: whyCard(plan),
        side: html`${authorCard(plan, () => {
          openSent(plan.sent);
        })}
        ${around.earlier}`,
        swap: around.swap,
        changed: around.changed,
      })}
    </div>
    ${dietPaper(plan, [about, nameOfPerson()].join(', '), plan.working)}`;
}

const isOver = ({ startsOn }: DietPlan, today: string): boolean => daysBetween(startsOn, today) > 6;

const over = (newPlan: () => void): TemplateResult =>
  html`<div class="hintb">
    ${banner({ kind: 'info', text: t('diet-plan:over'), action: { label: t('diet-plan:over.new'), run: newPlan } })}
  </div>`;

const shoppingButton = (open: () => void): TemplateResult =>
  html`<button type="button" class="btn solid" data-testid="shopping" @click=${open}>
    ${icon('cart')}${t('plans:diet.shopping')}
  </button>`;

const whyCard = ({ targets, working }: DietPlan): TemplateResult =>
  html`<section class="card stack stack-2" aria-labelledby="why-title" data-testid="why">
    <h2 id="why-title">${t('plans:why', { calories: number(targets.calories) })}</h2>
    ${workingCard(working)}
    <p class="sm muted">${t('plans:why.estimate')}</p>
  </section>`;
