import { computed, signal } from '@preact/signals-core';
import { instantOf } from '@trainer/coach/days';
import type { Intensity, LoggedExercise, LoggedSet, Workout, WorkoutInput } from '@trainer/contract/types';
import { number, toKg, weightValue } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { fieldErrors } from '../../ui/errors.ts';

/** A set as it stands in the form: numbers as typed, in the person's own units. */
export interface DraftSet {
  was: LoggedSet;
  reps: string;
  weight: string;
  seconds: string;
}

export interface DraftExercise {
  was: LoggedExercise | null;
  name: string;
  sets: DraftSet[];
}

export interface Draft {
  name: string;
  /** `YYYY-MM-DDTHH:mm` on the member's own wall. */
  date: string;
  minutes: string;
  /** Empty: worked out by the server. */
  calories: string;
  intensity: Intensity;
  mood: string;
  notes: string;
  exercises: DraftExercise[];
}

type Change = Omit<WorkoutInput, 'clientId'>;
export type EditState = ReturnType<typeof editState>;

/** @param put stores the change */
export function editState(workout: Workout, timeZone: string, put: (change: Change) => Promise<Workout>) {
  const draft = signal(draftOf(workout, timeZone));
  const first = JSON.stringify(draft.peek());
  const busy = signal(false);
  const failure = signal<unknown>(null);
  const tried = signal(false);
  const errors = computed(
    () => new Map([...(tried.value ? errorsOf(draft.value) : []), ...fieldErrors(failure.value)]),
  );

  const change = (to: Partial<Draft>) => {
    draft.value = { ...draft.value, ...to };
  };
  const changeExercise = (at: number, to: (exercise: DraftExercise) => DraftExercise) => {
    change({ exercises: draft.value.exercises.map((exercise, i) => (i === at ? to(exercise) : exercise)) });
  };

  return {
    draft,
    busy,
    failure,
    errors,
    change,
    changed: () => JSON.stringify(draft.value) !== first,

    changeSet(exercise: number, set: number, to: Partial<DraftSet>): void {
      changeExercise(exercise, (one) => ({
        ...one,
        sets: one.sets.map((old, i) => (i === set ? { ...old, ...to } : old)),
      }));
    },
    removeSet(exercise: number, set: number): void {
      changeExercise(exercise, (one) => ({ ...one, sets: one.sets.toSpliced(set, 1) }));
    },
    addSet(exercise: number): void {
      changeExercise(exercise, (one) => ({
        ...one,
        sets: [...one.sets, { ...(one.sets.at(-1) ?? draftSet(EMPTY_SET)) }],
      }));
    },
    removeExercise(exercise: number): void {
      change({ exercises: draft.value.exercises.toSpliced(exercise, 1) });
    },
    addExercise(): void {
      change({
        exercises: [...draft.value.exercises, { was: null, name: '', sets: [draftSet({ ...EMPTY_SET, reps: 10 })] }],
      });
    },
    renameExercise(exercise: number, name: string): void {
      changeExercise(exercise, (one) => ({ ...one, name }));
    },

    /** → the changed workout, or undefined where something is still wrong. */
    async save(): Promise<Workout | undefined> {
      tried.value = true;
      failure.value = null;
      if (errorsOf(draft.value).size > 0 || busy.value) return undefined;
      busy.value = true;
      try {
        return await put(changeOf(draft.value, workout, timeZone));
      } catch (error) {
        failure.value = error;
        return undefined;
      } finally {
        busy.value = false;
      }
    },
  };
}

const EMPTY_SET: LoggedSet = {
  type: 'normal',
  reps: null,
  weight: null,
  duration: null,
  distance: null,
  rpe: null,
  restSeconds: null,
  note: null,
};

const typed = (value: number | null): string => (value === null ? '' : String(Math.round(value * 100) / 100));

const draftSet = (was: LoggedSet): DraftSet => ({
  was,
  reps: typed(was.reps),
  weight: was.weight === null ? '' : typed(weightValue(was.weight)),
  seconds: typed(was.duration),
});

function draftOf(workout: Workout, timeZone: string): Draft {
  return {
    name: workout.name,
    date: wallTime(workout.date, timeZone),
    minutes: typed(workout.totalDuration),
    calories: workout.caloriesEstimated ? '' : typed(workout.totalCalories),
    intensity: workout.intensity,
    mood: workout.mood ?? '',
    notes: workout.notes ?? '',
    exercises: workout.exercises.map((was) => ({ was, name: was.name, sets: setsOf(was).map(draftSet) })),
  };
}

/** An exercise that was logged in one number becomes as many sets. */
function setsOf({ setLog, sets, reps, weight, duration }: LoggedExercise): LoggedSet[] {
  if (setLog.length > 0) return setLog;
  return Array.from({ length: sets }, () => ({
    ...EMPTY_SET,
    reps,
    weight,
    duration: duration === null ? null : Math.round((duration * 60) / sets),
  }));
}

export function wallTime(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(new Date(instant))
    .replace(' ', 'T');
}

const amount = (text: string): number => Number(text.trim().replace(',', '.'));
const isAmount = (text: string): boolean => Number.isFinite(amount(text)) && amount(text) >= 0;
const optional = (text: string): number | null => (text.trim() === '' ? null : amount(text));

/** What is wrong, by the same paths that the server uses. */
function errorsOf(draft: Draft): Map<string, string> {
  const errors = new Map<string, string>();
  const wrong = (path: string, text: string, required = false) => {
    if (required ? !isAmount(text) || text.trim() === '' : text.trim() !== '' && !isAmount(text))
      errors.set(path, t('history:edit.number'));
  };
  wrong('totalDuration', draft.minutes, true);
  wrong('totalCalories', draft.calories);
  draft.exercises.forEach((exercise, e) => {
    exercise.sets.forEach((set, s) => {
      const path = `exercises.${number(e)}.setLog.${number(s)}`;
      wrong(`${path}.reps`, set.reps);
      wrong(`${path}.weight`, set.weight);
      wrong(`${path}.duration`, set.seconds);
    });
  });
  if (!draft.exercises.some((exercise) => exercise.sets.length > 0)) errors.set('exercises', t('history:edit.empty'));
  return errors;
}

function changeOf(draft: Draft, workout: Workout, timeZone: string): Change {
  const moved = draft.date !== wallTime(workout.date, timeZone);
  return {
    name: draft.name,
    // Seconds that nobody can see in the form stay what they were.
    ...(moved ? { date: instantOf(`${draft.date}:00`, timeZone).toISOString() } : {}),
    totalDuration: amount(draft.minutes),
    totalCalories: optional(draft.calories),
    intensity: draft.intensity,
    mood: draft.mood || null,
    notes: draft.notes.trim() || null,
    exercises: draft.exercises.filter((exercise) => exercise.sets.length > 0).map(exerciseOf),
  };
}

function exerciseOf({ was, name, sets }: DraftExercise): Change['exercises'][number] {
  const same = was?.name === name ? was : null;
  return {
    // Under another name it is another exercise.
    exerciseId: same?.exerciseId ?? null,
    name,
    note: was?.note ?? null,
    superset: was?.superset ?? null,
    setLog: sets.map((set) => ({
      ...set.was,
      reps: optional(set.reps),
      weight: weightOf(set),
      duration: optional(set.seconds),
    })),
  };
}

/** A weight that was not touched goes back exactly as it came, whatever unit it was shown in. */
function weightOf({ was, weight }: DraftSet): number | null {
  const shown = was.weight === null ? '' : typed(weightValue(was.weight));
  if (weight === shown) return was.weight;
  const value = optional(weight);
  return value === null ? null : toKg(value);
}
