import { MEALS } from '@trainer/contract/plan-words';
import { describe, expect, it } from 'vitest';
import type { DietContent } from '../plans/types.ts';
import { composeDiet } from './compose.ts';
import { ingredientByKey, ingredients } from './ingredients.ts';
import { dietMarkdown } from './markdown.ts';
import { aPerson } from './people.ts';
import { draftDiet } from './planner.ts';
import { shoppingList } from './shopping.ts';
import { swapped, swapsFor } from './swaps.ts';
import { verifyDiet } from './verify.ts';

const person = aPerson({ allergies: ['peanut'] });
const { plan: composed } = composeDiet(draftDiet(person, 11), person, { seed: 11, startsOn: '2026-07-13' });
const plan = composed as DietContent;
const mealAt = (of: DietContent, day: number, meal: string) =>
  of.days[day - 1]?.meals.find((one) => one.meal === meal) ?? { items: [], totals: null };

describe('other meals for a place', () => {
  it('are three, each another one, and the same each time', () => {
    for (const meal of MEALS) {
      const swaps = swapsFor(plan, person, 2, meal);
      expect(swaps).toHaveLength(3);
      expect(new Set(swaps.map(({ swapId }) => swapId)).size).toBe(3);
      expect(swapsFor(plan, person, 2, meal)).toEqual(swaps);
      for (const { items } of swaps) expect(items).not.toEqual(mealAt(plan, 2, meal).items);
    }
  });

  it('say what they do to the day', () => {
    const today = plan.days[2]?.totals;
    const now = mealAt(plan, 3, 'dinner').totals;
    for (const { totals, day, difference } of swapsFor(plan, person, 3, 'dinner')) {
      expect(day.calories).toBe((today?.calories ?? 0) - (now?.calories ?? 0) + totals.calories);
      expect(difference.protein).toBe(day.protein - (today?.protein ?? 0));
    }
  });

  it('each keep the whole week', () => {
    for (const day of [1, 4, 7])
      for (const { swapId, items } of swapsFor(plan, person, day, 'lunch')) {
        const other = swapped(plan, person, day, 'lunch', swapId);
        expect(verifyDiet(other, person).broken).toEqual([]);
        expect(other && mealAt(other, day, 'lunch').items).toEqual(items);
        expect(other?.days.filter((one) => one.day !== day)).toEqual(plan.days.filter((one) => one.day !== day));
      }
  });

  it('the best is taken where none is named', () => {
    const [best] = swapsFor(plan, person, 5, 'breakfast');
    const other = swapped(plan, person, 5, 'breakfast', null);
    expect(other && mealAt(other, 5, 'breakfast').items).toEqual(best?.items);
  });

  it('may be swapped again and again', () => {
    let now = plan;
    for (let i = 0; i < 5; i++) now = swapped(now, person, 1, 'dinner', null) ?? now;
    expect(verifyDiet(now, person).broken).toEqual([]);
  });

  it('that were not offered are not taken', () => {
    expect(swapped(plan, person, 1, 'lunch', 'nonsense')).toBeUndefined();
    expect(swapsFor(plan, person, 8, 'lunch')).toEqual([]);
    expect(swapped(plan, person, 8, 'lunch', null)).toBeUndefined();
  });
});

describe('the shopping list', () => {
  const list = shoppingList(plan);
  const all = list.flatMap(({ items }) => items);

  it('has each ingredient once, on a shelf of a shop', () => {
    expect(new Set(all.map(({ ingredient }) => ingredient)).size).toBe(all.length);
    const names = ['Grains and flours', 'Pulses and soya', 'Dairy', 'Vegetables and fruit', 'Nuts, oils and spices'];
    expect(list.map(({ shelf }) => shelf)).toEqual(names);
    expect(all.map(({ ingredient }) => ingredient)).not.toContain('water');
  });

  it('holds what the week takes, with a little to spare', () => {
    const one: DietContent = { ...plan, days: plan.days.slice(0, 1) };
    for (const { ingredient, grams } of shoppingList(one).flatMap(({ items }) => items)) {
      const week = all.find((item) => item.ingredient === ingredient);
      expect(week?.grams).toBeGreaterThanOrEqual(grams);
      expect(grams % 5).toBe(0);
      expect(ingredientByKey(ingredient)).toBeDefined();
    }
  });

  it('is summed from raw weights, rounded up', () => {
    const recipe = { slug: 'beans-poriyal', portions: 2 };
    const days = [{ meals: [{ items: [{ dish: recipe.slug, portions: recipe.portions }] }] }];
    const beans = shoppingList({ days } as unknown as DietContent)
      .flatMap(({ items }) => items)
      .find(({ ingredient }) => ingredient === 'beans');
    // 2 × 80 g of the 300 g that 300 g raw beans become, and 5 % to spare: 168 g.
    expect(beans).toEqual({ ingredient: 'beans', name: 'French beans', grams: 170 });
  });

  it('of nothing is empty', () => {
    expect(shoppingList({ days: [] })).toEqual([]);
    expect(ingredients.some(({ shelf }) => shelf === 'none')).toBe(true);
  });
});

describe('as Markdown', () => {
  const { checks } = verifyDiet(plan, person);
  const text = dietMarkdown(plan, { status: 'verified', checks });

  it('has days, meals, recipes, working and checks', () => {
    expect(text).toMatch(/^# Vegetarian week from Tamil Nadu\n\n/);
    for (let day = 1; day <= 7; day++) expect(text).toContain(`## Day ${String(day)}, 2026-07-${String(12 + day)}`);
    expect(text.match(/^### (?:Breakfast|Lunch|Snacks|Dinner), /gm)).toHaveLength(28);
    for (const { name } of plan.recipes) expect(text).toContain(`### ${name}`);
    expect(text).toContain('## How the numbers come about');
    expect(text).toContain('## What was checked: verified');
    expect(text).toContain('Indian Food Composition Tables 2017');
    expect(text.endsWith('\n')).toBe(true);
  });

  it('lets no text be read as markup', () => {
    const odd = { ...plan, title: '# [x](y) *z* <b>' };
    expect(dietMarkdown(odd, { status: 'verified', checks })).toMatch(/^# \\# \\\[x\\\]\(y\) \\\*z\\\* \\<b\\>/);
  });
});
