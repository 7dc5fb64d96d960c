import { EQUIPMENT } from '@trainer/contract/plan-words';
import { describe, expect, it } from 'vitest';
import { canDo, canDoWithNamed } from './equipment.ts';
import { builtInExercises } from './exercises.ts';

const slugs = (things: readonly string[]) =>
  builtInExercises.filter((exercise) => canDo(exercise, things)).map(({ slug }) => slug);

describe('equipment', () => {
  it.each([
    [['bodyweight'], ['barbell'], true],
    [['bodyweight', 'pull-up bar'], ['barbell'], false],
    [['bodyweight', 'pull-up bar'], ['pull-up bar'], true],
    [['barbell', 'bench', 'rack'], ['barbell', 'bench'], false],
    [['barbell', 'bench', 'rack'], ['barbell', 'bench', 'rack'], true],
    [['bodyweight, dumbbell or machine'], ['rack'], true],
    [['cable', 'rope'], ['cable'], true],
    [['cable', 'rope'], ['machine'], false],
    [['barbell'], [], false],
    [['bodyweight', 'low bar, rings or sturdy table'], [], true],
  ])('%j can be done with %j: %s', (equipment, things, can) => {
    expect(canDo({ equipment }, things)).toBe(can);
  });

  it('of a whole gym is enough for every exercise', () => {
    expect(slugs(EQUIPMENT)).toHaveLength(builtInExercises.length);
  });

  it('that every home has is enough for 17', () => {
    expect(slugs([])).toEqual([
      'push-up',
      'incline-push-up',
      'inverted-row',
      'pike-push-up',
      'close-grip-push-up',
      'bodyweight-squat',
      'dumbbell-reverse-lunge',
      'glute-bridge',
      'standing-calf-raise',
      'plank',
      'side-plank',
      'dead-bug',
      'bicycle-crunch',
      'brisk-walking',
      'running',
      'burpee',
      'surya-namaskar',
    ]);
  });

  it('that nobody named yet rules nothing out', () => {
    expect(canDoWithNamed({ equipment: ['barbell'] }, [])).toBe(true);
    expect(canDoWithNamed({ equipment: ['barbell'] }, ['dumbbell'])).toBe(false);
  });
});
