import type { Exercise } from '@trainer/contract/types';

/** Lifted with dumbbells, by a beginner; what a test is about it gives itself. */
export const exerciseOf = (name: string, more: Partial<Exercise> = {}): Exercise => ({
  _id: `id of ${name}`,
  slug: name,
  name,
  muscleGroup: 'legs',
  primaryMuscles: ['quadriceps'],
  secondaryMuscles: [],
  equipment: ['dumbbell'],
  difficulty: 'beginner',
  description: '',
  cues: [],
  contraindications: [],
  met: 3.5,
  caloriesBurned: 4.3,
  tracking: 'weight_reps',
  repRange: '8-12',
  restSeconds: 90,
  easier: [],
  harder: [],
  owner: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  ...more,
});
