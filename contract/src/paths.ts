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

  progress: ['get', '/members/progress'],
  stats: ['get', '/members/stats'],
  changeMe: ['patch', '/members/me'],
  weights: ['get', '/members/weights'],
  addWeight: ['post', '/members/weights'],
  removeWeight: ['delete', '/members/weights/:id'],

  saveWorkout: ['post', '/workouts'],
  workouts: ['get', '/workouts'],
  exportWorkouts: ['get', '/workouts/export.csv'],
  importWorkouts: ['post', '/workouts/import'],
  undoImport: ['delete', '/workouts/imports/:importId'],
  workout: ['get', '/workouts/:id'],
  changeWorkout: ['put', '/workouts/:id'],
  removeWorkout: ['delete', '/workouts/:id'],

  exercises: ['get', '/exercises'],
  exercisesByMuscle: ['get', '/exercises/muscle/:muscleGroup'],
  exercise: ['get', '/exercises/:id'],
  exerciseAnimation: ['get', '/exercises/:id/animation.gif'],
  addExercise: ['post', '/exercises'],
  changeExercise: ['put', '/exercises/:id'],
  removeExercise: ['delete', '/exercises/:id'],

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
