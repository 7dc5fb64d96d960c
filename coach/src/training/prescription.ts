import type { PrescriptionSubject, SuggestedExercise } from '@trainer/contract/types';
import type { TrainingProfile, WorkoutContent } from '../plans/types.ts';
import { listed } from './cautions.ts';
import { bmiOf } from './conditions.ts';
import {
  DELOAD_WEEK,
  MOST_MORE_MINUTES_PERCENT,
  MOST_MORE_SETS_PERCENT,
  MOST_WEEKLY_SETS,
  PLAN_WEEKS,
  RECOVERY_HOURS,
  STEP_PERCENT,
  STEPS_KG,
} from './constants.ts';
import { counted } from './load-of.ts';
import { hasWeights, takesWeight } from './loads.ts';
import type { Regime } from './regime.ts';
import { isStrength, MAJOR_MUSCLES } from './muscles.ts';
import { type Sheet, weeklySets } from './sheet.ts';
import { safetyOf } from './safety.ts';
import { daysInWords, splitName } from './texts.ts';
import { cardioMinutes } from './who-minutes.ts';

/** Double progression, “2-for-2”, an easier week, and how to begin again after days away. */
export function progressionOf({ fitnessLevel, equipment }: TrainingProfile, { gentle }: Regime): string[] {
  const weights = hasWeights(equipment);
  const week = `Week ${String(DELOAD_WEEK[fitnessLevel])} of ${String(PLAN_WEEKS)}: half the sets${weights ? ', 10 % lighter' : ''}.`;
  const most = `From one week to the next at most ${String(MOST_MORE_SETS_PERCENT)} % more sets and ${String(MOST_MORE_MINUTES_PERCENT)} % more minutes of cardio`;
  return [
    ...(weights ? WITH_WEIGHTS : WITHOUT_WEIGHTS),
    `${week} Do the same when two of these come together: weaker twice, harder at the same work, sore or badly slept for three days.`,
    `After 1–2 weeks away take 10 % off, after 3–4 weeks 20 %, after more begin again at 50–60 %${weights ? '' : ' of your repetitions'}.`,
    `${most}${gentle ? '; repetitions first, and no set to the limit' : ''}.`,
  ];
}

const WITH_WEIGHTS = [
  'Add repetitions until every set reaches the top of its range; then add weight and start again at the bottom.',
  `Two more repetitions than planned in the last set, two sessions running: add ${STEP_PERCENT.upper} % for the upper body, ${STEP_PERCENT.lower} % for the legs, or the smallest step there is (${String(STEPS_KG.plates)} kg on a bar or a stack, ${String(STEPS_KG.lightDumbbell)}–${String(STEPS_KG.dumbbell)} kg with dumbbells).`,
  'Missed the range twice: take 5–10 % off.',
];
const WITHOUT_WEIGHTS = [
  'Add repetitions until every set reaches the top of its range; then take 3 seconds down, or the harder variant, and start again at the bottom.',
  'Two more repetitions than planned in the last set, two sessions running: it is time for the next step.',
  'Missed the range twice: go back to the easier variant.',
];

interface PrescriptionAsk {
  schedule: WorkoutContent['schedule'];
  exercises: readonly SuggestedExercise[];
  sheet: Sheet;
  profile: TrainingProfile;
  regime: Regime;
}

/** The ten that a prescription names, each with its figures. */
export function prescriptionOf(ask: PrescriptionAsk): WorkoutContent['prescription'] {
  const sentences: Record<PrescriptionSubject, string> = {
    frequency: frequency(ask),
    intensity: intensity(ask),
    time: time(ask),
    type: type(ask),
    volume: volume(ask),
    progression: `Repetitions first, then ${hasWeights(ask.profile.equipment) ? 'weight' : 'a harder variant'}: 2 more than planned in two sessions running earn the next step. Week ${String(DELOAD_WEEK[ask.profile.fitnessLevel])} is easier, with half the sets.`,
    'warm-up': `${counted(ask.sheet.warmUp, 'minute')} before the sets: easy walking or cycling, then the joints, then easier sets.`,
    'cool-down': `${counted(ask.sheet.coolDown, 'minute')} after the sets: slow walking, then 15–30 seconds of stretching a side.`,
    safety: safetyOf(ask.profile).join(' '),
    clearance: clearance(ask.profile),
  };
  return Object.entries(sentences).map(([subject, text]) => ({ subject: subject as PrescriptionSubject, text }));
}

