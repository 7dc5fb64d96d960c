import { batch, computed, signal } from '@preact/signals-core';
import type { AssignedPlan, CallInput, Exercise } from '@trainer/contract/types';
import { number, toKg, weightValue } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { fieldErrors } from '../../ui/errors.ts';

type GivenPlan = CallInput<'givePlan'>['body'];

/** An exercise as it stands in the form: numbers as typed, in the trainer's own unit. */
export interface DraftExercise {
  exerciseId: string;
  name: string;
  tracking: Exercise['tracking'];
  sets: string;
  reps: string;
  weight: string;
  seconds: string;
  note: string;
  was: AssignedPlan['days'][number]['exercises'][number] | null;
}

export interface DraftDay {
  weekday: number;
  name: string;
  exercises: readonly DraftExercise[];
}

export interface World {
  give(plan: GivenPlan): Promise<AssignedPlan>;
  /** Makes the same plan one plan, however often it is sent. */
  clientId: string;
}

export type PlanState = ReturnType<typeof planState>;

/** A plan by weekdays, as a form. @param plan the one to change; null: a new one */
export function planState(world: World, plan: AssignedPlan | null, today: string) {
  const name = signal(plan?.name ?? '');
  const startsOn = signal(plan?.startsOn ?? today);
  const weeks = signal(String(plan?.weeks ?? 4));
  const days = signal<readonly DraftDay[]>(plan ? plan.days.map(draftDay) : []);
  const open = signal<number>(plan?.days[0]?.weekday ?? 1);
  const busy = signal(false);
  const failure = signal<unknown>(null);
  const tried = signal(false);

  const dayOf = (weekday: number) => days.value.find((day) => day.weekday === weekday);
  const errors = computed(
    () =>
      new Map([...(tried.value ? errorsOf(name.value, weeks.value, days.value) : []), ...fieldErrors(failure.value)]),
  );

  function changeDay(weekday: number, to: (day: DraftDay) => DraftDay): void {
    const day = days.peek().find((one) => one.weekday === weekday) ?? { weekday, name: '', exercises: [] };
    const others = days.peek().filter((one) => one.weekday !== weekday);
    const changed = to(day);
    const isEmpty = changed.exercises.length === 0 && changed.name === '';
    days.value = (isEmpty ? others : [...others, changed]).toSorted((a, b) => a.weekday - b.weekday);
  }

  /** The first day on which something is wrong. */
  function openFirst(wrong: ReadonlyMap<string, string>): void {
    const at = [...wrong.keys()].find((path) => path.startsWith('days.'));
    const weekday = at === undefined ? undefined : days.peek()[Number(at.split('.')[1])]?.weekday;
    if (weekday !== undefined) open.value = weekday;
  }

  return {
    isNew: plan === null,
    name,
    startsOn,
    weeks,
    days,
    open,
    busy,
    failure,
    errors,
    openDay: computed(() => dayOf(open.value) ?? { weekday: open.value, name: '', exercises: [] }),

    add(exercise: Exercise): void {
      changeDay(open.peek(), (day) => ({ ...day, exercises: [...day.exercises, draftOf(exercise)] }));
    },
    rename(words: string): void {
      changeDay(open.peek(), (day) => ({ ...day, name: words }));
    },
    change(index: number, to: Partial<DraftExercise>): void {
      changeDay(open.peek(), (day) => ({
        ...day,
        exercises: day.exercises.map((one, i) => (i === index ? { ...one, ...to } : one)),
      }));
    },
    remove(index: number): void {
      changeDay(open.peek(), (day) => {
        const exercises = day.exercises.toSpliced(index, 1);
        // A day without exercises is a day of rest, and has no name.
        return { ...day, exercises, name: exercises.length === 0 ? '' : day.name };
      });
    },
    moveUp(index: number): void {
      changeDay(open.peek(), (day) => {
        const [moved] = day.exercises.slice(index, index + 1);
        if (!moved || index === 0) return day;
        return { ...day, exercises: day.exercises.toSpliced(index, 1).toSpliced(index - 1, 0, moved) };
      });
    },

    /** → the plan as it is stored, or undefined where something is still wrong. */
    async save(): Promise<AssignedPlan | undefined> {
      tried.value = true;
      failure.value = null;
      const wrong = errorsOf(name.peek(), weeks.peek(), days.peek());
      openFirst(wrong);
      if (wrong.size > 0 || busy.peek()) return undefined;
      busy.value = true;
      try {
        return await world.give({
          ...(plan ? {} : { clientId: world.clientId }),
          name: name.peek().trim(),
          startsOn: startsOn.peek(),
          weeks: amount(weeks.peek()),
          days: days.peek().map(({ weekday: day, name: called, exercises }) => ({
            weekday: day,
            ...(called.trim() === '' ? {} : { name: called.trim() }),
            exercises: exercises.map(given),
          })),
        });
      } catch (error) {
        batch(() => {
          failure.value = error;
          openFirst(fieldErrors(error));
        });
        return undefined;
      } finally {
        busy.value = false;
      }
    },
  };
}

