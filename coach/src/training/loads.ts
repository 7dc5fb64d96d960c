import type { LoggedExercise, LoggedSet } from '@trainer/contract/types';
import { addDays, daysBetween } from '../days.ts';
import type { BuiltInExercise } from '../exercises.ts';
import type { TrainingProfile } from '../plans/types.ts';
import { BREAKS, CAUTION, EVIDENCE_DAYS, MOST_E1RM_REPS, STEPS_KG } from './constants.ts';

/** A set of the member’s own, with the day on which it was done. */
export interface Evidence {
  weight: number;
  reps: number;
  localDate: string;
}

export interface LoadAsk {
  exercise: BuiltInExercise;
  /** Repetitions that are to be done at least, and those that are to be left. */
  reps: number;
  reserve: number;
  caution: boolean;
}

/**
 * One-repetition maximum, kg: the mean of Epley’s and Brzycki’s equations for 2–10 repetitions; null above, for linear
 * equations end there (Reynolds 2006).
 */
export function oneRepMax(weight: number, reps: number): number | null {
  if (weight <= 0 || reps < 1 || reps > MOST_E1RM_REPS) return null;
  return weight / shareOfMax(reps);
}

/**
 * The weight that a member’s own sets support, before it is rounded, kg: for the repetitions asked and those to be left,
 * less after days away, and a fifth less where a condition asks for caution. Null without sets of this very exercise.
 */
export function supportedLoad(profile: Pick<TrainingProfile, 'history' | 'today'>, ask: LoadAsk): number | null {
  const sets = evidenceFor(profile.history, ask.exercise);
  const [newest] = sets;
  if (!newest) return null;
  const needed = ask.reps + ask.reserve;
  const best = Math.max(...sets.map((set) => atReps(set, needed)));
  const today = profile.today ?? profile.history[0]?.localDate ?? newest.localDate;
  const away = daysBetween(newest.localDate, today);
  const kept = BREAKS.find(({ fromDays }) => away >= fromDays)?.share ?? 1;
  return best * kept * (ask.caution ? CAUTION.loadShare : 1);
}

/** What can be put on: rounded down to plates, stack or dumbbells; null where nothing is left. */
export function onStep(kg: number, exercise: BuiltInExercise, equipment: readonly string[]): number | null {
  const step = !usesDumbbells(exercise, equipment)
    ? STEPS_KG.plates
    : kg <= STEPS_KG.lightUpTo
      ? STEPS_KG.lightDumbbell
      : STEPS_KG.dumbbell;
  // A hair more, so that 22.5 that became 22.499999 stays 22.5.
  const rounded = Math.floor(kg / step + 1e-9) * step;
  return rounded > 0 ? rounded : null;
}

/** Whether it is done with a weight: a lunge or a calf raise is only where there is one at hand. */
export const takesWeight = ({ tracking, equipment }: BuiltInExercise, owned: readonly string[]): boolean =>
  tracking === 'weight_reps' &&
  (!equipment.join(' ').includes('bodyweight') || owned.some((thing) => equipment.join(' ').includes(thing)));

/** Whether there is anything at hand whose weight can be raised. */
export const hasWeights = (owned: readonly string[]): boolean =>
  ['barbell', 'dumbbell', 'kettlebell', 'cable', 'machine'].some((thing) => owned.includes(thing));

/** Whether a weight is that of each hand. */
export const isEach = (exercise: BuiltInExercise, equipment: readonly string[]): boolean =>
  EACH_HAND.has(exercise.slug) || (exercise.slug === 'romanian-deadlift' && usesDumbbells(exercise, equipment));

const EACH_HAND = new Set([
  'dumbbell-bench-press',
  'dumbbell-shoulder-press',
  'lateral-raise',
  'dumbbell-curl',
  'dumbbell-reverse-lunge',
]);

/** Where both can be taken, those who have a barbell take it. */
export function usesDumbbells({ equipment }: BuiltInExercise, owned: readonly string[]): boolean {
  const needs = equipment.join(' ');
  const heavy = ['barbell', 'machine'].some((thing) => needs.includes(thing) && owned.includes(thing));
  return /dumbbell|kettlebell/.test(needs) && !heavy;
}

/** Working sets of an exercise in the weeks up to its last day, the newest first: no warm-ups, nothing timed, assisted or without weight. */
export function evidenceFor(history: TrainingProfile['history'], { _id, tracking }: BuiltInExercise): Evidence[] {
  if (tracking !== 'weight_reps') return [];
  const sets = history.flatMap(({ localDate, exercises }) =>
    exercises
      .filter((exercise) => exercise.exerciseId === _id && !/assisted/i.test(exercise.name))
      .flatMap(workingSets)
      .map((set) => ({ ...set, localDate })),
  );
  sets.sort((a, b) => b.localDate.localeCompare(a.localDate));
  const [newest] = sets;
  return newest ? sets.filter(({ localDate }) => localDate >= addDays(newest.localDate, -EVIDENCE_DAYS)) : [];
}

/** What was lifted best: the highest maximum, else the heaviest, else the most repetitions. */
export function bestOf(sets: readonly Evidence[]): Evidence | undefined {
  const strength = ({ weight, reps }: Evidence) => weight / shareOfMax(Math.min(reps, MOST_REPS));
  return sets.toSorted((a, b) => strength(b) - strength(a) || b.weight - a.weight)[0];
}

function workingSets({ setLog, sets, reps, weight }: LoggedExercise): { weight: number; reps: number }[] {
  const all = setLog.length > 0 ? setLog.filter(isWorking) : sets > 0 ? [{ weight, reps }] : [];
  return all.flatMap((set) =>
    set.weight !== null && set.weight > 0 && set.reps !== null && set.reps >= 1
      ? [{ weight: set.weight, reps: set.reps }]
      : [],
  );
}

const isWorking = ({ type, duration }: LoggedSet): boolean => type !== 'warmup' && (duration ?? 0) === 0;

/** Beyond, more repetitions say nothing more about a weight. */
const MOST_REPS = 20;

/**
 * The weight for so many repetitions to the last one. Within ten by the mean of both equations; beyond, a set speaks for
 * its own weight, and for more repetitions the more careful equation counts.
 */
function atReps({ weight, reps }: Evidence, needed: number): number {
  if (reps <= MOST_E1RM_REPS && needed <= MOST_E1RM_REPS) return (weight / shareOfMax(reps)) * shareOfMax(needed);
  if (reps >= needed) return weight;
  const capped = Math.min(needed, MOST_REPS);
  return weight * Math.min(1, epley(capped) / epley(reps), brzycki(capped) / brzycki(reps));
}

/** The share of a maximum that so many repetitions take. */
const shareOfMax = (reps: number): number => (reps === 1 ? 1 : 2 / (1 / epley(reps) + 1 / brzycki(reps)));
const epley = (reps: number): number => (reps === 1 ? 1 : 1 / (1 + reps / 30));
const brzycki = (reps: number): number => (37 - reps) / 36;
