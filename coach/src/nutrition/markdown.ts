import type { DietPlan, Totals, Verification } from '@trainer/contract/types';
import type { DietContent } from '../plans/types.ts';
import { figure } from './figures.ts';

/** A plan as Markdown, to keep or to print: targets, days, recipes, and what was checked. */
export function dietMarkdown(content: DietContent, verification: Verification): string {
  const { title, summary, targets, startsOn, days, recipes, notes } = content;
  const last = days.at(-1)?.date ?? startsOn;
  return [
    `# ${plain(title)}`,
    `${plain(summary)}`,
    `${startsOn} to ${last}. A day: ${sumsOf(targets)}.`,
    ...days.flatMap(dayLines),
    ...section(
      'Notes',
      notes.map((note) => `- ${plain(note)}`),
    ),
    '## Recipes',
    ...recipes.flatMap(recipeLines),
    ...section('How the numbers come about', content.working.map(workingLine)),
    ...section(
      `What was checked: ${verification.status}`,
      verification.checks.map(({ name, status, detail }) => `- ${wordsOf(name)} (${status}): ${plain(detail)}`),
    ),
    CREDIT,
  ]
    .join('\n\n')
    .concat('\n');
}

function dayLines({ day, date, totals, meals }: DietContent['days'][number]): string[] {
  return [
    `## Day ${n(day)}, ${date}`,
    `${sumsOf(totals)}.`,
    ...meals.flatMap(({ meal, items, totals: sum }) => [
      `### ${capital(meal)}, ${n(sum.calories)} kcal`,
      items
        .map(
          ({ name, portionText, grams, calories, protein }) =>
            `- ${plain(name)}: ${portionText} (${n(grams)} g), ${n(calories)} kcal, ${n(protein)} g protein`,
        )
        .join('\n'),
    ]),
  ];
}

function recipeLines({ name, ingredients, steps }: DietPlan['recipes'][number]): string[] {
  const parts = ingredients.map((one) => `${plain(one.name)} ${n(one.grams)} g`).join(', ');
  return [`### ${plain(name)}`, `For one portion, raw: ${parts}.`, ...(steps.length > 0 ? [numbered(steps)] : [])];
}

const numbered = (steps: readonly string[]) => steps.map((step, i) => `${String(i + 1)}. ${plain(step)}`).join('\n');

const workingLine = ({ name, formula, value, unit }: DietPlan['working'][number]) =>
  `- ${plain(name)}: ${plain(formula)} → ${n(value)} ${unit}`;

const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [`## ${heading}`, lines.join('\n')] : [];

const sumsOf = ({ calories, protein, carbs, fat, fibre }: Totals): string =>
  `${n(calories)} kcal, ${n(protein)} g protein, ${n(carbs)} g carbohydrate, ${n(fat)} g fat, ${n(fibre)} g fibre`;

const CREDIT =
  'Nutrient values computed by this project from USDA FoodData Central SR Legacy (public domain) and, where marked, single values from Longvah T. et al., Indian Food Composition Tables 2017, NIN Hyderabad. NIN and USDA do not endorse this app. Estimates differ by about 15 % from kitchen to kitchen. This is no medical advice.';

/** No sign that Markdown would read as its own. */
const plain = (text: string): string => text.replace(/([\\`*_[\]#<>|])/g, '\\$1');
const wordsOf = (name: string): string => capital(name.replaceAll('_', ' '));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const n = (value: number): string => figure(value, 2);
