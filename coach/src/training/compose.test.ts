import { CONDITIONS } from '@trainer/contract/plan-words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInExercises } from '../exercises.ts';
import { HOSTILE_TEXTS } from '../plans/red-team.ts';
import type { TrainingProfile } from '../plans/types.ts';
import { composeWorkout } from './compose.ts';
import { draftWorkout } from './planner.ts';
import { anybody, done, KAVYA, person } from './suite.ts';
import { verifyWorkout } from './verify.ts';

const WEEK = [
  { day: 1, exercises: ['goblet-squat', 'romanian-deadlift', 'plank'] },
  { day: 2, exercises: ['dumbbell-bench-press', 'seated-cable-row', 'overhead-press'] },
  { day: 4, exercises: ['goblet-squat', 'romanian-deadlift', 'plank'] },
  { day: 6, exercises: ['dumbbell-bench-press', 'seated-cable-row', 'overhead-press'] },
];
const SLUGS = [
  'goblet-squat',
  'dumbbell-bench-press',
  'seated-cable-row',
  'romanian-deadlift',
  'overhead-press',
  'plank',
];
const draft = (change: object = {}) => ({
  title: 'Strong and light',
  summary: 'Builds muscle while you get lighter',
  exercises: SLUGS.map((slug) => ({ slug, why: 'It suits you.' })),
  days: WEEK,
  notes: ['Sleep well.'],
  ...change,
});
const composed = (given: unknown, profile: TrainingProfile = KAVYA) => {
  const result = composeWorkout(given, profile, { seed: 1 });
  if (!result.plan) throw new Error(JSON.stringify(result.findings));
  expect(verifyWorkout(result.plan, profile).broken).toEqual([]);
  return { ...result, plan: result.plan, slugs: result.plan.exercises.map(({ slug }) => slug) };
};

describe('a good draft', () => {
  it('keeps its exercises, days and words, and gets our numbers', () => {
    const { plan, findings, changes, slugs } = composed(draft());
    expect([findings, changes]).toEqual([[], []]);
    expect(slugs.toSorted()).toEqual(SLUGS.toSorted());
    expect(plan.title).toBe('Strong and light');
    expect(plan.summary).toBe('Builds muscle while you get lighter. Twelve weeks, easier in week 6.');
    expect(plan.notes[0]).toBe('Sleep well.');
    expect(plan.schedule.map(({ focus }) => focus)).toEqual([
      'Lower body',
      'Upper body',
      'Rest',
      'Lower body',
      'Rest',
      'Upper body',
      'Rest',
    ]);
    expect(plan.exercises[0]).toEqual({
      exerciseId: expect.stringMatching(/^[0-9a-f]{24}$/) as string,
      slug: 'goblet-squat',
      name: 'Goblet Squat',
      sets: 4,
      reps: 8,
      repsTo: 12,
      duration: null,
      restSeconds: 90,
      repsInReserve: 2,
      why: 'It suits you. Choose a weight that leaves 2 repetitions at the end of a set.',
      caution: null,
    });
  });

  it('is the same plan again for the same draft, person and seed', () => {
    expect(composeWorkout(draft(), KAVYA, { seed: 3 })).toEqual(composeWorkout(draft(), KAVYA, { seed: 3 }));
  });

  it('may have cardio on top', () => {
    const { plan, changes } = composed(
      draft({ days: [...WEEK, { day: 7, exercises: ['surya-namaskar'] }] }),
      person({ daysPerWeek: 5 }),
    );
    expect(changes).toEqual([]);
    expect(plan.schedule[6]).toMatchObject({ focus: 'Mobility', minutes: 20, exercises: [{ slug: 'surya-namaskar' }] });
    expect(plan.exercises).toHaveLength(6);
  });
});

