import { MEALS } from '@trainer/contract/plan-words';
import { describe, expect, it } from 'vitest';
import { seeded } from '../plans/seeded.ts';
import type { DietDraft } from '../plans/types.ts';
import { dishBySlug, forbidden } from './catalogue.ts';
import { composeDiet } from './compose.ts';
import { MAIN_DISH_MOST } from './constants.ts';
import type { Course, Dish } from './dishes.ts';
import { isMainDish, MAIN_COURSES } from './grammar.ts';
import { anyRequest, aPerson } from './people.ts';
import { draftDiet } from './planner.ts';
import { readDietRequest } from './request.ts';
import { dietTargets } from './targets.ts';
import { verifyDiet } from './verify.ts';

const dishesOf = (draft: DietDraft): Dish[] =>
  draft.meals.flatMap(({ dishes }) =>
    dishes.map((slug) => {
      const dish = dishBySlug(slug);
      if (!dish) throw new Error(`There is no ${slug}.`);
      return dish;
    }),
  );

describe('a drafted week', () => {
  it('is the same for the same person and seed, and another for another seed', () => {
    expect(draftDiet(aPerson(), 7)).toEqual(draftDiet(aPerson(), 7));
    expect(draftDiet(aPerson(), 7)).not.toEqual(draftDiet(aPerson(), 8));
  });

  it('has four meals on seven days, each with something to eat', () => {
    const { meals } = draftDiet(aPerson(), 1);
    expect(meals.map(({ day, meal }) => `${String(day)} ${meal}`)).toEqual(
      [1, 2, 3, 4, 5, 6, 7].flatMap((day) => MEALS.map((meal) => `${String(day)} ${meal}`)),
    );
    for (const { dishes } of meals) expect(dishes.length).toBeGreaterThan(0);
  });

  it('builds breakfast, lunch and dinner on a dish that a meal is built on', () => {
    for (let seed = 0; seed < 5; seed++)
      for (const { meal, dishes } of draftDiet(aPerson(), seed).meals) {
        if (meal === 'snacks') continue;
        const bases: readonly Course[] = MAIN_COURSES[MEALS.find((one) => one === meal) ?? 'lunch'];
        const courses = dishes.flatMap((slug) => dishBySlug(slug)?.course ?? []);
        expect(
          courses.some((course) => bases.includes(course)),
          dishes.join(),
        ).toBe(true);
      }
  });

  it('has no main dish more than three times, and many different ones', () => {
    for (let seed = 0; seed < 5; seed++) {
      const used = dishesOf(draftDiet(aPerson(), seed));
      for (const dish of used.filter(isMainDish))
        expect(used.filter((one) => one === dish).length).toBeLessThanOrEqual(MAIN_DISH_MOST);
      expect(new Set(used).size).toBeGreaterThan(30);
    }
  });

  it('is of the region', () => {
    const share = (region: 'kerala' | 'andhra-telangana', of: string) => {
      const weeks = [1, 2, 3].flatMap((seed) => dishesOf(draftDiet(aPerson({ region }), seed)));
      return weeks.filter(({ regions }) => regions.includes(of)).length / weeks.length;
    };
    expect(share('kerala', 'kerala')).toBeGreaterThan(2 * share('andhra-telangana', 'kerala'));
    expect(share('andhra-telangana', 'andhra-telangana')).toBeGreaterThan(2 * share('kerala', 'andhra-telangana'));
  });

  it('has fruit in its season, where the day is known', () => {
    const mangoes = (startsOn: string) =>
      [1, 2, 3, 4, 5, 6]
        .flatMap((seed) => dishesOf(draftDiet(aPerson(), seed, startsOn)))
        .filter(({ slug }) => ['mango', 'jackfruit', 'nungu'].includes(slug)).length;
    expect(mangoes('2026-05-04')).toBeGreaterThan(2 * mangoes('2026-11-02'));
  });

  it('holds no treats and nothing fried', () => {
    for (const { course, flags } of dishesOf(draftDiet(aPerson({ diet: 'non-vegetarian' }), 2))) {
      expect(['fried', 'sweet', 'relish']).not.toContain(course);
      expect(flags.has('deep-fried') && course !== 'bread').toBe(false);
    }
  });

  it('serves fish, meat or egg to those who eat them', () => {
    const used = dishesOf(draftDiet(aPerson({ diet: 'non-vegetarian' }), 2));
    expect(used.filter(({ diet }) => diet === 'non-vegetarian').length).toBeGreaterThan(3);
  });
});

describe('200 people of all kinds', () => {
  const chance = seeded(20_260);
  const asked = Array.from({ length: 200 }, () => readDietRequest(anyRequest(chance)));
  const planned = asked.flatMap((read, i) => {
    if (!('profile' in read)) return [];
    const { profile } = read;
    const { plan, changes } = composeDiet(draftDiet(profile, i), profile, { seed: i, startsOn: '2026-07-13' });
    return [{ profile, plan, changes, verdict: verifyDiet(plan, profile) }];
  });

  it('are refused for a reason, or have a plan in which everything holds', () => {
    expect(asked.filter((read) => 'wrong' in read)).toEqual([]);
    expect(planned.length).toBeGreaterThan(120);
    for (const { profile, verdict } of planned) expect(verdict.broken, JSON.stringify(profile)).toEqual([]);
  });

  it('need no repair of what the planner drafts', () => {
    expect(planned.flatMap(({ changes }) => changes)).toEqual([]);
  });

  it('are served nothing that they do not eat', () => {
    for (const { profile, plan } of planned)
      for (const { dish } of plan?.recipes ?? []) {
        const served = dishBySlug(dish);
        expect(served && forbidden(served, profile), dish).toBeNull();
      }
  });

  it('have days within 3 % of their energy, half of them', () => {
    const off = planned.flatMap(({ profile, plan }) => {
      const { calories } = dietTargets(profile).targets;
      return (plan?.days ?? []).map(({ totals }) => Math.abs(totals.calories - calories) / calories);
    });
    off.sort((a, b) => a - b);
    expect(off[Math.floor(off.length / 2)]).toBeLessThanOrEqual(0.03);
    expect(off.at(-1)).toBeLessThanOrEqual(0.1);
  });
});
