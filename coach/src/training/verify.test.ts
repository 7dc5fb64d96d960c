import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOSTILE_TEXTS } from '../plans/red-team.ts';
import type { TrainingProfile, WorkoutContent } from '../plans/types.ts';
import { composeWorkout } from './compose.ts';
import { anybody, done, KAVYA, person } from './suite.ts';
import { verifyWorkout } from './verify.ts';

const HISTORY = [done('2026-11-24', 'goblet-squat', '16×12'), done('2026-11-24', 'seated-cable-row', '40×10')];
const LIFTER = person({ history: HISTORY });
const DRAFT = {
  title: '',
  summary: '',
  exercises: [
    'goblet-squat',
    'dumbbell-bench-press',
    'seated-cable-row',
    'romanian-deadlift',
    'face-pull',
    'plank',
  ].map((slug) => ({ slug, why: 'A good choice.' })),
  days: [
    { day: 1, exercises: ['goblet-squat', 'romanian-deadlift', 'plank'] },
    { day: 2, exercises: ['dumbbell-bench-press', 'seated-cable-row', 'face-pull'] },
    { day: 4, exercises: ['goblet-squat', 'romanian-deadlift', 'plank'] },
    { day: 5, exercises: ['dumbbell-bench-press', 'seated-cable-row', 'face-pull'] },
  ],
  notes: [],
};
const planFor = (profile: TrainingProfile): WorkoutContent => {
  const { plan } = composeWorkout(DRAFT, profile, { seed: 1 });
  if (!plan) throw new Error('There is no plan.');
  return structuredClone(plan);
};
/** What is broken after a change of a plan that held, or of the person it is for. */
function brokenBy(change: (plan: WorkoutContent) => unknown, profile = LIFTER, as: Partial<TrainingProfile> = {}) {
  const plan = planFor(profile);
  expect(verifyWorkout(plan, profile).broken).toEqual([]);
  change(plan);
  const { broken, checks } = verifyWorkout(plan, { ...profile, ...as });
  return {
    codes: [...new Set(broken.map(({ code }) => code))],
    missed: checks.filter(({ status }) => status !== 'held'),
  };
}
const nothing = () => undefined;
const at = <T>(list: T[], i: number): T => {
  const found = list[i];
  if (found === undefined) throw new Error(String(i));
  return found;
};
const every = (plan: WorkoutContent, slug: string, change: object) => {
  for (const one of [...plan.exercises, ...plan.schedule.flatMap((day) => day.exercises)])
    if (one.slug === slug) Object.assign(one, change);
};

describe('a plan that holds', () => {
  it('says so with its figures, rule by rule, then the aims', () => {
    const { checks, broken } = verifyWorkout(planFor(LIFTER), LIFTER);
    expect(broken).toEqual([]);
    expect(checks.map(({ name }) => name)).toEqual([
      'catalogue',
      'exercise_count',
      'equipment',
      'contraindications',
      'cautions',
      'session_time',
      'training_days',
      'recovery',
      'set_limits',
      'loads',
      'parts',
      'text',
      'weekly_sets',
      'patterns',
      'pulls_and_pushes',
      'active_minutes',
    ]);
    expect(Object.fromEntries(checks.map(({ name, detail }) => [name, detail]))).toMatchObject({
      catalogue: '6 of 6 are in the catalogue of 38.',
      session_time: expect.stringMatching(/^\d\d to \d\d minutes of your 45\.$/) as string,
      training_days: '4 of 7 days, as you asked.',
      recovery: '48 hours or more for each muscle.',
      loads: '2 of 6 have a weight, from your own sets since 24 November 2026.',
      weekly_sets: expect.stringMatching(/^Chest \d+, back \d+, .+ Range 10 to 16\./) as string,
    });
  });
});

