import { addDays } from '../days.ts';
import { mayBeShown } from '../plans/text.ts';
import type { Finding } from '../plans/types.ts';
import type { Check, Checked } from './checks-aims.ts';
import type { Dish } from './dishes.ts';
import { fieldOf, listOf, sameJson, textOf, wholeOf, type Anything } from './json.ts';
import { itemOf, recipeOf, totalsOf } from './serving.ts';
import { TEXT_MOST } from './texts.ts';
import { figure } from './figures.ts';

/** What the plan says of itself: every number, every recipe and every word. */
export const claimChecks: readonly Check[] = [
  {
    name: 'sums',
    run: (checked) => ({
      detail: 'Every number worked out again from raw ingredients; every total is the sum of the numbers shown.',
      broken: [...wrongNumbers(checked), ...wrongRecipes(checked)],
    }),
  },
  {
    name: 'targets',
    run: ({ view, told }) => ({
      detail: `${figure(told.targets.calories)} kcal and ${String(told.targets.protein)} g of protein follow from what you told us.`,
      broken: (['targets', 'working'] as const)
        .filter((key) => !sameJson(fieldOf(view.body, key), told[key]))
        .map((path) => ({ code: 'sum', path, message: 'This does not follow from the person.' })),
    }),
  },
  {
    name: 'texts',
    run: ({ view: { body } }) => ({
      detail: 'Titles and notes hold no links, no markup and no medical claims.',
      broken: wrongTexts(body),
    }),
  },
];

function wrongNumbers({ view }: Checked): Finding[] {
  const broken: Finding[] = [];
  const startsOn = textOf(fieldOf(view.body, 'startsOn'));
  const isDay = startsOn !== undefined && isRealDay(startsOn);
  if (fieldOf(view.body, 'kind') !== 'diet' || !isDay)
    broken.push({ code: 'shape', path: 'startsOn', message: 'A diet plan begins on a day.' });
  for (const [i, { claims, meals, path }] of view.days.entries()) {
    const sums = meals.map((meal) => {
      const items = meal.items.flatMap(({ dish, steps, ...item }) => {
        if (!dish || steps === undefined) return [];
        const right = itemOf(dish, steps);
        if (!sameJson(right, item.claims)) broken.push(sum(item.path, `${dish.name} does not come to these numbers.`));
        return right;
      });
      const right = totalsOf(items);
      if (!sameJson(right, fieldOf(meal.claims, 'totals')))
        broken.push(sum(meal.path, 'The total of the meal is not its sum.'));
      return right;
    });
    if (!sameJson(totalsOf(sums), fieldOf(claims, 'totals')))
      broken.push(sum(path, 'The total of the day is not its sum.'));
    const isPlace =
      wholeOf(fieldOf(claims, 'day')) === i + 1 && isDay && fieldOf(claims, 'date') === addDays(startsOn, i);
    if (!isPlace) broken.push(sum(path, 'Days follow each other from the first.'));
  }
  return broken;
}

function isRealDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  return !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && addDays(text, 0) === text;
}

/** One recipe for each dish that is served, and no other. */
function wrongRecipes({ view }: Checked): Finding[] {
  const used = new Map<string, Dish>(view.items.flatMap(({ dish }) => (dish ? [[dish.slug, dish]] : [])));
  const recipes = listOf(fieldOf(view.body, 'recipes')) ?? [];
  const right = [...used.values()].map(recipeOf);
  return sameJson(right, recipes) ? [] : [sum('recipes', 'There is one recipe for each dish, as our table has it.')];
}

function wrongTexts(body: Anything): Finding[] {
  const notes = listOf(fieldOf(body, 'notes'));
  const texts: [string, unknown, number][] = [
    ['title', fieldOf(body, 'title'), TEXT_MOST.title],
    ['summary', fieldOf(body, 'summary'), TEXT_MOST.summary],
    ...(notes ?? []).map((note, i): [string, unknown, number] => [`notes.${String(i)}`, note, TEXT_MOST.note]),
  ];
  const broken = texts
    .filter(([, text, max]) => !mayBeShown(text, { max }))
    .map(([path]): Finding => ({ code: 'text', path, message: 'This text may not be shown.' }));
  return notes && notes.length <= TEXT_MOST.notes
    ? broken
    : [...broken, { code: 'text', path: 'notes', message: 'Notes are a short list.' }];
}

const sum = (path: string, message: string): Finding => ({ code: 'sum', path, message });
