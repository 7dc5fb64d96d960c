import type { Finding, FindingCode, TrainingProfile } from '../plans/types.ts';
import type { ReadPlan } from './read-plan.ts';
import type { Regime } from './regime.ts';

export interface Subject {
  plan: ReadPlan;
  profile: TrainingProfile;
  regime: Regime;
}

/** What one rule found, and what it says where it found nothing. */
export interface Ruling {
  findings: Finding[];
  detail: string;
}

export type Rule = (subject: Subject) => Ruling;

export const found = (code: FindingCode, path: string, message: string): Finding => ({ code, path, message });
