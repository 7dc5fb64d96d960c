import { ALLERGENS, DIETS } from '@trainer/contract/plan-words';
import { describe, expect, it } from 'vitest';
import { catalogueVersion, dishBySlug, dishesFor, forbidden } from './catalogue.ts';
import { dishes } from './dishes.ts';
import { aPerson } from './people.ts';

const slugs = (change: Parameters<typeof aPerson>[0]) => new Set(dishesFor(aPerson(change)).map(({ slug }) => slug));

describe('what a person may eat', () => {
  it('is by their diet', () => {
    const sizes = DIETS.map((diet) => slugs({ diet }).size);
    expect(sizes).toEqual([167, 220, 227, 248, 136]);
  });

  it('holds no ingredient that is an allergen, whatever the dish is called', () => {
    for (const allergen of ALLERGENS) {
      const left = dishesFor(aPerson({ diet: 'non-vegetarian', allergies: [allergen] }));
      expect(left.length).toBeGreaterThan(20);
      const tags = left.flatMap(({ parts }) => parts.flatMap(({ ingredient }) => ingredient.tags));
      expect(tags).not.toContain(allergen);
      expect(tags).not.toContain(`${allergen}-trace`);
      if (allergen === 'gluten') expect(tags).not.toContain('hing');
    }
  });

  it('holds none of the single ingredients that are kept out', () => {
    const left = dishesFor(aPerson({ withoutKeys: ['cumin', 'onion'] }));
    for (const { keys } of left) expect(keys.has('cumin') || keys.has('onion')).toBe(false);
    expect(left.length).toBeLessThan(slugs({}).size);
  });

  it('respects conditions', () => {
    expect(slugs({ diet: 'non-vegetarian', medicalConditions: ['pregnancy'] })).not.toContain('seer-fish-fry');
    expect(slugs({ medicalConditions: ['pregnancy'] })).not.toContain('papaya-thoran');
    expect(slugs({ medicalConditions: ['pregnancy'] })).not.toContain('sprouts-salad');
    expect(slugs({ medicalConditions: ['hypertension'] })).not.toContain('mango-pickle');
    expect(slugs({ medicalConditions: ['heart disease'] })).not.toContain('medu-vada');
    expect(slugs({ medicalConditions: ['kidney disease'] })).not.toContain('whey-water');
    for (const { keys } of dishesFor(aPerson({ medicalConditions: ['diabetes'] })))
      for (const sweet of ['sugar', 'jaggery', 'honey']) expect(keys.has(sweet)).toBe(false);
    expect(slugs({ medicalConditions: ['asthma'] })).toEqual(slugs({}));
  });

  it('says why a dish is not for them', () => {
    const dish = dishBySlug('peanut-chutney');
    if (!dish) throw new Error('There is no peanut chutney.');
    expect(forbidden(dish, aPerson({ allergies: ['peanut'] }))).toEqual({ code: 'allergen', because: 'holds peanut' });
    expect(forbidden(dish, aPerson({ withoutKeys: ['garlic'] }))?.because).toBe('holds garlic');
    expect(forbidden(dish, aPerson({ diet: 'jain' }))).toEqual({ code: 'diet', because: 'is not Jain' });
    expect(forbidden(dish, aPerson())).toBeNull();
  });
});

describe('the catalogue', () => {
  it('finds every dish by its slug, and nothing else', () => {
    for (const dish of dishes) expect(dishBySlug(dish.slug)).toBe(dish);
    for (const slug of ['', 'constructor', '__proto__', 'Idli']) expect(dishBySlug(slug)).toBeUndefined();
  });

  it('has a version that is a word', () => {
    expect(catalogueVersion).toMatch(/^[0-9a-f]{8}$/);
  });
});
