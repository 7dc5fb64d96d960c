import type { DietPlan, Totals } from '@trainer/contract/types';
import type { DietProfile } from '../plans/types.ts';
import { FAT_SHARE, FIBRE, PROTEIN_ALLOWANCE, PROTEIN_BMI, PROTEIN_PER_KG, PROTEIN_REACH_SHARE } from './constants.ts';
import { directionOf, energyNeed, forecast, type EnergyNeed, type Forecast } from './energy-need.ts';
import { proteinReach } from './reach.ts';
import { notesOf, workingOf } from './working.ts';

export interface DietTargets extends Forecast {
  targets: Totals;
  /** One line for each number, as a person can work it out again. */
  working: DietPlan['working'];
  /** Sentences about what had to be changed, and why. */
  notes: string[];
  need: EnergyNeed;
  protein: ProteinNeed;
}

/** What a day should hold. @param profile read and screened */
export function dietTargets(profile: DietProfile): DietTargets {
  const need = energyNeed(profile);
  const protein = proteinNeed(profile, need.target);
  const calories = need.target;
  const fat = Math.round((calories * FAT_SHARE.aim) / 9);
  const fibre = Math.round(Math.max(FIBRE.least, (FIBRE.perThousandKcal * calories) / 1000));
  const carbs = Math.round((calories - 4 * protein.target - 9 * fat - 2 * fibre) / 4);
  const targets = { calories, protein: protein.target, carbs, fat, fibre };
  const told = { profile, need, protein, targets, ...forecast(profile, need) };
  return {
    targets,
    paceKg: told.paceKg,
    weeks: told.weeks,
    working: workingOf(told),
    notes: notesOf(told),
    need,
    protein,
  };
}

/** g a day. */
export interface ProteinNeed {
  perKg: number;
  /** What is counted; `capped` where it is less than the person’s. */
  kg: number;
  capped: boolean;
  /** By weight alone. */
  ideal: number;
  /** What days like these reach at that energy. */
  reach: number;
  reachBinds: boolean;
  target: number;
}

export function proteinNeed(profile: DietProfile, kcal: number): ProteinNeed {
  const atBmi = (PROTEIN_BMI * profile.height ** 2) / 10_000;
  const kg = Math.round(Math.min(profile.currentWeight, atBmi) * 10) / 10;
  const perKg = perKgOf(profile);
  const pregnancy = profile.medicalConditions.includes('pregnancy')
    ? PROTEIN_ALLOWANCE.perKg * kg + PROTEIN_ALLOWANCE.pregnancy
    : 0;
  const ideal = Math.round(Math.max(perKg * kg, pregnancy));
  const reach = Math.round(proteinReach(profile, kcal));
  const reachable = Math.floor(reach * PROTEIN_REACH_SHARE);
  return {
    perKg,
    kg,
    capped: atBmi < profile.currentWeight,
    ideal,
    reach,
    reachBinds: reachable < ideal,
    target: Math.min(ideal, reachable),
  };
}

function perKgOf(profile: DietProfile): number {
  if (profile.medicalConditions.includes('kidney disease')) return PROTEIN_ALLOWANCE.perKg;
  if (profile.age >= PROTEIN_PER_KG.olderFrom) return PROTEIN_PER_KG.older;
  const changes =
    directionOf(profile) === 'lose' || profile.goals.includes('muscle gain') || directionOf(profile) === 'gain';
  return changes ? PROTEIN_PER_KG.change : PROTEIN_PER_KG.usual;
}
