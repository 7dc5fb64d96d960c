import * as auth from './auth.ts';
import * as exercises from './exercises.ts';
import * as members from './members.ts';
import * as operations from './operations.ts';
import type { CallName } from './paths.ts';
import type { Route } from './route.ts';
import * as workouts from './workouts.ts';

/** Every call of the product by its name. A path without a declaration, or the other way round, does not compile. */
export const routes = {
  signUp: auth.signUp,
  logIn: auth.logIn,
  logOut: auth.logOut,
  logOutAll: auth.logOutAll,
  me: auth.me,
  changePassword: auth.changePassword,
  progress: members.progress,
  stats: members.stats,
  changeMe: members.changeMe,
  weights: members.weights,
  addWeight: members.addWeight,
  removeWeight: members.removeWeight,
  saveWorkout: workouts.saveWorkout,
  workouts: workouts.workouts,
  exportWorkouts: workouts.exportWorkouts,
  importWorkouts: workouts.importWorkouts,
  undoImport: workouts.undoImport,
  workout: workouts.workout,
  changeWorkout: workouts.changeWorkout,
  removeWorkout: workouts.removeWorkout,
  exercises: exercises.exercises,
  exercisesByMuscle: exercises.exercisesByMuscle,
  exercise: exercises.exercise,
  exerciseAnimation: exercises.exerciseAnimation,
  addExercise: exercises.addExercise,
  changeExercise: exercises.changeExercise,
  removeExercise: exercises.removeExercise,
  healthz: operations.healthz,
  readyz: operations.readyz,
  metrics: operations.metrics,
  openapi: operations.openapi,
  docs: operations.docs,
} satisfies Record<CallName, Route>;

export type Routes = typeof routes;