const isStrengthDay = (day: Sheet['days'][number]): boolean => day.items.some(({ exercise }) => isStrength(exercise));

function frequency({ sheet, profile }: PrescriptionAsk): string {
  const strength = sheet.days.filter(isStrengthDay).length;
  const others = profile.daysPerWeek - strength;
  const parts = [
    ...(strength > 0 ? [`${daysInWords(strength)} of strength`] : []),
    ...(others > 0 ? [`${daysInWords(others)} of cardio or mobility`] : []),
  ];
  return `Train on ${daysInWords(profile.daysPerWeek)} a week: ${listed(parts)}, with ${String(RECOVERY_HOURS)} hours before the same muscle works hard again.`;
}

function intensity({ exercises, sheet, profile, regime }: PrescriptionAsk): string {
  const weighted = sheet.days.some(({ items }) => items.some((one) => takesWeight(one.exercise, profile.equipment)));
  const left = exercises.flatMap(({ repsInReserve }) => repsInReserve ?? []);
  const [least, most] = [Math.min(...left), Math.max(...left)];
  const [from, to] = regime.row.percent;
  const cardio = 'Cardio at a pace at which you can talk but not sing.';
  if (left.length === 0) return `${cardio} Holds end while the position is still good.`;
  const range = least === most ? counted(least, 'repetition') : `${String(least)}–${String(most)} repetitions`;
  const share = weighted ? `, at about ${String(from)}–${String(to)} % of what you could lift once` : '';
  return `End each set with ${range} left${share}. ${cardio}`;
}

function time({ schedule, profile }: PrescriptionAsk): string {
  const minutes = schedule.map((day) => day.minutes).filter((one) => one > 0);
  const [least, most] = [Math.min(...minutes), Math.max(...minutes)];
  const range = least === most ? String(most) : `${String(least)} to ${String(most)}`;
  const all = minutes.reduce((sum, one) => sum + one, 0);
  return `${range} minutes a day of your ${String(profile.minutesPerSession)}, ${String(all)} in all.`;
}

function type({ schedule, exercises, sheet }: PrescriptionAsk): string {
  const cardio = [
    ...new Set(
      sheet.days
        .flatMap(({ items }) => items)
        .map(({ exercise }) => exercise)
        .filter((one) => !isStrength(one)),
    ),
  ];
  const also = cardio.length > 0 ? `, and ${listed(cardio.map(({ name }) => name))}` : '';
  const sets = exercises.filter(
    ({ repsInReserve, duration, restSeconds }) => repsInReserve !== null || (duration !== null && restSeconds > 0),
  );
  return `${splitName(schedule)} with ${counted(sets.length, 'strength exercise')}${also}.`;
}

function volume({ sheet, regime }: PrescriptionAsk): string {
  const weekly = weeklySets(sheet.days);
  const [from, to] = regime.weekly;
  const parts = MAJOR_MUSCLES.map((muscle) => `${muscle} ${String(weekly.get(muscle) ?? 0)}`);
  const minutes = cardioMinutes(sheet.days.flatMap(({ items }) => items));
  const cardio = minutes > 0 ? ` ${counted(minutes, 'active minute')} beside them.` : '';
  return `Sets a week: ${parts.join(', ')}. The range for you is ${String(from)} to ${String(to)}, and no muscle gets more than ${String(MOST_WEEKLY_SETS)}.${cardio}`;
}

function clearance({ medicalConditions, age, fitnessLevel, ...body }: TrainingProfile): string {
  const asks = medicalConditions.filter((condition) => !/pain$|injury$/.test(condition));
  if (asks.length > 0)
    return `With ${listed(asks)}, show this plan to your doctor and begin once they have cleared you for more than light effort.`;
  if (medicalConditions.length > 0)
    return `With ${listed(medicalConditions)}, ask a doctor or physiotherapist first if it is new, swollen, or hurts at rest. Otherwise you may begin.`;
  if (age >= 65 || (fitnessLevel === 'beginner' && (age >= 45 || bmiOf(body) >= 30)))
    return 'If you have not been active in the last 3 months, ask your doctor once before you do more than light effort.';
  return `Nothing you told us needs a doctor first. Should that change, or one of the stop signs come, see one before the next session.`;
}
