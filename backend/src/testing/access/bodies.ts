import type { CallInput } from '@trainer/contract/types';

const ONE_PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

export const SUGGESTION: CallInput<'suggest'>['body'] = {
  age: 37,
  weight: 80,
  height: 168,
  fitnessLevel: 'beginner',
  goals: ['strength'],
};
export const DIET: CallInput<'planDiet'>['body'] = {
  age: 37,
  currentWeight: 80,
  targetWeight: 72,
  height: 168,
  fitnessLevel: 'beginner',
};

export const planOf = (exerciseId: string): CallInput<'changePlan'>['body'] => ({
  name: 'Legs',
  days: [{ weekday: 1, exercises: [{ exerciseId, sets: 3, reps: 10 }] }],
});

export const ownExercise = (name: string): CallInput<'changeExercise'>['body'] => ({
  name,
  muscleGroup: 'legs',
  gifUrl: ONE_PIXEL,
});

/** One workout of another app. */
export const csv = (name: string): Uint8Array =>
  new TextEncoder().encode(
    [
      'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE',
      `2026-07-01 07:30:00,"${name}",45m,"Squat (Barbell)",1,60.0,5,0,0,"","",`,
    ].join('\n'),
  );
