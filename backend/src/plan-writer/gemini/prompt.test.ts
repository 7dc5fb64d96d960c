import { createHash } from 'node:crypto';
import { builtInExercises, exerciseBySlug } from '@trainer/coach/exercises';
import { dishBySlug } from '@trainer/coach/nutrition/catalogue';
import type { DietProfile, TrainingProfile } from '@trainer/coach/plans/types';
import { ALLERGENS } from '@trainer/contract/plan-words';
import { INJECTIONS } from '@trainer/stack/gemini/injections';
import { schemaIsRefused } from '@trainer/stack/gemini/schemas';
import { FORBIDDEN_EXERCISES, FORBIDDEN_FOOD } from '@trainer/stack/gemini/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIET_ASK, EATER, TRAINEE, WORKOUT_ASK } from '../../testing/gemini.ts';
import type { PlanAsk } from '../port.ts';
import { scrubbed } from './notes.ts';
import { NUTRITIONIST } from './nutritionist.ts';
import { PROMPT_VERSION, promptFor } from './prompt.ts';
import { DIET_SCHEMA, type Schema, WORKOUT_SCHEMA } from './schemas.ts';
import { TRAINER } from './trainer.ts';

const dietAsk = (profile: Partial<DietProfile>): PlanAsk => ({
  ...DIET_ASK,
  kind: 'diet',
  profile: { ...EATER, ...profile },
});
const workoutAsk = (profile: Partial<TrainingProfile>): PlanAsk => ({
  ...WORKOUT_ASK,
  kind: 'workout',
  profile: { ...TRAINEE, ...profile },
});
const said = (ask: PlanAsk) => JSON.parse(promptFor(ask).turns[0] ?? '') as Record<string, unknown>;

it('what the model is told changes only with its version', () => {
  const told = JSON.stringify([NUTRITIONIST, TRAINER, DIET_SCHEMA, WORKOUT_SCHEMA]);
  const hash = createHash('sha256').update(told).digest('hex').slice(0, 12);
  expect({ [PROMPT_VERSION]: hash }).toEqual({ 'coach-1': '3447fd1810b4' });
});

describe.each([
  ['diets', DIET_SCHEMA],
  ['workouts', WORKOUT_SCHEMA],
])('the schema of %s', (_, schema) => {
  const parts = (one: Schema): Schema[] => [...Object.values(one.properties ?? {}), ...(one.items ? [one.items] : [])];
  const within = (one: Schema): Schema[] => [one, ...parts(one).flatMap(within)];
  const levels = (one: Schema): number =>
    one.type === 'object' || one.type === 'array' ? 1 + Math.max(0, ...parts(one).map(levels)) : 0;

  it('has only what Gemini takes without fail', () => {
    const taken = ['type', 'description', 'enum', 'items', 'properties', 'required', 'propertyOrdering'];
    const keys = new Set(within(schema).flatMap((one) => Object.keys(one)));
    expect([...keys].filter((key) => !taken.includes(key))).toEqual([]);
    expect(schemaIsRefused(schema)).toBeUndefined();
  });

  it('is at most four levels deep, with short lists of words', () => {
    expect(levels(schema)).toBeLessThanOrEqual(4);
    for (const { enum: words } of within(schema)) expect(words?.length ?? 0).toBeLessThanOrEqual(10);
  });

  it('wants every property, in an order', () => {
    for (const one of within(schema).filter(({ type }) => type === 'object')) {
      expect(one.required).toEqual(Object.keys(one.properties ?? {}));
      expect(one.propertyOrdering).toEqual(one.required);
    }
  });
});

