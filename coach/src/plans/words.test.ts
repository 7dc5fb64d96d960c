import { ALLERGENS, CONDITIONS, DIETS, EQUIPMENT, GOALS, HARD_STOPS, REGIONS } from '@trainer/contract/plan-words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ingredients } from '../nutrition/ingredients.ts';
import { readAllergies, readConditions, readDiet, readEquipment, readGoals, readRegion, sayUnknown } from './words.ts';

const NOTHING = ['None', 'no', 'nil', '', '  ', 'N/A', 'n/a', '-', 'nothing', 'No allergies', null, undefined, []];

describe('every word of the closed lists', () => {
  it('is known, however it is written', () => {
    for (const goal of GOALS) expect(readGoals(goal.toUpperCase())).toEqual({ known: [goal], unknown: [] });
    for (const diet of DIETS) expect(readDiet(` ${diet} `).diet).toBe(diet);
    for (const allergen of ALLERGENS) {
      expect(readAllergies(allergen).allergies).toEqual([allergen]);
      expect(readDiet(`no ${allergen}`).allergies).toContain(allergen);
    }
    for (const condition of CONDITIONS) expect(readConditions(condition).known).toEqual([condition]);
    for (const stop of HARD_STOPS) expect(readConditions(stop).hardStops).toEqual([stop]);
    for (const region of REGIONS) expect(readRegion(region).known).toEqual([region]);
    for (const thing of EQUIPMENT) expect(readEquipment(thing).known).toEqual([thing]);
  });

  it('and nothing is nothing', () => {
    for (const said of NOTHING) {
      expect(readGoals(said)).toEqual({ known: [], unknown: [] });
      expect(readDiet(said)).toMatchObject({ diet: null, allergies: [], withoutKeys: [], unknown: [] });
      expect(readAllergies(said)).toMatchObject({ allergies: [], withoutKeys: [], unknown: [] });
      expect(readConditions(said)).toMatchObject({ known: [], hardStops: [], allergies: [], unknown: [] });
      expect(readEquipment(said)).toEqual({ known: [], unknown: [] });
    }
  });
});

describe('goals', () => {
  it.each([
    ['lose fat', ['weight loss']],
    ['Weight Loss, Muscle Gain', ['weight loss', 'muscle gain']],
    ['lose weight and build muscle', ['weight loss', 'muscle gain']],
    ['I want to get stronger', ['strength']],
    ['improve my flexibility', []],
  ])('%s', (said, known) => {
    expect(readGoals(said).known).toEqual(known);
  });
});

describe('diets', () => {
  it.each([
    ['veg', 'vegetarian'],
    ['Pure Veg', 'vegetarian'],
    ['I am a vegetarian', 'vegetarian'],
    ['eggs too', 'eggetarian'],
    ['non veg', 'non-vegetarian'],
    ['Everything', 'non-vegetarian'],
    ['plant-based', 'vegan'],
    ['Jain food', 'jain'],
  ])('%s: %s', (said, diet) => {
    expect(readDiet(said)).toMatchObject({ diet, allergies: [], unknown: [] });
  });

  it('of two, the stricter one counts', () => {
    expect(readDiet('vegetarian, vegan').diet).toBe('vegan');
    expect(readDiet(['non veg', 'Jain']).diet).toBe('jain');
  });

  it('vegan and Jain is Jain without milk', () => {
    for (const said of ['vegan and jain', 'vegan jain', ['Jain', 'Vegan']])
      expect(readDiet(said)).toMatchObject({ diet: 'jain', allergies: ['dairy'], unknown: [] });
  });

  it('no onion and no garlic is not Jain: only these are kept out', () => {
    for (const said of ['No onion no garlic', 'no onion, no garlic', 'no onion and garlic'])
      expect(readDiet(said)).toMatchObject({
        diet: null,
        withoutKeys: ['onion', 'onion_small', 'garlic'],
        unknown: [],
      });
  });

  it('a pescatarian eats fish and no meat', () => {
    const { diet, withoutKeys } = readDiet('pescatarian');
    expect(diet).toBe('non-vegetarian');
    expect(withoutKeys).toEqual(['chicken_breast', 'chicken_thigh', 'chicken_leg', 'mutton']);
  });

  it('what says the opposite is not taken for the thing', () => {
    for (const said of ['not vegetarian', 'not vegan']) {
      const { diet, unknown } = readDiet(said);
      expect([diet, unknown.length]).toEqual([null, 1]);
    }
    expect(readConditions('no diabetes').known).toEqual([]);
  });
});

describe('diets and allergies in one field', () => {
  it.each<[string, string[]]>([
    ['lactose intolerant', ['dairy']],
    ['gluten free', ['gluten']],
    ['celiac', ['gluten']],
    ['nut free', ['peanut', 'nuts']],
    ['Vegetarian, no peanuts and gluten free', ['peanut', 'gluten']],
    ['allergic to prawns', ['shellfish']],
    ['seafood', ['fish', 'shellfish']],
    ['no egg', ['egg']],
    ['egg', ['egg']],
  ])('%s', (said, allergies) => {
    expect(readDiet(said)).toMatchObject({ allergies, unknown: [] });
  });

  it('a health word among them is not lost', () => {
    expect(readDiet('diabetic').conditions).toEqual(['diabetes']);
    expect(readConditions('peanut allergy')).toMatchObject({ known: [], allergies: ['peanut'], unknown: [] });
    expect(readConditions('coeliac disease').allergies).toEqual(['gluten']);
  });
});

