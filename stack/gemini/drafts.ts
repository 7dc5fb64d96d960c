import type { Asked, AskedDish, AskedExercise } from './asked.ts';

/** What a good model answers: a draft out of the ids that it was given, the same for the same request. */
export interface DietDraft {
  title: string;
  summary: string;
  meals: { day: number; meal: string; dishes: string[]; why: string }[];
  notes: string[];
}

export interface WorkoutDraft {
  title: string;
  summary: string;
  exercises: { slug: string; why: string }[];
  days: { day: number; focus: string; exercises: string[] }[];
  notes: string[];
}

export function draftFor(asked: Asked): DietDraft | WorkoutDraft | { answer: string } {
  if (asked.kind === 'diet') return dietDraft(asked.dishes);
  if (asked.kind === 'workout') return workoutDraft(asked.exercises, asked.daysPerWeek);
  return { answer: 'There is nothing here to choose from.' };
}

export const MEALS = ['breakfast', 'lunch', 'snacks', 'dinner'] as const;
type Meal = (typeof MEALS)[number];

/** The roles that a meal is made of, one dish of each; the first that there is of a list. */
const MADE_OF: Readonly<Record<Meal, readonly (readonly string[])[]>> = {
  breakfast: [['staple'], ['protein', 'dairy'], ['side', 'fruit']],
  lunch: [['staple'], ['protein'], ['protein'], ['veg'], ['dairy', 'side']],
  snacks: [
    ['fruit', 'snack'],
    ['protein', 'nut', 'beverage'],
  ],
  dinner: [['staple'], ['protein'], ['protein'], ['veg']],
};

const WHY: Readonly<Record<Meal, string>> = {
  breakfast: 'A light start that keeps you full until noon.',
  lunch: 'The main meal of the day, with a good helping of protein and vegetables.',
  snacks: 'Something small to carry you to the evening.',
  dinner: 'An easy meal to end the day.',
};

function dietDraft(dishes: readonly AskedDish[]): DietDraft {
  const meals = Array.from({ length: 7 }, (_, i) => i + 1).flatMap((day) =>
    MEALS.map((meal, place) => ({ day, meal, dishes: mealOf(dishes, meal, day, place), why: WHY[meal] })),
  );
  return {
    title: 'A week of South Indian home cooking',
    summary: 'Familiar dishes through the week, with protein in every main meal and plenty of vegetables.',
    meals,
    notes: ['Cook the lentils in one go and keep them cold.', 'Drink water through the day.'],
  };
}

const SELDOM: ReadonlySet<string> = new Set(['fried', 'sweet', 'salty']);

function mealOf(dishes: readonly AskedDish[], meal: Meal, day: number, place: number): string[] {
  const fitting = dishes.filter((dish) => dish.meals.includes(meal) && !dish.marks.some((mark) => SELDOM.has(mark)));
  const chosen = MADE_OF[meal].flatMap((roles, n) => {
    const found = roles.map((role) => fitting.filter((dish) => dish.role === role)).find((some) => some.length > 0);
    const strong = found?.filter(({ marks }) => marks.includes('protein')) ?? [];
    const choice = roles.includes('protein') && strong.length >= 5 ? strong : found;
    // Another step for each meal and each dish of it, so that they differ.
    return choice ? [choice[(day + place * 3 + n * 5) % choice.length]?.id ?? ''] : [];
  });
  const some = chosen.length > 0 ? chosen : fitting.slice(0, 2).map(({ id }) => id);
  return [...new Set(some)];
}

/** One exercise of each pattern, the whole body on days apart; from four days on, legs and the rest in turn. */
function workoutDraft(exercises: readonly AskedExercise[], daysPerWeek: number): WorkoutDraft {
  const firsts = PATTERNS.flatMap((pattern) => exercises.find((one) => one.pattern === pattern) ?? []);
  const chosen = [...new Set([...firsts, ...exercises])].slice(0, Math.max(5, firsts.length));
  const isLower = ({ pattern }: AskedExercise) => ['squat', 'hinge', 'core', 'legs'].includes(pattern);
  const days = DAYS[daysPerWeek] ?? [1, 3, 5];
  return {
    title: 'A steady week of strength',
    summary: 'Large movements with the equipment at hand. Light enough to recover from and heavy enough to grow.',
    exercises: chosen.map(({ id }) => ({ slug: id, why: 'It trains large muscles and suits the equipment.' })),
    days: days.map((day, i) => {
      if (daysPerWeek <= 3) return { day, focus: 'Whole body', exercises: chosen.map(({ id }) => id) };
      const lower = i % 2 === 0;
      const some = chosen.filter((one) => isLower(one) === lower);
      return { day, focus: lower ? 'Lower body' : 'Upper body', exercises: some.map(({ id }) => id) };
    }),
    notes: ['Stop when something hurts.', 'Sleep well between sessions.'],
  };
}

const PATTERNS = ['squat', 'horizontal push', 'horizontal pull', 'hinge', 'vertical push', 'vertical pull', 'core'];

/** Weekdays by how many there are, with as much rest between as there can be. */
const DAYS: Readonly<Record<number, readonly number[]>> = {
  1: [3],
  2: [1, 4],
  3: [1, 3, 5],
  4: [1, 2, 4, 5],
  5: [1, 2, 3, 5, 6],
  6: [1, 2, 3, 4, 5, 6],
  7: [1, 2, 3, 4, 5, 6, 7],
};
