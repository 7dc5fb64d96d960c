/**
 * Every call's method and path, and nothing else: this file is what a page loads to make a call.
 * The schemas, which pull in zod, stay on the server; a page takes only their types (see `calls.ts`).
 */
export const paths = {
  signUp: ['post', '/auth/signup'],
  logIn: ['post', '/auth/login'],
  logOut: ['post', '/auth/logout'],
  logOutAll: ['post', '/auth/logout-all'],
  me: ['get', '/auth/me'],
  changePassword: ['post', '/auth/change-password'],
  forgotPassword: ['post', '/auth/forgot-password'],
  resetPassword: ['post', '/auth/reset-password'],

  progress: ['get', '/members/progress'],
  stats: ['get', '/members/stats'],
  changeMe: ['patch', '/members/me'],
  weights: ['get', '/members/weights'],
  addWeight: ['post', '/members/weights'],
  removeWeight: ['delete', '/members/weights/:id'],

  myPlans: ['get', '/members/plans'],
  myInvites: ['get', '/members/invites'],
  acceptCode: ['post', '/members/invites/accept'],
  acceptInvite: ['post', '/members/invites/:id/accept'],
  declineInvite: ['post', '/members/invites/:id/decline'],
  myTrainer: ['get', '/members/trainer'],
  changeSharing: ['patch', '/members/trainer'],
  leaveTrainer: ['delete', '/members/trainer'],

  clients: ['get', '/trainers/clients'],
  client: ['get', '/trainers/clients/:id'],
  removeClient: ['delete', '/trainers/clients/:id'],
  clientWorkouts: ['get', '/trainers/clients/:id/workouts'],
  clientStats: ['get', '/trainers/clients/:id/stats'],
  clientSession: ['get', '/trainers/clients/:id/session'],
  clientNote: ['get', '/trainers/clients/:id/note'],
  writeClientNote: ['put', '/trainers/clients/:id/note'],
  clientPlans: ['get', '/trainers/clients/:id/plans'],
  givePlan: ['post', '/trainers/clients/:id/plans'],
  changePlan: ['put', '/trainers/clients/:id/plans/:planId'],
  removePlan: ['delete', '/trainers/clients/:id/plans/:planId'],
  cue: ['post', '/trainers/clients/:id/cue'],
  invite: ['post', '/trainers/invites'],
  invites: ['get', '/trainers/invites'],
  withdrawInvite: ['delete', '/trainers/invites/:id'],

  threads: ['get', '/messages'],
  messages: ['get', '/messages/:userId'],
  sendMessage: ['post', '/messages/:userId'],
  readMessages: ['post', '/messages/:userId/read'],

  saveWorkout: ['post', '/workouts'],
  workouts: ['get', '/workouts'],
  exportWorkouts: ['get', '/workouts/export.csv'],
  importWorkouts: ['post', '/workouts/import'],
  undoImport: ['delete', '/workouts/imports/:importId'],
  workout: ['get', '/workouts/:id'],
  changeWorkout: ['put', '/workouts/:id'],
  removeWorkout: ['delete', '/workouts/:id'],

  sessionOps: ['post', '/session/ops'],
  runningSession: ['get', '/session'],

  exercises: ['get', '/exercises'],
  exercisesByMuscle: ['get', '/exercises/muscle/:muscleGroup'],
  exercise: ['get', '/exercises/:id'],
  exerciseAnimation: ['get', '/exercises/:id/animation.gif'],
  addExercise: ['post', '/exercises'],
  changeExercise: ['put', '/exercises/:id'],
  removeExercise: ['delete', '/exercises/:id'],

  suggest: ['post', '/ai-suggestions/generate'],
  suggestions: ['get', '/ai-suggestions'],
  suggestion: ['get', '/ai-suggestions/:id'],
  removeSuggestion: ['delete', '/ai-suggestions/:id'],
  shareSuggestion: ['post', '/ai-suggestions/:id/share'],
  unshareSuggestion: ['delete', '/ai-suggestions/:id/share'],
  planDiet: ['post', '/diet-plan/generate'],
  dietTarget: ['post', '/diet-plan/target'],
  dietPlans: ['get', '/diet-plan'],
  dietPlan: ['get', '/diet-plan/:id'],
  removeDietPlan: ['delete', '/diet-plan/:id'],
  shareDietPlan: ['post', '/diet-plan/:id/share'],
  unshareDietPlan: ['delete', '/diet-plan/:id/share'],
  swaps: ['get', '/diet-plan/:id/swaps'],
  swapMeal: ['post', '/diet-plan/:id/swap'],
  shoppingList: ['get', '/diet-plan/:id/shopping-list'],
  planAllowance: ['get', '/plan-requests'],
  cancelPlan: ['delete', '/plan-requests/:requestId'],
  sharedPlan: ['get', '/shared/:token'],

  healthz: ['get', '/healthz'],
  readyz: ['get', '/readyz'],
  metrics: ['get', '/metrics'],
  openapi: ['get', '/openapi.json'],
  docs: ['get', '/docs'],
} as const satisfies Record<string, readonly [Method, `/${string}`]>;

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
export type CallName = keyof typeof paths;

/** These live beside `/api`, where the tools that ask for them look. */
const OUTSIDE_API: ReadonlySet<CallName> = new Set(['healthz', 'readyz', 'metrics']);

/** The whole path of a call from the server's root, parameters still as `:name`. */
export const fullPath = (name: CallName): string => (OUTSIDE_API.has(name) ? '' : '/api') + paths[name][1];