describe('a rule', () => {
  it('of the catalogue is broken by what is not in it, or has another name or id', () => {
    expect(brokenBy((plan) => (at(plan.exercises, 0).slug = 'constructor')).codes).toContain('unknown_id');
    expect(brokenBy((plan) => (at(plan.exercises, 0).name = 'Best Squat')).codes).toEqual(['unknown_id']);
    expect(brokenBy((plan) => (at(plan.exercises, 0).exerciseId = 'f'.repeat(24))).codes).toEqual(['unknown_id']);
    const hidden = brokenBy((plan) => (at(at(plan.schedule, 0).exercises, 0).slug = 'moon-walk'));
    expect(hidden.codes).toContain('unknown_id');
  });

  it('of the count is broken by four exercises, by eight, and by one twice', () => {
    expect(brokenBy((plan) => plan.exercises.splice(0, 2)).codes).toContain('count');
    expect(brokenBy((plan) => plan.exercises.push(...plan.exercises.slice(0, 2))).codes).toEqual([
      'count',
      'duplicate',
    ]);
  });

  it('of equipment is broken by what the person does not have', () => {
    const { codes, missed } = brokenBy(nothing, LIFTER, { equipment: ['dumbbell', 'bench'] });
    expect(codes).toEqual(['equipment']);
    expect(missed[0]).toMatchObject({
      name: 'equipment',
      status: 'missed',
      detail: 'Seated Cable Row needs equipment that you do not have.',
    });
  });

  it('of contraindications is broken by one exercise that a condition rules out', () => {
    expect(brokenBy(nothing, LIFTER, { medicalConditions: ['knee injury'] }).codes).toContain('condition');
    expect(brokenBy(nothing, LIFTER, { medicalConditions: ['lower back injury'] }).missed[0]?.name).toBe(
      'contraindications',
    );
  });

  it('of cautions is broken without the sentence, with too few left, and with a hold that is too long', () => {
    const sore = person({ medicalConditions: ['shoulder pain', 'lower back pain'] });
    const missed = (change: (plan: WorkoutContent) => unknown) => brokenBy(change, sore).missed[0];
    expect(
      missed((plan) => {
        every(plan, 'dumbbell-bench-press', { caution: null });
      }),
    ).toMatchObject({
      name: 'cautions',
      detail: 'Dumbbell Bench Press does not say what is done differently.',
    });
    expect(
      missed((plan) => {
        every(plan, 'dumbbell-bench-press', { repsInReserve: 2 });
      })?.detail,
    ).toMatch(/3 repetitions left/);
    expect(
      missed((plan) => {
        every(plan, 'plank', { duration: 30 });
      })?.detail,
    ).toMatch(/held for too long/);
  });

  it('of cautions is broken by heavy sets for a heart or at 70', () => {
    expect(brokenBy(nothing, LIFTER, { medicalConditions: ['heart disease'] }).codes).toContain('condition');
    expect(brokenBy(nothing, LIFTER, { age: 70 }).codes).toContain('condition');
  });

  it('of time is broken by a session that is too long, and by minutes that are not those of its sets', () => {
    expect(brokenBy(nothing, LIFTER, { minutesPerSession: 40 })).toMatchObject({ codes: ['session_time'] });
    expect(brokenBy((plan) => (at(plan.schedule, 0).minutes -= 1)).codes).toEqual(['sum']);
    expect(brokenBy((plan) => (at(plan.warmUp, 0).minutes += 10)).codes).toEqual(['session_time']);
  });

  it('of days is broken by one too few, by a missing weekday, and by an exercise on no day', () => {
    expect(brokenBy(nothing, LIFTER, { daysPerWeek: 5 }).codes).toEqual(['days']);
    expect(brokenBy((plan) => plan.schedule.pop()).codes).toContain('days');
    expect(brokenBy((plan) => (at(plan.schedule, 2).day = 2)).codes).toContain('days');
    const unplaced = brokenBy((plan) => {
      for (const day of plan.schedule) day.exercises = day.exercises.filter(({ slug }) => slug !== 'plank');
    });
    expect(unplaced.codes).toContain('days');
  });

  it('of days is broken by a dose that differs from the one told, and by a lift that is told nowhere', () => {
    expect(brokenBy((plan) => (at(at(plan.schedule, 0).exercises, 0).repsTo = 30)).codes).toContain('sum');
    expect(brokenBy((plan) => plan.exercises.pop()).codes).toContain('days');
  });

  it('of recovery is broken by a muscle on two days running, Sunday and Monday among them', () => {
    const moved = (from: number, to: number) =>
      brokenBy((plan) => {
        const [a, b] = [at(plan.schedule, from), at(plan.schedule, to)];
        [a.exercises, b.exercises] = [b.exercises, a.exercises];
        [a.minutes, b.minutes] = [b.minutes, a.minutes];
      }).codes;
    expect(moved(3, 2)).toEqual([]);
    expect(moved(3, 1)).toEqual(['recovery']);
    expect(moved(4, 6)).toEqual([]);
    expect(moved(3, 6)).toEqual(['recovery']);
  });

  it('of limits is broken by more than 20 sets a muscle and by more than 25 a session', () => {
    const long = person({ minutesPerSession: 120, history: HISTORY });
    const more = brokenBy((plan) => {
      every(plan, 'romanian-deadlift', { sets: 10 });
      every(plan, 'goblet-squat', { sets: 10 });
      every(plan, 'plank', { sets: 9 });
    }, long);
    expect(more.codes).toContain('volume');
    expect(more.missed.find(({ name }) => name === 'set_limits')?.detail).toMatch(/sets a week; no muscle gets more/);
    expect(brokenBy((plan) => (at(plan.volume, 0).sets += 1)).codes).toEqual(['sum']);
    expect(brokenBy((plan) => (at(plan.volume, 0).to = 99)).codes).toEqual(['sum']);
  });

  it('of loads is broken by a weight that no set supports, and by one that cannot be put on', () => {
    const load = (slug: string, weight: number, each = false) =>
      brokenBy((plan) => {
        every(plan, slug, { load: { weight, each, basis: 'From your sets.' } });
      }).codes;
    expect(load('goblet-squat', 18)).toEqual(['load']);
    expect(load('goblet-squat', 13)).toEqual(['load']);
    expect(load('goblet-squat', 12)).toEqual([]);
    expect(load('goblet-squat', 0)).toEqual(['load']);
    expect(load('goblet-squat', 12, true)).toEqual(['load']);
    expect(load('dumbbell-bench-press', 5, true)).toEqual(['load']);
    expect(load('plank', 5)).toEqual(['load']);
    expect(brokenBy(nothing, LIFTER, { history: [] }).codes).toEqual(['load']);
  });

  it.each([
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
  ])('of parts is broken where nothing is said about %s', (subject) => {
    const { codes, missed } = brokenBy((plan) => {
      plan.prescription = plan.prescription.filter((one) => one.subject !== subject);
    });
    expect(codes).toEqual(['missing_part']);
    expect(missed[0]).toMatchObject({ name: 'parts', detail: `It says nothing about ${subject}.` });
  });

  it('of parts is broken without a warm-up, a cool-down or progression', () => {
    expect(brokenBy((plan) => (plan.warmUp = [])).codes).toContain('missing_part');
    expect(brokenBy((plan) => (plan.coolDown = [])).codes).toContain('missing_part');
    expect(brokenBy((plan) => (plan.progression = [' '])).codes).toContain('missing_part');
  });

  const { digits: _digits, amounts: _amounts, ...hostile } = HOSTILE_TEXTS;
  it.each(Object.entries(hostile))('of text is broken by %s, wherever they stand', (_kind, [text = '']) => {
    const places: ((plan: WorkoutContent) => unknown)[] = [
      (plan) => (plan.title = text),
      (plan) => (plan.summary += ` ${text}`),
      (plan) => plan.notes.push(text),
      (plan) => (at(plan.exercises, 1).why = text),
      (plan) => (at(plan.exercises, 1).caution = text),
      (plan) => (at(plan.schedule, 1).focus = text),
      (plan) => (at(plan.coolDown, 0).text = text),
      (plan) => plan.progression.push(text),
      (plan) => (at(plan.prescription, 0).text = text),
    ];
    for (const place of places) expect(brokenBy(place).codes).toEqual(['text']);
  });
});

