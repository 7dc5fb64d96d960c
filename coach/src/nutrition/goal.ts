import type { DietProfile } from '../plans/types.ts';
import { SODIUM_MG } from './constants.ts';
import type { DayGoal } from './day.ts';
import type { DietTargets } from './targets.ts';

export const LESS_SALT = ['hypertension', 'heart disease', 'kidney disease'] as const;

/** What each day of a week is brought to. */
export const goalOf = (profile: DietProfile, { targets, need }: Pick<DietTargets, 'targets' | 'need'>): DayGoal => ({
  kcal: targets.calories,
  floor: need.floor,
  protein: targets.protein,
  proteinRaised: !profile.medicalConditions.includes('kidney disease'),
  fibre: targets.fibre,
  sodium: SODIUM_MG,
  saltWeight: LESS_SALT.some((condition) => profile.medicalConditions.includes(condition)) ? 60 : 15,
});
