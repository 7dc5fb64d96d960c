import type { Exercise } from '@trainer/contract/types';
import type { PlannedDose, Tray } from '../tray.ts';
import type { ReadableWorkout } from './workout-view.ts';

type Day = ReadableWorkout['schedule'][number];

/**
 * A day of a plan as the workout page takes it over: its exercises in their order, with their doses.
 * @param known where an exercise is looked up that the plan names by its slug only
 */
export function trayOfDay(plan: ReadableWorkout, day: Day, known: readonly Pick<Exercise, '_id' | 'slug'>[]): Tray {
  const chosen = day.exercises.flatMap((dose) => {
    const suggested = plan.exercises.find(({ slug }) => slug === dose.slug);
    const id = suggested?.exerciseId ?? known.find(({ slug }) => slug === dose.slug)?._id;
    return id === undefined ? [] : [{ id, dose: plannedDose(dose, suggested?.load) }];
  });
  return {
    ids: chosen.map(({ id }) => id),
    sets: null,
    doses: Object.fromEntries(chosen.map(({ id, dose }) => [id, dose])),
    name: day.focus,
  };
}

/** A range begins at its lower end: that is where the load belongs. */
const plannedDose = (
  { sets, reps, duration }: Day['exercises'][number],
  load: ReadableWorkout['exercises'][number]['load'],
): PlannedDose => ({ sets, reps, duration, weight: load?.weight ?? null });
