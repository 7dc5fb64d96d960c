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

/** The roles that a meal is made of, one dish of each; the first that there is of a list. `main` is what it is built on. */
const MADE_OF: Readonly<Record<Meal, readonly (readonly string[])[]>> = {
  breakfast: [['main'], ['protein', 'dairy'], ['side', 'fruit']],
  lunch: [['main'], ['protein'], ['protein'], ['veg'], ['dairy', 'side']],
  snacks: [
    ['fruit', 'snack'],
    ['protein', 'nut', 'beverage'],
  ],
  dinner: [['main'], ['protein'], ['protein'], ['veg']],
};

const WHY: Readonly<Record<Meal, string>> = {
  breakfast: 'A light start that keeps you full until noon.',
  lunch: 'The main meal of the day, with a good helping of protein and vegetables.',
  snacks: 'Something small to carry you to the evening.',
  dinner: 'An easy meal to end the day.',
};

function dietDraft(dishes: readonly AskedDish[]): DietDraft {
  const uses = new Map<string, number>();
  const meals = Array.from({ length: 7 }, (_, i) => i + 1).flatMap((day) => {
    const today = new Set<string>();
    return MEALS.map((meal) => ({ day, meal, dishes: mealOf(dishes, meal, uses, today), why: WHY[meal] }));
  });
  return {
    title: 'A week of South Indian home cooking',
    summary: 'Familiar dishes through the week, with protein in every main meal and plenty of vegetables.',
    meals,
    notes: ['Cook the lentils in one go and keep them cold.', 'Drink water through the day.'],
  };
}

const SELDOM: ReadonlySet<string> = new Set(['fried', 'sweet', 'salty']);

/** Of every role the dish that came least often in the week, at most three times and never twice on a day. */
function mealOf(dishes: readonly AskedDish[], meal: Meal, uses: Map<string, number>, today: Set<string>): string[] {
  const fitting = dishes.filter(
    ({ id, meals, marks }) =>
      meals.includes(meal) && !today.has(id) && (uses.get(id) ?? 0) < 3 && !marks.some((mark) => SELDOM.has(mark)),
  );
  const chosen: string[] = [];
  for (const roles of MADE_OF[meal]) {
    const left = fitting.filter(({ id }) => !chosen.includes(id));
    const found = roles.map((role) => left.filter((dish) => isOf(dish, role, meal))).find((some) => some.length > 0);
    const strong = found?.filter(({ marks }) => marks.includes('protein')) ?? [];
    const choice = roles.includes('protein') && strong.length > 0 ? strong : (found ?? []);
    const [least] = [...choice].sort((a, b) => (uses.get(a.id) ?? 0) - (uses.get(b.id) ?? 0));
    if (least) chosen.push(least.id);
  }
  const anything = dishes.filter(({ meals }) => meals.includes(meal)).slice(0, 2);
  const some = chosen.length > 0 ? chosen : anything.map(({ id }) => id);
  for (const id of some) {
    uses.set(id, (uses.get(id) ?? 0) + 1);
    today.add(id);
  }
  return some;
}

const isOf = ({ main, role }: AskedDish, wanted: string, meal: Meal): boolean =>
  wanted === 'main' ? main.includes(meal) : role === wanted && !main.includes(meal);

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
