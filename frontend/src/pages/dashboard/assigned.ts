import { signal } from '@preact/signals-core';
import type { CallAnswer, Exercise } from '@trainer/contract/types';
import { api } from '../../api.ts';
import { forgetExercises, loadExercises } from '../../exercises.ts';
import type { Tray } from '../../tray.ts';

type Plan = CallAnswer<'myPlans'>['data'][number];
export type AssignedDay = Plan['days'][number];

/** What the trainer gave for today; null: nothing, or not known yet. */
export const assignedToday = signal<{ plan: Plan; day: AssignedDay } | null>(null);

export async function loadAssigned(): Promise<void> {
  const answer = await api.call('myPlans').catch(() => undefined);
  if (!answer) return;
  const plan = answer.data.find((one) => one.today !== null);
  const day = plan?.days[plan.today ?? 0];
  assignedToday.value = plan && day ? { plan, day } : null;
  if (day) await knowAll(day);
}

/** Exercises of the trainer's own that this device has not seen: they have to be here before the network is gone. */
async function knowAll({ exercises }: AssignedDay): Promise<void> {
  const lacks = (known: readonly Exercise[]) =>
    exercises.some(({ exerciseId }) => !known.some((one) => one._id === exerciseId));
  if (!lacks(await loadExercises().catch(() => []))) return;
  forgetExercises();
  await loadExercises().catch(() => undefined);
}

/** The day as the workout page takes it over: its exercises in their order, with their doses. */
export const trayOfAssigned = ({ name, exercises }: AssignedDay): Tray => ({
  ids: [...new Set(exercises.map((exercise) => exercise.exerciseId))],
  sets: null,
  doses: Object.fromEntries(
    exercises.map(({ exerciseId, sets, reps, weight, duration }) => [exerciseId, { sets, reps, weight, duration }]),
  ),
  name,
});