describe('the message', () => {
  it('names dishes that the person may eat, and no others', () => {
    const ids = (ask: PlanAsk) => (said(ask).dishes as { id: string }[]).map(({ id }) => id);
    expect(ids(dietAsk({ diet: 'non-vegetarian', allergies: [] }))).toContain('prawn-masala');
    expect(ids(dietAsk({ diet: 'vegan' }))).not.toContain('curd-rice');
    expect(ids(dietAsk({ allergies: ['peanut'] }))).not.toContain('peanut-chutney');
    expect(ids(dietAsk({ allergies: [] }))).toContain('peanut-chutney');
  });

  it('names exercises that the person may do with what they have, and marks those that ask for care', () => {
    const rows = said(workoutAsk({ equipment: [], medicalConditions: ['knee pain'] })).exercises as {
      id: string;
      caution?: boolean;
    }[];
    const ids = rows.map(({ id }) => id);
    expect(ids).toContain('push-up');
    expect(ids).not.toContain('barbell-deadlift');
    expect(rows.some(({ caution }) => caution)).toBe(true);
  });

  it('holds no number of a dish', () => {
    const values = (said(DIET_ASK).dishes as Record<string, unknown>[]).flatMap((row) => Object.values(row));
    expect(values.filter((value) => typeof value === 'number')).toEqual([]);
  });

  it('begins alike for two people who may eat the same', () => {
    const [one = '', other = ''] = [dietAsk({ age: 20, notes: 'Rice, please' }), dietAsk({ age: 70, height: 190 })].map(
      (ask) => promptFor(ask).turns[0],
    );
    const from = one.indexOf('"person"');
    expect(from).toBeGreaterThan(10_000);
    expect(other.slice(0, from)).toBe(one.slice(0, from));
  });

  it('has a band of ages, rounded measures and a month, and no more of the kind', () => {
    expect(said(DIET_ASK).person).toEqual({
      age_band: '25-34',
      sex: 'female',
      height_cm: 165,
      weight_kg: 70,
      fitness_level: 'intermediate',
      goal_for_weight: 'lose',
      goals: ['weight loss'],
      activity: 'moderate',
      diet: 'vegetarian',
      allergies: ['peanut'],
      without: [],
      region: 'tamil-nadu',
      conditions: [],
      month: 'November',
    });
  });

  it.each([
    [18, '18-24'],
    [24, '18-24'],
    [25, '25-34'],
    [34, '25-34'],
    [35, '35-44'],
    [74, '65-74'],
    [75, '75 and over'],
    [120, '75 and over'],
  ])('of somebody of %i says %s', (age, band) => {
    expect(said(dietAsk({ age })).person).toMatchObject({ age_band: band });
  });

  it('has the last workouts by exercise, best set and days ago', () => {
    const [bench, squat] = ['barbell-bench-press', 'barbell-back-squat'].map((slug) =>
      builtInExercises.find((exercise) => exercise.slug === slug),
    );
    const logged = { sets: 3, reps: 5, weight: 80, duration: null, note: null, superset: null, setLog: [] };
    const history = [
      {
        localDate: '2026-11-28',
        exercises: [
          { ...logged, exerciseId: bench?._id ?? '', name: 'Bench' },
          { ...logged, exerciseId: 'aaaaaaaaaaaaaaaaaaaaaaaa', name: 'Curl by Priya' },
          { ...logged, exerciseId: null, name: 'priya@example.com' },
        ],
      },
      {
        localDate: '2026-11-20',
        exercises: [
          { ...logged, exerciseId: bench?._id ?? '', name: 'Bench', weight: 100 },
          { ...logged, exerciseId: squat?._id ?? '', name: 'Squat', weight: null, reps: 12 },
        ],
      },
    ];
    expect(said(workoutAsk({ history })).recent).toEqual([
      { exercise: 'barbell-bench-press', days_ago: 2, kg: 80, reps: 5 },
      { exercise: 'barbell-back-squat', days_ago: 10, reps: 12 },
    ]);
    const text = promptFor(workoutAsk({ history })).turns.join();
    for (const secret of ['Priya', 'example.com', '2026-11', bench?._id ?? '', 'aaaaaaaa'])
      expect(text).not.toContain(secret);
  });

  it.each(INJECTIONS)('has notes in $script letters as data, and the rules stay as they are', ({ text }) => {
    const asked = dietAsk({ notes: text });
    expect(promptFor(asked).system).toBe(NUTRITIONIST);
    expect(said(asked).untrusted_notes).toBeTypeOf('string');
    expect(promptFor(workoutAsk({ notes: text })).system).toBe(TRAINER);
  });

  it('stays one JSON object, whatever the notes are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (notes) => {
        expect(Object.keys(said(dietAsk({ notes })))).toEqual(['dishes', 'person', 'untrusted_notes']);
      }),
      { numRuns: 50 },
    );
  });
});

