import { describe, expect, it } from 'vitest';
import references from '../data/validation.json' with { type: 'json' };
import { dishBySlug } from './catalogue.ts';
import { energyOf, impliedMoisture, partsOf } from './contents.ts';
import { dishes, dishOf, type Dish } from './dishes.ts';
import { ingredients } from './ingredients.ts';
import { isEatenAt } from './grammar.ts';
import { portionText, recipeOf } from './serving.ts';
import { MOST_STEPS } from './portions.ts';

const dish = (slug: string): Dish => {
  const found = dishBySlug(slug);
  if (!found) throw new Error(`There is no ${slug}.`);
  return found;
};
const count = (belongs: (dish: Dish) => boolean) => dishes.filter(belongs).length;

describe('the ingredients', () => {
  it('are 164, each with its own key, a source, and no more than 100 g in 100 g', () => {
    expect(ingredients).toHaveLength(164);
    expect(new Set(ingredients.map(({ key }) => key)).size).toBe(164);
    for (const { key, source, protein, carbs, fat, fibre, water } of ingredients) {
      expect(source, key).not.toBe('');
      // The single values come from different tables, so their sum is only nearly 100.
      expect(protein + carbs + fat + fibre + water, key).toBeLessThanOrEqual(106);
    }
  });

  it('name nothing twice that people would call the same', () => {
    const names = ingredients.flatMap(({ key, names }) => names.map((name) => `${name} = ${key}`));
    const words = ingredients.flatMap(({ names }) => names);
    expect(words.filter((name, i) => words.indexOf(name) !== i)).toEqual([]);
    expect(names.length).toBeGreaterThan(500);
  });
});

describe('the dishes', () => {
  it('are 248, each with its own slug', () => {
    expect(dishes).toHaveLength(248);
    expect(new Set(dishes.map(({ slug }) => slug)).size).toBe(248);
  });

  it('are of these diets, Jain ones beside', () => {
    expect(count(({ diet }) => diet === 'vegan')).toBe(167);
    expect(count(({ diet }) => diet === 'vegetarian')).toBe(53);
    expect(count(({ diet }) => diet === 'eggetarian')).toBe(7);
    expect(count(({ diet }) => diet === 'non-vegetarian')).toBe(21);
    expect(count(({ jain }) => jain)).toBe(136);
  });

  it('come from everywhere in the South', () => {
    const from = (region: string) => count(({ regions }) => regions.includes(region));
    expect(from('south-india')).toBe(145);
    expect([from('tamil-nadu'), from('kerala'), from('karnataka'), from('andhra-telangana')]).toEqual([60, 38, 36, 34]);
  });

  it('have these flags', () => {
    expect(count(({ flags }) => flags.has('deep-fried'))).toBe(13);
    expect(count(({ flags }) => flags.has('high-sodium'))).toBe(34);
    expect(count(({ flags }) => flags.has('lower-glycaemic'))).toBe(134);
  });

  it('hold between 0 and 98 % water, but for drinks that are little else', () => {
    for (const { slug, course, parts, cookedGrams } of dishes) {
      const moisture = impliedMoisture(parts, cookedGrams);
      expect(moisture, slug).toBeGreaterThanOrEqual(0);
      expect(moisture, slug).toBeLessThanOrEqual(course === 'drink' ? 99.5 : 98);
    }
  });

  it('weigh no more than what went in', () => {
    for (const { slug, parts, cookedGrams } of dishes) {
      const raw = parts.reduce((sum, { grams }) => sum + grams, 0);
      expect(cookedGrams, slug).toBeLessThanOrEqual(raw * 1.02);
    }
  });

  it('with an ingredient that the table does not have are refused', () => {
    expect(() => partsOf({ rice_raw: 100, unobtainium: 1 })).toThrow('There is no ingredient “unobtainium”');
  });

  it('have their energy worked out from what they hold', () => {
    for (const { slug, perPortion, per100 } of dishes) {
      expect(per100.kcal, slug).toBeCloseTo(energyOf(per100), 9);
      expect(perPortion.kcal, slug).toBeCloseTo(energyOf(perPortion), 9);
    }
    // Fat of oil is no longer free: 4.5 g are 40.5 kcal.
    expect(dish('sunflower-oil').perPortion.kcal).toBeCloseTo(40.5, 6);
  });

  it('are all eaten at some meal', () => {
    for (const one of dishes)
      expect(
        (['breakfast', 'lunch', 'snacks', 'dinner'] as const).some((meal) => isEatenAt(one, meal)),
        one.slug,
      ).toBe(true);
  });
});

