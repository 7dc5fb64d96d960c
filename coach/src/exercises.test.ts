import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DEFAULT_WEIGHT_KG, exerciseEnergy } from './energy.ts';
import { builtInExercises, exerciseById, exerciseBySlug, muscleGroups, toExercise } from './exercises.ts';

describe('the built-in exercises', () => {
  it('are 38, each with its own slug, name and id', () => {
    expect(builtInExercises).toHaveLength(38);
    for (const of of ['slug', 'name', '_id'] as const) {
      expect(new Set(builtInExercises.map((exercise) => exercise[of])).size).toBe(38);
    }
    for (const { _id, slug } of builtInExercises) {
      expect(_id).toMatch(/^[0-9a-f]{24}$/);
      expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
    }
  });

  it('keep their ids, for stored workouts point at them', () => {
    const idOf = (slug: string) => createHash('sha256').update(`exercise:${slug}`).digest('hex').slice(0, 24);
    for (const { _id, slug } of builtInExercises) expect(_id).toBe(idOf(slug));
  });

  it('are found by slug and by id', () => {
    for (const exercise of builtInExercises) {
      expect(exerciseBySlug(exercise.slug)).toBe(exercise);
      expect(exerciseById(exercise._id)).toBe(exercise);
    }
    expect(exerciseBySlug('constructor')).toBeUndefined();
    expect(exerciseById('f'.repeat(24))).toBeUndefined();
  });

  it('stand in the order of the muscle groups', () => {
    expect([...new Set(builtInExercises.map(({ muscleGroup }) => muscleGroup))]).toEqual(muscleGroups);
  });

  it('have three to five cues, and no text that is empty', () => {
    for (const exercise of builtInExercises) {
      expect(exercise.cues.length, exercise.slug).toBeGreaterThanOrEqual(3);
      expect(exercise.cues.length, exercise.slug).toBeLessThanOrEqual(5);
      for (const list of [exercise.primaryMuscles, exercise.secondaryMuscles, exercise.equipment, exercise.mistakes]) {
        expect(list.length, exercise.slug).toBeGreaterThan(0);
      }
      const texts = Object.values(exercise).flat() as unknown[];
      for (const text of texts.filter((value) => typeof value === 'string')) {
        expect(text).not.toBe('');
        expect(text).toBe(text.trim());
      }
      expect(exercise.restSeconds).toBeGreaterThanOrEqual(0);
    }
  });

  it('name easier and harder ones that exist, and never themselves', () => {
    for (const { slug, easier, harder } of builtInExercises) {
      for (const other of [...easier, ...harder]) {
        expect(exerciseBySlug(other), `${slug} → ${other}`).toBeDefined();
        expect(other).not.toBe(slug);
      }
      expect(easier.filter((other) => harder.includes(other))).toEqual([]);
    }
  });

  it('are balanced over levels and kinds', () => {
    const count = (of: 'difficulty' | 'mechanics') => {
      const counts: Record<string, number> = {};
      for (const exercise of builtInExercises) counts[exercise[of]] = (counts[exercise[of]] ?? 0) + 1;
      return counts;
    };
    expect(count('difficulty')).toEqual({ beginner: 23, intermediate: 11, advanced: 4 });
    expect(count('mechanics')).toEqual({ compound: 27, isolation: 9, isometric: 2 });
  });
});

describe('energy', () => {
  /** Code of the Compendium, its MET, and kcal a minute at 70 kg. */
  const COMPENDIUM: Record<string, [met: number, kcal: number]> = {
    '02012': [6, 7.4],
    '02020': [7.5, 9.2],
    '02022': [3.8, 4.7],
    '02024': [2.8, 3.4],
    '02052': [5, 6.1],
    '02054': [3.5, 4.3],
    '02056': [3, 3.7],
    '02180': [3.3, 4],
    '12030': [8.5, 10.4],
    '17200': [4.8, 5.9],
  };

  it.each(builtInExercises.map((exercise) => [exercise.slug, exercise] as const))('of %s', (_slug, exercise) => {
    const { caloriesBurned } = toExercise(exercise);
    expect([exercise.met, caloriesBurned]).toEqual(COMPENDIUM[exercise.metCode]);
    expect(Math.abs(caloriesBurned - exerciseEnergy(exercise.met, DEFAULT_WEIGHT_KG, 1))).toBeLessThanOrEqual(0.0501);
  });
});

