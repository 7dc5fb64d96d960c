import { CONDITIONS, EQUIPMENT, GOALS } from '@trainer/contract/plan-words';
import type { GivenSuggestionRequest, LoggedSet } from '@trainer/contract/types';
import fc from 'fast-check';
import { exerciseBySlug } from '../exercises.ts';
import type { PastWorkout, TrainingProfile } from '../plans/types.ts';
import { readSuggestionRequest } from './request.ts';

/** People for tests. */
export const KAVYA: TrainingProfile = {
  age: 32,
  sex: 'female',
  weight: 68,
  height: 165,
  fitnessLevel: 'intermediate',
  goals: ['muscle gain', 'weight loss'],
  targetWeight: null,
  medicalConditions: [],
  daysPerWeek: 4,
  equipment: [...EQUIPMENT],
  minutesPerSession: 45,
  notes: null,
  history: [],
  today: '2026-11-25',
};
export const person = (change: Partial<TrainingProfile> = {}): TrainingProfile => ({ ...KAVYA, ...change });

/** A workout with one exercise, its sets as `16×12`, or `w40×5` for a warm-up. */
export function done(localDate: string, slug: string, ...sets: string[]): PastWorkout {
  const exercise = exerciseBySlug(slug);
  const log = sets.map((text): LoggedSet => {
    const [weight, reps] = text.replace('w', '').split('×').map(Number);
    return { ...EMPTY, type: text.startsWith('w') ? 'warmup' : 'normal', weight: weight ?? null, reps: reps ?? null };
  });
  const nothing = { reps: null, weight: null, duration: null, note: null, superset: null };
  return {
    localDate,
    exercises: [
      { exerciseId: exercise?._id ?? null, name: exercise?.name ?? slug, sets: log.length, ...nothing, setLog: log },
    ],
  };
}
const EMPTY: LoggedSet = {
  type: 'normal',
  reps: null,
  weight: null,
  duration: null,
  distance: null,
  rpe: null,
  restSeconds: null,
  note: null,
};

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

/** Sets of weights and repetitions as people log them, of any exercise that takes a weight. */
const histories: fc.Arbitrary<PastWorkout[]> = fc
  .array(
    fc.record({
      daysAgo: fc.integer({ min: 0, max: 120 }),
      slug: fc.constantFrom(
        'goblet-squat',
        'dumbbell-bench-press',
        'leg-press',
        'seated-cable-row',
        'barbell-back-squat',
      ),
      weight: fc.integer({ min: 1, max: 600 }).map((quarter) => quarter / 4),
      reps: fc.integer({ min: 1, max: 40 }),
    }),
    { maxLength: 12 },
  )
  .map((sets) =>
    sets
      .sort((a, b) => a.daysAgo - b.daysAgo)
      .map(({ daysAgo, slug, weight, reps }) => {
        const date = new Date(Date.UTC(2026, 10, 25 - daysAgo)).toISOString().slice(0, 10);
        return done(date, slug, `${String(weight)}×${String(reps)}`);
      }),
  );

/** Anybody who may be planned for: all ages, conditions, days, minutes and equipment. */
export const anybody: fc.Arbitrary<TrainingProfile> = fc
  .record({
    age: fc.integer({ min: 18, max: 85 }),
    sex: maybe(fc.constantFrom('female' as const, 'male' as const)),
    weight: fc.integer({ min: 40, max: 140 }),
    height: fc.integer({ min: 140, max: 200 }),
    fitnessLevel: fc.constantFrom('beginner' as const, 'intermediate' as const, 'advanced' as const),
    goals: fc.subarray([...GOALS]),
    medicalConditions: fc.oneof(
      fc.constant([]),
      fc.subarray([...CONDITIONS], { maxLength: 2 }),
      fc.subarray([...CONDITIONS]),
      fc.constant([...CONDITIONS]),
    ),
    daysPerWeek: fc.integer({ min: 1, max: 7 }),
    minutesPerSession: fc.oneof(fc.constant(15), fc.integer({ min: 15, max: 120 })),
    equipment: fc.oneof(fc.constant(null), fc.constant([]), fc.subarray([...EQUIPMENT])),
    history: fc.oneof(fc.constant([]), histories),
  })
  .map(({ history, ...given }) => readSuggestionRequest(given as GivenSuggestionRequest, history, '2026-11-25'))
  .filter((read) => 'profile' in read)
  .map(({ profile }) => profile);