describe('notes', () => {
  it.each([
    ['Write to priya.k@example.com please', 'Write to [left out] please'],
    ['Call +91 98765 43210 after six', 'Call [left out] after six'],
    ['Call (044) 2345-6789', 'Call [left out]'],
    ['phone ௯௮௭௬௫௪௩௨௧௦', 'phone [left out]'],
    ['see https://example.com/me?id=1 and www.example.org', 'see [left out] and [left out]'],
    ['my page is priya.in/plan', 'my page is [left out]'],
    ['@priya_fit on most apps', '[left out] on most apps'],
    ['id 507f1f77bcf86cd799439011 here', 'id [left out] here'],
    ['I like dosa, 2 or 3 at night', 'I like dosa, 2 or 3 at night'],
    ['No onions\r\nafter 7 pm\u0000', 'No onions after 7 pm'],
    ['rice\u202E\u200B\u2066 only', 'rice only'],
    ['ｗｗｗ．example．com', '[left out]'],
    ['அரிசி வேண்டும்', 'அரிசி வேண்டும்'],
  ])('%j leave the server as %j', (typed, left) => {
    expect(scrubbed(typed)).toBe(left);
  });

  it.each([null, '', '  \n', '\u200B\u0000'])('%j are none', (typed) => {
    expect(scrubbed(typed)).toBeNull();
  });

  it('are at most 300 characters, all of which can be seen, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1000 }), (typed) => {
        const left = scrubbed(typed) ?? '';
        expect([...left].length).toBeLessThanOrEqual(300);
        expect(left).not.toMatch(/\p{C}/u);
      }),
    );
  });
});

describe('a repair', () => {
  const findings = [{ code: 'repeated' as const, path: 'days.0.meals.1', message: 'Idli comes too often.' }];

  it('asks again with the plan and what was found, as a turn of the user’s', () => {
    const previous = { title: 'A week' };
    const { turns, system } = promptFor(DIET_ASK, { previous, findings });
    expect(system).toBe(NUTRITIONIST);
    expect(turns).toHaveLength(2);
    expect(turns[0]).toBe(promptFor(DIET_ASK).turns[0]);
    expect(JSON.parse(turns[1] ?? '')).toMatchObject({
      previous,
      findings,
      task: expect.stringContaining('full corrected plan'),
    });
  });

  it.each([undefined, null, 'x'.repeat(100_000), { rows: Array.from({ length: 50_000 }, () => 1) }])(
    'leaves out a plan that is none, or too long to be one',
    (previous) => {
      const { turns } = promptFor(DIET_ASK, { previous, findings: Array.from({ length: 500 }, () => findings).flat() });
      expect(JSON.parse(turns[1] ?? '')).toMatchObject({ previous: null });
      expect(turns[1]?.length).toBeLessThan(5000);
    },
  );
});

it('what the stand-in slips in is of the catalogue, and holds every allergen', () => {
  const allergens = new Set(FORBIDDEN_FOOD.flatMap((slug) => [...(dishBySlug(slug)?.allergens ?? [])]));
  expect(ALLERGENS.filter((allergen) => !allergens.has(allergen))).toEqual([]);
  expect(FORBIDDEN_FOOD.filter((slug) => !dishBySlug(slug))).toEqual([]);
  expect(FORBIDDEN_EXERCISES.filter((slug) => !exerciseBySlug(slug))).toEqual([]);
});
