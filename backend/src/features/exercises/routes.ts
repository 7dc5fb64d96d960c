import * as calls from '@trainer/contract/exercises';
import { created, gone, handle, type Handled, ok, okText } from '../../http/handle.ts';
import { gifInspector } from './gif-check.ts';
import type { ExerciseService } from './service.ts';

const inspects = gifInspector;

export const exerciseRoutes = (exercises: ExerciseService): Handled[] => [
  handle(calls.exercises, async ({ member, query }) => okText(await exercises.all(member.userId, query.view))),
  handle(calls.exercisesByMuscle, async ({ member, params, query }) =>
    okText(await exercises.ofMuscle(member.userId, params.muscleGroup, query.view)),
  ),
  handle(calls.exercise, async ({ member, params }) => okText(await exercises.one(member.userId, params.id))),
  handle(calls.exerciseAnimation, async ({ params, token }) => ({
    status: 200,
    ...(await exercises.animation(params.id, token)),
  })),
  handle(
    calls.addExercise,
    async ({ member, body, file }) => {
      const { exercise, added } = await exercises.add(member.userId, body, file);
      return added ? created(exercise) : ok(exercise);
    },
    { inspects },
  ),
  handle(
    calls.changeExercise,
    async ({ member, params, body, file }) => ok(await exercises.change(member.userId, params.id, body, file)),
    { inspects },
  ),
  handle(calls.removeExercise, async ({ member, params }) => {
    await exercises.remove(member.userId, params.id);
    return gone;
  }),
];
