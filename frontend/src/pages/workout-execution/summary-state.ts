import { signal } from '@preact/signals-core';
import type { Intensity, PersonalRecord, Progress, Workout, WorkoutInput } from '@trainer/contract/types';
import { api } from '../../api.ts';

/** A record that this workout made, and what stood there before. */
export interface NewRecord {
  record: PersonalRecord;
  before: PersonalRecord | undefined;
}

export interface Told {
  progress: Progress;
  records: NewRecord[];
}

export type SummaryState = ReturnType<typeof summaryState>;

/** After the answer: everything is stored; what is said here now changes it. */
export function summaryState(stored: Workout, told: Told | null) {
  const workout = signal(stored);
  const failure = signal<unknown>(null);
  /** Changes that are on their way. */
  const storing = signal(0);
  let saving: Promise<void> = Promise.resolve();

  /** One change after the other, so that the last one said is the one that stays. */
  function change(to: { intensity?: Intensity; mood?: string | null; notes?: string | null }): Promise<void> {
    workout.value = { ...workout.peek(), ...to };
    storing.value += 1;
    saving = saving.then(async () => {
      try {
        await api.call(
          'changeWorkout',
          { params: { id: stored._id }, body: asInput(workout.peek()) },
          { keepalive: true },
        );
        failure.value = null;
      } catch (error) {
        failure.value = error;
      } finally {
        storing.value -= 1;
      }
    });
    return saving;
  }

  return { workout, told, failure, storing, change, settled: () => saving };
}

/** The stored workout as it is sent back; energy that was estimated is estimated anew. */
function asInput(workout: Workout): Omit<WorkoutInput, 'clientId'> {
  const { name, exercises, totalDuration, totalCalories, caloriesEstimated, intensity, mood, notes } = workout;
  return { name, exercises, totalDuration, intensity, mood, notes, ...(caloriesEstimated ? {} : { totalCalories }) };
}

/** Records that this workout holds now and did not before. */
export function newRecords(
  before: readonly PersonalRecord[],
  after: readonly PersonalRecord[],
  workoutId: string,
): NewRecord[] {
  const key = ({ exercise, kind }: PersonalRecord) => `${kind} ${exercise}`;
  const old = new Map(before.map((record) => [key(record), record]));
  const mine = after.filter((record) => record.workoutId === workoutId);
  const lifted = new Set(mine.filter((record) => record.kind === 'weight').map((record) => record.exercise));
  return mine
    .filter((record) => record.kind === 'weight' || !lifted.has(record.exercise))
    .map((record) => ({ record, before: old.get(key(record)) }));
}
