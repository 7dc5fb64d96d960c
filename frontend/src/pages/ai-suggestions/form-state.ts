import type { Equipment, Goal } from '@trainer/contract/plan-words';
import type { SuggestionPlan, SuggestionRequest, User } from '@trainer/contract/types';
import { duration } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { amount, formState, shown, toggled } from '../../plans/form.ts';
import type { OnDevice } from '../../plans/on-device.ts';
import {
  checkNumbers,
  conditionLabel,
  conditionsOf,
  conditionWords,
  heightCm,
  heightShown,
  isCondition,
  NONE,
  sexOf,
  weightKg,
  weightShown,
} from '../../plans/person.ts';

export const GOALS_ASKED = [
  'muscle gain',
  'weight loss',
  'strength',
  'endurance',
  'general fitness',
  'mobility',
] as const satisfies readonly Goal[];

/** What a person trains with; `gym` and `nothing` stand alone. */
const PLACES = {
  gym: null,
  nothing: [],
  dumbbells: ['dumbbell'],
  barbell: ['barbell', 'rack'],
  bench: ['bench'],
  kettlebell: ['kettlebell'],
  bar: ['pull-up bar'],
  machines: ['cable', 'machine'],
  bike: ['stationary bike'],
} as const satisfies Record<string, readonly Equipment[] | null>;
export type PlaceName = keyof typeof PLACES;
export const PLACE_NAMES = Object.keys(PLACES) as PlaceName[];

export const MINUTES = ['20', '30', '45', '60', '90'] as const;
export const DAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
export const LEVELS = ['beginner', 'intermediate', 'advanced'] as const;

export interface WorkoutValues {
  age: string;
  sex: string;
  weight: string;
  height: string;
  fitnessLevel: string;
  daysPerWeek: string;
  minutesPerSession: string;
  goals: readonly string[];
  equipment: readonly string[];
  medicalConditions: readonly string[];
  otherConditions: string;
  notes: string;
}

/** A form that is filled with what is known: the last plan's answers, then the profile. Nothing of it goes back there. */
export function workoutForm(user: User, draft: OnDevice<WorkoutValues>, last: SuggestionPlan['request'] | undefined) {
  const form = formState<WorkoutValues>({ first: firstOf(user, last), draft, check });
  return {
    ...form,
    toggleGoal: (goal: string) => {
      form.change({ goals: toggled(form.values.peek().goals, goal) });
    },
    togglePlace: (place: PlaceName) => {
      form.change({ equipment: toggledPlace(form.values.peek().equipment, place) });
    },
  };
}

export type WorkoutForm = ReturnType<typeof workoutForm>;

function firstOf({ profile }: User, last: SuggestionPlan['request'] | undefined): WorkoutValues {
  const conditions = conditionsOf(profile.medicalConditions);
  const goals: readonly string[] = GOALS_ASKED;
  const told = profile.goals.map((goal) => goal.toLowerCase()).filter((goal) => goals.includes(goal));
  return {
    age: shown(profile.age),
    sex: profile.sex ?? '',
    weight: weightShown(profile.weight),
    height: heightShown(profile.height),
    fitnessLevel: profile.fitnessLevel ?? 'beginner',
    daysPerWeek: String(last?.daysPerWeek ?? 3),
    minutesPerSession: nearestMinutes(last?.minutesPerSession ?? 45),
    goals: told.length > 0 ? told : (last?.goals ?? []),
    equipment: placesOf(profile.equipment),
    medicalConditions: conditions.chosen,
    otherConditions: conditions.other,
    notes: '',
  };
}

const nearestMinutes = (minutes: number): string =>
  MINUTES.reduce((best, one) => (Math.abs(Number(one) - minutes) < Math.abs(Number(best) - minutes) ? one : best));

/** A profile that names nothing says nothing: most train where everything is. */
function placesOf(equipment: readonly string[]): PlaceName[] {
  const places = PLACE_NAMES.filter((name) => PLACES[name]?.some((thing: string) => equipment.includes(thing)));
  return places.length > 0 ? places : ['gym'];
}

export function toggledPlace(chosen: readonly string[], place: PlaceName): string[] {
  if (PLACES[place] === null || PLACES[place].length === 0) return chosen.includes(place) ? [] : [place];
  return toggled(
    chosen.filter((one) => one !== 'gym' && one !== 'nothing'),
    place,
  );
}

function check(values: WorkoutValues): Map<string, string> {
  const { age, weight, height } = values;
  const errors = checkNumbers(
    { age, weight, height },
    { age: t('plans:missing.age'), weight: t('plans:missing.weight'), height: t('plans:missing.height') },
  );
  if (values.goals.length === 0) errors.set('goals', t('ai-suggestions:missing.goals'));
  if (values.equipment.length === 0) errors.set('equipment', t('ai-suggestions:missing.equipment'));
  return errors;
}

/** The form as the server takes it; `equipment` is left out where everything is there. */
export function requestOf(values: WorkoutValues): SuggestionRequest {
  const things = values.equipment.flatMap((place) => PLACES[place as PlaceName] ?? []);
  const everything = values.equipment.includes('gym');
  return {
    age: amount(values.age),
    sex: sexOf(values.sex),
    weight: weightKg(values.weight),
    height: heightCm(values.height),
    fitnessLevel: values.fitnessLevel as SuggestionRequest['fitnessLevel'],
    goals: [...values.goals],
    daysPerWeek: Number(values.daysPerWeek),
    minutesPerSession: Number(values.minutesPerSession),
    ...(everything ? {} : { equipment: [...new Set(things)] }),
    medicalConditions: conditionWords(values.medicalConditions, values.otherConditions),
    notes: values.notes.trim() || null,
  };
}

/** `4 days, 45 min, full gym, shoulder pain` */
export function inShort(values: WorkoutValues): string {
  const conditions = values.medicalConditions.filter((one) => one !== NONE);
  return [
    t('ai-suggestions:short.days', { count: Number(values.daysPerWeek) }),
    duration(Number(values.minutesPerSession)),
    ...values.equipment.map((place) => t(`ai-suggestions:place.${place as PlaceName}`).toLowerCase()),
    ...conditions.map((one) => (isCondition(one) ? conditionLabel(one).toLowerCase() : one)),
  ].join(', ');
}
