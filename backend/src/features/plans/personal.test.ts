import { CONDITIONS } from '@trainer/contract/plan-words';
import { describe, expect, it } from 'vitest';
import { dietPlan, workoutPlan } from '../../storage/suite/written-plans.ts';
import type { WrittenPlan } from '../../storage/port.ts';
import { impersonal } from './personal.ts';

const said = (request: Partial<WrittenPlan['request']>, plan = workoutPlan()) =>
  impersonal({ ...plan, request: { ...plan.request, ...request } } as WrittenPlan);

describe('a text of a plan that is shared', () => {
  it.each(CONDITIONS)('loses what it says of %s, and of that alone', (condition) => {
    const word = condition.replace(/ (pain|injury)$/, '');
    const text = said({ medicalConditions: [condition] });
    expect(text(`Train on three days. Go easy because of ${word}. Rest well.`)).toBe('Train on three days. Rest well.');
    const others = said({ medicalConditions: CONDITIONS.filter((one) => !one.startsWith(word)) });
    expect(others(`Mind the ${word} here.`)).toBe(`Mind the ${word} here.`);
  });

  it('loses weight, height and age, and keeps numbers that are none', () => {
    const text = said({ weight: 75.5, height: 175, age: 30 });
    expect(text('At 75.5 kg you need more. At 175 cm, too. At 30 years as well. Rest 30 seconds after 75 steps.')).toBe(
      'Rest 30 seconds after 75 steps.',
    );
    expect(text('Lift 175.5 kg for 1,175 cm.')).toBe('Lift 175.5 kg for 1,175 cm.');
    expect(text('Because of your start: slowly.')).toBe('');
  });

  it('loses what must not be eaten', () => {
    const text = said({ allergies: ['peanut'], without: ['Onion (raw)'] } as never, dietPlan());
    expect(text('No peanuts. No Onion (raw). Rice is fine.')).toBe('Rice is fine.');
  });
});
