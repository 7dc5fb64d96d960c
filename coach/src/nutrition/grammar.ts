import type { Meal } from '@trainer/contract/plan-words';
import type { Course, Dish } from './dishes.ts';

/** Courses that a meal is built on. */
export const MAIN_COURSES: Readonly<Record<Meal, readonly Course[]>> = {
  breakfast: ['idli', 'dosa', 'upma', 'pongal', 'puttu', 'hopper', 'bread', 'porridge'],
  lunch: ['rice', 'mixed-rice', 'bread', 'porridge'],
  snacks: [],
  dinner: ['bread', 'idli', 'dosa', 'rice', 'upma', 'hopper', 'pongal', 'mixed-rice', 'porridge'],
};

/** A place beside the main dish: what may stand there, and how often it is laid. */
export interface Slot {
  readonly courses: readonly Course[];
  readonly chance: number;
}

const slot = (chance: number, ...courses: Course[]): Slot => ({ courses, chance });

/** What goes with a main dish, as a South Indian kitchen has it. */
const WITH: Partial<Record<Course, Partial<Record<Meal, readonly Slot[]>>>> = {
  idli: both(slot(0.9, 'sambar'), slot(1, 'chutney')),
  dosa: both(slot(1, 'chutney'), slot(0.5, 'sambar')),
  pongal: both(slot(0.9, 'sambar'), slot(0.9, 'chutney')),
  upma: both(slot(1, 'chutney'), slot(0.5, 'curd', 'sundal')),
  puttu: both(slot(1, 'curry'), slot(0.6, 'fruit')),
  hopper: both(slot(1, 'kurma', 'curry')),
  porridge: {
    breakfast: [slot(1, 'fruit'), slot(0.8, 'nuts', 'sundal')],
    lunch: [slot(1, 'poriyal', 'kootu'), slot(0.7, 'curd')],
    dinner: [slot(1, 'poriyal', 'kootu'), slot(0.7, 'curd')],
  },
  bread: {
    breakfast: [slot(1, 'curry', 'kurma')],
    lunch: [slot(1, 'dal', 'curry'), slot(1, 'poriyal', 'kootu'), slot(0.8, 'curd', 'raita')],
    dinner: [slot(1, 'dal', 'curry', 'kurma'), slot(1, 'poriyal', 'kootu')],
  },
  rice: {
    lunch: [
      slot(1, 'sambar', 'dal', 'kuzhambu', 'curry', 'rasam'),
      slot(1, 'poriyal', 'kootu'),
      slot(1, 'curd', 'raita'),
    ],
    dinner: [slot(1, 'rasam', 'dal', 'sambar', 'curry'), slot(1, 'poriyal', 'kootu'), slot(0.8, 'curd')],
  },
  'mixed-rice': both(slot(0.9, 'raita', 'curd'), slot(1, 'poriyal')),
};

const ALONE: Readonly<Record<Meal, readonly Slot[]>> = {
  breakfast: [slot(0.75, 'drink', 'milk')],
  lunch: [],
  snacks: [slot(1, 'fruit'), slot(1, 'sundal', 'nuts', 'root'), slot(0.6, 'milk', 'drink')],
  dinner: [slot(0.4, 'curd', 'milk')],
};

/** What more protein is put in with, the likeliest first. */
export const PROTEIN_SLOTS: Readonly<Record<Meal, Slot>> = {
  breakfast: slot(1, 'protein', 'fry', 'sundal', 'milk'),
  lunch: slot(1, 'curry', 'fry', 'protein', 'sundal'),
  snacks: slot(1, 'sundal', 'milk', 'protein', 'nuts'),
  dinner: slot(1, 'fry', 'curry', 'protein', 'dal'),
};

/** The places of a meal beside its main dish. */
export const slotsOf = (meal: Meal, main: Course | undefined): readonly Slot[] => [
  ...((main && WITH[main]?.[meal]) ?? []),
  ...ALONE[meal],
];

/** Dishes of a meal. Small days have fewer, so that each is still a portion. @param kcal of the day */
export const mostDishes = (kcal: number): number => Math.min(6, Math.max(3, Math.round(kcal / 450)));

/** Courses that can stand in for each other. */
const KINDS: readonly (readonly Course[])[] = [
  ['idli', 'dosa', 'upma', 'pongal', 'puttu', 'hopper', 'bread', 'porridge', 'rice', 'mixed-rice'],
  ['sambar', 'dal', 'kuzhambu', 'rasam', 'curry', 'kurma'],
  ['fry', 'protein', 'sundal', 'curry', 'nuts'],
  ['poriyal', 'kootu'],
  ['curd', 'raita', 'milk'],
  ['milk', 'drink'],
  ['fruit'],
  ['nuts', 'root', 'sundal', 'fried', 'sweet'],
  ['chutney', 'relish'],
];

export const canStandInFor = (course: Course, instead: Course): boolean =>
  course === instead || KINDS.some((kind) => kind.includes(course) && kind.includes(instead));

/** Whether a dish is eaten at a meal, by its row and by what kitchens do. */
export function isEatenAt({ meals, course }: Pick<Dish, 'meals' | 'course'>, meal: Meal): boolean {
  if (meals.includes(meal)) return true;
  if (meals.includes('beverage')) return meal === 'breakfast' || meal === 'snacks';
  if (meals.includes('condiment')) return meal !== 'snacks';
  return meals.includes('treat') && course === 'sweet' && meal !== 'breakfast';
}

const COUNTED = new Set<Course>([
  ...MAIN_COURSES.breakfast,
  ...MAIN_COURSES.lunch,
  'sambar',
  'dal',
  'curry',
  'fry',
  'sundal',
]);

/** What may come three times a week and no more; curd, fruit, a boiled egg or a chutney may come daily. */
export const isMainDish = ({ course }: Pick<Dish, 'course'>): boolean => COUNTED.has(course);

/** Whether a meal can be built on it. */
export const isMainOf = (course: Course, meal: Meal): boolean => MAIN_COURSES[meal].includes(course);

function both(...slots: Slot[]): Partial<Record<Meal, readonly Slot[]>> {
  return { breakfast: slots, lunch: slots, dinner: slots };
}
