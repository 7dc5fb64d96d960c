import type { SessionExercise, SessionSet } from '@trainer/contract/types';
import { describe, expect, it } from 'vitest';
import { glanceOf } from './glance.ts';

const set = (minute: number, more: Partial<SessionSet> = {}): SessionSet => ({
  setId: String(minute),
  type: 'normal',
  reps: 8,
  weight: 20,
  duration: null,
  distance: null,
  rpe: null,
  done: true,
  at: new Date(1_780_000_000_000 + minute * 60_000).toISOString(),
  restSeconds: null,
  ...more,
});
const exercise = (name: string, plannedSets: number | null, ...sets: SessionSet[]): SessionExercise => ({
  key: name,
  exerciseId: null,
  name,
  plannedSets,
  plannedReps: null,
  plannedWeight: null,
  note: '',
  sets,
});
const glance = (...exercises: SessionExercise[]) =>
  glanceOf({ sessionId: 's', name: 'Legs', startedAt: set(0).at, exercises, rest: null, note: '' });

describe('a running workout at a glance', () => {
  it('shows the first exercise before anything is done, and none where there is none', () => {
    expect(glance(exercise('Squat', 3), exercise('Row', 3)).exercise).toBe('Squat');
    expect(glance()).toMatchObject({ exercise: null, setsDone: 0, setsPlanned: 0 });
  });

  it('shows the exercise of the latest set until it is through, then the next that is not', () => {
    const row = exercise('Row', 2, set(1), set(2));
    const press = exercise('Press', 2, set(0));
    expect(glance(exercise('Squat', 2), exercise('Row', 2, set(1))).exercise).toBe('Row');
    expect(glance(press, row, exercise('Curl', 1)).exercise).toBe('Curl');
    expect(glance(press, row).exercise).toBe('Press');
    expect(glance(row).exercise).toBe('Row');
  });

  it('counts working sets, as many as are planned or listed', () => {
    const warmUp = set(0, { type: 'warmup' });
    const open = set(3, { done: false });
    expect(glance(exercise('Squat', 3, warmUp, set(1), open), exercise('Row', 1, set(2), set(4)))).toMatchObject({
      setsDone: 3,
      setsPlanned: 5,
    });
  });
});
