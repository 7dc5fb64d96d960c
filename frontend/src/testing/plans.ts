import { addDays } from '@trainer/coach/days';
import type { Meal } from '@trainer/contract/plan-words';
import type {
  DietPlan,
  MealItem,
  PlannedMeal,
  SuggestedExercise,
  SuggestionPlan,
  Totals,
} from '@trainer/contract/types';

/** Plans as a server would give them; what a test is about it gives itself. */

const base = {
  title: 'Upper and lower, four days of 45 minutes',
  summary: 'Builds muscle while weight comes down slowly. Twelve weeks, easier in week 6.',
  notes: ['Drink a glass of water with each meal.'],
  markdown: '# A plan\n',
  writer: 'built-in' as const,
  model: null,
  promptVersion: '1',
  createdAt: '2026-07-16T03:00:00.000Z',
  requestId: null,
  sent: null,
  record: {
    promptVersion: '1',
    catalogueVersion: '1',
    requestedModel: null,
    servedModel: null,
    tokens: { prompt: 0, thought: 0, answer: 0 },
    attempts: [],
    findings: [],
  },
  sharedAt: null,
  verification: {
    status: 'repaired' as const,
    checks: [
      { name: 'catalogue', status: 'held' as const, detail: '6 of 6 are in the catalogue of 38.' },
      { name: 'session_time', status: 'held' as const, detail: '42 to 44 minutes of your 45.' },
      { name: 'weekly_sets', status: 'missed' as const, detail: 'Calves get 4 sets of 6 to 10.' },
      {
        name: 'cautions',
        status: 'repaired' as const,
        detail: 'Dumbbell Bench Press is 20 % lighter.',
      },
    ],
  },
};

export const exerciseOf = (slug: string, given: Partial<SuggestedExercise> = {}): SuggestedExercise => ({
  exerciseId: idOf(slug),
  slug,
  name: slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' '),
  sets: 3,
  reps: 8,
  repsTo: 12,
  duration: null,
  restSeconds: 120,
  repsInReserve: 2,
  why: 'As many pulls as presses keeps shoulders happy.',
  caution: null,
  ...given,
});

const doseOf = ({ slug, name, sets, reps, repsTo, duration, restSeconds }: SuggestedExercise) => ({
  slug,
  name,
  sets,
  reps,
  repsTo,
  duration,
  restSeconds,
});

/** 24 hexadecimal digits that stay the same for a name. */
const idOf = (name: string): string =>
  [...name]
    .map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 24)
    .padEnd(24, '0');

export function workoutPlan(given: Partial<SuggestionPlan> = {}): SuggestionPlan {
  const exercises = [
    exerciseOf('goblet-squat', {
      sets: 4,
      repsTo: 10,
      load: { weight: 16, each: false, basis: 'Your best is 16 kg × 12.' },
    }),
    exerciseOf('dumbbell-bench-press', {
      load: { weight: 8, each: true, basis: '20 % lighter than your last.' },
      repsInReserve: 3,
      caution: 'For your shoulder: stop where it hurts.',
    }),
    exerciseOf('seated-cable-row'),
    exerciseOf('plank', { reps: null, repsTo: null, duration: 30, repsInReserve: null, restSeconds: 60 }),
    exerciseOf('romanian-deadlift', { load: { weight: 35, each: false, basis: 'You did 35 kg × 10 on Monday.' } }),
  ];
  const on = (day: number, focus: string, slugs: readonly string[]) => ({
    day,
    focus,
    exercises: exercises.filter(({ slug }) => slugs.includes(slug)).map(doseOf),
    minutes: slugs.length > 0 ? 44 : 0,
  });
  const lower = ['goblet-squat', 'romanian-deadlift', 'plank'];
  const upper = ['dumbbell-bench-press', 'seated-cable-row', 'plank'];
  return {
    ...base,
    _id: idOf('workout'),
    kind: 'workout',
    request: {
      age: 29,
      sex: 'female',
      weight: 62.4,
      height: 160,
      fitnessLevel: 'intermediate',
      goals: ['muscle gain'],
      targetWeight: null,
      medicalConditions: ['shoulder pain'],
      daysPerWeek: 4,
      equipment: ['dumbbell', 'cable'],
      minutesPerSession: 45,
      notes: null,
    },
    exercises,
    schedule: [
      on(1, 'Lower', lower),
      on(2, 'Upper', upper),
      on(3, 'Rest', []),
      on(4, 'Lower', lower),
      on(5, 'Rest', []),
      on(6, 'Upper', upper),
      on(7, 'Rest', []),
    ],
    warmUp: [
      { text: 'Easy cycling', minutes: 4 },
      { text: 'Hip circles, cat and cow', minutes: 4 },
    ],
    coolDown: [{ text: 'Slow walk, hamstring and chest stretch', minutes: 5 }],
    progression: ['When every set reaches the top of its range twice, add 2.5 kg and start again at the bottom.'],
    prescription: [
      { subject: 'frequency', text: 'Four days a week.' },
      { subject: 'clearance', text: 'Ask a doctor about the shoulder if it hurts at rest.' },
    ],
    volume: [{ muscle: 'quadriceps', sets: 11, from: 10, to: 16 }],
    ...given,
  };
}

