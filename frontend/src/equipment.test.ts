import { describe, expect, it } from 'vitest';
import { canDo } from './equipment.ts';

describe('equipment', () => {
  it.each([
    [['bodyweight'], ['barbell'], true],
    [['bodyweight', 'pull-up bar'], ['barbell'], false],
    [['bodyweight', 'pull-up bar'], ['pull-up bar'], true],
    [['barbell', 'bench', 'rack'], ['barbell', 'bench'], false],
    [['barbell', 'bench', 'rack'], ['barbell', 'bench', 'rack'], true],
    [['bodyweight, dumbbell or machine'], ['rack'], true],
    [['barbell'], [], true],
  ])('%j can be done with %j: %s', (equipment, things, can) => {
    expect(canDo({ equipment }, things)).toBe(can);
  });
});
