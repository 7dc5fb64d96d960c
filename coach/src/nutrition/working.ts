import type { DietPlan, Totals } from '@trainer/contract/types';
import type { DietProfile } from '../plans/types.ts';
import {
  ACTIVITY_FACTOR,
  DEFICIT,
  FAT_SHARE,
  FIBRE,
  FLOOR_KCAL,
  PREGNANCY_KCAL,
  PROTEIN_ALLOWANCE,
  PROTEIN_BMI,
  RESTING,
  SURPLUS_SHARE,
} from './constants.ts';
import { correctionOf, sexOf, type EnergyNeed, type Forecast } from './energy-need.ts';
import type { ProteinNeed } from './targets.ts';
import { figure } from './figures.ts';

interface Told extends Forecast {
  profile: DietProfile;
  need: EnergyNeed;
  protein: ProteinNeed;
  targets: Totals;
}

/** Every number with its formula, in the order in which they follow from each other. */
export function workingOf(told: Told): DietPlan['working'] {
  return [...energyLines(told), ...proteinLines(told), ...restLines(told)];
}

function energyLines({ profile, need, targets }: Told): DietPlan['working'] {
  const { height, age, currentWeight } = profile;
  const constant = RESTING[sexOf(profile)];
  const lines = [
    kcal(
      'Resting need',
      `Mifflin–St Jeor: ${n(RESTING.kg)} × ${n(currentWeight)} kg + ${n(RESTING.cm)} × ${n(height)} cm − ${n(RESTING.years)} × ${n(age)} years ${constant < 0 ? '−' : '+'} ${n(Math.abs(constant))}${profile.sex ? '' : ', the mean for women and men'}`,
      need.equation,
    ),
  ];
  const correction = correctionOf(profile);
  if (correction !== 1)
    lines.push(kcal('For Indians', `${n(need.equation)} × ${n(correction)}, as such equations run high`, need.resting));
  const factor = ACTIVITY_FACTOR[profile.activity];
  lines.push(kcal('Your days', `${n(need.resting)} × ${n(factor)}, ${ACTIVE[profile.activity]}`, need.need));
  lines.push(...changeLine(profile, need));
  if (need.floorBinds)
    lines.push(
      kcal(
        'Not less than',
        `your resting need, or ${n(FLOOR_KCAL[sexOf(profile)])} kcal, whichever is more`,
        need.floor,
      ),
    );
  lines.push(kcal('Energy a day', 'rounded to tens', targets.calories));
  return lines;
}

function changeLine(profile: DietProfile, { direction, need, change }: EnergyNeed): DietPlan['working'] {
  if (profile.medicalConditions.includes('pregnancy'))
    return [kcal('Pregnancy', `${n(PREGNANCY_KCAL)} kcal more a day`, change)];
  if (direction === 'keep') return [];
  if (direction === 'gain') return [kcal('Slow gain', `${percent(SURPLUS_SHARE)} more than ${n(need)}`, change)];
  const formula =
    change === -DEFICIT.kcal ? `${n(DEFICIT.kcal)} kcal less` : `${percent(DEFICIT.share)} less than ${n(need)}`;
  return [kcal('Slow loss', formula, change)];
}

function proteinLines({ profile, protein, targets }: Told): DietPlan['working'] {
  const weight = `${n(protein.kg)} kg${protein.capped ? `, your weight at a BMI of ${n(PROTEIN_BMI)}` : ''}`;
  const byWeight = Math.round(protein.perKg * protein.kg);
  const lines = [
    byWeight === protein.ideal
      ? grams('Protein by weight', `${n(protein.perKg)} g × ${weight}`, protein.ideal)
      : grams(
          'Protein by weight',
          `${n(PROTEIN_ALLOWANCE.perKg)} g × ${weight} + ${n(PROTEIN_ALLOWANCE.pregnancy)} g in pregnancy`,
          protein.ideal,
        ),
  ];
  if (protein.reachBinds)
    lines.push(
      grams(
        'Protein in reach',
        `95 % of ${n(protein.reach)} g, the most that ${dietName(profile)} days of ${n(targets.calories)} kcal hold`,
        protein.target,
      ),
    );
  return lines;
}

function restLines({ targets }: Told): DietPlan['working'] {
  const { calories, protein, carbs, fat, fibre } = targets;
  return [
    grams('Fat', `${percent(FAT_SHARE.aim)} of ${n(calories)} kcal, 9 kcal a gram`, fat),
    grams(
      'Fibre',
      fibre > FIBRE.least
        ? `${n(FIBRE.perThousandKcal)} g for each 1,000 kcal`
        : `${n(FIBRE.least)} g, or ${n(FIBRE.perThousandKcal)} g for each 1,000 kcal`,
      fibre,
    ),
    grams('Carbohydrate', `(${n(calories)} − 4 × ${n(protein)} − 9 × ${n(fat)} − 2 × ${n(fibre)}) / 4`, carbs),
  ];
}

/** What a person should know beside the numbers. */
export function notesOf({ profile, need, protein, paceKg, targets }: Told): string[] {
  const notes: string[] = [];
  if (need.floorBinds && need.direction === 'lose')
    notes.push(
      `${n(need.need + need.change)} kcal a day would be too little for you, so this plan goes slower${paceKg === null ? ' and keeps your weight about as it is' : `: about ${n(Math.abs(paceKg))} kg a week`}.`,
    );
  else if (need.floorBinds)
    notes.push(`Your days need less than ${n(targets.calories)} kcal, but we do not plan for less.`);
  if (protein.reachBinds)
    notes.push(
      `Protein: ${n(protein.ideal)} g would be ideal; ${n(protein.target)} g is what ${dietName(profile)} days of this size reach without powder.`,
    );
  if (profile.medicalConditions.includes('kidney disease'))
    notes.push('Because of your kidneys, protein is not raised. Ask your doctor which amount is right for you.');
  if (profile.medicalConditions.includes('pregnancy'))
    notes.push('What you need changes from month to month. Show this plan to your doctor.');
  if (profile.medicalConditions.includes('diabetes'))
    notes.push('Nothing here has added sugar. Measure as you always do, and show this plan to your doctor.');
  if (profile.allergies.includes('gluten'))
    notes.push('Flours can pick up wheat in the mill. Buy millet, rice and gram flours that are labelled for you.');
  if (profile.diet === 'jain')
    notes.push('Batter for idli and dosa ferments overnight. If you keep from that, swap these meals.');
  if (profile.sex === null) notes.push('Sex was left out, so we took the mean of both equations.');
  return notes;
}

export const dietName = ({ diet }: Pick<DietProfile, 'diet'>): string => (diet === 'jain' ? 'Jain' : diet);

const ACTIVE = {
  sedentary: 'mostly sitting',
  light: 'lightly active',
  moderate: 'moderately active',
  very: 'very active',
  extra: 'extremely active',
} as const;

const n = (value: number): string => figure(value, 3);
const percent = (share: number): string => `${n(share * 100)} %`;
const kcal = (name: string, formula: string, value: number) => ({ name, formula, value, unit: 'kcal' });
const grams = (name: string, formula: string, value: number) => ({ name, formula, value, unit: 'g' });
