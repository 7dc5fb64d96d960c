import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DietContent, DietProfile, FindingCode } from '../plans/types.ts';
import { dishBySlug } from './catalogue.ts';
import { composeDiet } from './compose.ts';
import { aPerson } from './people.ts';
import { draftDiet } from './planner.ts';
import { itemOf, totalsOf } from './serving.ts';
import { DIET_CHECKS, markRepaired, verifyDiet } from './verify.ts';

const planFor = (profile: DietProfile): DietContent => {
  const { plan } = composeDiet(draftDiet(profile, 3), profile, { seed: 3, startsOn: '2026-07-13' });
  if (!plan) throw new Error('There is no plan.');
  return plan;
};
const plan = planFor(aPerson());
const copy = (): DietContent => structuredClone(plan);
type Day = DietContent['days'][number];

/** The plan with other dishes in a meal, all numbers and recipes right. */
function served(day: number, meal: number, dishes: [slug: string, steps: number][]): DietContent {
  const changed = copy();
  const place = (changed.days[day] as Day).meals[meal];
  if (!place) throw new Error('There is no such meal.');
  place.items = dishes.map(([slug, steps]) => {
    const dish = dishBySlug(slug);
    if (!dish) throw new Error(`There is no ${slug}.`);
    return itemOf(dish, steps);
  });
  for (const one of changed.days) {
    for (const at of one.meals) at.totals = totalsOf(at.items);
    one.totals = totalsOf(one.meals.map(({ totals }) => totals));
  }
  return changed;
}

const codesOf = (of: unknown, profile = aPerson()): FindingCode[] => [
  ...new Set(verifyDiet(of, profile).broken.map(({ code }) => code)),
];
const changed = (change: (plan: DietContent) => void): DietContent => {
  const other = copy();
  change(other);
  return other;
};
const dayOf = (of: DietContent): Day => of.days[0] as Day;
const itemIn = (of: DietContent) => {
  const item = dayOf(of).meals[0]?.items[0];
  if (!item) throw new Error('There is no dish.');
  return item;
};

describe('a plan that holds', () => {
  it('has every check held, with figures', () => {
    const { checks, broken } = verifyDiet(plan, aPerson());
    expect(broken).toEqual([]);
    expect(checks.map(({ name }) => name)).toEqual(DIET_CHECKS);
    for (const { name, status, detail } of checks) {
      expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/);
      expect(['held', ...(AIMS.includes(name) ? ['missed'] : [])]).toContain(status);
      expect(detail).toMatch(/^[A-Z\d].*\.$/);
    }
    expect(checks.find(({ name }) => name === 'day_energy')?.detail).toMatch(
      /^1,\d{3} to 1,\d{3} kcal\. Allowed 1,416 to 1,564\.$/,
    );
    expect(checks.find(({ name }) => name === 'protein')?.detail).toMatch(/^\d+ to \d+ g\. At least 78\.$/);
  });

  it('still holds as JSON', () => {
    expect(verifyDiet(JSON.parse(JSON.stringify(plan)), aPerson()).broken).toEqual([]);
  });
});

const AIMS = ['day_energy', 'fibre', 'sodium', 'vegetables_and_fruit', 'variety'];

