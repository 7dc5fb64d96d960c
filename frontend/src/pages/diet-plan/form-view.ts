import { html, nothing, type TemplateResult } from 'lit-html';
import { weight } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { amount } from '../../plans/form.ts';
import { grams, kcal } from '../../plans/diet-words.ts';
import { kindsView } from '../../plans/kinds-view.ts';
import { weightKg } from '../../plans/person.ts';
import {
  ageField,
  conditionFields,
  heightField,
  optional,
  sexField,
  weightField,
  wishField,
} from '../../plans/person-view.ts';
import { workingTable } from '../../plans/working-view.ts';
import { choiceChips, toggleChips } from '../../ui/chips.ts';
import { fieldErrors, sentenceOf } from '../../ui/errors.ts';
import { field, selectField } from '../../ui/field.ts';
import { icon } from '../../ui/icon.ts';
import { submitting } from '../../ui/submitting.ts';
import {
  ACTIVITIES_ASKED,
  ALLERGENS_ASKED,
  type DietForm,
  type DietValues,
  DIETS_ASKED,
  MUSCLE,
  REGIONS_ASKED,
} from './form-state.ts';
import type { Target, TargetState } from './target-state.ts';

interface Around {
  notice: TemplateResult | typeof nothing;
  promise: string;
  earlier: TemplateResult | typeof nothing;
  write: () => void;
}

export const formView = (
  form: DietForm,
  target: TargetState,
  { notice, promise, earlier, write }: Around,
): TemplateResult => html`
  <div class="pagehead">
    <div>
      <h1 tabindex="-1">${t('diet-plan:heading')}</h1>
      <p class="muted">${t('diet-plan:text')}</p>
    </div>
    ${kindsView('diet')}
  </div>
  ${notice}
  <form class="cols c-8-4" novalidate @submit=${submitting(() => Promise.resolve(write()))}>
    <div class="stack">${aboutCard(form)} ${foodCard(form)}</div>
    <div class="stack stick">
      <section class="card stack stack-3" aria-labelledby="target-title" data-testid="target">
        <h2 id="target-title">${t('diet-plan:target')}</h2>
        ${targetView(form, target)}
        <button class="btn primary lg block" data-testid="write-plan">${t('diet-plan:write')}</button>
        <p class="sm muted center">${promise}</p>
      </section>
      ${earlier}
    </div>
  </form>
`;

type Text = { [K in keyof DietValues]: DietValues[K] extends string ? K : never }[keyof DietValues];

function answerOf(form: DietForm, name: Text, how: 'input' | 'change' = 'input') {
  const set = (value: string) => {
    form.change({ [name]: value });
  };
  return {
    value: form.values.value[name],
    error: form.errors.value.get(name),
    ...(how === 'input' ? { onInput: set } : { onChange: set }),
  };
}

const aboutCard = (form: DietForm): TemplateResult =>
  html`<section class="card stack" aria-labelledby="about-title">
    <h2 id="about-title">${t('plans:about')}</h2>
    <div class="fgrid three">
      ${weightField('currentWeight', t('diet-plan:weight'), answerOf(form, 'currentWeight'))}
      ${weightField('targetWeight', t('diet-plan:targetWeight'), answerOf(form, 'targetWeight'))}
      ${heightField(answerOf(form, 'height'))} ${ageField(answerOf(form, 'age'))}
      ${sexField(answerOf(form, 'sex', 'change'))}
      ${selectField({
        id: 'region',
        label: t('diet-plan:kitchen'),
        options: REGIONS_ASKED.map((value) => ({ value, label: t(`diet-plan:kitchen.${value}`) })),
        ...answerOf(form, 'region', 'change'),
      })}
    </div>
    <p class="hint">${t('plans:onlyHere')}</p>
  </section>`;

