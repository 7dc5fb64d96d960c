import type { MuscleGroup } from '@trainer/contract/types';
import { expect, it } from 'vitest';
import { nameOfWorkout } from './workout-name.ts';

it.each<[MuscleGroup[], string]>([
  [['legs'], 'Legs'],
  [['chest', 'triceps'], 'Chest and triceps'],
  [['chest', 'back', 'core'], 'Chest, back and core'],
  [['triceps', 'chest', 'triceps'], 'Triceps and chest'],
  [['legs', 'chest', 'back', 'core'], 'Full body'],
  [['full-body'], 'Full body'],
  [['cardio', 'full-body'], 'Cardio and full body'],
  [['legs', 'other'], 'Legs'],
  [['other'], 'Workout'],
  [[], 'Workout'],
])('names a workout of %j “%s”', (groups, name) => {
  expect(nameOfWorkout(groups)).toBe(name);
});
