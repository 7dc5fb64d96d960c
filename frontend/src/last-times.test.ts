import type { Workout } from '@trainer/contract/types';
import { describe, expect, it } from 'vitest';
import { collect } from './last-times.ts';

describe('what was done before', () => {
  it('is found by exercise, newest first, at most three times', () => {
    const day = (localDate: string) =>
      ({
        localDate,
        exercises: [
          {
            exerciseId: 'x',
            name: 'Squat',
            sets: 2,
            reps: 5,
            weight: 40,
            duration: null,
            note: null,
            superset: null,
            setLog: [],
          },
        ],
      }) as unknown as Workout;
    const times = collect(['2026-07-04', '2026-07-03', '2026-07-02', '2026-07-01'].map(day));
    expect(times.get('x')?.map((one) => one.localDate)).toEqual(['2026-07-04', '2026-07-03', '2026-07-02']);
    expect(times.get('squat')?.[0]?.sets).toHaveLength(2);
  });
});
