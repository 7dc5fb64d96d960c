import { exerciseBySlug } from '@trainer/coach/exercises';
import dishes from '../../coach/src/data/dishes.json' with { type: 'json' };
import ingredients from '../../coach/src/data/ingredients.json' with { type: 'json' };
import type { DietContent, DietProfile, TrainingProfile, WorkoutContent } from '@trainer/coach/plans/types';

/**
 * What is wrong with a plan, worked out from the raw tables in the plainest way and without a line of what composed or
 * verified it: a second opinion, so that a mistake of both does not go unseen.
 */
export const wrongWithDiet = (plan: DietContent, profile: DietProfile): string[] => [
  ...plan.days.flatMap((day) => [
    ...(day.meals.length === 4 ? [] : [`day ${String(day.day)} has ${String(day.meals.length)} meals`]),
    ...day.meals.flatMap((meal) => meal.items.flatMap((item) => wrongWithItem(item, profile))),
    ...offTarget(day.totals.calories, plan.targets.calories, `day ${String(day.day)}`),
    ...(day.totals.calories < LEAST_KCAL ? [`day ${String(day.day)} has ${String(day.totals.calories)} kcal`] : []),
    ...(day.totals.protein < plan.targets.protein * 0.9 - 0.5 ? [`day ${String(day.day)} lacks protein`] : []),
    ...wrongSums(day),
  ]),
  ...(plan.days.length === 7 ? [] : [`${String(plan.days.length)} days`]),
  ...wrongWithWords([plan.title, plan.summary]),
];

export const wrongWithWorkout = (plan: WorkoutContent, profile: TrainingProfile): string[] => [
  ...(plan.exercises.length >= 5 && plan.exercises.length <= 7 ? [] : [`${String(plan.exercises.length)} exercises`]),
  ...plan.exercises.flatMap(({ slug }) => wrongWithExercise(slug, profile)),
  ...plan.schedule.flatMap((day) => day.exercises.flatMap(({ slug }) => wrongWithExercise(slug, profile))),
  ...(plan.schedule.filter((day) => day.minutes > 0).length === profile.daysPerWeek ? [] : ['not the days asked for']),
  ...plan.schedule.flatMap((day) =>
    day.minutes <= profile.minutesPerSession ? [] : [`${String(day.minutes)} minutes on day ${String(day.day)}`],
  ),
  ...SUBJECTS.filter((subject) => !plan.prescription.some((one) => one.subject === subject && one.text.length > 10)),
  ...wrongWithWords(plan.exercises.map(({ why }) => why.replace(OWN_NUMBERS, ''))),
];

/** Under the lowest floor there is, for a woman of 1,200 kcal, less a rounding. */
const LEAST_KCAL = 1_080;
const SUBJECTS = [
  ...(['frequency', 'intensity', 'time', 'type', 'volume'] as const),
  ...(['progression', 'warm-up', 'cool-down', 'safety', 'clearance'] as const),
];

type Row = (typeof dishes)[number];
const dishBySlug = new Map(dishes.map((dish) => [dish.slug, dish]));
const tagsOf = new Map<string, readonly string[]>(ingredients.map(({ key, tags }) => [key, tags]));
const parts = (dish: Row) => Object.keys(dish.rawGrams);

/** What each allergen is called among the tags of ingredients. */
const TAG: Record<string, readonly string[]> = { gluten: ['gluten', 'hing'] };
const MEAT = ['meat', 'poultry', 'fish', 'shellfish'];
const NOT_JAIN = [...MEAT, 'egg', 'onion', 'garlic', 'root', 'mushroom', 'honey', 'brinjal'];
const NOT_FOR: Record<DietProfile['diet'], readonly string[]> = {
  vegan: [...MEAT, 'egg', 'dairy', 'honey'],
  vegetarian: [...MEAT, 'egg'],
  eggetarian: MEAT,
  'non-vegetarian': [],
  jain: NOT_JAIN,
};