describe('beside published values', () => {
  const compared = references.map((row) => ({ ...row, deviation: 100 * (dish(row.slug).per100.kcal / row.kcal - 1) }));
  const comparable = compared.filter(({ notComparable }) => notComparable === null);

  it('35 of 41 can be compared, and each of the others says why not', () => {
    expect(references).toHaveLength(41);
    expect(comparable).toHaveLength(35);
    for (const { notComparable } of compared) expect(notComparable).not.toBe('');
  });

  it('the energy of half of them is within 10 %', () => {
    const off = comparable.map(({ deviation }) => Math.abs(deviation)).sort((a, b) => a - b);
    expect(off[17]).toBeLessThanOrEqual(10);
  });
});

describe('what a dish holds', () => {
  it.each<[string, string[]]>([
    ['idli', []],
    ['coconut-chutney', ['gluten', 'mustard', 'coconut']],
    ['peanut-chutney', ['peanut', 'gluten', 'mustard']],
    ['lemon-rice', ['peanut', 'gluten', 'sesame', 'mustard']],
    ['dosa-plain', ['sesame']],
    ['fish-moilee', ['fish', 'coconut']],
    ['prawn-masala', ['shellfish', 'coconut']],
    ['chicken-65', ['dairy', 'egg', 'gluten']],
    ['tofu-plain', ['soy']],
    ['bread-whole-wheat', ['dairy', 'soy', 'gluten']],
    ['oats-upma', ['gluten', 'mustard']],
    ['papad-roasted', ['gluten']],
    ['groundnut-oil', ['peanut']],
  ])('%s', (slug, allergens) => {
    expect([...dish(slug).allergens].sort()).toEqual([...allergens].sort());
  });

  it('the weakest ingredient decides the diet', () => {
    expect(dish('idli').diet).toBe('vegan');
    expect(dish('ven-pongal').diet).toBe('vegetarian');
    expect(dish('honey').diet).toBe('vegetarian');
    expect(dish('egg-biryani').diet).toBe('eggetarian');
    expect(dish('mutton-biryani').diet).toBe('non-vegetarian');
  });

  it('onion, roots, mushroom, honey and brinjal are not Jain', () => {
    for (const slug of [
      'onion-raita',
      'carrot-poriyal',
      'mushroom-pepper-fry',
      'honey',
      'ennai-kathirikai',
      'egg-boiled',
    ])
      expect(dish(slug).jain, slug).toBe(false);
    expect(dish('idli').jain).toBe(true);
    expect(dish('curd').jain).toBe(true);
  });
});

describe('in household words', () => {
  it.each<[string, number, string]>([
    ['idli', 3, '3 idlis'],
    ['idli', 1, '1 idli'],
    ['sambar', 1.5, '1½ katori'],
    ['beans-poriyal', 1, '½ katori'],
    ['beans-poriyal', 1.5, '¾ katori'],
    ['milk-cow', 1, '1 tumbler'],
    ['milk-cow', 2.5, '2½ tumblers'],
    ['coconut-chutney', 1, '2 tbsp'],
    ['tofu-plain', 1.5, '150 g'],
    ['mango', 1, '½ mango'],
    ['mango', 3, '1½ mangoes'],
    ['puttu', 1, '½ cylinder'],
    ['almonds', 1.5, '15 almonds'],
  ])('%s, %s portions: %s', (slug, portions, text) => {
    expect(portionText(dish(slug).portion, portions)).toBe(text);
  });

  it('no portion of any dish is none, or an odd fraction', () => {
    for (const { slug, portion } of dishes)
      for (let steps = 1; steps <= MOST_STEPS; steps++) {
        const text = portionText(portion, steps * portion.step);
        expect(text, slug).toMatch(/^(?:[1-9]\d*[¼½¾]?|[¼½¾]) [a-z]/);
      }
  });
});

describe('a recipe', () => {
  it('is for one portion, raw', () => {
    const { ingredients: parts } = recipeOf(dish('beans-poriyal'));
    expect(parts[0]).toEqual({ name: 'French beans', grams: 80 });
    expect(parts.find(({ name }) => name === 'Salt')?.grams).toBe(0.8);
  });

  it('holds nothing of which there is none', () => {
    for (const one of dishes) for (const { grams } of recipeOf(one).ingredients) expect(grams).toBeGreaterThan(0);
  });

  it('says how, for every dish', () => {
    expect(dishes.filter(({ steps }) => steps.length === 0).map(({ slug }) => slug)).toEqual([]);
  });
});

describe('a dish of one’s own', () => {
  it('is worked out the same way', () => {
    const own = dishOf({
      slug: 'own',
      name: 'Own',
      aliases: [],
      regions: [],
      meals: ['lunch'],
      role: 'staple',
      course: 'rice',
      portion: { amount: 1, one: 'katori', many: 'katori', step: 0.5, grams: 130 },
      cookedGrams: 260,
      rawGrams: { rice_raw: 100, water: 190 },
    });
    expect(own.per100.kcal).toBeCloseTo((4 * 7.13 + 4 * 78.65 + 9 * 0.66 + 2 * 1.3) / 2.6, 6);
    expect(own.localName).toBeNull();
    expect(own.steps).toEqual([]);
  });
});
