import { MEALS, type Meal } from '@trainer/contract/plan-words';
import type { Finding } from '../plans/types.ts';
import { fieldOf, listOf, recordOf, textOf, wholeOf } from './json.ts';

/** A draft as far as it can be read: for each of 28 meals the slugs that were named, and the writer’s words. */
export interface ReadDraft {
  title: unknown;
  summary: unknown;
  notes: readonly unknown[];
  /** Empty where the draft has none. */
  slugs: (day: number, meal: Meal) => readonly string[];
  findings: Finding[];
}

/** More of anything is not read. */
const MOST = { rows: 200, dishes: 12, notes: 20, slug: 80 } as const;

/** @param draft anything at all */
export function readDraft(draft: unknown): ReadDraft {
  const body = recordOf(draft);
  const rows = listOf(fieldOf(body, 'meals'));
  const findings: Finding[] = [];
  if (!rows) findings.push({ code: 'shape', path: 'meals', message: 'There is no list of meals.' });
  const meals = new Map<string, string[]>();
  for (const [i, row] of (rows ?? []).slice(0, MOST.rows).entries()) {
    const path = `meals.${String(i)}`;
    const place = placeOf(row);
    const named = listOf(fieldOf(recordOf(row), 'dishes'));
    if (!place || !named) {
      findings.push({ code: 'shape', path, message: 'A meal needs a day from 1 to 7, a meal and a list of dishes.' });
      continue;
    }
    if (meals.has(place)) findings.push({ code: 'duplicate', path, message: `There is a second ${wordsOf(place)}.` });
    else meals.set(place, slugsOf(named, path, findings));
  }
  return {
    title: fieldOf(body, 'title'),
    summary: fieldOf(body, 'summary'),
    notes: (listOf(fieldOf(body, 'notes')) ?? []).slice(0, MOST.notes),
    slugs: (day, meal) => meals.get(keyOf(day, meal)) ?? [],
    findings,
  };
}

const keyOf = (day: number, meal: Meal) => `${String(day)} ${meal}`;
const wordsOf = (place: string) => place.replace(/^(\d) (.+)$/, '$2 on day $1');

function placeOf(row: unknown): string | undefined {
  const record = recordOf(row);
  const day = wholeOf(fieldOf(record, 'day'));
  const said = textOf(fieldOf(record, 'meal'))?.trim().toLowerCase();
  const meal = MEALS.find((one) => one === said || (one === 'snacks' && said === 'snack'));
  return day !== undefined && day >= 1 && day <= 7 && meal ? keyOf(day, meal) : undefined;
}

function slugsOf(named: readonly unknown[], path: string, findings: Finding[]): string[] {
  const slugs: string[] = [];
  for (const [i, one] of named.slice(0, MOST.dishes).entries()) {
    const slug = textOf(one)?.trim().toLowerCase().slice(0, MOST.slug);
    const at = `${path}.dishes.${String(i)}`;
    if (!slug) findings.push({ code: 'shape', path: at, message: 'A dish is named by its slug.' });
    else if (slugs.includes(slug)) findings.push({ code: 'duplicate', path: at, message: `“${slug}” is named twice.` });
    else slugs.push(slug);
  }
  return slugs;
}
