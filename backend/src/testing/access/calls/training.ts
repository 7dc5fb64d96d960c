import { SQUAT, workout } from '../../coached.ts';
import { type Row, row } from '../row.ts';
import { csv, ownExercise } from '../bodies.ts';

const card = { view: 'card' } as const;

export const TRAINING_CALLS: readonly Row[] = [
  // nobody
  //  |  other member
  //  |   |  other trainer
  //  |   |   |  former trainer
  //  |   |   |   |  a trainer whose invitation of the member is open
  //  |   |   |   |   |  a member whom the trainer has invited
  //  |   |   |   |   |   |  the trainer
  //  |   |   |   |   |   |   |  the member
  row('401 own own own own own own ok ', 'saveWorkout', 'under the member’s clientId', ({ clientId }) =>
    workout({ clientId }),
  ),
  row('401 own own own own own own ok ', 'workouts'),
  row('401 own own own own own own ok ', 'exportWorkouts'),
  row('401 own own own own own own own', 'importWorkouts', 'a file', () => ({ body: csv('Legs') })),
  row('401 404 404 404 404 404 404 own', 'undoImport', 'the member’s', ({ importId }) => ({ params: { importId } })),
  row('401 404 404 404 404 404 404 ok ', 'workout', 'the member’s', ({ workoutId }) => ({ params: { id: workoutId } })),
  row('401 404 404 404 404 404 404 ok ', 'changeWorkout', 'the member’s', ({ workoutId }) => ({
    ...workout(),
    params: { id: workoutId },
  })),
  row('401 404 404 404 404 404 404 own', 'removeWorkout', 'the member’s', ({ workoutId }) => ({
    params: { id: workoutId },
  })),

  row('401 own own own own own own ok ', 'sessionOps', 'of the member’s running workout', ({ phone, memberId }) => ({
    body: { ops: [phone.op({ op: 'note', text: `From ${memberId}` })] },
  })),
  row('401 own own own own own own own', 'sessionOps', 'that discard the member’s running workout', ({ phone }) => ({
    body: { ops: [phone.op({ op: 'discard' })] },
  })),
  row('401 404 404 404 404 404 404 ok ', 'runningSession'),

  row('401 own own own own own own ok ', 'exercises', undefined, () => ({ query: card })),
  row('401 own own own own own own ok ', 'exercisesByMuscle', 'of the member’s', () => ({
    params: { muscleGroup: 'legs' },
    query: card,
  })),
  row('401 own own own own own own own', 'exercise', 'built in', () => ({ params: { id: SQUAT } })),
  row('401 404 404 404 404 404 404 ok ', 'exercise', 'the member’s', ({ exerciseId }) => ({
    params: { id: exerciseId },
  })),
  row('401 404 404 404 404 404 own own', 'exercise', 'the trainer’s', ({ trainersExerciseId }) => ({
    params: { id: trainersExerciseId },
  })),
  row('401 404 404 own 404 404 404 404', 'exercise', 'the former trainer’s', ({ formerExerciseId }) => ({
    params: { id: formerExerciseId },
  })),
  row('404 404 404 own 404 404 404 404', 'exerciseAnimation', 'the former trainer’s', ({ formerExerciseId }) => ({
    params: { id: formerExerciseId },
  })),
  row('own own own own own own own own', 'exerciseAnimation', 'built in', () => ({ params: { id: SQUAT } })),
  row('404 404 404 404 404 404 404 own', 'exerciseAnimation', 'the member’s', ({ exerciseId }) => ({
    params: { id: exerciseId },
  })),
  row('404 404 404 404 404 404 own own', 'exerciseAnimation', 'the trainer’s', ({ trainersExerciseId }) => ({
    params: { id: trainersExerciseId },
  })),
  row('401 own own own own own own ok ', 'addExercise', 'under the member’s clientId', ({ clientId }) => ({
    body: { clientId, ...ownExercise('Band walk') },
  })),
  row('401 403 403 403 403 403 403 403', 'changeExercise', 'built in', () => ({
    params: { id: SQUAT },
    body: ownExercise('Band walk'),
  })),
  row('401 404 404 404 404 404 404 ok ', 'changeExercise', 'the member’s', ({ exerciseId }) => ({
    params: { id: exerciseId },
    body: ownExercise('Band walk'),
  })),
  row('401 404 404 404 404 404 own 404', 'changeExercise', 'the trainer’s', ({ trainersExerciseId }) => ({
    params: { id: trainersExerciseId },
    body: ownExercise('Band walk'),
  })),
  row('401 403 403 403 403 403 403 403', 'removeExercise', 'built in', () => ({ params: { id: SQUAT } })),
  row('401 404 404 404 404 404 404 own', 'removeExercise', 'the member’s', ({ exerciseId }) => ({
    params: { id: exerciseId },
  })),
  row('401 404 404 404 404 404 own 404', 'removeExercise', 'the trainer’s', ({ trainersExerciseId }) => ({
    params: { id: trainersExerciseId },
  })),
];