const NUTRIENTS = ['calories', 'protein', 'carbs', 'fat', 'fibre'] as const;

const totalOf = (parts: readonly Totals[]): Totals => {
  const sum = (name: keyof Totals) => parts.reduce((total, part) => total + part[name], 0);
  return Object.fromEntries(NUTRIENTS.map((name) => [name, sum(name)])) as unknown as Totals;
};

export const itemOf = (dish: string, given: Partial<MealItem> = {}): MealItem => ({
  dish,
  name: dish.charAt(0).toUpperCase() + dish.slice(1).replaceAll('-', ' '),
  localName: null,
  localLanguage: null,
  portions: 1,
  portionText: '1 katori',
  grams: 150,
  calories: 124,
  protein: 7,
  carbs: 14,
  fat: 4,
  fibre: 3,
  ...given,
});

export const mealOf = (meal: Meal, items: readonly MealItem[]): PlannedMeal => ({
  meal,
  items: [...items],
  totals: totalOf(items),
});

export function dietPlan(given: Partial<DietPlan> = {}): DietPlan {
  const startsOn = given.startsOn ?? '2026-07-13';
  const meals = [
    mealOf('breakfast', [
      itemOf('ragi-idli', { localName: 'கேழ்வரகு இட்லி', localLanguage: 'ta', portions: 3, portionText: '3 idlis' }),
      itemOf('tiffin-sambar', {
        localName: 'டிபன் சாம்பார்',
        localLanguage: 'ta',
        portions: 0.5,
        portionText: '½ katori',
      }),
      itemOf('filter-coffee', { name: 'Filter coffee, no sugar', portionText: '1 tumbler' }),
    ]),
    mealOf('lunch', [itemOf('boiled-rice'), itemOf('tomato-rasam'), itemOf('beans-poriyal'), itemOf('curd')]),
    mealOf('snacks', [itemOf('green-gram-sundal'), itemOf('guava')]),
    mealOf('dinner', [itemOf('pesarattu'), itemOf('tofu-pepper-poriyal'), itemOf('neer-mor')]),
  ];
  return {
    ...base,
    _id: idOf('diet'),
    kind: 'diet',
    title: 'A Tamil week',
    summary: 'From 62.4 kg towards 58 kg, about 0.3 kg a week.',
    request: {
      age: 29,
      sex: 'female',
      currentWeight: 62.4,
      targetWeight: 58,
      height: 160,
      fitnessLevel: 'intermediate',
      activity: 'moderate',
      goals: [],
      diet: 'vegetarian',
      allergies: [],
      without: [],
      region: 'tamil-nadu',
      medicalConditions: [],
      notes: null,
    },
    targets: { calories: 1490, protein: 86, carbs: 165, fat: 47, fibre: 30 },
    working: [
      { name: 'Resting need', formula: '(10 × 62.4 + 6.25 × 160 − 5 × 29 − 161) × 0.91', value: 1199, unit: 'kcal' },
      { name: 'Your days', formula: '1,199 × 1.55', value: 1859, unit: 'kcal' },
      { name: 'Slow loss', formula: '−20 % of 1,859', value: -372, unit: 'kcal' },
      { name: 'Target', formula: '1,859 − 372', value: 1490, unit: 'kcal' },
    ],
    startsOn,
    days: Array.from({ length: 7 }, (_, i) => ({
      day: i + 1,
      date: addDays(startsOn, i),
      totals: totalOf(meals.map(({ totals }) => totals)),
      meals,
    })),
    recipes: [
      {
        dish: 'ragi-idli',
        name: 'Ragi idli',
        ingredients: [
          { name: 'Ragi flour', grams: 18 },
          { name: 'Black gram dal', grams: 6.5 },
        ],
        steps: ['Soak the dal, grind it, and mix it with the flour.', 'Leave it overnight.', 'Steam for ten minutes.'],
      },
    ],
    ...given,
  };
}
