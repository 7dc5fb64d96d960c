import { type BuiltInExercise } from '../exercises.ts';
import type { Finding, TrainingProfile } from '../plans/types.ts';
import { arrange } from './arrange.ts';
import type { AllowedExercise } from './catalogue.ts';
import type { Choice } from './choose.ts';
import { directMuscles, isStrength } from './muscles.ts';
import { isPull, isPush } from './patterns.ts';
import type { ReadDraft } from './read-draft.ts';
import type { Regime } from './regime.ts';
import { known } from './sheet.ts';
import { FOCUS, inTrainingOrder, tooSoon, type TrainingDay } from './split.ts';

/** The draft’s own week where it keeps the days asked and gives every muscle its rest; else one of ours, and why. */
export function weekOfDraft(
  draft: ReadDraft,
  choice: Choice,
  profile: TrainingProfile,
  regime: Regime,
  allowed: readonly AllowedExercise[],
): { days: TrainingDay[]; finding: Finding | null; change: string | null } {
  const own = draft.days && dayLists(draft.days, choice, allowed);
  const wrong = own ? problemOf(own, choice.exercises, profile, regime) : null;
  if (own && !wrong) return { days: named(own), finding: null, change: null };
  return {
    days: arrange(choice.exercises, profile, regime, allowed),
    finding: wrong,
    change: wrong
      ? `The days were arranged anew, so that you train on ${String(profile.daysPerWeek)} and each muscle has 48 hours of rest.`
      : null,
  };
}

interface DayList {
  day: number;
  exercises: BuiltInExercise[];
}

/** The lists with what stands for what; of others only cardio, which comes on top. */
function dayLists(
  days: NonNullable<ReadDraft['days']>,
  { exercises, instead }: Choice,
  allowed: readonly AllowedExercise[],
): DayList[] {
  return days.map(({ day, slugs }) => {
    const meant = known(slugs.flatMap((slug) => (instead.has(slug) ? (instead.get(slug) ?? []) : slug)));
    const kept = meant.filter(
      (one) => exercises.includes(one) || (!isStrength(one) && allowed.some(({ exercise }) => exercise === one)),
    );
    return { day, exercises: [...new Set(kept)].sort(inTrainingOrder) };
  });
}

function problemOf(
  days: readonly DayList[],
  exercises: readonly BuiltInExercise[],
  { daysPerWeek }: TrainingProfile,
  { strengthDays }: Regime,
): Finding | null {
  const finding = (code: Finding['code'], message: string): Finding => ({ code, path: 'days', message });
  const weekdays = new Set(days.map(({ day }) => day).filter((day) => Number.isInteger(day) && day >= 1 && day <= 7));
  if (weekdays.size !== days.length || days.length !== daysPerWeek)
    return finding('days', `The person trains on ${String(daysPerWeek)} different days from 1 to 7.`);
  if (days.some((day) => day.exercises.length === 0)) return finding('days', 'A training day has no exercise.');
  const scheduled = new Set(days.flatMap((day) => day.exercises));
  if (exercises.some((one) => !scheduled.has(one))) return finding('days', 'Each exercise has to be on a day.');
  const soon = tooSoon(new Map(days.map((day) => [day.day, day.exercises.flatMap(directMuscles)])));
  if (soon.length > 0) return finding('recovery', 'A muscle is trained on two days running; it needs 48 hours.');
  if (days.filter((day) => day.exercises.some(isStrength)).length > strengthDays)
    return finding(
      'recovery',
      `At most ${String(strengthDays)} days of strength; the others are for cardio and mobility.`,
    );
  return null;
}

const LEGS = new Set<string>(['quadriceps', 'hamstrings', 'glutes', 'calves']);

/** What a day is for follows from what is done on it. */
function named(days: readonly DayList[]): TrainingDay[] {
  const focusOf = ({ exercises }: DayList): string => {
    const strength = exercises.filter(isStrength);
    if (strength.length === 0)
      return exercises.some(({ slug }) => slug === 'surya-namaskar') ? FOCUS.mobility : FOCUS.cardio;
    const muscles = strength.flatMap(directMuscles).filter((muscle) => muscle !== 'core' && muscle !== 'lower back');
    const legs = muscles.filter((muscle) => LEGS.has(muscle)).length;
    if (legs > 0) return legs === muscles.length ? FOCUS.lower : FOCUS.full;
    const arms = strength.filter((one) => isPush(one) || isPull(one));
    if (arms.length > 0 && arms.every(isPush)) return FOCUS.push;
    return arms.length > 0 && arms.every(isPull) ? FOCUS.pull : FOCUS.upper;
  };
  const focuses = days.map(focusOf);
  const pushPullLegs = focuses.includes(FOCUS.push) || focuses.includes(FOCUS.pull);
  return days
    .map(({ day, exercises }, i) => {
      const focus = focuses[i] === FOCUS.lower && pushPullLegs ? FOCUS.legs : (focuses[i] ?? FOCUS.full);
      return { day, focus, slugs: exercises.map(({ slug }) => slug) };
    })
    .sort((a, b) => a.day - b.day);
}