describe('the verifier is total', () => {
  const isVerdict = (verdict: ReturnType<typeof verifyWorkout>) => {
    expect(verdict.checks.length).toBeGreaterThan(0);
    for (const { name, status, detail } of verdict.checks) {
      expect(name).toMatch(/^[a-z_]+$/);
      expect(['held', 'missed']).toContain(status);
      expect(detail).not.toBe('');
    }
  };

  it('over any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const verdict = verifyWorkout(json, KAVYA);
        isVerdict(verdict);
        expect(verdict.broken).toMatchObject([{ code: 'shape' }]);
      }),
    );
  });

  it('over plans of which any part is something else', () => {
    const plan = planFor(LIFTER);
    const paths = pathsOf(plan);
    const other = fc.oneof(fc.jsonValue(), fc.constantFrom(-1, 0, 1e9, 0.5, NaN, '', 'plank', null, [], {}));
    fc.assert(
      fc.property(fc.constantFrom(...paths), other, anybody, (path, value, profile) => {
        const changed = structuredClone(plan);
        const parent = path
          .slice(0, -1)
          .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], changed);
        (parent as Record<string, unknown>)[path.at(-1) ?? ''] = value;
        isVerdict(verifyWorkout(changed, profile));
      }),
      { numRuns: 200 },
    );
  });

  it.each([undefined, null, 4, 'plan', [], {}, { kind: 'diet' }, { ...planFor(LIFTER), exercises: null }])(
    'over %j',
    (value) => {
      expect(verifyWorkout(value, KAVYA).broken).toMatchObject([{ code: 'shape' }]);
    },
  );
});

const pathsOf = (node: unknown, path: readonly string[] = []): string[][] =>
  typeof node === 'object' && node !== null
    ? Object.entries(node).flatMap(([key, value]) => [[...path, key], ...pathsOf(value, [...path, key])])
    : [];