const USUAL_SETS = '3';

function draftOf({ _id, name, tracking, repRange }: Exercise): DraftExercise {
  const timed = tracking === 'duration' || tracking === 'distance_duration';
  const middle = middleOf(repRange);
  return {
    exerciseId: _id,
    name,
    tracking,
    sets: tracking === 'distance_duration' ? '1' : USUAL_SETS,
    reps: timed ? '' : middle,
    weight: '',
    seconds: timed ? String(Number(middle) * (tracking === 'distance_duration' ? 60 : 1)) : '',
    note: '',
    was: null,
  };
}

/** `8-12 each side` → `10` */
function middleOf(range: string): string {
  const [, from = '8', to = '12'] = /(\d+)-(\d+)/.exec(range) ?? [];
  return String(Math.round((Number(from) + Number(to)) / 2));
}

const draftDay = (day: AssignedPlan['days'][number]): DraftDay => ({
  weekday: day.weekday,
  name: day.name,
  exercises: day.exercises.map((was) => ({
    exerciseId: was.exerciseId,
    name: was.name,
    tracking: was.reps === null ? 'duration' : 'weight_reps',
    sets: String(was.sets),
    reps: shown(was.reps),
    weight: was.weight === null ? '' : shown(weightValue(was.weight)),
    seconds: shown(was.duration),
    note: was.note ?? '',
    was,
  })),
});

const shown = (value: number | null): string => (value === null ? '' : String(Math.round(value * 100) / 100));
const amount = (text: string): number => Number(text.trim().replace(',', '.'));
const optional = (text: string): number | null => (text.trim() === '' ? null : amount(text));

const given = (draft: DraftExercise): GivenPlan['days'][number]['exercises'][number] => ({
  exerciseId: draft.exerciseId,
  sets: amount(draft.sets),
  reps: optional(draft.reps),
  weight: weightOf(draft),
  duration: optional(draft.seconds),
  restSeconds: draft.was?.restSeconds ?? null,
  note: draft.note.trim() || null,
});

/** A weight that was not touched goes back exactly as it came, whatever unit it was shown in. */
function weightOf({ weight, was }: DraftExercise): number | null {
  if (was?.weight !== null && was?.weight !== undefined && weight === shown(weightValue(was.weight))) return was.weight;
  const value = optional(weight);
  return value === null ? null : toKg(value);
}

/** What is wrong, by the same paths that the server uses. */
function errorsOf(name: string, weeks: string, days: readonly DraftDay[]): Map<string, string> {
  const errors = new Map<string, string>();
  if (name.trim() === '') errors.set('name', t('trainer-dashboard:plan.noName'));
  const count = amount(weeks);
  if (!Number.isInteger(count) || count < 1 || count > 52) errors.set('weeks', t('trainer-dashboard:plan.weeksRange'));
  if (!days.some((day) => day.exercises.length > 0)) errors.set('days', t('trainer-dashboard:plan.noDays'));
  days.forEach((day, d) => {
    if (day.exercises.length === 0) errors.set(`days.${number(d)}`, t('trainer-dashboard:plan.emptyDay'));
    day.exercises.forEach((one, e) => {
      const path = `days.${number(d)}.exercises.${number(e)}`;
      const wrong = [one.sets, one.reps, one.weight, one.seconds].some((text) => !(amount(text || '0') >= 0));
      if (wrong || !(amount(one.sets) >= 1)) errors.set(path, t('trainer-dashboard:plan.numbers'));
      else if (one.reps.trim() === '' && one.seconds.trim() === '')
        errors.set(path, t('trainer-dashboard:plan.noDose'));
    });
  });
  return errors;
}
