import type { TrainingProfile } from '../plans/types.ts';
import { takesWeight } from './loads.ts';
import type { Regime } from './regime.ts';
import type { BuiltInExercise } from '../exercises.ts';

/** One thing that is done before or after the sets. */
export interface Step {
  text: string;
  minutes: number;
}

/**
 * Minutes of warm-up (5–10) and cool-down (5, longer with high blood pressure, in pregnancy, and from 65 years on;
 * ACSM). In asthma at least 10 of warm-up. A session of less than 20 minutes has the least of each.
 */
export function aroundMinutes(profile: TrainingProfile, regime: Regime): { warmUp: number; coolDown: number } {
  const { minutesPerSession: minutes, medicalConditions } = profile;
  const long = regime.gentle || regime.older;
  if (minutes < 20) return { warmUp: 5, coolDown: long ? 4 : 3 };
  const coolDown = long ? (minutes < 30 ? 5 : minutes < 60 ? 8 : 10) : minutes < 30 ? 4 : 5;
  const warmUp = minutes < 30 ? 5 : minutes < 45 ? 6 : minutes < 90 ? 8 : 10;
  if (!medicalConditions.includes('asthma')) return { warmUp, coolDown };
  // Ten minutes are half of a short session: its cool-down has the least, so that five exercises find room.
  return { warmUp: Math.max(10, warmUp), coolDown: minutes < 25 ? coolDown - 1 : coolDown };
}

/** @param exercises of the plan */
export function warmUpSteps(
  minutes: number,
  exercises: readonly BuiltInExercise[],
  equipment: readonly string[],
): Step[] {
  const loaded = exercises.some((one) => one.mechanics === 'compound' && takesWeight(one, equipment));
  const ramp = Math.min(3, Math.floor(minutes / 3));
  const moves = minutes < 8 ? 1 : 2;
  return [
    {
      text: 'Walk, march on the spot or cycle, easily at first, until you breathe a little faster.',
      minutes: minutes - ramp - moves,
    },
    { text: 'Hip circles, arm circles, and cat and cow, each ten times.', minutes: moves },
    {
      text: loaded
        ? 'Lighter sets of the day’s first exercise: 8 repetitions at 40 % of the weight you are going to use, 5 at 60 %, 2 at 80 %.'
        : 'The day’s first exercise, half as deep and half as many as you are going to do.',
      minutes: ramp,
    },
  ];
}

export function coolDownSteps(minutes: number): Step[] {
  const walk = Math.max(1, Math.floor(minutes / 2));
  return [
    { text: 'Walk slowly until you breathe as before.', minutes: walk },
    { text: 'Stretch what you trained, 15–30 seconds a side, without bouncing.', minutes: minutes - walk },
  ];
}
