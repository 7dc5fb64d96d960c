import { describe, expect, it } from 'vitest';
import '../testing/device.ts';
import { dietPlan, exerciseOf, itemOf, workoutPlan } from '../testing/plans.ts';

const { default: plans } = await import('../i18n/en/plans.json');
const { loadTexts } = await import('../i18n/t.ts');
const { doseInWords, restInWords, secondsInWords } = await import('./dose.ts');
const { besideTargets, offTargetInWords, portionInWords, rangeInWords, weekInWords } = await import('./diet-words.ts');
const { checksInShort, inOrder, nameOfCheck } = await import('./checks-view.ts');
const { authorOf } = await import('./author-view.ts');
const { trayOfDay } = await import('./start-now.ts');
const { trainingDay, weekdayOf } = await import('./week.ts');
const { amountOf } = await import('./recipe.ts');
const { valueInWords } = await import('./working-view.ts');
const { addressOf, NOWHERE, placeOf } = await import('./place.ts');
loadTexts({ plans });

const flat = (text: string) => text.replaceAll('\u00a0', ' ');

describe('a dose', () => {
  it.each([
    { given: { sets: 4, reps: 8, repsTo: 10 }, text: '4 × 8–10' },
    { given: { sets: 3, reps: 8, repsTo: null }, text: '3 × 8' },
    { given: { sets: 3, reps: 8, repsTo: 8 }, text: '3 × 8' },
    { given: { sets: 3, reps: null, repsTo: null, duration: 30 }, text: '3 × 30 s' },
    { given: { sets: 1, reps: null, repsTo: null, duration: 1200 }, text: '20 min' },
  ])('is read as $text', ({ given, text }) => {
    expect(flat(doseInWords({ ...exerciseOf('x'), ...given }))).toBe(text);
  });

  it('tells how long to rest and where to stop', () => {
    expect(flat(restInWords({ restSeconds: 120, repsInReserve: 1 }))).toBe('Rest 2 min. Stop with 1 rep left.');
    expect(flat(restInWords({ restSeconds: 90, repsInReserve: null }))).toBe('Rest 90 s.');
    expect(restInWords({ restSeconds: 0, repsInReserve: null })).toBe('');
    expect(secondsInWords(150)).toBe('2:30');
  });
});

describe('a day of training', () => {
  const plan = workoutPlan();

  it('is today’s, or the next that there is', () => {
    expect(trainingDay(plan.schedule, 4)?.day).toBe(4);
    expect(trainingDay(plan.schedule, 5)?.day).toBe(6);
    expect(trainingDay(plan.schedule, 7)?.day).toBe(1);
    expect(trainingDay([], 1)).toBeUndefined();
  });

  it('begins with Monday', () => {
    expect(['2026-07-13', '2026-07-16', '2026-07-19'].map(weekdayOf)).toEqual([1, 4, 7]);
  });

  it('is taken over by the workout page with its exercises, doses, loads and name', () => {
    const day = trainingDay(plan.schedule, 1);
    if (!day) throw new Error('No day');
    const tray = trayOfDay(plan, day, []);
    const [squat, plank, deadlift] = ['goblet-squat', 'plank', 'romanian-deadlift'].map(
      (slug) => plan.exercises.find((one) => one.slug === slug)?.exerciseId ?? '',
    );
    expect(tray).toEqual({
      ids: [squat, plank, deadlift],
      sets: null,
      name: 'Lower',
      doses: {
        [squat ?? '']: { sets: 4, reps: 8, duration: null, weight: 16 },
        [plank ?? '']: { sets: 3, reps: null, duration: 30, weight: null },
        [deadlift ?? '']: { sets: 3, reps: 8, duration: null, weight: 35 },
      },
    });
  });

  it('finds what is planned on top of the exercises by its slug, and leaves out what nobody knows', () => {
    const walk = { ...exerciseOf('brisk-walk'), reps: null, repsTo: null, duration: 1200, sets: 1 };
    const day = { day: 1, focus: 'Cardio', minutes: 20, exercises: [walk, exerciseOf('unknown')] };
    expect(trayOfDay(plan, day, [{ _id: 'w1', slug: 'brisk-walk' }])).toMatchObject({
      ids: ['w1'],
      doses: { w1: { sets: 1, reps: null, duration: 1200, weight: null } },
    });
  });
});

