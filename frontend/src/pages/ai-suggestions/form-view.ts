import { html, type nothing, type TemplateResult } from 'lit-html';
import { duration } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { kindsView } from '../../plans/kinds-view.ts';
import { ageField, conditionFields, heightField, sexField, weightField, wishField } from '../../plans/person-view.ts';
import { choiceChips, toggleChips } from '../../ui/chips.ts';
import { selectField } from '../../ui/field.ts';
import { submitting } from '../../ui/submitting.ts';
import { DAYS, GOALS_ASKED, LEVELS, MINUTES, PLACE_NAMES, type WorkoutForm } from './form-state.ts';

interface Around {
  /** What stands above the form: why the last try came to nothing. */
  notice: TemplateResult | typeof nothing;
  /** How many are left, and how long it takes. */
  promise: string;
  earlier: TemplateResult | typeof nothing;
  write: () => void;
}

export function formView(form: WorkoutForm, { notice, promise, earlier, write }: Around): TemplateResult {
  return html`
    <div class="pagehead">
      <div>
        <h1 tabindex="-1">${t('ai-suggestions:heading')}</h1>
        <p class="muted">${t('ai-suggestions:text')}</p>
      </div>
      ${kindsView('workout')}
    </div>
    ${notice}
    <form class="cols c-8-4" novalidate @submit=${submitting(() => Promise.resolve(write()))}>
      <div class="stack">${aboutCard(form)} ${wantCard(form)}</div>
      <div class="stack stick">
        <section class="card stack stack-3" aria-labelledby="how-title">
          <h2 id="how-title">${t('ai-suggestions:how')}</h2>
          <ol class="stack stack-2 sm muted cuesl">
            <li>${t('ai-suggestions:how.catalogue')}</li>
            <li>${t('ai-suggestions:how.numbers')}</li>
            <li>${t('ai-suggestions:how.checks')}</li>
          </ol>
          <button class="btn primary lg block" data-testid="write-plan">${t('ai-suggestions:write')}</button>
          <p class="sm muted center">${promise}</p>
        </section>
        ${earlier}
      </div>
    </form>
  `;
}

function aboutCard(form: WorkoutForm): TemplateResult {
  const values = form.values.value;
  const answer = (
    name: 'age' | 'sex' | 'weight' | 'height' | 'fitnessLevel' | 'daysPerWeek',
    how: 'input' | 'change',
  ) => {
    const set = (value: string) => {
      form.change({ [name]: value });
    };
    return {
      value: values[name],
      error: form.errors.value.get(name),
      ...(how === 'input' ? { onInput: set } : { onChange: set }),
    };
  };
  return html`<section class="card stack" aria-labelledby="about-title">
    <h2 id="about-title">${t('plans:about')}</h2>
    <div class="fgrid three">
      ${ageField(answer('age', 'input'))} ${sexField(answer('sex', 'change'))}
      ${weightField('weight', t('plans:weight'), answer('weight', 'input'))} ${heightField(answer('height', 'input'))}
      ${selectField({
        id: 'fitnessLevel',
        label: t('ai-suggestions:level'),
        options: LEVELS.map((value) => ({ value, label: t(`ai-suggestions:level.${value}`) })),
        ...answer('fitnessLevel', 'change'),
      })}
      ${selectField({
        id: 'daysPerWeek',
        label: t('ai-suggestions:days'),
        options: DAYS.map((value) => ({ value, label: value })),
        ...answer('daysPerWeek', 'change'),
      })}
    </div>
    <p class="hint">${t('plans:onlyHere')}</p>
  </section>`;
}

function wantCard(form: WorkoutForm): TemplateResult {
  const values = form.values.value;
  const error = (name: string) => form.errors.value.get(name);
  return html`<section class="card stack">
    ${toggleChips({
      id: 'goals',
      legend: t('ai-suggestions:goals'),
      options: GOALS_ASKED.map((value) => ({
        value,
        label: t(`ai-suggestions:goal.${value.replace(' ', '-') as 'muscle-gain'}`),
      })),
      chosen: GOALS_ASKED.filter((goal) => values.goals.includes(goal)),
      error: error('goals'),
      onToggle: form.toggleGoal,
    })}
    ${choiceChips({
      id: 'minutesPerSession',
      legend: t('ai-suggestions:minutes'),
      options: MINUTES.map((value) => ({ value, label: duration(Number(value)) })),
      value: MINUTES.find((value) => value === values.minutesPerSession) ?? null,
      error: error('minutesPerSession'),
      onChange: (minutesPerSession) => {
        form.change({ minutesPerSession });
      },
    })}
    ${toggleChips({
      id: 'equipment',
      legend: t('ai-suggestions:places'),
      options: PLACE_NAMES.map((value) => ({ value, label: t(`ai-suggestions:place.${value}`) })),
      chosen: PLACE_NAMES.filter((place) => values.equipment.includes(place)),
      error: error('equipment'),
      onToggle: form.togglePlace,
    })}
    ${conditionFields({
      chosen: values.medicalConditions,
      hint: t('ai-suggestions:respect.hint'),
      other: {
        value: values.otherConditions,
        error: error('otherConditions'),
        onInput: (otherConditions) => {
          form.change({ otherConditions });
        },
      },
      onChosen: (medicalConditions) => {
        form.change({ medicalConditions });
      },
    })}
    ${wishField({
      value: values.notes,
      error: error('notes'),
      onInput: (notes) => {
        form.change({ notes });
      },
    })}
  </section>`;
}