function wrongWithItem(item: DietContent['days'][number]['meals'][number]['items'][number], profile: DietProfile) {
  const dish = dishBySlug.get(item.dish);
  if (!dish) return [`${item.dish} is no dish`];
  const keys = parts(dish);
  const tags = new Set(keys.flatMap((key) => tagsOf.get(key) ?? []));
  const forbidden = [...NOT_FOR[profile.diet], ...profile.allergies.flatMap((one) => TAG[one] ?? [one])];
  return [
    ...forbidden.filter((tag) => tags.has(tag)).map((tag) => `${item.dish} holds ${tag}`),
    ...profile.withoutKeys.filter((key) => keys.includes(key)).map((key) => `${item.dish} holds ${key}`),
    ...offBy(item, dish),
  ];
}

/** kcal = 4 P + 4 C + 9 F + 2 fibre of the raw grams, for what is eaten of the pot; grams and kcal are rounded. */
function offBy(item: { dish: string; grams: number; calories: number }, dish: Row): string[] {
  const rows = new Map(ingredients.map((one) => [one.key, one]));
  const pot = Object.entries(dish.rawGrams as Record<string, number>).reduce((sum, [key, grams]) => {
    const row = rows.get(key);
    return row ? sum + (grams / 100) * (4 * row.protein + 4 * row.carbs + 9 * row.fat + 2 * row.fibre) : sum;
  }, 0);
  const kcal = (pot * item.grams) / dish.cookedGrams;
  const slack = 1 + 0.51 * (kcal / Math.max(1, item.grams));
  return Math.abs(kcal - item.calories) > slack
    ? [`${item.dish}: ${String(item.calories)} kcal for ${String(item.grams)} g, not ${kcal.toFixed(0)}`]
    : [];
}

const offTarget = (kcal: number, target: number, where: string): string[] =>
  Math.abs(kcal - target) > target * 0.1 ? [`${where}: ${String(kcal)} of ${String(target)} kcal`] : [];

function wrongSums(day: DietContent['days'][number]): string[] {
  const wrong: string[] = [];
  for (const part of ['calories', 'protein', 'carbs', 'fat', 'fibre'] as const) {
    const sum = (list: readonly Record<typeof part, number>[]) => list.reduce((whole, one) => whole + one[part], 0);
    for (const meal of day.meals)
      if (sum(meal.items) !== meal.totals[part]) wrong.push(`${part} of ${meal.meal} on day ${String(day.day)}`);
    if (sum(day.meals.map(({ totals }) => totals)) !== day.totals[part])
      wrong.push(`${part} of day ${String(day.day)}`);
  }
  return wrong;
}

/** Tags that a condition makes an exercise one to avoid, the plainest reading of the table. */
const AVOID: Partial<Record<TrainingProfile['medicalConditions'][number], readonly string[]>> = {
  'knee injury': ['knee-acute'],
  'lower back injury': ['lower-back-acute', 'disc'],
  'shoulder injury': ['shoulder-acute'],
  'wrist injury': ['wrist-acute'],
  pregnancy: ['pregnancy'],
  osteoporosis: ['osteoporosis'],
  'heart disease': ['heart'],
};

function wrongWithExercise(slug: string, profile: TrainingProfile): string[] {
  const exercise = exerciseBySlug(slug);
  if (!exercise) return [`${slug} is no exercise`];
  const tags = profile.medicalConditions.flatMap((condition) => AVOID[condition] ?? []);
  const hit = tags.filter((tag) => exercise.avoidIf.includes(tag));
  const barbell = exercise.equipment.includes('barbell') && !profile.equipment.includes('barbell');
  return [...hit.map((tag) => `${slug} with ${tag}`), ...(barbell ? [`${slug} without a barbell`] : [])];
}

/** Loads and counts of the person’s own, which our code puts into a sentence. */
const OWN_NUMBERS = /\d+([.,]\d+)?( ?(kg|reps?|sets?|days?|weeks?|%|×))?/gu;
const wrongWithWords = (words: readonly string[]): string[] =>
  words.filter((text) => /https?:|www\.|<[a-z]|\bcure/iu.test(text)).map((text) => `says “${text}”`);