describe('a plan that does not', () => {
  it.each<[string, FindingCode, () => unknown]>([
    ['a dish that is not ours', 'unknown_id', () => changed((of) => void (itemIn(of).dish = 'unicorn-stew'))],
    ['six days', 'count', () => changed((of) => void of.days.pop())],
    ['an eighth day', 'count', () => changed((of) => void of.days.push(dayOf(of)))],
    ['no dinner', 'count', () => changed((of) => void dayOf(of).meals.pop())],
    ['meals in another order', 'count', () => changed((of) => void dayOf(of).meals.reverse())],
    ['an empty lunch', 'count', () => served(0, 1, [])],
    [
      'a dish twice in a meal',
      'duplicate',
      () =>
        served(0, 1, [
          ['paruppu', 1],
          ['paruppu', 1],
        ]),
    ],
    ['meat for a vegetarian', 'diet', () => served(0, 1, [['chicken-curry', 2]])],
    ['a portion that nobody eats', 'count', () => served(0, 0, [['idli', 30]])],
    ['a day of 300 kcal', 'day_energy', () => served(0, 1, [['lime-juice-salt', 1]])],
    ['a calorie too many', 'sum', () => changed((of) => void itemIn(of).calories++)],
    ['protein that is not there', 'sum', () => changed((of) => void (itemIn(of).protein += 5))],
    ['grams that are not there', 'sum', () => changed((of) => void itemIn(of).grams++)],
    ['another portion in words', 'sum', () => changed((of) => void (itemIn(of).portionText = '9 idlis'))],
    ['another name', 'sum', () => changed((of) => void (itemIn(of).name = 'Cake'))],
    [
      'a meal’s total that is no sum',
      'sum',
      () => changed((of) => of.days[0]?.meals.forEach(({ totals }) => totals.fat++)),
    ],
    ['a day’s total that is no sum', 'sum', () => changed((of) => void dayOf(of).totals.calories++)],
    ['another target', 'sum', () => changed((of) => void (of.targets.calories -= 400))],
    ['another working', 'sum', () => changed((of) => void of.working.pop())],
    ['a recipe less', 'sum', () => changed((of) => void of.recipes.pop())],
    ['another recipe', 'sum', () => changed((of) => void of.recipes[0]?.steps.push('Add a cup of sugar.'))],
    ['a day that does not follow', 'sum', () => changed((of) => void (dayOf(of).date = '2026-07-20'))],
    ['a first day that is none', 'shape', () => changed((of) => void (of.startsOn = '2026-02-30'))],
    ['another kind', 'shape', () => ({ ...copy(), kind: 'workout' })],
    ['a link in the title', 'text', () => ({ ...copy(), title: 'See https://evil.example' })],
    ['a claim in the summary', 'text', () => ({ ...copy(), summary: 'This cures diabetes.' })],
    ['markup in a note', 'text', () => ({ ...copy(), notes: ['<b>Eat</b>'] })],
    ['notes that are no list', 'text', () => ({ ...copy(), notes: 'Eat.' })],
    ['half a step', 'count', () => changed((of) => void (itemIn(of).portions = 0.3))],
    ['no portion', 'count', () => changed((of) => void (itemIn(of).portions = 0))],
  ])('%s', (_what, code, broken) => {
    expect(codesOf(broken())).toContain(code);
  });

  it('a main dish that comes four times', () => {
    let repeated: DietContent = plan;
    for (const day of [0, 1, 2, 3]) {
      const at = structuredClone(repeated.days[day]);
      if (!at) continue;
      const items = at.meals[0]?.items ?? [];
      const dish = dishBySlug('pesarattu');
      if (dish) items[0] = itemOf(dish, 2);
      repeated = { ...repeated, days: repeated.days.map((one, i) => (i === day ? at : one)) };
    }
    expect(codesOf(repeated)).toContain('repeated');
  });

  it('a plan for somebody else: each kind of restriction is looked for by itself', () => {
    const everything = planFor(aPerson({ diet: 'non-vegetarian' }));
    const person = aPerson({
      diet: 'vegan',
      allergies: ['dairy', 'gluten'],
      medicalConditions: ['hypertension', 'diabetes', 'kidney disease'],
      withoutKeys: ['cumin'],
    });
    expect(codesOf(everything, person)).toEqual(expect.arrayContaining(['diet', 'allergen', 'condition']));
    expect(codesOf(plan, aPerson({ withoutKeys: ['salt'] }))).toContain('allergen');
  });

  it('fat beyond its bounds, and too little protein, over a whole week', () => {
    let fatty: DietContent = plan;
    for (let day = 0; day < 7; day++) fatty = oneMealEach(fatty, day);
    expect(codesOf(fatty)).toEqual(expect.arrayContaining(['fat', 'protein']));
  });

  it('energy under the floor', () => {
    const person = aPerson({ age: 60, activity: 'sedentary' });
    expect(codesOf(served(0, 1, [['guava', 1]]), person)).toContain('energy_floor');
  });

  function oneMealEach(of: DietContent, day: number): DietContent {
    const nuts = dishBySlug('walnuts');
    const changedDay = structuredClone(of.days[day]);
    if (!nuts || !changedDay) throw new Error('There is nothing to change.');
    for (const meal of changedDay.meals) meal.items = [itemOf(nuts, 6)];
    return { ...of, days: of.days.map((one, i) => (i === day ? changedDay : one)) };
  }
});

describe('aims', () => {
  it('are told where they are missed, and break nothing', () => {
    const salty = served(0, 1, [
      ['vegetable-biryani', 3],
      ['onion-raita', 2],
    ]);
    const { checks } = verifyDiet(salty, aPerson());
    expect(checks.find(({ name }) => name === 'sodium')).toMatchObject({ status: 'missed' });
    expect(checks.find(({ name }) => name === 'sodium')?.detail).toMatch(/salt/);
  });
});

describe('what was repaired', () => {
  it('is marked by what the draft broke, and only where it holds now', () => {
    const { checks } = verifyDiet(plan, aPerson());
    const marked = markRepaired(checks, [{ code: 'allergen' }, { code: 'repeated' }]);
    expect(marked.filter(({ status }) => status === 'repaired').map(({ name }) => name)).toEqual([
      'allergens',
      'main_dishes',
    ]);
    const missed = checks.map((check) => ({ ...check, status: 'missed' as const }));
    expect(markRepaired(missed, [{ code: 'allergen' }])).toEqual(missed);
    expect(markRepaired(checks, [])).toEqual(checks);
  });
});

describe('anything at all', () => {
  it('gets a verdict, and is broken', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.anything({ withNullPrototype: true, withDate: true, withBigInt: true })),
        (of) => {
          const { broken } = verifyDiet(of, aPerson());
          expect(broken.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('also where it nearly is a plan', () => {
    const paths = ['kind', 'title', 'summary', 'notes', 'startsOn', 'targets', 'working', 'days', 'recipes'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.anything(), (path, value) => {
        const { broken } = verifyDiet({ ...plan, [path]: value }, aPerson());
        const isText = path === 'title' || path === 'summary' || path === 'notes';
        if (!isText) expect(broken.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it('also deep inside a day', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom('day', 'meal', 'items', 'item', 'portions'), (value, where) => {
        const other = copy() as unknown as { days: { meals: { items: Record<string, unknown>[] }[] }[] };
        const [day] = other.days;
        const meal = day?.meals[0];
        if (!day || !meal) throw new Error('There is no meal.');
        if (where === 'day') other.days[0] = value as typeof day;
        else if (where === 'meal') day.meals[0] = value as typeof meal;
        else if (where === 'items') meal.items = value as typeof meal.items;
        else if (where === 'item') meal.items[0] = value as Record<string, unknown>;
        else meal.items[0] = { ...meal.items[0], portions: value };
        expect(() => verifyDiet(other, aPerson())).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});
