import fc from 'fast-check';
import { MEALS } from '@trainer/contract/plan-words';
import { describe, expect, it } from 'vitest';
import { HOSTILE_TEXTS } from '../plans/red-team.ts';
import { mayBeShown } from '../plans/text.ts';
import type { DietDraft } from '../plans/types.ts';
import { composeDiet } from './compose.ts';
import { dishes } from './dishes.ts';
import { aPerson } from './people.ts';
import { draftDiet } from './planner.ts';
import { dietTargets } from './targets.ts';
import { wordsOfPlan } from './texts.ts';
import { verifyDiet } from './verify.ts';

const WHEN = { seed: 5, startsOn: '2026-07-13' };
const drafted = (): DietDraft => structuredClone(draftDiet(aPerson(), 5));

/** The draft with other dishes in one meal. */
function draftWith(day: number, meal: string, change: (slugs: string[]) => string[]): DietDraft {
  const draft = drafted();
  for (const row of draft.meals) if (row.day === day && row.meal === meal) row.dishes = change(row.dishes);
  return draft;
}

const slugsAt = (plan: ReturnType<typeof composeDiet>['plan'], day: number, meal: string) =>
  plan?.days[day - 1]?.meals.find((one) => one.meal === meal)?.items.map(({ dish }) => dish) ?? [];

describe('our own draft', () => {
  it('is served as it is', () => {
    const { plan, findings, changes } = composeDiet(drafted(), aPerson(), WHEN);
    expect([findings, changes]).toEqual([[], []]);
    for (const { day, meal, dishes: slugs } of drafted().meals) expect(slugsAt(plan, day, meal)).toEqual(slugs);
    expect(plan?.days.map(({ date }) => date)).toEqual([
      '2026-07-13',
      '2026-07-14',
      '2026-07-15',
      '2026-07-16',
      '2026-07-17',
      '2026-07-18',
      '2026-07-19',
    ]);
  });

  it('comes with our own words', () => {
    const { plan } = composeDiet(drafted(), aPerson(), WHEN);
    expect(plan?.title).toBe('Vegetarian week from Tamil Nadu');
    expect(plan?.summary).toBe(
      '1,490 kcal and 86 g of protein a day. From 62.4 kg towards 58 kg, about 0.3 kg a week.',
    );
  });
});

describe('what is wrong with a draft', () => {
  it('a dish that holds an allergen is replaced by the nearest that does not, and it is said', () => {
    const person = aPerson({ allergies: ['peanut'] });
    const draft = draftDiet(person, 5);
    const row = draft.meals[0];
    if (!row) throw new Error('There is no breakfast.');
    row.dishes = ['idli', 'peanut-chutney'];
    const { plan, findings, changes } = composeDiet(draft, person, WHEN);
    expect(findings[0]).toMatchObject({ code: 'allergen', path: 'days.0.meals.0' });
    expect(changes[0]).toMatch(/^Day 1, breakfast: Peanut chutney holds peanut, so .*chutney.* takes its place\.$/);
    expect(verifyDiet(plan, person).broken).toEqual([]);
  });

  it('a dish that is not the diet’s is replaced', () => {
    const { plan, findings } = composeDiet(
      draftWith(2, 'lunch', ([main = '']) => [main, 'chicken-curry']),
      aPerson(),
      WHEN,
    );
    expect(findings[0]?.code).toBe('diet');
    expect(slugsAt(plan, 2, 'lunch')).not.toContain('chicken-curry');
  });

  it('a dish that we do not know is replaced by what it most likely means, or left out', () => {
    const { plan, findings, changes } = composeDiet(
      draftWith(3, 'breakfast', () => ['Masala dosa', 'unicorn-stew', 'sambar']),
      aPerson(),
      WHEN,
    );
    expect(findings.filter(({ code }) => code === 'unknown_id')).toHaveLength(2);
    expect(changes[0]).toBe('Day 3, breakfast: a dish that we do not know, so Masala dosa takes its place.');
    expect(changes.join(' ')).not.toContain('unicorn');
    expect(plan).not.toBeNull();
  });

  it('a main dish that comes a fourth time is replaced', () => {
    const draft = drafted();
    for (const row of draft.meals) if (row.meal === 'breakfast') row.dishes = ['idli', 'sambar', 'coconut-chutney'];
    const { plan, findings } = composeDiet(draft, aPerson(), WHEN);
    expect(findings.filter(({ code }) => code === 'repeated').length).toBeGreaterThanOrEqual(8);
    expect(verifyDiet(plan, aPerson()).broken).toEqual([]);
  });

  it('a meal that is missing is filled in', () => {
    const draft = drafted();
    draft.meals = draft.meals.filter(({ day, meal }) => day !== 4 || meal !== 'dinner');
    const { plan, findings, changes } = composeDiet(draft, aPerson(), WHEN);
    expect(slugsAt(plan, 4, 'dinner').length).toBeGreaterThan(0);
    expect(findings).toContainEqual({ code: 'count', path: 'days.3.meals.3', message: 'There is no dinner on day 4.' });
    expect(changes[0]).toMatch(/^Day 4, dinner: .+ put in\.$/);
  });

  it('a lunch of nothing but a curry gets what it is eaten with', () => {
    const { plan, changes } = composeDiet(
      draftWith(1, 'lunch', () => ['chow-chow-kootu']),
      aPerson(),
      WHEN,
    );
    expect(slugsAt(plan, 1, 'lunch').length).toBeGreaterThan(1);
    expect(changes.join(' ')).toContain('Day 1, lunch:');
  });

  it('a day whose dishes cannot come to the target gets others', () => {
    const draft = drafted();
    for (const row of draft.meals)
      if (row.day === 6) row.dishes = row.meal === 'snacks' ? ['guava'] : ['vegetable-salad'];
    const { plan, changes } = composeDiet(draft, aPerson(), WHEN);
    expect(changes.some((change) => change.startsWith('Day 6'))).toBe(true);
    expect(verifyDiet(plan, aPerson()).broken).toEqual([]);
  });

  it('with too little to make a week of, there is no plan', () => {
    for (const draft of [null, 'idli', {}, { meals: [] }, { meals: drafted().meals.slice(0, 13) }]) {
      const { plan, findings } = composeDiet(draft, aPerson(), WHEN);
      expect(plan).toBeNull();
      expect(findings.at(-1)?.code).toBe('missing_part');
    }
  });
});

