import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeShown } from '../plans/text.ts';
import { seeded } from '../plans/seeded.ts';
import { directionOf } from './energy-need.ts';
import { figure } from './figures.ts';
import { anyRequest, aPerson } from './people.ts';
import { proteinReach } from './reach.ts';
import { readDietRequest } from './request.ts';
import { dietTargets } from './targets.ts';
import { TEXT_MOST } from './texts.ts';

const linesOf = (change: Parameters<typeof aPerson>[0]) =>
  Object.fromEntries(dietTargets(aPerson(change)).working.map(({ name, value }) => [name, value]));

describe('the target of a person', () => {
  it('is worked out line by line', () => {
    const { targets, working, paceKg, weeks } = dietTargets(aPerson());
    expect(working.map(({ name, value, unit }) => `${name} ${String(value)} ${unit}`)).toEqual([
      'Resting need 1318 kcal',
      'For Indians 1199 kcal',
      'Your days 1858 kcal',
      'Slow loss -372 kcal',
      'Energy a day 1490 kcal',
      'Protein by weight 100 g',
      'Protein in reach 86 g',
      'Fat 41 g',
      'Fibre 25 g',
      'Carbohydrate 182 g',
    ]);
    expect(working[0]?.formula).toBe('Mifflin–St Jeor: 10 × 62.4 kg + 6.25 × 160 cm − 5 × 29 years − 161');
    expect(targets).toEqual({ calories: 1490, protein: 86, carbs: 182, fat: 41, fibre: 25 });
    expect([paceKg, weeks]).toEqual([-0.33, 15]);
  });

  it('is that of the mean where sex is left out, and says so', () => {
    const { working, notes } = dietTargets(aPerson({ sex: null }));
    expect(working[0]).toMatchObject({ value: 1401 });
    expect(working[0]?.formula).toContain('mean');
    expect(notes.join(' ')).toContain('Sex was left out');
  });

  it('is not corrected for people who are not Indian', () => {
    expect(linesOf({ region: 'other' })).not.toHaveProperty('For Indians');
    expect(linesOf({ region: 'other' })['Your days']).toBe(Math.round(1318 * 1.55));
    expect(linesOf({ region: 'kerala' })['For Indians']).toBe(1199);
  });

  it('loses at most 500 kcal or 20 %, gains 10 %, keeps the need', () => {
    expect(linesOf({ activity: 'extra', currentWeight: 110, targetWeight: 90 })['Slow loss']).toBe(-500);
    expect(linesOf({ targetWeight: 62 })).not.toHaveProperty('Slow loss');
    expect(linesOf({ targetWeight: 70 })['Slow gain']).toBe(186);
    expect(directionOf({ currentWeight: 60, targetWeight: 59.1 })).toBe('keep');
    expect(directionOf({ currentWeight: 60, targetWeight: 59 })).toBe('lose');
  });

  it('is never under the floor, and the slower pace is named', () => {
    const { targets, working, notes, need } = dietTargets(aPerson({ age: 60, activity: 'sedentary' }));
    expect(need.floorBinds).toBe(true);
    expect(targets.calories).toBe(1200);
    expect(working.map(({ name }) => name)).toContain('Not less than');
    expect(notes[0]).toMatch(/kcal a day would be too little for you, so this plan goes slower/);
  });

  it('is for a pregnancy 350 kcal more, and enough protein', () => {
    const { working, protein } = dietTargets(
      aPerson({ medicalConditions: ['pregnancy'], targetWeight: 62.4, goals: [], diet: 'non-vegetarian' }),
    );
    expect(working.find(({ name }) => name === 'Pregnancy')?.value).toBe(350);
    expect(protein.ideal).toBe(75);
  });
});