describe('single ingredients', () => {
  it.each<[string, string[]]>([
    ['jeeragam', ['cumin']],
    ['vendakkai', ['okra']],
    ['chana', ['chana_dal', 'chana_whole', 'kabuli', 'besan', 'pottukadalai']],
    ['Kathirikai allergy', ['brinjal']],
    ['toor_dal', ['toor_dal']],
    ['onions', ['onion', 'onion_small']],
    ['urad dal', ['urad_dal', 'papad']],
  ])('%s', (said, keys) => {
    const read = readAllergies(said);
    expect(read).toMatchObject({ allergies: [], withoutKeys: keys, unknown: [] });
    expect(read.without).toHaveLength(new Set(read.without).size);
  });

  it('each is known by its key, its name and all that people call it', () => {
    for (const { key, name, names } of ingredients) {
      if (key === 'water') continue;
      for (const word of [key, name, ...names]) {
        const { allergies, withoutKeys, unknown } = readAllergies(word.replaceAll(',', ' '));
        expect(unknown, word).toEqual([]);
        expect(allergies.length + withoutKeys.length, word).toBeGreaterThan(0);
      }
    }
  });

  it('one that is an allergen is taken for the whole of it as an allergy, and for itself as a wish', () => {
    expect(readAllergies('paneer')).toMatchObject({ allergies: ['dairy'], withoutKeys: [] });
    expect(readDiet('no paneer')).toMatchObject({ allergies: [], withoutKeys: ['paneer'], without: ['Paneer'] });
    expect(readAllergies('sesame oil').allergies).toEqual(['sesame']);
  });

  it('food that is in no dish is kept out without doing', () => {
    expect(readAllergies('kiwi, pork')).toMatchObject({ withoutKeys: [], without: ['kiwi', 'pork'], unknown: [] });
  });
});

describe('conditions', () => {
  it.each<[string, string[], string[]]>([
    ['BP', ['hypertension'], []],
    ['sugar', ['diabetes'], []],
    ['Type 2 Diabetes, high BP', ['hypertension', 'diabetes'], []],
    ['knee pain and back pain', ['knee pain', 'lower back pain'], []],
    ['acute knee', ['knee injury'], []],
    ['slip disc', ['lower back injury'], []],
    ['I have asthma', ['asthma'], []],
    ['pregnant', ['pregnancy'], []],
    ['heart attack', [], ['recent heart attack or stroke']],
    ['history of stroke', [], ['recent heart attack or stroke']],
    ['recent surgery', [], ['recent surgery']],
    ['uncontrolled BP', [], ['uncontrolled hypertension']],
    ['anorexia', [], ['eating disorder']],
    ['dizziness', [], ['fainting']],
  ])('%s', (said, known, hardStops) => {
    expect(readConditions(said)).toMatchObject({ known, hardStops, unknown: [] });
  });
});

describe('equipment', () => {
  it('a gym has everything, a home nothing', () => {
    expect(readEquipment('Gym').known).toEqual([...EQUIPMENT]);
    for (const said of ['none', 'no equipment', 'bodyweight', 'at home', ['mat']])
      expect(readEquipment(said)).toEqual({ known: [], unknown: [] });
    expect(readEquipment('Dumbbells, a bench and pull up bar').known).toEqual(['dumbbell', 'bench', 'pull-up bar']);
  });
});

describe('a word that nobody knows', () => {
  it.each([
    [
      'jeeragam powder mix',
      'We do not know “jeeragam powder mix”, so we could not keep it out. Did you mean cumin (jeeragam)?',
    ],
    ['penut', 'We do not know “penut”, so we could not keep it out. Did you mean peanut?'],
    ['xylophone', 'We do not know “xylophone”, so we could not keep it out.'],
  ])('%s is refused by name', (said, message) => {
    const { unknown, allergies, withoutKeys } = readAllergies(said);
    expect([allergies, withoutKeys]).toEqual([[], []]);
    expect(unknown.map((word) => sayUnknown(word, 'keep it out'))).toEqual([message]);
  });

  it('in pictures or in another script is refused, for it may well be an allergy', () => {
    for (const said of ['🥜', 'வேர்க்கடலை', 'арахис', '???']) expect(readAllergies(said).unknown).toHaveLength(1);
  });

  it('takes nothing away from those beside it', () => {
    expect(readAllergies('milk, blorb, eggs')).toMatchObject({
      allergies: ['dairy', 'egg'],
      unknown: [{ word: 'blorb' }],
    });
  });

  it('is refused among conditions, diets and goals, too', () => {
    expect(readConditions('thyroid').unknown).toHaveLength(1);
    expect(readDiet('keto').unknown).toHaveLength(1);
    expect(readGoals('world peace').unknown).toHaveLength(1);
    expect(readRegion('Atlantis').unknown).toHaveLength(1);
    expect(readRegion('tamilnad').unknown).toEqual([{ word: 'tamilnad', meant: 'tamil-nadu' }]);
    // A food is no condition, and is not quietly dropped among them.
    expect(readConditions('vegetarian').unknown).toHaveLength(1);
  });

  it('is never passed over: whatever is said is understood, refused, or says nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 30 })), (words) => {
        for (const word of words) {
          const read = readAllergies([word]);
          const understood =
            read.allergies.length +
            read.without.length +
            read.conditions.length +
            read.hardStops.length +
            (read.diet === null ? 0 : 1);
          const parts = word.split(/[,;\n]/).filter((part) => /[\p{L}\p{N}]/u.test(part));
          const nothing = parts.every(
            (part) => readGoals(part).known.length === 0 && readGoals(part).unknown.length === 0,
          );
          expect(understood + read.unknown.length > 0 || nothing).toBe(true);
        }
      }),
    );
  });
});
