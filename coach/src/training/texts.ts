import type { BuiltInExercise } from '../exercises.ts';
import type { TrainingProfile, WorkoutContent } from '../plans/types.ts';
import { type AllowedExercise } from './catalogue.ts';
import { DELOAD_WEEK, WEEKLY_CARDIO } from './constants.ts';
import type { Tightness } from './fit.ts';
import { counted } from './load-of.ts';
import { isStrength } from './muscles.ts';
import type { Regime } from './regime.ts';
import type { Sheet } from './sheet.ts';
import { cardioMinutes } from './who-minutes.ts';
import { FOCUS } from './split.ts';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];
/** `four days` */
export const daysInWords = (n: number): string => `${NUMBERS[n] ?? String(n)} day${n === 1 ? '' : 's'}`;

/** The writer’s title where it is clean; else the split, the days and the minutes. */
export function titleOf(
  schedule: WorkoutContent['schedule'],
  { daysPerWeek, minutesPerSession }: TrainingProfile,
  title: string | null,
): string {
  return title ?? `${splitName(schedule)}, ${daysInWords(daysPerWeek)} of ${String(minutesPerSession)} minutes`;
}

export function splitName(schedule: WorkoutContent['schedule']): string {
  const focuses = new Set(schedule.map(({ focus }) => focus));
  if (focuses.has(FOCUS.full)) return 'Full body';
  if (focuses.has(FOCUS.push) && focuses.has(FOCUS.pull)) return 'Push, pull and legs';
  if (focuses.has(FOCUS.upper) || focuses.has(FOCUS.lower)) return 'Upper and lower body';
  return focuses.has(FOCUS.cardio) ? 'Cardio' : 'Mobility';
}

const AIMS = {
  strength: 'Builds strength with heavy sets of few repetitions.',
  hypertrophy: 'Builds muscle with enough sets for each muscle every week.',
  'fat loss': 'Keeps your muscles while your weight comes down slowly.',
  endurance: 'Builds endurance with many repetitions and steady minutes.',
  health: 'Trains all major muscles, for everyday strength and health.',
  gentle: 'Trains all major muscles gently, with light weights and many repetitions.',
} as const;

const SUPPLE = 'Loosens hips, back and shoulders, and keeps your muscles working.';

/** The writer’s words where they are clean, or what the plan does; then how long it goes. */
export function summaryOf(profile: TrainingProfile, { goal }: Regime, summary: string | null): string {
  const both = goal === 'hypertrophy' && profile.goals.includes('weight loss');
  const own = both ? 'Builds muscle while your weight comes down slowly.' : AIMS[goal];
  const supple = profile.goals.every((one) => one === 'mobility');
  const words = summary === null ? (supple ? SUPPLE : own) : /[.?]$/.test(summary) ? summary : `${summary}.`;
  return `${words} Twelve weeks, easier in week ${String(DELOAD_WEEK[profile.fitnessLevel])}.`;
}

interface NotesAsk {
  sheet: Sheet;
  exercises: readonly BuiltInExercise[];
  tightness: Tightness;
  profile: TrainingProfile;
  regime: Regime;
  allowed: ReadonlyMap<string, AllowedExercise>;
}

function walkMore(minutes: number, missing: number): string {
  const advised = `${String(WEEKLY_CARDIO[0])} minutes a week that the WHO advises`;
  if (minutes === 0) return `Beside the plan, walk briskly on any days, for the ${advised}.`;
  return `The plan has ${counted(minutes, 'active minute')} a week. Walk briskly for ${String(missing)} more on any days to reach the ${advised}.`;
}

function otherDays(days: number, strengthDays: number): string {
  const strength = `${NUMBERS[strengthDays] ?? ''} ${strengthDays === 1 ? 'is' : 'are'} for strength`;
  const rest = days - strengthDays === 1 ? 'the other is' : 'the others are';
  return `Of your ${daysInWords(days)}, ${strength}, so that every muscle recovers; ${rest} for your heart and your joints.`;
}

/** What a person has to know beside the numbers, as sentences of ours. */
export function notesOf({ sheet, exercises, tightness, profile, regime, allowed }: NotesAsk): string[] {
  const items = sheet.days.flatMap((day) => day.items);
  const onTop = new Set(items.map(({ exercise }) => exercise).filter((one) => !exercises.includes(one)));
  const cautions = [...onTop].flatMap(({ slug, name }) => {
    const caution = allowed.get(slug)?.caution;
    return caution ? [`${name}: ${caution}`] : [];
  });
  const minutes = cardioMinutes(items);
  const missing = WEEKLY_CARDIO[0] - minutes;
  const strengthDays = sheet.days.filter((day) => day.items.some(({ exercise }) => isStrength(exercise))).length;
  return [
    ...cautions,
    ...(tightness >= 3
      ? [
          `${String(profile.minutesPerSession)} minutes leave room for a short circuit with little rest. More minutes or days make the sets longer.`,
        ]
      : []),
    ...(missing > 0 ? [walkMore(minutes, missing)] : []),
    ...(strengthDays > 0 && strengthDays < profile.daysPerWeek ? [otherDays(profile.daysPerWeek, strengthDays)] : []),
    ...(regime.older
      ? ['Practise balance on three days: stand on one leg for 20 seconds a side, next to a wall.']
      : []),
  ];
}
