import { addDays } from '@trainer/coach/days';
import type { NewAssignedPlan, PlannedDays } from './ports/assigned-plans.ts';

/** A time on whose weekdays a plan has a workout, as it stands when it is kept beside the plan. */
export type Stretch = Omit<PlannedDays, 'memberId'>;

type Plan = Pick<NewAssignedPlan, 'startsOn' | 'weeks' | 'days'>;

/** What a plan plans from its first to its last day. */
export const plannedBy = ({ startsOn, weeks, days }: Plan): Stretch[] =>
  given([{ weekdays: days.map((day) => day.weekday).sort(), from: startsOn, to: addDays(startsOn, 7 * weeks - 1) }]);

/** What stays planned of it where it holds no longer from this day on. */
export const plannedBefore = (planned: readonly Stretch[], on: string): Stretch[] =>
  given(planned.map(({ weekdays, from, to }) => ({ weekdays, from, to: to < on ? to : addDays(on, -1) })));

/** What is planned where from this day on another plan takes its place. */
export const plannedAfter = (planned: readonly Stretch[], to: Plan, on: string): Stretch[] => [
  ...plannedBefore(planned, on),
  ...given(plannedBy(to).map((stretch) => ({ ...stretch, from: stretch.from < on ? on : stretch.from }))),
];

/** Before every day there is. */
const NEVER = '';

/** The last day that is planned. */
export const lastOf = (planned: readonly Stretch[]): string =>
  planned.reduce((last, { to }) => (to > last ? to : last), NEVER);

const given = (stretches: readonly Stretch[]): Stretch[] =>
  stretches.filter(({ weekdays, from, to }) => weekdays.length > 0 && from <= to);
