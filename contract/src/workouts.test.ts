import { describe, expect, it } from 'vitest';
import type { WorkoutInput as Given } from './types.ts';
import { WorkoutChange, WorkoutInput } from './workouts.ts';

const row = { name: 'Row', sets: 3, reps: 10 };
const workout = (more: Partial<Given> = {}): Given => ({ exercises: [row], totalDuration: 30, ...more });
/** `path: message` of all that is wrong. */
const wrong = (given: unknown) =>
  WorkoutInput.safeParse(given).error?.issues.map((issue) => issue.path.join('.')) ?? [];

describe('a workout that is given', () => {
  it('needs exercises and minutes, and is moderate unless it says so', () => {
    expect(WorkoutInput.parse(workout())).toEqual({ ...workout(), intensity: 'moderate' });
    expect(wrong({}).sort()).toEqual(['exercises', 'totalDuration']);
    expect(wrong(workout({ exercises: [] }))).toEqual(['exercises']);
  });

  it('is trimmed and put into UTC', () => {
    const given = workout({ name: ' Legs ', notes: ' ', mood: ' fine ', date: '2026-07-16T08:30:00+02:00' });
    expect(WorkoutInput.parse(given)).toMatchObject({
      name: 'Legs',
      notes: '',
      mood: 'fine',
      date: '2026-07-16T06:30:00.000Z',
    });
  });

  it('may leave out, or give as null, whatever can be worked out', () => {
    const given = workout({ clientId: null, name: null, totalCalories: null, mood: null, notes: null });
    expect(wrong(given)).toEqual([]);
  });

  it.each<[string, Partial<Given>, string]>([
    ['a name of spaces', { name: '  ' }, 'name'],
    ['a name of 121 characters', { name: 'a'.repeat(121) }, 'name'],
    ['a note of 2,001 characters', { notes: 'a'.repeat(2001) }, 'notes'],
    ['minutes below nothing', { totalDuration: -0.5 }, 'totalDuration'],
    ['more minutes than a day has', { totalDuration: 1440.5 }, 'totalDuration'],
    ['more than 20,000 kcal', { totalCalories: 20_001 }, 'totalCalories'],
    ['a clientId that is no UUID', { clientId: 'mine' }, 'clientId'],
    ['51 exercises', { exercises: Array.from({ length: 51 }, () => row) }, 'exercises'],
    ['an exercise without a name', { exercises: [{ ...row, name: ' ' }] }, 'exercises.0.name'],
    ['half a set', { exercises: [{ ...row, sets: 1.5 }] }, 'exercises.0.sets'],
    ['101 sets', { exercises: [row, { ...row, sets: 101 }] }, 'exercises.1.sets'],
    ['more than 1,000 kg', { exercises: [{ ...row, weight: 1000.5 }] }, 'exercises.0.weight'],
  ])('may not have %s', (_what, more, path) => {
    expect(wrong(workout(more))).toEqual([path]);
  });

  it('is refused with words that it does not know', () => {
    const given = { ...workout(), intensty: 'high', exercises: [{ ...row, colour: 'red' }] };
    const issues = WorkoutInput.safeParse(given).error?.issues ?? [];
    expect(issues.map((issue) => issue.code)).toEqual(['unrecognized_keys', 'unrecognized_keys']);
  });
});

describe('an exercise that is given', () => {
  const of = (exercise: Given['exercises'][number]) => wrong(workout({ exercises: [exercise] }));

  it('needs sets, and reps or minutes, where there is no set log', () => {
    expect(of({ name: 'Row' })).toEqual(['exercises.0.sets', 'exercises.0.reps']);
    expect(of({ name: 'Row', sets: 3 })).toEqual(['exercises.0.reps']);
    expect(of({ name: 'Row', reps: 3, setLog: [] })).toEqual(['exercises.0.sets']);
    expect(of({ name: 'Run', sets: 1, duration: 0 })).toEqual([]);
    expect(of({ name: 'Row', sets: 1, reps: 0 })).toEqual([]);
  });

  it('needs nothing beside a set log', () => {
    expect(of({ name: 'Row', setLog: [{ type: 'normal', reps: 8, weight: 22.68, rpe: 7.5, duration: null }] })).toEqual(
      [],
    );
    expect(of({ name: 'Row', setLog: [{ type: 'warmup' }] })).toEqual([]);
  });

  it('has a log of up to 100 sets of known types', () => {
    const set = { type: 'normal' as const };
    expect(of({ name: 'Row', setLog: Array.from({ length: 100 }, () => set) })).toEqual([]);
    expect(of({ name: 'Row', setLog: Array.from({ length: 101 }, () => set) })).toEqual(['exercises.0.setLog']);
    const types = { name: 'Row', setLog: [{ type: 'hard' as 'normal' }, { ...set, rpe: 7.3 }] };
    expect(of(types)).toEqual(['exercises.0.setLog.0.type', 'exercises.0.setLog.1.rpe']);
  });
});

describe('a workout in the place of a stored one', () => {
  it('keeps its clientId, and may have as many exercises as an import', () => {
    const many = Array.from({ length: 1000 }, () => row);
    expect(WorkoutChange.safeParse(workout({ exercises: many })).success).toBe(true);
    expect(WorkoutChange.safeParse(workout({ exercises: [...many, row] })).success).toBe(false);
    expect(WorkoutChange.safeParse(workout({ clientId: null })).success).toBe(false);
  });
});