describe('a writer’s words', () => {
  it('are kept where they are clean', () => {
    const draft = {
      ...drafted(),
      title: 'Ragi and greens',
      summary: 'Light dinners, filling lunches.',
      notes: ['Soak the dal.'],
    };
    const { plan } = composeDiet(draft, aPerson(), WHEN);
    expect([plan?.title, plan?.summary]).toEqual(['Ragi and greens', 'Light dinners, filling lunches.']);
    expect(plan?.notes).toContain('Soak the dal.');
  });

  it('are replaced by ours where they are not', () => {
    const told = dietTargets(aPerson());
    for (const text of Object.values(HOSTILE_TEXTS).flat()) {
      const words = wordsOfPlan({ title: text, summary: text, notes: [text] }, aPerson(), told);
      expect(words.title, text).toBe('Vegetarian week from Tamil Nadu');
      expect(words.summary, text).toMatch(/^1,490 kcal/);
      expect(words.notes, text).not.toContain(text);
      for (const word of [words.title, words.summary, ...words.notes])
        expect(mayBeShown(word, { max: 400 })).toBe(true);
    }
  });
});

describe('any draft at all', () => {
  const slug = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...dishes.map((dish) => dish.slug)) },
    { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
  );
  const person = fc.constantFrom(
    aPerson(),
    aPerson({ diet: 'vegan', allergies: ['soy'], targetWeight: 62.4 }),
    aPerson({ diet: 'jain', medicalConditions: ['hypertension'] }),
    aPerson({
      diet: 'non-vegetarian',
      allergies: ['gluten', 'dairy'],
      currentWeight: 90,
      targetWeight: 80,
      sex: 'male',
      height: 178,
    }),
  );

  it('of our dishes becomes a plan that holds', () => {
    const meals = fc
      .array(fc.array(slug, { minLength: 1, maxLength: 9 }), { minLength: 28, maxLength: 28 })
      .map((rows) => rows.map((named, i) => ({ day: 1 + Math.floor(i / 4), meal: MEALS[i % 4], dishes: named })));
    fc.assert(
      fc.property(person, meals, (profile, rows) => {
        const { plan, findings } = composeDiet({ meals: rows }, profile, WHEN);
        if (plan === null) expect(findings.length).toBeGreaterThan(0);
        else expect(verifyDiet(plan, profile).broken).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('of anything else becomes a plan that holds, or none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.anything(), fc.record({ meals: fc.anything() })), (draft) => {
        const { plan } = composeDiet(draft, aPerson(), WHEN);
        if (plan) expect(verifyDiet(plan, aPerson()).broken).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
