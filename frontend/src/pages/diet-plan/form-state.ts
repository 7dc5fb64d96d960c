import {
  ACTIVITIES,
  ALLERGENS,
  type Activity,
  type Allergen,
  DIETS,
  type Diet,
  type Region,
  REGIONS,
} from '@trainer/contract/plan-words';
import type { DietPlan, DietRequest, User } from '@trainer/contract/types';
import { t } from '../../i18n/t.ts';
import { amount, formState, shown, toggled, wordsOf } from '../../plans/form.ts';
import type { OnDevice } from '../../plans/on-device.ts';
import {
  checkNumbers,
  conditionLabel,
  conditionsOf,
  conditionWords,
  heightCm,
  heightShown,
  isCondition,
  levelOf,
  NONE,
  sexOf,
  weightKg,
  weightShown,
} from '../../plans/person.ts';

export interface DietValues {
  currentWeight: string;
  targetWeight: string;
  height: string;
  age: string;
  sex: string;
  region: string;
  activity: string;
  /** Building muscle needs more protein. */
  goals: readonly string[];
  diet: string;
  allergies: readonly string[];
  otherAllergies: string;
  medicalConditions: readonly string[];
  otherConditions: string;
  notes: string;
}

export const REGIONS_ASKED: readonly Region[] = REGIONS;
export const ACTIVITIES_ASKED: readonly Activity[] = ACTIVITIES;
/** Most eaten first. */
export const DIETS_ASKED = [
  'vegetarian',
  'vegan',
  'jain',
  'eggetarian',
  'non-vegetarian',
] as const satisfies readonly Diet[];
export const ALLERGENS_ASKED = [
  'peanut',
  'nuts',
  'dairy',
  'gluten',
  'soy',
  'sesame',
  'mustard',
  'coconut',
  'egg',
  'fish',
  'shellfish',
] as const satisfies readonly Allergen[];
export const MUSCLE = 'muscle gain';

/** The server's names of values that stand in another field. */
export const NAMES = {
  medicalConditions: 'otherConditions',
  allergies: 'otherAllergies',
  dietaryRestrictions: 'diet',
} as const;

export type DietForm = ReturnType<typeof dietForm>;

/** A form that is filled with what is known: the last plan's answers, then the profile. Nothing of it goes back there. */
export function dietForm(user: User, draft: OnDevice<DietValues>, last: DietPlan['request'] | undefined) {
  const form = formState<DietValues>({ first: firstOf(user, last), draft, check });
  return {
    ...form,
    toggleAllergy: (allergen: string) => {
      form.change({ allergies: toggled(form.values.peek().allergies, allergen) });
    },
    /** What a target can be worked out from; null: something that it needs is missing. */
    forTarget: (): DietRequest | null => {
      const values = form.values.value;
      return numbersOf(values).size > 0 ? null : requestOf(values, user);
    },
  };
}

function firstOf({ profile }: User, last: DietPlan['request'] | undefined): DietValues {
  const conditions = conditionsOf(profile.medicalConditions);
  const eats = eatingOf(profile.dietaryRestrictions);
  return {
    currentWeight: weightShown(profile.weight),
    targetWeight: weightShown(last?.targetWeight ?? null),
    height: heightShown(profile.height),
    age: shown(profile.age),
    sex: profile.sex ?? '',
    region: last?.region ?? 'south-india',
    activity: last?.activity ?? ACTIVITY_OF[levelOf(profile)],
    goals: (last?.goals ?? profile.goals.map((goal) => goal.toLowerCase())).filter((goal) => goal === MUSCLE),
    diet: eats.diet ?? last?.diet ?? '',
    allergies: eats.allergies.length > 0 ? eats.allergies : (last?.allergies ?? []),
    otherAllergies: eats.other || (last?.without ?? []).join(', '),
    medicalConditions: conditions.chosen,
    otherConditions: conditions.other,
    notes: '',
  };
}

const ACTIVITY_OF = { beginner: 'light', intermediate: 'moderate', advanced: 'very' } as const;

/** What a profile says of eating, parted into diet, allergens and typed words. Nothing of it is dropped. */
export function eatingOf(words: readonly string[]): { diet: Diet | null; allergies: Allergen[]; other: string } {
  const told = words.map((word) => word.trim().toLowerCase()).filter((word) => word !== '' && word !== NONE);
  const bare = (word: string) => word.replace(/ (allergy|free)$/, '');
  const diet = DIETS.find((one) => told.includes(one)) ?? null;
  const allergies = ALLERGENS.filter((one) => told.some((word) => bare(word) === one));
  const known = new Set<string>([...DIETS, ...ALLERGENS]);
  return { diet, allergies, other: told.filter((word) => !known.has(word) && !known.has(bare(word))).join(', ') };
}

const numbersOf = ({ currentWeight, targetWeight, height, age }: DietValues): Map<string, string> =>
  checkNumbers(
    { currentWeight, targetWeight, height, age },
    {
      currentWeight: t('plans:missing.weight'),
      targetWeight: t('diet-plan:missing.target'),
      height: t('plans:missing.height'),
      age: t('plans:missing.age'),
    },
  );

function check(values: DietValues): Map<string, string> {
  const errors = numbersOf(values);
  if (values.diet === '') errors.set('diet', t('diet-plan:missing.diet'));
  return errors;
}

export function requestOf(values: DietValues, { profile }: Pick<User, 'profile'>): DietRequest {
  return {
    currentWeight: weightKg(values.currentWeight),
    targetWeight: weightKg(values.targetWeight),
    height: heightCm(values.height),
    age: amount(values.age),
    sex: sexOf(values.sex),
    fitnessLevel: levelOf(profile),
    activity: values.activity as Activity,
    goals: [...values.goals],
    region: values.region,
    ...(values.diet === '' ? {} : { dietaryRestrictions: [values.diet] }),
    allergies: [...values.allergies, ...wordsOf(values.otherAllergies)],
    medicalConditions: conditionWords(values.medicalConditions, values.otherConditions),
    notes: values.notes.trim() || null,
  };
}

/** `Vegetarian, Tamil Nadu, without peanut and milk` */
export function inShort(values: DietValues): string {
  const without = [
    ...values.allergies.map((one) => t(`diet-plan:allergen.${one as Allergen}`).toLowerCase()),
    ...wordsOf(values.otherAllergies),
  ];
  const conditions = values.medicalConditions.filter((one) => one !== NONE);
  return [
    t(`diet-plan:eats.${values.diet as Diet}`),
    t(`plans:region.${values.region as Region}`),
    ...(without.length > 0 ? [t('diet-plan:without', { what: without.join(', ') })] : []),
    ...conditions.map((one) => (isCondition(one) ? conditionLabel(one).toLowerCase() : one)),
  ].join(', ');
}
