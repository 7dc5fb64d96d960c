import type { DietProfile, Finding, TrainingProfile } from '@trainer/coach/plans/types';
import { EQUIPMENT } from '@trainer/contract/plan-words';
import type { Fitting, PlanAsk } from '../../plan-writer/port.ts';

/** What is read of the person, as `4 days, 45 minutes, full gym, shoulder pain`. */
export const sayProfile = (ask: Pick<PlanAsk, 'kind' | 'profile'>): string =>
  (ask.kind === 'diet' ? dietWords(ask.profile as DietProfile) : trainingWords(ask.profile as TrainingProfile)).join(
    ', ',
  );

function trainingWords({ daysPerWeek, minutesPerSession, equipment, medicalConditions }: TrainingProfile): string[] {
  return [
    counted(daysPerWeek, 'day'),
    counted(minutesPerSession, 'minute'),
    sayEquipment(equipment),
    ...medicalConditions,
  ];
}

function sayEquipment(equipment: TrainingProfile['equipment']): string {
  if (equipment.length === 0) return 'no equipment';
  return equipment.length === EQUIPMENT.length ? 'full gym' : equipment.join(', ');
}

function dietWords({ diet, region, allergies, without, medicalConditions }: DietProfile): string[] {
  const kept = [...allergies, ...without].map((one) => `no ${one}`);
  return [diet === 'jain' ? 'Jain' : diet, REGIONS[region], ...kept, ...medicalConditions];
}

const REGIONS: Record<DietProfile['region'], string> = {
  'tamil-nadu': 'Tamil Nadu',
  kerala: 'Kerala',
  karnataka: 'Karnataka',
  'andhra-telangana': 'Andhra and Telangana',
  'south-india': 'South India',
  other: 'outside India',
};

/** As `24 of 38 exercises suit you.` */
export const sayFitting = (kind: PlanAsk['kind'], { fits, of }: Fitting): string =>
  `${String(fits)} of ${counted(of, kind === 'diet' ? 'dish' : 'exercise')} ${fits === 1 ? 'suits' : 'suit'} you.`;

export const sayRules = (rules: number): string => `${counted(rules, 'rule')} checked.`;

/** What the writer is asked to put right. */
export const sayFindings = (findings: readonly Finding[]): string =>
  findings.length === 1 ? 'One thing does not fit yet.' : `${String(findings.length)} things do not fit yet.`;

const counted = (n: number, word: string): string =>
  `${String(n)} ${n === 1 ? word : word.endsWith('sh') ? `${word}es` : `${word}s`}`;
