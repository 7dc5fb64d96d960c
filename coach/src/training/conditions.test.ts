import { CONDITIONS, type EQUIPMENT } from '@trainer/contract/plan-words';
import { describe, expect, it } from 'vitest';
import { builtInExercises } from '../exercises.ts';
import { mayBeShown } from '../plans/text.ts';
import { exercisesFor, isAvoided } from './catalogue.ts';
import { cautionSentence } from './cautions.ts';
import { isGentle, tagsOf } from './conditions.ts';
import { person } from './suite.ts';

const left = (change: Parameters<typeof person>[0]) =>
  builtInExercises.filter((exercise) => !isAvoided(exercise, tagsOf(person(change))));
const slugs = (change: Parameters<typeof person>[0]) =>
  exercisesFor(person(change)).map(({ exercise }) => exercise.slug);

describe('exercises left', () => {
  /** The counts of the table of exercises, by the condition as a person has it. */
  it.each([
    [[], 38],
    [['pregnancy'], 23],
    [['hypertension'], 38],
    [['heart disease'], 37],
    [['knee pain'], 38],
    [['knee injury'], 30],
    [['lower back pain'], 38],
    [['lower back injury'], 33],
    [['shoulder injury'], 30],
    [['wrist injury'], 35],
    [['osteoporosis'], 36],
    [['diabetes'], 38],
    [['asthma'], 38],
    [['kidney disease'], 38],
    [['knee injury', 'shoulder injury'], 22],
  ] as const)('with %j are %i of 38', (medicalConditions, count) => {
    expect(left({ medicalConditions: [...medicalConditions] })).toHaveLength(count);
  });

  it('from 65 years on are without burpees and pull-ups, and for novices without the deadlift', () => {
    const older = slugs({ age: 65, fitnessLevel: 'advanced' });
    expect(older).not.toContain('burpee');
    expect(older).not.toContain('pull-up');
    expect(older).toContain('barbell-deadlift');
    expect(slugs({ age: 65, fitnessLevel: 'beginner' })).not.toContain('barbell-deadlift');
    expect(slugs({ age: 64, fitnessLevel: 'beginner' })).toContain('barbell-deadlift');
  });

  it('are at least five under all conditions at once, at 85, as a beginner and at home', () => {
    const worst = slugs({
      age: 85,
      weight: 140,
      fitnessLevel: 'beginner',
      medicalConditions: [...CONDITIONS],
      equipment: [],
    });
    expect(worst).toEqual(['incline-push-up', 'standing-calf-raise', 'plank', 'brisk-walking', 'surya-namaskar']);
  });
});

describe('cautions', () => {
  it('have a sentence that may be shown, for every tag that a person can have', () => {
    const tags = new Set(
      [person({ age: 70, weight: 140, fitnessLevel: 'beginner', medicalConditions: [...CONDITIONS] })].flatMap(
        (one) => [...tagsOf(one).caution],
      ),
    );
    const used = new Set(builtInExercises.flatMap(({ cautionIf }) => cautionIf));
    for (const tag of [...tags].filter((one) => used.has(one))) {
      const sentence = cautionSentence([tag], 'load');
      expect(sentence, tag).toMatch(/^For your .+: 20 % lighter, and one repetition more left; .+\.$/);
      expect(mayBeShown(sentence, { max: 300 }), sentence ?? tag).toBe(true);
    }
  });

  it('say once whose sake it is for, where two tags are of one condition', () => {
    const surya = exercisesFor(person({ medicalConditions: ['pregnancy', 'shoulder pain'] })).find(
      ({ exercise }) => exercise.slug === 'surya-namaskar',
    );
    expect(surya?.caution).toBe(
      'For your shoulder and your pregnancy: an easy pace; stay in the range that does not hurt; keep an effort at which you can talk, and leave out what feels wrong.',
    );
  });

  it('name easier ones only where those ask for none', () => {
    const press = (medicalConditions: Parameters<typeof person>[0]) =>
      exercisesFor(person(medicalConditions)).find(({ exercise }) => exercise.slug === 'overhead-press');
    expect(press({ medicalConditions: ['lower back pain'] })).toMatchObject({
      cautions: ['lower-back'],
      easier: ['dumbbell-shoulder-press'],
    });
    expect(press({ medicalConditions: ['shoulder pain'] })?.easier).toEqual([]);
    expect(press({})).toMatchObject({ cautions: [], caution: null });
  });

  it('of a lunge without weights are about repetitions, not about weight', () => {
    const lunge = (equipment: (typeof EQUIPMENT)[number][]) =>
      exercisesFor(person({ medicalConditions: ['knee pain'], equipment })).find(
        ({ exercise }) => exercise.slug === 'dumbbell-reverse-lunge',
      )?.caution;
    expect(lunge(['dumbbell'])).toMatch(/20 % lighter/);
    expect(lunge([])).toBe('For your knee: one repetition more left; bend only as far as it stays comfortable.');
  });

  it('are asked of heavy people where joints land', () => {
    const cautions = (weight: number) =>
      exercisesFor(person({ weight, height: 170 })).find(({ exercise }) => exercise.slug === 'running')?.cautions;
    expect(cautions(101)).toEqual([]);
    expect(cautions(102)).toEqual(['obesity-high']);
  });
});

it('a gentle start is for heart, blood pressure, pregnancy and kidneys', () => {
  const gentle = CONDITIONS.filter((condition) => isGentle(person({ medicalConditions: [condition] })));
  expect(gentle).toEqual(['hypertension', 'heart disease', 'pregnancy', 'kidney disease']);
});
