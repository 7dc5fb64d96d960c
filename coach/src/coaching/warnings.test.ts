import { describe, expect, it } from 'vitest';
import { builtInExercises, exerciseBySlug } from '../exercises.ts';
import { warningsFor } from './warnings.ts';

const of = (slug: string, ...conditions: string[]) => warningsFor(exerciseBySlug(slug)?._id ?? '', conditions);

describe('a warning', () => {
  it('tells to leave out what an acute condition forbids, and to take care with pain', () => {
    expect(of('barbell-bench-press', 'Acute shoulder injury')).toEqual([
      {
        condition: 'Acute shoulder injury',
        message: 'Not with “Acute shoulder injury”: choose another exercise.',
      },
    ]);
    expect(of('barbell-bench-press', 'shoulder pain')[0]?.message).toMatch(/^Take care with “shoulder pain”/);
  });

  it('comes once for each condition that matters, and for no other', () => {
    expect(of('barbell-bench-press', 'wrist pain', 'knee pain', 'High blood pressure', 'hay fever', '')).toMatchObject([
      { condition: 'wrist pain' },
      { condition: 'High blood pressure' },
    ]);
    expect(of('barbell-bench-press')).toEqual([]);
  });

  it('comes for none but the exercises of the catalogue', () => {
    expect(warningsFor('f'.repeat(24), ['knee injury'])).toEqual([]);
  });

  it('comes for some exercise with every condition that is known', () => {
    const known = ['hypertension', 'heart disease', 'diabetes', 'asthma', 'osteoporosis', 'pregnancy'];
    const parts = ['knee', 'lower back', 'shoulder', 'wrist'].flatMap((part) => [`${part} pain`, `${part} injury`]);
    for (const condition of [...known, ...parts])
      expect(
        builtInExercises.some(({ _id }) => warningsFor(_id, [condition]).length > 0),
        condition,
      ).toBe(true);
  });
});
