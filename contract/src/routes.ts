import * as auth from './auth.ts';
import * as coached from './coached.ts';
import * as exercises from './exercises.ts';
import * as members from './members.ts';
import * as messages from './messages.ts';
import * as operations from './operations.ts';
import type { CallName } from './paths.ts';
import type { Route } from './route.ts';
import * as session from './session.ts';
import * as trainers from './trainers.ts';
import * as workouts from './workouts.ts';

/** Every call of the product by its name. A path without a declaration, or the other way round, does not compile. */
export const routes = {
  signUp: auth.signUp,
  logIn: auth.logIn,
  logOut: auth.logOut,
  logOutAll: auth.logOutAll,
  me: auth.me,
  changePassword: auth.changePassword,
  forgotPassword: auth.forgotPassword,
  resetPassword: auth.resetPassword,
  progress: members.progress,
  stats: members.stats,
  changeMe: members.changeMe,
  weights: members.weights,
  addWeight: members.addWeight,
  removeWeight: members.removeWeight,
  myPlans: coached.myPlans,
  myInvites: coached.myInvites,
  acceptCode: coached.acceptCode,
  acceptInvite: coached.acceptInvite,
  declineInvite: coached.declineInvite,
  myTrainer: coached.myTrainer,
  changeSharing: coached.changeSharing,
  leaveTrainer: coached.leaveTrainer,
  clients: trainers.clients,
  client: trainers.clientDetail,
  removeClient: trainers.removeClient,
  clientWorkouts: trainers.clientWorkouts,
  clientStats: trainers.clientStats,
  clientSession: trainers.clientSession,
  clientNote: trainers.clientNote,
  writeClientNote: trainers.writeClientNote,
  clientPlans: trainers.clientPlans,
  givePlan: trainers.givePlan,
  changePlan: trainers.changePlan,
  removePlan: trainers.removePlan,
  cue: trainers.cue,
  invite: trainers.invite,
  invites: trainers.invites,
  withdrawInvite: trainers.withdrawInvite,
  threads: messages.threads,
  messages: messages.messages,
  sendMessage: messages.sendMessage,
  readMessages: messages.readMessages,
  saveWorkout: workouts.saveWorkout,
  workouts: workouts.workouts,
  exportWorkouts: workouts.exportWorkouts,
  importWorkouts: workouts.importWorkouts,
  undoImport: workouts.undoImport,
  workout: workouts.workout,
  changeWorkout: workouts.changeWorkout,
  removeWorkout: workouts.removeWorkout,
  sessionOps: session.sessionOps,
  runningSession: session.runningSession,
  exercises: exercises.exercises,
  exercisesByMuscle: exercises.exercisesByMuscle,
  exercise: exercises.exercise,
  healthz: operations.healthz,
  readyz: operations.readyz,
  metrics: operations.metrics,
  openapi: operations.openapi,
  docs: operations.docs,
} satisfies Record<CallName, Route>;

export type Routes = typeof routes;
