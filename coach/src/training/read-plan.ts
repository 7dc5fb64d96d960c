import type { WorkoutContent } from '../plans/types.ts';
import { type BuiltInExercise, exerciseBySlug } from '../exercises.ts';
import type { Dose } from './dose.ts';

/** A plan as it came, with the exercises of the catalogue that its slugs stand for. */
export interface ReadPlan extends WorkoutContent {
  days: PlanDay[];
}

export interface PlanDay {
  day: number;
  minutes: number;
  items: { slug: string; name: string; exercise: BuiltInExercise | undefined; dose: Dose }[];
}

/** Undefined where anything has another shape than a workout plan’s, or a number is none that a plan can have. */
export function readPlan(plan: unknown): ReadPlan | undefined {
  if (!isContent(plan)) return undefined;
  const days = plan.schedule.map(({ day, minutes, exercises }) => ({
    day,
    minutes,
    items: exercises.map(({ slug, name, ...dose }) => ({ slug, name, exercise: exerciseBySlug(slug), dose })),
  }));
  return { ...plan, days };
}

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const number =
  (from: number, to: number): Check =>
  (value) =>
    typeof value === 'number' && value >= from && value <= to;
const whole =
  (from: number, to: number): Check =>
  (value) =>
    Number.isInteger(value) && number(from, to)(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check, most = 100): Check =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every(check);
const object =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(fields).every(([name, check]) => check((value as Readonly<Record<string, unknown>>)[name]));
const all =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.every((check) => check(value));

const dose = {
  sets: whole(1, 10),
  reps: orNull(whole(1, 30)),
  repsTo: orNull(whole(1, 30)),
  duration: orNull(whole(5, 3 * 3600)),
  restSeconds: whole(0, 600),
};
/** Either repetitions, from few to many, or a time. */
const countable: Check = (value) => {
  const { reps, repsTo, duration } = value as Dose;
  return duration === null ? reps !== null && repsTo !== null && reps <= repsTo : reps === null && repsTo === null;
};
const step = object({ text, minutes: number(0, 60) });

const content = object({
  kind: (value) => value === 'workout',
  title: text,
  summary: text,
  notes: listOf(text),
  exercises: listOf(
    all(
      object({
        exerciseId: text,
        slug: text,
        name: text,
        ...dose,
        repsInReserve: orNull(whole(0, 10)),
        load: optional(object({ weight: number(0, 1000), each: (value) => typeof value === 'boolean', basis: text })),
        why: text,
        caution: orNull(text),
      }),
      countable,
    ),
  ),
  schedule: listOf(
    object({
      day: whole(1, 7),
      focus: text,
      exercises: listOf(all(object({ slug: text, name: text, ...dose }), countable)),
      minutes: whole(0, 24 * 60),
    }),
  ),
  warmUp: listOf(step),
  coolDown: listOf(step),
  progression: listOf(text),
  prescription: listOf(object({ subject: text, text })),
  volume: listOf(object({ muscle: text, sets: number(0, 1000), from: number(0, 100), to: number(0, 100) })),
});
const isContent = (value: unknown): value is WorkoutContent => content(value);
