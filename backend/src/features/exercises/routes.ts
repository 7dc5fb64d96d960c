import * as calls from '@trainer/contract/exercises';
import { handle, type Handled, okText } from '../../http/handle.ts';
import type { ExerciseService } from './service.ts';

export const exerciseRoutes = (exercises: ExerciseService): Handled[] => [
  handle(calls.exercises, async ({ member, query }) => okText(await exercises.all(member.userId, query.view))),
  handle(calls.exercisesByMuscle, async ({ member, params, query }) =>
    okText(await exercises.ofMuscle(member.userId, params.muscleGroup, query.view)),
  ),
  handle(calls.exercise, async ({ member, params }) => okText(await exercises.one(member.userId, params.id))),
];
