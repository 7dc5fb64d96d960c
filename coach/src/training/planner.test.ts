import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COACHING_TEXTS } from '../plans/red-team.ts';
import { cleanText } from '../plans/text.ts';
import { builtInExercises } from '../exercises.ts';
import { composeWorkout } from './compose.ts';
import { draftWorkout } from './planner.ts';
import { anybody, person } from './suite.ts';
import { verifyWorkout } from './verify.ts';
import { whyOf } from './why.ts';

describe('the built-in planner', () => {
  it('writes a plan that holds for everybody, without anything to repair', () => {
    fc.assert(
      fc.property(anybody, fc.nat(), (profile, seed) => {
        const draft = draftWorkout(profile, seed);
        const { plan, findings, changes } = composeWorkout(draft, profile, { seed });
        expect([findings, changes]).toEqual([[], []]);
        const { broken } = verifyWorkout(plan, profile);
        expect(broken).toEqual([]);
        expect(plan?.prescription).toHaveLength(10);
      }),
      { numRuns: 300 },
    );
  });

  it('writes the same for the same person and seed', () => {
    fc.assert(
      fc.property(anybody, fc.nat(), (profile, seed) => {
        expect(draftWorkout(profile, seed)).toEqual(draftWorkout(structuredClone(profile), seed));
      }),
      { numRuns: 25 },
    );
  });

  it('varies with the seed, and keeps to what the person may do', () => {
    const weeks = Array.from({ length: 12 }, (_, seed) =>
      draftWorkout(person(), seed)
        .exercises.map(({ slug }) => slug)
        .toSorted()
        .join(),
    );
    expect(new Set(weeks).size).toBeGreaterThan(4);
  });

  it('trains each way to move where a gym, four days and an hour allow it', () => {
    const profile = person({ minutesPerSession: 60 });
    for (let seed = 0; seed < 10; seed += 1) {
      const { plan } = composeWorkout(draftWorkout(profile, seed), profile, { seed });
      const { checks } = verifyWorkout(plan, profile);
      expect(checks.find(({ name }) => name === 'pulls_and_pushes')).toMatchObject({ status: 'held' });
      const under = checks.find(({ name }) => name === 'weekly_sets')?.detail ?? '';
      expect(under).not.toMatch(/Under it: .*(back|hamstrings|glutes)/);
    }
  });

  it.each([
    ['strength', [3, 10]],
    ['muscle gain', [6, 15]],
    ['weight loss', [6, 15]],
    ['endurance', [6, 25]],
    ['general fitness', [6, 12]],
  ] as const)('gives repetitions as %s asks for', (goal, [from, to]) => {
    const profile = person({ goals: [goal], fitnessLevel: 'advanced' });
    const { plan } = composeWorkout(draftWorkout(profile, 2), profile, { seed: 2 });
    const compound = plan?.exercises.filter(({ slug }) => /squat|press|row|deadlift/.test(slug)) ?? [];
    expect(compound.length).toBeGreaterThan(1);
    for (const { reps, repsTo } of compound) {
      expect(reps).toBeGreaterThanOrEqual(from);
      expect(repsTo).toBeLessThanOrEqual(to);
    }
  });

  it('trains at 70 with high blood pressure gently: ten repetitions or more, four left, a long cool-down', () => {
    const profile = person({
      age: 70,
      medicalConditions: ['hypertension'],
      goals: ['strength'],
      fitnessLevel: 'beginner',
    });
    const { plan } = composeWorkout(draftWorkout(profile, 2), profile, { seed: 2 });
    for (const { reps, repsInReserve, duration } of plan?.exercises ?? []) {
      if (reps !== null) expect([reps >= 10, (repsInReserve ?? 0) >= 4]).toEqual([true, true]);
      else expect(duration).toBeLessThanOrEqual(20);
    }
    expect(plan?.coolDown.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(8);
  });

  it('fills days beyond what a level bears with cardio and mobility', () => {
    const profile = person({ fitnessLevel: 'beginner', daysPerWeek: 7 });
    const { plan } = composeWorkout(draftWorkout(profile, 2), profile, { seed: 2 });
    expect(plan?.schedule.map(({ focus }) => focus)).toEqual([
      'Full body',
      'Cardio',
      'Full body',
      'Cardio',
      'Full body',
      'Cardio',
      'Mobility',
    ]);
  });

  it('pushes, pulls and trains legs twice where six days are asked of an advanced lifter', () => {
    const profile = person({ fitnessLevel: 'advanced', daysPerWeek: 6, minutesPerSession: 75, goals: ['muscle gain'] });
    const { plan } = composeWorkout(draftWorkout(profile, 2), profile, { seed: 2 });
    expect(plan?.schedule.map(({ focus }) => focus)).toEqual(['Push', 'Pull', 'Legs', 'Push', 'Pull', 'Legs', 'Rest']);
  });
});

describe('reasons', () => {
  it('are words that any writer might have written', () => {
    for (const exercise of builtInExercises) expect(cleanText(whyOf(exercise), { max: 160 })).toBe(whyOf(exercise));
    expect(COACHING_TEXTS).toContain('As many pulls as presses keeps shoulders happy.');
  });
});