describe('what is left under a condition', () => {
  const SPINE = ['lower-back-acute', 'disc'];
  const T1 = ['pregnancy', 'pregnancy-unaccustomed'];
  const T2 = [...T1, 'pregnancy-t2t3', 'pregnancy-t2t3-supine'];
  const NO_EQUIPMENT = /bodyweight|^none|^mat$/;

  /** All, then by muscle group; in brackets those without equipment. */
  it.each<[string, string[], number, string]>([
    ['none', [], 38, '4 (2) | 6 (2) | 5 (1) | 2 (0) | 2 (1) | 10 (4) | 4 (4) | 3 (2) | 2 (2)'],
    ['pregnant T1', T1, 35, '4 (2) | 6 (2) | 5 (1) | 2 (0) | 2 (1) | 10 (4) | 3 (3) | 2 (1) | 1 (1)'],
    ['pregnant T2', T2, 27, '2 (2) | 5 (2) | 4 (0) | 2 (0) | 2 (1) | 7 (3) | 2 (2) | 2 (1) | 1 (1)'],
    [
      'pregnant T3',
      [...T2, 'pregnancy-t3'],
      23,
      '2 (2) | 3 (0) | 4 (0) | 2 (0) | 2 (1) | 5 (3) | 2 (2) | 2 (1) | 1 (1)',
    ],
    [
      'hypertension, uncontrolled',
      ['hypertension-uncontrolled'],
      32,
      '4 (2) | 6 (2) | 3 (0) | 2 (0) | 2 (1) | 8 (4) | 3 (3) | 3 (2) | 1 (1)',
    ],
    ['heart, cleared', ['heart'], 37, '4 (2) | 6 (2) | 5 (1) | 2 (0) | 2 (1) | 10 (4) | 4 (4) | 3 (2) | 1 (1)'],
    ['knee', ['knee-acute'], 30, '4 (2) | 6 (2) | 5 (1) | 2 (0) | 2 (1) | 4 (2) | 4 (4) | 2 (1) | 1 (1)'],
    ['low back', SPINE, 33, '4 (2) | 5 (2) | 5 (1) | 2 (0) | 2 (1) | 7 (4) | 3 (3) | 3 (2) | 2 (2)'],
    ['shoulder', ['shoulder-acute'], 30, '3 (2) | 4 (0) | 1 (0) | 2 (0) | 2 (1) | 10 (4) | 3 (3) | 3 (2) | 2 (2)'],
    ['wrist', ['wrist-acute'], 35, '3 (1) | 6 (2) | 4 (0) | 2 (0) | 1 (0) | 10 (4) | 4 (4) | 3 (2) | 2 (2)'],
    [
      'diabetic retinopathy',
      ['diabetic-retinopathy'],
      36,
      '4 (2) | 6 (2) | 4 (0) | 2 (0) | 2 (1) | 10 (4) | 4 (4) | 3 (2) | 1 (1)',
    ],
    [
      'osteoporosis',
      ['osteoporosis', 'osteoporosis-spine'],
      36,
      '4 (2) | 6 (2) | 5 (1) | 2 (0) | 2 (1) | 10 (4) | 3 (3) | 3 (2) | 1 (1)',
    ],
    ['vertigo', ['vertigo'], 34, '4 (2) | 6 (2) | 4 (0) | 2 (0) | 2 (1) | 9 (3) | 4 (4) | 3 (2) | 0 (0)'],
    ['hernia', ['hernia'], 36, '4 (2) | 6 (2) | 5 (1) | 2 (0) | 2 (1) | 8 (4) | 4 (4) | 3 (2) | 2 (2)'],
  ])('%s', (_condition, tags, total, byGroup) => {
    const left = builtInExercises.filter(({ avoidIf }) => !avoidIf.some((tag) => tags.includes(tag)));
    const counts = muscleGroups.map((group) => {
      const ofGroup = left.filter(({ muscleGroup }) => muscleGroup === group);
      const without = ofGroup.filter(({ equipment }) => NO_EQUIPMENT.test(equipment[0] ?? ''));
      return `${String(ofGroup.length)} (${String(without.length)})`;
    });
    expect(left).toHaveLength(total);
    expect(counts.join(' | ')).toBe(byGroup);
  });

  it('the tags are those that a member’s conditions can expand to', () => {
    const AVOID =
      'achilles-acute, diabetic-retinopathy, disc, glaucoma, heart, heart-uncleared, hernia, hypertension-uncontrolled, knee-acute, lower-back-acute, osteoporosis, osteoporosis-spine, pregnancy, pregnancy-t2t3, pregnancy-t2t3-supine, pregnancy-t3, pregnancy-unaccustomed, shoulder-acute, vertigo, wrist-acute';
    const CAUTION =
      'ankle, asthma, calf-cramp, diabetic-neuropathy, diabetic-retinopathy, diastasis, elbow, glaucoma, heart, hernia, hip, hypertension, hypertension-headdown, knee, lower-back, neck, obesity-high, older-falls, older-novice, osteoporosis, pregnancy-balance, pregnancy-t2t3, pregnancy-t3, shoulder, wrist';
    const used = (of: 'avoidIf' | 'cautionIf') => [...new Set(builtInExercises.flatMap((one) => one[of]))].sort();
    expect(used('avoidIf')).toEqual(AVOID.split(', '));
    expect(used('cautionIf')).toEqual(CAUTION.split(', '));
  });
});

describe('as the API shows it', () => {
  it('an exercise has what the contract names, and no picture yet', () => {
    const [benchPress] = builtInExercises.map(toExercise);
    expect(benchPress).toMatchObject({
      _id: '6f612e96761415db6c0935d0',
      slug: 'barbell-bench-press',
      muscleGroup: 'chest',
      equipment: ['barbell', 'bench', 'rack'],
      contraindications: ['shoulder-acute', 'pregnancy-t2t3-supine'],
      met: 3.5,
      caloriesBurned: 4.3,
      tracking: 'weight_reps',
      repRange: '5-10',
      restSeconds: 150,
      easier: ['dumbbell-bench-press', 'push-up'],
      harder: [],
      owner: null,
    });
    expect(benchPress).not.toHaveProperty('gifUrl');
  });

  it('is a copy: changing it changes no exercise', () => {
    const [first] = builtInExercises;
    if (!first) throw new Error('There are no exercises.');
    toExercise(first).cues.push('planted');
    expect(first.cues).not.toContain('planted');
  });
});
