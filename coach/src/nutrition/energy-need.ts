import type { DietProfile } from '../plans/types.ts';
import {
  ACTIVITY_FACTOR,
  CHANGE_FROM_KG,
  DEFICIT,
  FLOOR_KCAL,
  FORECAST_WEEKS,
  INDIAN_CORRECTION,
  KCAL_A_KG,
  PREGNANCY_KCAL,
  RESTING,
  SURPLUS_SHARE,
} from './constants.ts';

export type Direction = 'lose' | 'keep' | 'gain';

export function directionOf({
  currentWeight,
  targetWeight,
}: Pick<DietProfile, 'currentWeight' | 'targetWeight'>): Direction {
  if (targetWeight <= currentWeight - CHANGE_FROM_KG) return 'lose';
  return targetWeight >= currentWeight + CHANGE_FROM_KG ? 'gain' : 'keep';
}

/** kcal a day, whole, each worked out from the one before as it is shown. */
export interface EnergyNeed {
  direction: Direction;
  /** By the equation. */
  equation: number;
  /** With the Indian correction, where it is made. */
  resting: number;
  /** With the day’s activity. */
  need: number;
  /** What is added to lose or gain; negative for losing. */
  change: number;
  /** Nobody is planned for under it. */
  floor: number;
  floorBinds: boolean;
  /** In tens. */
  target: number;
}

export function energyNeed(profile: DietProfile): EnergyNeed {
  const direction = directionOf(profile);
  const equation = Math.round(restingBy(profile, profile.currentWeight));
  const resting = Math.round(equation * correctionOf(profile));
  const need = Math.round(resting * ACTIVITY_FACTOR[profile.activity]);
  const change = changeOf(profile, direction, need);
  const floor = Math.max(resting, FLOOR_KCAL[sexOf(profile)]);
  const floorBinds = need + change < floor;
  const target = floorBinds ? Math.ceil(floor / 10) * 10 : Math.max(tens(need + change), Math.ceil(floor / 10) * 10);
  return { direction, equation, resting, need, change, floor, floorBinds, target };
}

/** How fast weight changes, and when the wish is reached. */
export interface Forecast {
  /** kg a week at the start, negative for losing; null where weight is kept, or would not move that way. */
  paceKg: number | null;
  /** Null where it is not to be foreseen. */
  weeks: number | null;
}

/** Week by week at the same energy: as weight changes, so does the need, and the difference shrinks. */
export function forecast(profile: DietProfile, { direction, need, target }: EnergyNeed): Forecast {
  const pace = ((target - need) * 7) / KCAL_A_KG;
  if (direction === 'keep' || (direction === 'lose' ? pace > -0.02 : pace < 0.02)) return { paceKg: null, weeks: null };
  const factor = correctionOf(profile) * ACTIVITY_FACTOR[profile.activity];
  let kg = profile.currentWeight;
  for (let week = 1; week <= FORECAST_WEEKS; week++) {
    kg += ((target - restingBy(profile, kg) * factor) * 7) / KCAL_A_KG;
    if (direction === 'lose' ? kg <= profile.targetWeight : kg >= profile.targetWeight)
      return { paceKg: hundredths(pace), weeks: week };
  }
  return { paceKg: hundredths(pace), weeks: null };
}

export const sexOf = ({ sex }: Pick<DietProfile, 'sex'>): 'male' | 'female' | 'unsaid' => sex ?? 'unsaid';

export const correctionOf = (profile: Pick<DietProfile, 'sex' | 'region'>): number =>
  profile.region === 'other' ? 1 : INDIAN_CORRECTION[sexOf(profile)];

const restingBy = (profile: Pick<DietProfile, 'height' | 'age' | 'sex'>, kg: number): number =>
  RESTING.kg * kg + RESTING.cm * profile.height - RESTING.years * profile.age + RESTING[sexOf(profile)];

function changeOf(profile: DietProfile, direction: Direction, need: number): number {
  if (profile.medicalConditions.includes('pregnancy')) return PREGNANCY_KCAL;
  if (direction === 'lose') return -Math.min(DEFICIT.kcal, Math.round(need * DEFICIT.share));
  return direction === 'gain' ? Math.round(need * SURPLUS_SHARE) : 0;
}

const tens = (kcal: number) => Math.round(kcal / 10) * 10;
const hundredths = (kg: number) => Math.round(kg * 100) / 100;