describe('what is ruled out', () => {
  it('by a condition is replaced by the nearest that is not', () => {
    const { changes, slugs, findings } = composed(draft(), person({ medicalConditions: ['shoulder injury'] }));
    expect(changes).toEqual(['Barbell Overhead Press was replaced by Cable Face Pull, for your health.']);
    expect(findings).toMatchObject([{ code: 'condition', path: 'exercises.4.slug' }]);
    expect(slugs).toContain('face-pull');
    expect(slugs).not.toContain('overhead-press');
  });

  it('by equipment is replaced within its pattern', () => {
    const { changes, findings } = composed(draft(), person({ equipment: ['dumbbell', 'bench'] }));
    expect(changes).toEqual([
      'Seated Cable Row was replaced by One-Arm Dumbbell Row, for your equipment.',
      'Barbell Overhead Press was replaced by Dumbbell Shoulder Press, for your equipment.',
    ]);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['equipment']));
  });

  it('by being unknown or there twice is left out, and the week filled up', () => {
    const given = ['goblet-squat', 'goblet-squat', 'moon-walk', '__proto__', 'plank'].map((slug) => ({
      slug,
      why: '',
    }));
    const { changes, findings, slugs } = composed(draft({ exercises: given }));
    expect(findings.map(({ code }) => code)).toEqual(['duplicate', 'unknown_id', 'unknown_id', 'count', 'days']);
    expect(changes[0]).toBe('An exercise that we do not know was left out.');
    expect(changes.filter((text) => text.endsWith('was added, so that your week is complete.'))).toHaveLength(3);
    expect(new Set(slugs).size).toBe(5);
  });

  it('by being too hard for a beginner is replaced by an easier one', () => {
    const hard = draft({ exercises: SLUGS.with(0, 'barbell-back-squat').map((slug) => ({ slug, why: '' })) });
    const { changes } = composed(hard, person({ fitnessLevel: 'beginner', daysPerWeek: 3 }));
    expect(changes[0]).toBe('Barbell Back Squat was replaced by Goblet Squat, until you have trained for longer.');
  });

  it('by there being more than seven is what repeats a pattern', () => {
    const many = [...SLUGS, 'leg-press', 'lat-pulldown', 'side-plank'].map((slug) => ({ slug, why: '' }));
    const { slugs, changes } = composed(draft({ exercises: many }));
    expect(slugs).toHaveLength(7);
    expect(slugs).toContain('lat-pulldown');
    expect(changes).toContain('Side Plank was left out, because a plan has at most 7 exercises.');
  });
});

describe('days', () => {
  const rebuilt = (days: unknown, profile = KAVYA) => {
    const { plan, findings, changes } = composed(draft({ days }), profile);
    const trained = plan.schedule.filter(({ minutes }) => minutes > 0).length;
    return { codes: findings.map(({ code }) => code), trained, changes };
  };

  it('that give a muscle no rest are arranged anew', () => {
    const { codes, trained, changes } = rebuilt(WEEK.with(2, { day: 3, exercises: SLUGS }));
    expect([codes, trained]).toEqual([['recovery'], 4]);
    expect(changes).toEqual([
      'The days were arranged anew, so that you train on 4 and each muscle has 48 hours of rest.',
    ]);
  });

  it.each([
    ['too few', WEEK.slice(1)],
    ['one twice', WEEK.with(3, { day: 4, exercises: ['plank'] })],
    ['one that is none', WEEK.with(3, { day: 9, exercises: ['overhead-press'] })],
    ['an empty one', WEEK.with(3, { day: 6, exercises: [] })],
    ['an exercise on none of them', WEEK.map((day) => ({ ...day, exercises: day.exercises.slice(0, 2) }))],
  ])('of which there are %s are arranged anew', (_what, days) => {
    expect(rebuilt(days)).toMatchObject({ codes: ['days'], trained: 4 });
  });

  it('of strength are no more than a level bears', () => {
    const beginner = person({ fitnessLevel: 'beginner' });
    expect(rebuilt(WEEK, beginner)).toMatchObject({ codes: ['recovery'], trained: 4 });
  });

  it('are ours where the draft has none', () => {
    expect(rebuilt(undefined)).toMatchObject({ codes: ['shape'], trained: 4, changes: [] });
  });
});

