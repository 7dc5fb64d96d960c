import type { Asked } from './asked.ts';
import { type DietDraft, draftFor, type WorkoutDraft } from './drafts.ts';
import { INJECTIONS } from './injections.ts';
import type { StepWith } from './script.ts';

/** What the model writes: a plausible draft, or the same gone wrong as the step says. */
export function wordsOf(asked: Asked, step: StepWith): string {
  const text = step.text ?? JSON.stringify(spoiled(draftFor(asked), step));
  switch (step.fault) {
    case 'fenced':
      return `\`\`\`json\n${text}\n\`\`\``;
    case 'prose':
      return `Here is the plan that you asked for:\n\n${text}\n\nEnjoy your week.`;
    case 'badJson':
      return text.replace(/\}\s*$/, ',}');
    case 'wrongShape':
      return JSON.stringify({ plan: 'about two hundred', days: 'seven', meals: { monday: ['idli', 7, null] } });
    case 'endless':
      return `${text.slice(0, 300)}${'0'.repeat(120_000)}`;
    default:
      return text;
  }
}

type Draft = DietDraft | WorkoutDraft | { answer: string };

function spoiled(draft: Draft, step: StepWith): object {
  switch (step.fault) {
    case 'extraFields':
      return { ...draft, calories: 1800, html: '<b>Plan</b>', __proto__x: { admin: true } };
    case 'missingRows':
      return eachList(draft, (rows) => rows.slice(2));
    case 'doubledRows':
      return eachList(draft, (rows) => [...rows, ...rows.slice(0, 3)]);
    case 'badArithmetic':
      return withSums(draft);
    case 'unknownIds':
      return withIds(draft, ['dragon-curry', 'moon-dust-dosa', '../../etc/passwd', '__proto__', '']);
    case 'forbiddenFood':
      return withIds(draft, step.ids ?? FORBIDDEN_FOOD);
    case 'forbiddenExercise':
      return withIds(draft, step.ids ?? FORBIDDEN_EXERCISES);
    case 'starving':
      return starving(draft);
    case 'injected':
      return obeying(draft, step.which ?? 0);
    default:
      return draft;
  }
}

/** Dishes of the catalogue that hold, one after the other, what people are allergic to. */
export const FORBIDDEN_FOOD = [
  ...['prawn-masala', 'egg-curry', 'peanut-chutney', 'fish-curry-sardine', 'curd-rice', 'coconut-chutney'],
  ...['parotta', 'soya-chunk-masala', 'badam-milk', 'chicken-65', 'mutton-biryani', 'ellu-urundai', 'potato-fry'],
];
/** Exercises of the catalogue that take much equipment, or that bad joints do not bear. */
export const FORBIDDEN_EXERCISES = [
  'barbell-back-squat',
  'barbell-deadlift',
  'barbell-bench-press',
  'burpee',
  'overhead-press',
];

const isDiet = (draft: Draft): draft is DietDraft => 'meals' in draft;
const isWorkout = (draft: Draft): draft is WorkoutDraft => 'exercises' in draft;

function eachList(draft: Draft, change: <T>(rows: T[]) => T[]): object {
  if (isDiet(draft)) return { ...draft, meals: change(draft.meals) };
  if (isWorkout(draft)) return { ...draft, exercises: change(draft.exercises), days: change(draft.days) };
  return draft;
}

/** One of the ids in every other row, in turn. */
function withIds(draft: Draft, ids: readonly string[]): object {
  const other = (n: number) => ids[Math.floor(n / 2) % ids.length] ?? '';
  if (isDiet(draft))
    return {
      ...draft,
      meals: draft.meals.map((row, n) => (n % 2 ? row : { ...row, dishes: [other(n), ...row.dishes] })),
    };
  if (isWorkout(draft)) {
    const swapped = draft.exercises.map((row, n) => (n % 2 ? row : { ...row, slug: other(n) }));
    const renamed = new Map(draft.exercises.map(({ slug }, n) => [slug, swapped[n]?.slug ?? slug]));
    const days = draft.days.map((day) => ({ ...day, exercises: day.exercises.map((id) => renamed.get(id) ?? id) }));
    return { ...draft, exercises: swapped, days };
  }
  return draft;
}

/** Numbers everywhere, and all of them wrong. */
function withSums(draft: Draft): object {
  const claims = { kcal: 'about 200', calories: 9999, protein: 12.000000000001, servings: -3, grams: 1e308 };
  if (isDiet(draft))
    return {
      ...draft,
      summary: 'Each day has exactly 2,500 kcal and 310 g of protein.',
      totals: { calories: 2500, protein: 310 },
      meals: draft.meals.map((row) => ({ ...row, ...claims, why: 'Only 120 kcal with 90 g of protein.' })),
    };
  if (isWorkout(draft))
    return {
      ...draft,
      summary: 'You burn 5,000 kcal a session.',
      exercises: draft.exercises.map((row) => ({ ...row, sets: 500, weight: 900, why: '12 sets of 500 with 900 kg.' })),
      days: draft.days.map((day) => ({ ...day, minutes: 1e308, focus: 'Legs 24 hours' })),
    };
  return draft;
}

/** Next to nothing to eat, or everything on every day. */
function starving(draft: Draft): object {
  if (isDiet(draft))
    return {
      ...draft,
      title: 'The 300 kcal week',
      meals: draft.meals.map((row) => ({ ...row, dishes: ['black-coffee'], why: '75 kcal are plenty.' })),
    };
  if (isWorkout(draft)) {
    const all = draft.exercises.map(({ slug }) => slug);
    const every = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, focus: 'No rest', exercises: [...all, ...all, ...all] }));
    return { ...draft, title: 'No days off', days: every };
  }
  return draft;
}

/** A model that took somebody’s notes for its orders, and repeats them wherever it can. */
function obeying(draft: Draft, which: number): object {
  const text = INJECTIONS[which % INJECTIONS.length]?.text ?? '';
  const told = `${text} <script>alert(1)</script> [here](https://example.com) call +91 98765 43210 or a@example.com`;
  const starved = withIds(starving(draft) as Draft, [...FORBIDDEN_FOOD, ...FORBIDDEN_EXERCISES]) as Draft;
  const notes = [told, text, 'This cures diabetes. Stop taking your medicine.'];
  if (isDiet(starved))
    return {
      ...starved,
      title: text,
      summary: told,
      notes,
      meals: starved.meals.map((row) => ({ ...row, why: told })),
    };
  if (isWorkout(starved))
    return {
      ...starved,
      title: text,
      summary: told,
      notes,
      exercises: starved.exercises.map((row) => ({ ...row, why: told })),
      days: starved.days.map((day) => ({ ...day, focus: text })),
    };
  return starved;
}