describe('protein', () => {
  const idealOf = (change: Parameters<typeof aPerson>[0]) => dietTargets(aPerson(change)).protein;

  it('is 1.6 g a kg for losing, gaining and muscle, 1.2 otherwise and from 65', () => {
    expect(idealOf({}).perKg).toBe(1.6);
    expect(idealOf({ targetWeight: 62.4, goals: ['muscle gain'] }).perKg).toBe(1.6);
    expect(idealOf({ targetWeight: 62.4, goals: [] }).perKg).toBe(1.2);
    expect(idealOf({ age: 65 }).perKg).toBe(1.2);
  });

  it('is not raised with kidney disease, and the note says who knows', () => {
    const told = dietTargets(aPerson({ medicalConditions: ['kidney disease'] }));
    expect(told.protein.perKg).toBe(0.83);
    expect(told.notes.join(' ')).toContain('Ask your doctor');
  });

  it('counts no weight beyond a BMI of 25', () => {
    expect(idealOf({ currentWeight: 100, targetWeight: 80 })).toMatchObject({ kg: 64, capped: true, ideal: 102 });
  });

  it('asks for no more than 95 % of what the dishes reach, and says so', () => {
    const { protein, notes } = dietTargets(aPerson({ diet: 'vegan', allergies: ['soy'] }));
    expect(protein.reachBinds).toBe(true);
    expect(protein.target).toBe(Math.floor(protein.reach * 0.95));
    expect(notes[0]).toMatch(
      /^Protein: 100 g would be ideal; \d+ g is what vegan days of this size reach without powder/,
    );
  });

  it('in reach is less the more is left out', () => {
    const reach = (change: Parameters<typeof aPerson>[0]) => proteinReach(aPerson(change), 1800);
    expect(reach({ diet: 'non-vegetarian' })).toBeGreaterThan(reach({ diet: 'eggetarian' }));
    expect(reach({ diet: 'eggetarian' })).toBeGreaterThanOrEqual(reach({ diet: 'vegetarian' }));
    expect(reach({ diet: 'vegetarian' })).toBeGreaterThan(reach({ diet: 'vegan' }));
    expect(reach({ diet: 'vegan' })).toBeGreaterThan(reach({ diet: 'vegan', allergies: ['soy'] }));
    expect(reach({ diet: 'vegetarian' })).toBeGreaterThan(
      reach({ diet: 'vegetarian', withoutKeys: ['toor_dal', 'moong_dal', 'moong'] }),
    );
    // Never more than the linear programme says.
    expect(proteinReach(aPerson({ diet: 'vegan' }), 1800)).toBeLessThanOrEqual(97);
  });
});

describe('for anybody', () => {
  it('raising weight never lowers the resting need, and the target is never under the floor', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 139 }), fc.integer({ min: 18, max: 85 }), (kg, age) => {
        const [light, heavy] = [kg, kg + 1].map((currentWeight) =>
          dietTargets(aPerson({ currentWeight, targetWeight: currentWeight, age })),
        );
        expect(heavy?.need.resting).toBeGreaterThanOrEqual(light?.need.resting ?? 0);
        expect(light?.targets.calories).toBeGreaterThanOrEqual(light?.need.floor ?? Infinity);
        expect(light?.targets.calories).toBeGreaterThanOrEqual(1200);
      }),
    );
  });

  it('macros come to the energy, and every sentence may be shown', () => {
    const chance = seeded(3);
    for (let i = 0; i < 150; i++) {
      const read = readDietRequest(anyRequest(chance));
      if (!('profile' in read)) continue;
      const { targets, notes, working, paceKg, weeks } = dietTargets(read.profile);
      const { calories, protein, carbs, fat, fibre } = targets;
      expect(Math.abs(4 * protein + 4 * carbs + 9 * fat + 2 * fibre - calories)).toBeLessThanOrEqual(2);
      for (const note of notes) expect(mayBeShown(note, { max: TEXT_MOST.note }), note).toBe(true);
      for (const { formula, value } of working) {
        expect(formula).not.toMatch(/NaN|undefined|Infinity/);
        expect(Number.isInteger(value)).toBe(true);
      }
      if (paceKg === null) expect(weeks).toBeNull();
      else expect(Math.sign(paceKg)).toBe(directionOf(read.profile) === 'lose' ? -1 : 1);
    }
  });
});

describe('figures', () => {
  it.each<[number, number, string]>([
    [1490, 0, '1,490'],
    [1234567, 0, '1,234,567'],
    [0.4, 1, '0.4'],
    [62, 1, '62'],
    [-372, 0, '−372'],
    [-0.001, 1, '0'],
    [6.25, 3, '6.25'],
  ])('%s to %s digits: %s', (value, digits, text) => {
    expect(figure(value, digits)).toBe(text);
  });
});