describe('words', () => {
  it.each(Object.entries(HOSTILE_TEXTS))('that are %s give way to ours', (_kind, texts) => {
    for (const text of texts) {
      const { plan, findings } = composed(
        draft({ title: text, summary: text, notes: [text], exercises: SLUGS.map((slug) => ({ slug, why: text })) }),
      );
      expect(plan.title).toBe('Upper and lower body, four days of 45 minutes');
      expect(plan.summary).toBe('Builds muscle while your weight comes down slowly. Twelve weeks, easier in week 6.');
      expect(JSON.stringify(plan)).not.toContain(JSON.stringify(text).slice(1, -1));
      expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['text']));
    }
  });

  it('for an exercise that was replaced are not those of the old one', () => {
    const { plan } = composed(draft(), person({ medicalConditions: ['shoulder injury'] }));
    expect(plan.exercises.find(({ slug }) => slug === 'face-pull')?.why).not.toMatch(/It suits you/);
  });
});

describe('any draft', () => {
  const slug = fc.oneof(
    fc.constantFrom(...builtInExercises.map((one) => one.slug)),
    fc.constantFrom('x', 'constructor', '__proto__', ''),
  );
  const row = fc.oneof(fc.record({ slug, why: fc.string() }), slug, fc.jsonValue());
  const day = fc.record({ day: fc.integer({ min: -1, max: 9 }), exercises: fc.array(slug, { maxLength: 8 }) });
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.record({
      title: fc.string(),
      exercises: fc.array(row, { maxLength: 12 }),
      days: fc.array(day, { maxLength: 9 }),
    }),
    fc.record({
      exercises: fc.uniqueArray(slug, { minLength: 5, maxLength: 7 }),
      days: fc.array(day, { maxLength: 7 }),
    }),
  );

  it('becomes a plan that holds for this person, or none and the reason', () => {
    fc.assert(
      fc.property(anything, anybody, fc.nat(), (json, profile, seed) => {
        const { plan, findings } = composeWorkout(json, profile, { seed });
        if (plan) expect(verifyWorkout(plan, profile).broken).toEqual([]);
        else expect(findings.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  it('fills up from the built-in planner, so that even nothing becomes a plan', () => {
    for (const nothing of [null, undefined, 'plan', {}, [], { exercises: [], days: [] }]) {
      const { plan, findings } = composeWorkout(nothing, KAVYA, { seed: 1 });
      expect(plan?.exercises).toHaveLength(5);
      expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['shape', 'count']));
    }
  });
});

describe('loads', () => {
  it('are the person’s own, lighter for a condition, and say where they come from', () => {
    const history = [done('2026-11-24', 'goblet-squat', '16×12'), done('2026-11-24', 'dumbbell-bench-press', '10×12')];
    const { plan } = composed(draft(), person({ history, medicalConditions: ['shoulder pain'] }));
    const load = (slug: string) => plan.exercises.find((one) => one.slug === slug);
    expect(load('goblet-squat')).toMatchObject({ load: { weight: 16, each: false } });
    expect(load('dumbbell-bench-press')).toMatchObject({ load: { weight: 8, each: true }, repsInReserve: 3 });
    expect(load('dumbbell-bench-press')?.caution).toBe(
      'For your shoulder: 20 % lighter, and one repetition more left; stay in the range that does not hurt.',
    );
    expect(load('goblet-squat')?.why).toMatch(/Your best is 16 kg × 12; ready for 18 kg/);
    expect(load('plank')).not.toHaveProperty('load');
  });
});

it('under all conditions at once, at home, once a week for a quarter of an hour, there still is a plan', () => {
  const profile = person({
    medicalConditions: [...CONDITIONS],
    equipment: [],
    goals: ['general fitness'],
    daysPerWeek: 1,
    minutesPerSession: 15,
    age: 85,
  });
  const { plan } = composed(draftWorkout(profile, 1), profile);
  expect(plan.exercises).toHaveLength(5);
  expect(plan.schedule[0]?.minutes).toBeLessThanOrEqual(15);
});
