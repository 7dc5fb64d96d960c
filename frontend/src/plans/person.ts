import { CONDITIONS, type Condition } from '@trainer/contract/plan-words';
import type { User } from '@trainer/contract/types';
import { CM_PER_INCH, toKg, weightUnit, weightValue } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { amount, shown, wordsOf } from './form.ts';

/** The conditions that are asked for by name; everything else can be typed. */
export const ASKED_CONDITIONS = [
  'lower back pain',
  'knee pain',
  'shoulder pain',
  'wrist pain',
  'hypertension',
  'diabetes',
  'asthma',
  'osteoporosis',
  'heart disease',
  'kidney disease',
  'pregnancy',
] as const satisfies readonly Condition[];
export type AskedCondition = (typeof ASKED_CONDITIONS)[number];
/** Said on purpose, so that an empty answer and a “no” are told apart. */
export const NONE = 'none';

type Profile = User['profile'];

const imperial = (): boolean => weightUnit() === 'lb';

/** cm → as the person reads heights */
export const heightShown = (cm: number | null): string =>
  shown(cm === null ? null : imperial() ? cm / CM_PER_INCH : cm);
/** As the person typed it → cm */
export const heightCm = (text: string): number =>
  imperial() ? Math.round(amount(text) * CM_PER_INCH * 10) / 10 : amount(text);
export const weightShown = (kg: number | null): string => shown(kg === null ? null : weightValue(kg));
export const weightKg = (text: string): number => toKg(amount(text));

/** What a profile knows of conditions, parted into chips and typed words. Nothing of it is dropped. */
export function conditionsOf(words: readonly string[]): { chosen: AskedCondition[]; other: string } {
  const told = words.map((word) => word.trim().toLowerCase()).filter((word) => word !== '' && word !== NONE);
  const isAsked = (word: string): word is AskedCondition => (ASKED_CONDITIONS as readonly string[]).includes(word);
  return {
    chosen: told.filter(isAsked),
    other: told.filter((word) => !isAsked(word)).join(', '),
  };
}

/** Chips and typed words as the server takes them. */
export const conditionWords = (chosen: readonly string[], other: string): string[] => [
  ...chosen.filter((one) => one !== NONE),
  ...wordsOf(other),
];

/** One of these, or none of them. */
export function toggledCondition(chosen: readonly string[], one: string): string[] {
  if (one === NONE) return chosen.includes(NONE) ? [] : [NONE];
  const rest = chosen.filter((other) => other !== NONE);
  return rest.includes(one) ? rest.filter((other) => other !== one) : [...rest, one];
}

/** `one` with a hyphen for each space, as texts are named. */
export const conditionLabel = (one: Condition): string =>
  (ASKED_CONDITIONS as readonly string[]).includes(one)
    ? t(`plans:condition.${one.replaceAll(' ', '-') as Hyphened<AskedCondition>}`)
    : one;

type Hyphened<T extends string> = T extends `${infer A} ${infer B}` ? `${A}-${Hyphened<B>}` : T;

export const isCondition = (word: string): word is Condition => (CONDITIONS as readonly string[]).includes(word);

/** What is wrong with the numbers that every plan needs, by their names. */
export function checkNumbers(
  numbers: Readonly<Record<string, string>>,
  missing: Readonly<Record<string, string>>,
): Map<string, string> {
  const errors = new Map<string, string>();
  for (const [name, text] of Object.entries(numbers)) {
    if (text.trim() === '') errors.set(name, missing[name] ?? t('plans:number'));
    else if (!Number.isFinite(amount(text))) errors.set(name, t('plans:number'));
  }
  return errors;
}

export const sexOf = (text: string): 'female' | 'male' | null => (text === 'female' || text === 'male' ? text : null);
export const levelOf = (profile: Profile): NonNullable<Profile['fitnessLevel']> => profile.fitnessLevel ?? 'beginner';
