/**
 * The columns of our own CSV, in the order in which they are written. One row is one set; what a row says of its workout
 * and its exercise stands on each of their rows, save for notes, which stand on the first.
 * Weights kg, distances m, `… seconds` seconds, `… minutes` minutes, energy kcal.
 */
export const OWN_COLUMNS = {
  workout: 'Workout ID',
  date: 'Start (UTC)',
  localDate: 'Day',
  name: 'Workout',
  minutes: 'Workout minutes',
  calories: 'Calories (kcal)',
  caloriesEstimated: 'Calories estimated',
  intensity: 'Intensity',
  mood: 'Mood',
  notes: 'Workout notes',
  number: 'Exercise number',
  exercise: 'Exercise',
  /** A slug; `own` for an exercise of the member's own; blank for a bare name. */
  known: 'Known as',
  muscleGroup: 'Muscle group',
  tracking: 'Counted in',
  superset: 'Superset',
  exerciseNotes: 'Exercise notes',
  exerciseSets: 'Exercise sets',
  exerciseReps: 'Exercise reps',
  exerciseWeight: 'Exercise weight (kg)',
  exerciseMinutes: 'Exercise minutes',
  /** Blank where the sets of the exercise were not logged one by one. */
  type: 'Set type',
  reps: 'Reps',
  weight: 'Weight (kg)',
  seconds: 'Seconds',
  distance: 'Distance (m)',
  rpe: 'RPE',
  rest: 'Rest seconds',
  setNotes: 'Set notes',
} as const;

export type OwnColumn = keyof typeof OWN_COLUMNS;

/** Of an exercise that is the member's own. */
export const OWN_EXERCISE = 'own';

/**
 * A spreadsheet runs cells that begin with one of these as formulas, so an apostrophe goes in front, as people put it
 * there by hand. It also goes in front of text that already has one or more of them there, so that reading can take
 * exactly one away and gets what was written.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
export const unguarded = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);
