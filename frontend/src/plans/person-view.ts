import { html, type TemplateResult } from 'lit-html';
import { weightUnit } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { toggleChips } from '../ui/chips.ts';
import { field, selectField, textField } from '../ui/field.ts';
import { ASKED_CONDITIONS, conditionLabel, NONE, toggledCondition } from './person.ts';

interface Answer {
  value: string;
  error: string | undefined;
  onInput?: (value: string) => void;
  onChange?: (value: string) => void;
}

export const ageField = (answer: Answer): TemplateResult =>
  field({ id: 'age', label: t('plans:age'), unit: t('plans:years'), inputmode: 'numeric', ...answer });

export const weightField = (id: string, label: string, answer: Answer): TemplateResult =>
  field({ id, label, unit: t(`common:unit.${weightUnit()}`), inputmode: 'decimal', ...answer });

export const heightField = (answer: Answer): TemplateResult =>
  field({
    id: 'height',
    label: t('plans:height'),
    unit: t(weightUnit() === 'lb' ? 'common:unit.in' : 'common:unit.cm'),
    inputmode: 'decimal',
    ...answer,
  });

export const sexField = (answer: Answer): TemplateResult =>
  selectField({
    id: 'sex',
    label: t('plans:sex'),
    options: [
      { value: 'female', label: t('plans:sex.female') },
      { value: 'male', label: t('plans:sex.male') },
      { value: '', label: t('plans:sex.none') },
    ],
    ...answer,
  });

/** What a plan has to respect: known words as chips, anything else typed. */
export function conditionFields(given: {
  chosen: readonly string[];
  other: Answer;
  hint?: string;
  onChosen: (chosen: string[]) => void;
}): TemplateResult {
  const options = [
    ...ASKED_CONDITIONS.map((value): { value: string; label: string } => ({ value, label: conditionLabel(value) })),
    { value: NONE, label: t('plans:condition.none') },
  ];
  return html`${toggleChips({
    id: 'medicalConditions',
    legend: t('plans:respect'),
    options,
    chosen: given.chosen,
    hint: given.hint,
    onToggle: (one) => {
      given.onChosen(toggledCondition(given.chosen, one));
    },
  })}
  ${field({ id: 'otherConditions', label: optional(t('plans:respect.other')), maxlength: 300, hint: t('plans:respect.otherHint'), ...given.other })}`;
}

export const wishField = (answer: Answer): TemplateResult =>
  textField({ id: 'notes', label: optional(t('plans:words')), rows: 2, maxlength: 300, ...answer });

/** A label of what may be left empty. */
export const optional = (label: string): TemplateResult =>
  html`${label} <span class="faint sm">${t('common:optional')}</span>`;
