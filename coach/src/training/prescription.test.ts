import { CONDITIONS } from '@trainer/contract/plan-words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeShown } from '../plans/text.ts';
import type { TrainingProfile, WorkoutContent } from '../plans/types.ts';
import { composeWorkout } from './compose.ts';
import { draftWorkout } from './planner.ts';
import { anybody, person } from './suite.ts';

const planFor = (profile: TrainingProfile): WorkoutContent => {
  const { plan } = composeWorkout(draftWorkout(profile, 5), profile, { seed: 5 });
  if (!plan) throw new Error('There is no plan.');
  return plan;
};
const says = (profile: TrainingProfile) =>
  Object.fromEntries(planFor(profile).prescription.map(({ subject, text }) => [subject, text]));

describe('a prescription', () => {
  it('names all ten for everybody, in whole sentences with their figures', () => {
    fc.assert(
      fc.property(anybody, (profile) => {
        const plan = planFor(profile);
        expect(plan.prescription.map(({ subject }) => subject)).toEqual([
          'frequency',
          'intensity',
          'time',
          'type',
          'volume',
          'progression',
          'warm-up',
          'cool-down',
          'safety',
          'clearance',
        ]);
        for (const { subject, text } of plan.prescription) {
          expect(text).toMatch(/^[A-Z0-9].{20,}\.$/);
          expect(text, subject).not.toMatch(/undefined|null|NaN|Infinity/);
          if (!['clearance', 'safety'].includes(subject)) expect(text, subject).toMatch(/\d/);
        }
        for (const text of [...plan.notes, ...plan.progression, plan.title, plan.summary])
          expect(mayBeShown(text, { max: 800 }), text).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('tells the week that the plan has', () => {
    const texts = says(person({ daysPerWeek: 5 }));
    expect(texts.frequency).toBe(
      'Train on five days a week: four days of strength and one day of cardio or mobility, with 48 hours before the same muscle works hard again.',
    );
    expect(texts.intensity).toMatch(/^End each set with 2 repetitions left, at about 60–80 % of what you could lift/);
    expect(texts.time).toMatch(/minutes a day of your 45, \d+ in all\.$/);
    expect(texts.volume).toMatch(/The range for you is 10 to 16, and no muscle gets more than 20\./);
  });

  it.each([
    ['hypertension', /180\/110/],
    ['heart disease', /11–13/],
    ['diabetes', /100 mg\/dl/],
    ['asthma', /inhaler/],
    ['osteoporosis', /rounding/],
    ['pregnancy', /bleeding/],
    ['kidney disease', /light weights/],
    ['knee pain', /3 of 10/],
    ['shoulder injury', /24 hours/],
  ] as const)('says what %s asks for, and who has to say yes', (condition, safety) => {
    const texts = says(person({ medicalConditions: [condition], goals: ['general fitness'] }));
    expect(texts.safety).toMatch(safety);
    expect(texts.clearance).toMatch(/doctor/);
    expect(texts.clearance).toContain(condition);
  });

  it('says when nobody has to', () => {
    expect(says(person()).clearance).toMatch(/^Nothing you told us needs a doctor first/);
    expect(says(person({ age: 68 })).clearance).toMatch(/last 3 months/);
    expect(says(person({ age: 46, fitnessLevel: 'beginner' })).clearance).toMatch(/last 3 months/);
  });

  it('has words that may be shown under all conditions at once', () => {
    for (const text of Object.values(says(person({ medicalConditions: [...CONDITIONS], goals: ['strength'] }))))
      expect(mayBeShown(text, { max: 3000 }), text).toBe(true);
  });
});

describe('without any weights', () => {
  const home = planFor(person({ equipment: [] }));

  it('nothing is said of weights: not in the warm-up, not in the progression', () => {
    const texts = [
      ...home.warmUp.map(({ text }) => text),
      ...home.progression,
      ...home.exercises.map(({ why }) => why),
    ];
    for (const text of [...texts, ...home.prescription.map((one) => one.text)])
      expect(text).not.toMatch(/weight|lighter|lift once|kg/);
  });

  it('the next step is a slower or harder variant', () => {
    expect(home.progression[0]).toMatch(/3 seconds down, or the harder variant/);
    expect(planFor(person()).progression[0]).toMatch(/then add weight/);
  });
});

describe('notes', () => {
  it('say how far the active minutes are from what the WHO advises', () => {
    expect(planFor(person({ goals: ['strength'], minutesPerSession: 20, daysPerWeek: 2 })).notes).toContain(
      'Beside the plan, walk briskly on any days, for the 150 minutes a week that the WHO advises.',
    );
    const { notes } = planFor(person({ goals: ['endurance'], daysPerWeek: 7, minutesPerSession: 60 }));
    expect(notes.join(' ')).not.toMatch(/WHO/);
  });

  it('say what the other days are for, and what a short session is', () => {
    expect(planFor(person({ daysPerWeek: 5 })).notes).toContain(
      'Of your five days, four are for strength, so that every muscle recovers; the other is for your heart and your joints.',
    );
    expect(planFor(person({ daysPerWeek: 1, minutesPerSession: 15 })).notes[0]).toMatch(/^15 minutes leave room for/);
  });

  it('tell the cautions of what comes on top, and balance from 65 years on', () => {
    const { notes } = planFor(person({ age: 70, daysPerWeek: 5, medicalConditions: ['asthma'] }));
    expect(notes).toContain(
      'Brisk Walking: For your breathing and your balance: an easy pace; build up slowly and keep your inhaler at hand; keep a wall or a chair within reach.',
    );
    expect(notes.at(-1)).toMatch(/^Practise balance/);
  });
});
