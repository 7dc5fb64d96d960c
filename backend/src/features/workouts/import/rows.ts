import type { Intensity, LoggedExercise, LoggedSet, WeightUnit } from '@trainer/contract/types';
import type { NewOwnExercise } from '../../../storage/port.ts';

/** What one record of a file says, whatever app wrote it. */
export type Row = { workout: WorkoutHead; exercise: ExerciseHead; unit: WeightUnit | null } & (
  | { kind: 'set'; order: number | null; set: LoggedSet | null }
  | { kind: 'rest'; seconds: number | null }
  | { kind: 'note'; text: string | null }
);

/** What a row says of the workout that it belongs to. Rows with the same key are one workout. */
export interface WorkoutHead {
  key: string;
  name: string;
  start: Start;
  /** How long it took; null where the file does not say. */
  minutes: number | null;
  notes: string | null;
  /** Only our own files know. */
  stated?: { calories: number | null; caloriesEstimated: boolean; intensity: Intensity; mood: string | null };
}

/** On the member's wall, `YYYY-MM-DDTHH:mm:ss`; or, in our own files, the instant and the day that it counted for. */
export type Start = { local: string } | { instant: string; localDate: string };

export interface ExerciseHead {
  name: string;
  note: string | null;
  superset: number | null;
  /** Only our own files know; `number` counts the exercises of the workout. */
  stated?: {
    number: number;
    slug: string | null;
    own: Pick<NewOwnExercise, 'muscleGroup' | 'tracking'> | null;
    summary: Summary;
  };
}

/** An exercise in short; `duration` minutes, `weight` kg. */
export type Summary = Pick<LoggedExercise, 'sets' | 'reps' | 'weight' | 'duration'>;

/** Why a row can't be read, in a sentence for the person who exported it. Many of a file's rows may be, so it is made without a stack. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';

  constructor(reason: string) {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(reason);
    Error.stackTraceLimit = limit;
  }
}