describe('a diet plan in words', () => {
  it('says its week once, or both months', () => {
    expect(weekInWords({ startsOn: '2026-07-13' })).toBe('13 to 19 July');
    expect(rangeInWords('2026-07-29', '2026-08-04')).toBe('29 July to 4 August');
  });

  it('says how far a day is from its target, with a real minus', () => {
    expect(offTargetInWords(1527, 1490)).toBe('kcal, +2.5 % of target');
    expect(offTargetInWords(1475, 1490)).toBe('kcal, −1 % of target');
    expect(offTargetInWords(1490, 1490)).toBe('kcal, as your target');
  });

  it('says nothing twice: neither a weight nor the targets', () => {
    const item = itemOf('tofu', { portionText: '100 g', grams: 100 });
    expect([item, { ...item, portionText: '1 katori' }].map(portionInWords).map(flat)).toEqual([
      '100 g',
      '1 katori, 100 g',
    ]);
    const { targets } = dietPlan();
    expect(besideTargets({ targets, summary: '1,490 kcal and 86 g of protein a day. Towards 58 kg.' })).toBe(
      'Towards 58 kg.',
    );
    expect(besideTargets({ targets, summary: 'A light week.' })).toBe('A light week.');
  });

  it('weighs what a recipe needs as a kitchen scale does', () => {
    expect([54, 3.25, 0.8, 0.2].map(amountOf).map(flat)).toEqual(['54 g', '3 g', '1 g', 'a pinch']);
  });

  it('shows no digits that an estimate does not have', () => {
    expect([valueInWords(-372, 'kcal'), valueInWords(1858.45, 'kcal'), valueInWords(1.2, 'g')].map(flat)).toEqual([
      '−372 kcal',
      '1,858 kcal',
      '1.2 g',
    ]);
  });
});

describe('what was checked', () => {
  it('is named in words, also what this page does not know yet', () => {
    expect([nameOfCheck('session_time'), nameOfCheck('moon_phase')]).toEqual(['Time fits', 'Moon phase']);
  });

  it('stands with its changes first, then what was not reached', () => {
    expect(inOrder(workoutPlan().verification.checks).map(({ status }) => status)).toEqual([
      'repaired',
      'missed',
      'held',
      'held',
    ]);
  });

  it('is counted', () => {
    const { verification } = workoutPlan();
    expect(checksInShort(verification)).toBe('4 rules: 2 held, 1 repaired, 1 not reached');
    const held = { ...verification, checks: verification.checks.map((one) => ({ ...one, status: 'held' as const })) };
    expect(checksInShort(held)).toBe('4 rules, all held');
  });

  it('says who wrote it, also where the model did not manage to', () => {
    const { verification } = dietPlan();
    const by = (writer: 'gemini' | 'built-in', status: 'verified' | 'fallback') =>
      authorOf({
        writer,
        model: writer === 'gemini' ? 'gemini-3.8-flash' : null,
        verification: { ...verification, status },
      });
    expect(by('gemini', 'verified')).toContain('gemini-3.8-flash');
    expect(by('built-in', 'verified')).not.toContain('Gemini');
    expect(by('built-in', 'fallback')).toContain('Gemini did not');
  });
});

describe('a place', () => {
  it.each([
    { ...NOWHERE },
    { ...NOWHERE, fresh: true },
    { ...NOWHERE, id: 'a'.repeat(24) },
    { ...NOWHERE, id: 'a'.repeat(24), day: 3 },
    { ...NOWHERE, id: 'a'.repeat(24), list: true },
  ])('is found again by its address: %j', (place) => {
    expect(placeOf(addressOf(place))).toEqual(place);
  });

  it('takes nothing from an address that is none', () => {
    expect(placeOf('?id=<script>&day=99&view=x')).toEqual(NOWHERE);
  });
});