function foodCard(form: DietForm): TemplateResult {
  const values = form.values.value;
  const error = (name: keyof DietValues) => form.errors.value.get(name);
  return html`<section class="card stack">
    ${choiceChips({
      id: 'activity',
      legend: t('diet-plan:activity'),
      hint: t('diet-plan:activity.hint'),
      options: ACTIVITIES_ASKED.map((value) => ({ value, label: t(`diet-plan:activity.${value}`) })),
      value: ACTIVITIES_ASKED.find((one) => one === values.activity) ?? null,
      error: error('activity'),
      onChange: (activity) => {
        form.change({ activity });
      },
    })}
    ${toggleChips({
      id: 'goals',
      legend: t('diet-plan:muscle'),
      hint: t('diet-plan:muscle.hint'),
      options: [{ value: MUSCLE, label: t('diet-plan:muscle.yes') }],
      chosen: values.goals.includes(MUSCLE) ? [MUSCLE] : [],
      error: error('goals'),
      onToggle: () => {
        form.change({ goals: values.goals.includes(MUSCLE) ? [] : [MUSCLE] });
      },
    })}
    ${choiceChips({
      id: 'diet',
      legend: t('diet-plan:eats'),
      options: DIETS_ASKED.map((value) => ({ value, label: t(`diet-plan:eats.${value}`) })),
      value: DIETS_ASKED.find((one) => one === values.diet) ?? null,
      error: error('diet'),
      onChange: (diet) => {
        form.change({ diet });
      },
    })}
    ${toggleChips({
      id: 'allergies',
      legend: t('diet-plan:allergies'),
      options: ALLERGENS_ASKED.map((value) => ({ value, label: t(`diet-plan:allergen.${value}`) })),
      chosen: ALLERGENS_ASKED.filter((one) => values.allergies.includes(one)),
      onToggle: form.toggleAllergy,
    })}
    ${field({
      id: 'otherAllergies',
      label: optional(t('diet-plan:allergies.other')),
      hint: t('diet-plan:allergies.hint'),
      maxlength: 300,
      ...answerOf(form, 'otherAllergies', 'change'),
    })}
    ${conditionFields({
      chosen: values.medicalConditions,
      other: answerOf(form, 'otherConditions', 'change'),
      onChosen: (medicalConditions) => {
        form.change({ medicalConditions });
      },
    })}
    ${wishField(answerOf(form, 'notes'))}
  </section>`;
}

function targetView(form: DietForm, state: TargetState): TemplateResult {
  const refused = state.refused.value;
  if (refused)
    return html`<p class="row row-top sm" role="status">${icon('info', 'info-t')}<span>${refused}</span></p>`;
  const target = state.target.value;
  if (target) return html`<div class=${state.busy.value ? 'fading' : ''}>${numbersOf(form, target)}</div>`;
  if (state.busy.value)
    return html`<span class="skel w3"></span><span class="skel w3"></span><span class="skel w2"></span>`;
  const failure = state.failure.value;
  const [first] = fieldErrors(failure).values();
  const text = failure ? (first ?? sentenceOf(failure)) : t('diet-plan:target.missing');
  return html`<p class="sm muted">${text}</p>`;
}

function numbersOf(form: DietForm, { targets, working, paceKg, weeks }: Target): TemplateResult {
  const wanted = form.values.value.targetWeight;
  return html`<dl class="kv">
      <dt class="muted">${t('diet-plan:target.energy')}</dt>
      <dd data-testid="target-energy">${kcal(targets.calories)}</dd>
      <dt class="muted">${t('diet-plan:target.protein')}</dt>
      <dd>${grams(targets.protein)}</dd>
      ${
        weeks !== null && Number.isFinite(amount(wanted))
          ? html`<dt class="muted">${t('diet-plan:target.in', { weight: weight(weightKg(wanted), 1) })}</dt>
              <dd>${t('diet-plan:target.weeks', { count: weeks })}</dd>`
          : nothing
      }
    </dl>
    <p class="sm muted hintm">${paceInWords(paceKg)}</p>
    ${
      working.length > 0
        ? html`<details class="hintm">
            <summary class="pri-t sm">${t('diet-plan:target.working')}</summary>
            ${workingTable(working)}
          </details>`
        : nothing
    }`;
}

/** @param paceKg kg a week, less than 0 for losing; null where weight is kept */
function paceInWords(paceKg: number | null): string {
  if (paceKg === null || Math.abs(paceKg) < 0.005) return t('diet-plan:pace.keep');
  const pace = weight(Math.abs(paceKg), 2);
  return t(paceKg < 0 ? 'diet-plan:pace.lose' : 'diet-plan:pace.gain', { pace });
}
