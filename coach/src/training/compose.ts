import type { SuggestedExercise } from '@trainer/contract/types';
import type { BuiltInExercise } from '../exercises.ts';
import type { Composed, TrainingProfile, WorkoutContent } from '../plans/types.ts';
import { coolDownSteps, warmUpSteps } from './around.ts';
import { exercisesFor } from './catalogue.ts';
import { chooseExercises } from './choose.ts';
import { EXERCISES } from './constants.ts';
import { type Dose, reserveOf } from './dose.ts';
import { type Fitted, fitted, isCautioned, isInTime, type Person } from './fitted.ts';
import { loadOf } from './load-of.ts';
import { MUSCLES } from './muscles.ts';
import { whyOf } from './why.ts';
import { prescriptionOf, progressionOf } from './prescription.ts';
import { type ReadDraft, readDraft } from './read-draft.ts';
import { regimeOf } from './regime.ts';
import { minutesOn, type Sheet, weeklySets } from './sheet.ts';
import { FOCUS, inTrainingOrder } from './split.ts';
import { notesOf, summaryOf, titleOf } from './texts.ts';
import { weekOfDraft } from './week.ts';

/**
 * Any draft made into a plan: what does not fit the person is replaced, every number is ours, and of the words the clean
 * ones stay. The same draft, profile and seed give the same plan. Null where the catalogue has fewer than five exercises
 * for the person, or a session has no room for any.
 */
export function composeWorkout(
  draft: unknown,
  profile: TrainingProfile,
  { seed }: { seed: number },
): Composed<WorkoutContent> {
  const regime = regimeOf(profile);
  const allowed = exercisesFor(profile);
  const read = readDraft(draft);
  const choice = chooseExercises(read, profile, regime, allowed, seed);
  const person: Person = { profile, regime, allowed: new Map(allowed.map((one) => [one.exercise.slug, one])) };
  const findings = [...read.findings, ...choice.findings];
  const changes = [...choice.changes];
  const none = (code: 'count' | 'session_time', path: string, message: string) => ({
    plan: null,
    findings: [...findings, { code, path, message }],
    changes,
  });
  if (choice.exercises.length < EXERCISES[0]) {
    const left = String(choice.exercises.length);
    return none('count', 'exercises', `Only ${left} exercises of the catalogue are left for this person.`);
  }
  for (;;) {
    const week = weekOfDraft(read, choice, profile, regime, allowed);
    const doses = fitted(week.days, person);
    const minutes = String(profile.minutesPerSession);
    if (isInTime(doses, person)) {
      findings.push(...(week.finding ? [week.finding] : []));
      changes.push(...(week.change ? [week.change] : []));
      const exercises = choice.exercises.toSorted(inTrainingOrder);
      return { plan: contentOf(exercises, doses, read, choice.words, person), findings, changes };
    }
    const out = choice.exercises.length > EXERCISES[0] ? choice.exercises.pop() : undefined;
    if (!out) return none('session_time', 'schedule', `The sets do not fit into ${minutes} minutes.`);
    changes.push(`${out.name} was left out, because ${minutes} minutes have no room for it.`);
  }
}

function contentOf(
  exercises: readonly BuiltInExercise[],
  { sheet, tightness }: Fitted,
  { title, summary, notes }: ReadDraft,
  words: ReadonlyMap<string, string>,
  person: Person,
): WorkoutContent {
  const { profile, regime } = person;
  const weekly = weeklySets(sheet.days);
  const [from, to] = regime.weekly;
  const schedule = scheduleOf(sheet);
  const suggested = exercises.map((exercise) => suggest(exercise, sheet, words.get(exercise.slug), person));
  return {
    kind: 'workout',
    title: titleOf(schedule, profile, title),
    summary: summaryOf(profile, regime, summary),
    exercises: suggested,
    schedule,
    warmUp: warmUpSteps(sheet.warmUp, exercises, profile.equipment),
    coolDown: coolDownSteps(sheet.coolDown),
    progression: progressionOf(profile, regime),
    prescription: prescriptionOf({ schedule, exercises: suggested, sheet, profile, regime }),
    volume: MUSCLES.map((muscle) => ({ muscle, sets: weekly.get(muscle) ?? 0, from, to })),
    notes: [...notes, ...notesOf({ sheet, exercises, tightness, ...person })],
  };
}

/** Seven days; those without training are days of rest. */
function scheduleOf(sheet: Sheet): WorkoutContent['schedule'] {
  return [1, 2, 3, 4, 5, 6, 7].map((day) => {
    const trained = sheet.days.find((one) => one.day === day);
    if (!trained) return { day, focus: FOCUS.rest, exercises: [], minutes: 0 };
    return {
      day,
      focus: trained.focus,
      exercises: trained.items.map(({ exercise: { slug, name }, dose }) => ({ slug, name, ...dose })),
      minutes: minutesOn(trained, sheet),
    };
  });
}

function suggest(exercise: BuiltInExercise, sheet: Sheet, why: string | undefined, person: Person): SuggestedExercise {
  const { profile, regime, allowed } = person;
  const doses = sheet.days.flatMap(({ items }) => items).filter((item) => item.exercise === exercise);
  // Cardio is told as it is on its longest day.
  const dose = doses.map((item) => item.dose).sort((a, b) => (b.duration ?? 0) - (a.duration ?? 0))[0] ?? NO_DOSE;
  const caution = isCautioned(exercise, person);
  const reserve = reserveOf(exercise, regime, caution);
  const { load, says } = loadOf(exercise, dose, { profile, reserve, caution });
  return {
    exerciseId: exercise._id,
    slug: exercise.slug,
    name: exercise.name,
    ...dose,
    repsInReserve: reserve,
    ...(load && { load }),
    why: [why ?? whyOf(exercise), says].filter((text) => text !== null).join(' '),
    caution: allowed.get(exercise.slug)?.caution ?? null,
  };
}

const NO_DOSE: Dose = { sets: 1, reps: null, repsTo: null, duration: null, restSeconds: 0 };
