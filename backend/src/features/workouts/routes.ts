import * as calls from '@trainer/contract/workouts';
import { created, gone, handle, type Handled, ok } from '../../http/handle.ts';
import { placeOf } from '../../http/cursor.ts';
import type { WorkoutService } from './service.ts';
import type { TransferService } from './transfer.ts';

export const workoutRoutes = (workouts: WorkoutService, transfer: TransferService): Handled[] => [
  handle(calls.saveWorkout, async ({ member, body }) => {
    const { workout, added } = await workouts.save(member.userId, body);
    return added ? created(workout) : ok(workout);
  }),
  handle(calls.workouts, async ({ member, query: { limit, cursor, from, to } }) => ({
    status: 200,
    text: await workouts.page(member.userId, { limit, after: placeOf(cursor), from, to }),
  })),
  handle(calls.exportWorkouts, async ({ member }) => ({
    status: 200,
    stream: await transfer.export(member.userId),
    fileName: 'workouts.csv',
  })),
  handle(calls.importWorkouts, async ({ member, body, query }) =>
    ok(await transfer.import(member.userId, body, query)),
  ),
  handle(calls.undoImport, async ({ member, params }) => {
    await transfer.undo(member.userId, params.importId);
    return gone;
  }),
  handle(calls.workout, async ({ member, params }) => ok(await workouts.one(member.userId, params.id))),
  handle(calls.changeWorkout, async ({ member, params, body }) =>
    ok(await workouts.change(member.userId, params.id, body)),
  ),
  handle(calls.removeWorkout, async ({ member, params }) => {
    await workouts.remove(member.userId, params.id);
    return gone;
  }),
];
