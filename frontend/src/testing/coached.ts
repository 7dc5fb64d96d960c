import type {
  AssignedPlan,
  ClientDetail,
  ClientRow,
  LoggedExercise,
  LoggedSet,
  Session,
  SessionExercise,
  SessionSet,
  Workout,
} from '@trainer/contract/types';

/** What a trainer is told of clients; what a test is about it gives itself. */

const named = (name: string) => ({ _id: name, username: name, firstName: null, lastName: null });

export const clientRow = (name: string, given: Partial<ClientRow> = {}): ClientRow => ({
  ...named(name),
  status: 'on_track',
  reason: null,
  compliance: null,
  unread: 0,
  online: false,
  session: null,
  since: '2026-01-01T00:00:00.000Z',
  ...given,
});

export const clientDetail = (given: Partial<ClientDetail> = {}): ClientDetail => ({
  ...named('Kavya'),
  since: '2026-01-01T00:00:00.000Z',
  share: { live: true, history: true, health: true },
  until: null,
  online: false,
  today: '2026-07-16',
  compliance: null,
  ...given,
});

/** `08:10:00` on the day of the session. */
export const at = (time: string): string => `2026-07-16T${time}.000Z`;

export const setOf = (setId: string, given: Partial<SessionSet> = {}): SessionSet => ({
  setId,
  type: 'normal',
  reps: 10,
  weight: 20,
  duration: null,
  distance: null,
  rpe: null,
  done: false,
  at: at('08:00:00'),
  restSeconds: null,
  ...given,
});

export const doneSet = (setId: string, time: string, given: Partial<SessionSet> = {}): SessionSet =>
  setOf(setId, { done: true, at: at(time), ...given });

export const inSession = (name: string, sets: SessionSet[], given: Partial<SessionExercise> = {}): SessionExercise => ({
  key: name,
  exerciseId: `id of ${name}`,
  name,
  plannedSets: null,
  plannedReps: null,
  plannedWeight: null,
  note: '',
  sets,
  ...given,
});

export const sessionOf = (
  sessionId: string,
  version: number,
  exercises: SessionExercise[] = [],
  given: Partial<Session> = {},
): Session => ({
  sessionId,
  userId: 'Kavya',
  version,
  name: 'Legs',
  startedAt: at('08:00:00'),
  exercises,
  rest: null,
  note: '',
  ...given,
});

export const loggedSet = (reps: number, weight: number, given: Partial<LoggedSet> = {}): LoggedSet => ({
  type: 'normal',
  reps,
  weight,
  duration: null,
  distance: null,
  rpe: null,
  restSeconds: null,
  note: null,
  ...given,
});

export const logged = (name: string, given: Partial<LoggedExercise> = {}): LoggedExercise => ({
  exerciseId: `id of ${name}`,
  name,
  sets: 3,
  reps: 10,
  weight: 20,
  duration: null,
  note: null,
  superset: null,
  setLog: [],
  ...given,
});

export const workoutOn = (localDate: string, exercises: LoggedExercise[], _id = localDate): Workout => ({
  _id,
  clientId: null,
  user: 'Kavya',
  name: 'Legs',
  date: `${localDate}T08:00:00.000Z`,
  localDate,
  exercises,
  totalDuration: 45,
  totalCalories: 200,
  caloriesEstimated: true,
  intensity: 'moderate',
  mood: null,
  notes: null,
  source: 'app',
  createdAt: '',
  updatedAt: '',
});

export const givenPlan = (_id: string, given: Partial<AssignedPlan> = {}): AssignedPlan => ({
  _id,
  clientId: null,
  trainerId: 'Arun',
  memberId: 'Kavya',
  name: 'Spring',
  startsOn: '2026-07-06',
  weeks: 4,
  days: [],
  warnings: [],
  createdAt: '',
  updatedAt: '',
  ...given,
});
