import type { SuggestedExercise } from '@trainer/contract/types';
import type { BuiltInExercise } from '../exercises.ts';
import type { Composed, TrainingProfile, WorkoutContent } from '../plans/types.ts';
import { aroundMinutes, coolDownSteps, warmUpSteps } from './around.ts';
import { finisherFor } from './cardio.ts';
import { type AllowedExercise, exercisesFor } from './catalogue.ts';
import { chooseExercises } from './choose.ts';
import { EXERCISES } from './constants.ts';
import { type Dose, doseOf, reserveOf } from './dose.ts';
import { fitInto, keepWithinLimits, type Tightness } from './fit.ts';
import { finish, grow, lackOf } from './grow.ts';
import { loadOf } from './load-of.ts';
import { isStrength, MUSCLES } from './muscles.ts';
import { whyOf } from './planner.ts';
import { prescriptionOf, progressionOf } from './prescription.ts';
import { type ReadDraft, readDraft } from './read-draft.ts';
import { type Regime, regimeOf } from './regime.ts';
import { known, minutesOn, type Sheet, weeklySets } from './sheet.ts';
import { FOCUS, inTrainingOrder, type TrainingDay } from './split.ts';
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
  const week = weekOfDraft(read, choice, profile, regime, allowed);
  const findings = [...read.findings, ...choice.findings, ...(week.finding ? [week.finding] : [])];
  const changes = [...choice.changes, ...(week.change ? [week.change] : [])];
  if (choice.exercises.length < EXERCISES[0]) {
    const message = `Only ${String(choice.exercises.length)} exercises of the catalogue are left for this person.`;
    return { plan: null, findings: [...findings, { code: 'count', path: 'exercises', message }], changes };
  }
  const person = { profile, regime, allowed: new Map(allowed.map((one) => [one.exercise.slug, one])) };
  const { sheet, tightness } = sheetOf(week.days, person);
  if (sheet.days.some((day) => minutesOn(day, sheet) > profile.minutesPerSession)) {
    const message = `The sets do not fit into ${String(profile.minutesPerSession)} minutes.`;
    return { plan: null, findings: [...findings, { code: 'session_time', path: 'schedule', message }], changes };
  }
  const exercises = choice.exercises.toSorted(inTrainingOrder);
  return { plan: contentOf(exercises, sheet, tightness, read, choice.words, person), findings, changes };
}

interface Person {
  profile: TrainingProfile;
  regime: Regime;
  allowed: ReadonlyMap<string, AllowedExercise>;
}

interface Fitted {
  sheet: Sheet;
  tightness: Tightness;
}

/** The doses that fill the bands best: rests are cut for the sake of more sets only where the sets are needed. */
function sheetOf(days: readonly TrainingDay[], person: Person): Fitted {
  const { profile, regime, allowed } = person;
  const fitted = RESTS.map((share) => fittedAt(days, person, share));
  const lacks = fitted.map(({ sheet }) => lackOf(sheet, regime));
  const best = fitted[lacks.indexOf(Math.min(...lacks))] ?? fittedAt(days, person, 1);
  finish(best.sheet, profile.minutesPerSession, finisherFor([...allowed.values()], regime));
  return best;
}

/** How much of the way from a goal’s shortest rest to the meant one. */
const RESTS = [1, 0.5, 0];

function fittedAt(days: readonly TrainingDay[], person: Person, restShare: number): Fitted {
  const { profile, regime } = person;
  const minutes = profile.minutesPerSession;
  const meant = new Map<string, Dose>();
  const doseIn = (exercise: BuiltInExercise, room: number): Dose => {
    const level = profile.fitnessLevel;
    const dose = doseOf(exercise, regime, { level, minutes: room, caution: isCautioned(exercise, person) });
    meant.set(exercise.slug, dose);
    const shortest = Math.min(dose.restSeconds, regime.row.restSeconds[0]);
    const rest = shortest + (dose.restSeconds - shortest) * restShare;
    return { ...dose, restSeconds: Math.round(rest / 15) * 15 };
  };
  const sheet: Sheet = {
    ...aroundMinutes(profile, regime),
    days: days.map(({ day, focus, slugs }) => {
      const exercises = known(slugs);
      // Cardio alone may take the whole session; after sets, as long as a session usually ends with.
      const room = exercises.some(isStrength) ? FINISHER : minutes;
      return { day, focus, items: exercises.map((exercise) => ({ exercise, dose: doseIn(exercise, room) })) };
    }),
  };
  keepWithinLimits(sheet);
  const tightness = fitInto(sheet, minutes, regime);
  if (tightness < 3) grow(sheet, minutes, regime, meant);
  return { sheet, tightness };
}

/** Minutes of cardio at the end of a session of strength, where the draft asks for it. */
const FINISHER = 15;

const isCautioned = ({ slug }: BuiltInExercise, { allowed }: Pick<Person, 'allowed'>): boolean =>
  (allowed.get(slug)?.cautions.length ?? 0) > 0;

function contentOf(
  exercises: readonly BuiltInExercise[],
  sheet: Sheet,
  tightness: Tightness,
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
    warmUp: warmUpSteps(sheet.warmUp, exercises),
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
