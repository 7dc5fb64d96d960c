import type { Condition } from '@trainer/contract/plan-words';
import type { TrainingProfile } from '../plans/types.ts';
import { HIGH_BMI, OLDER_FROM } from './constants.ts';

/** What of a person decides about exercises. */
export type Body = Pick<TrainingProfile, 'age' | 'weight' | 'height' | 'fitnessLevel' | 'medicalConditions'>;

/** Tags of the catalogue that are active: what carries one of `avoid` is never planned, of `caution` only with care. */
export interface Tags {
  readonly avoid: ReadonlySet<string>;
  readonly caution: ReadonlySet<string>;
  /** Exercises that are left out at this age, beside those by tag. */
  readonly without: ReadonlySet<string>;
}

type Both = readonly [avoid: readonly string[], caution: readonly string[]];

/**
 * A careful engineering reading of guidelines, not clinically reviewed. Where a condition has stages that nobody told,
 * all of them count: a pregnancy is in every trimester, and diabetes may have reached eyes and feet.
 */
const OF_CONDITION: Readonly<Record<Condition, Both>> = {
  hypertension: [[], ['hypertension', 'hypertension-headdown']],
  'heart disease': [['heart'], ['heart']],
  diabetes: [[], ['diabetic-retinopathy', 'diabetic-neuropathy']],
  asthma: [[], ['asthma']],
  osteoporosis: [['osteoporosis', 'osteoporosis-spine'], ['osteoporosis']],
  pregnancy: [
    ['pregnancy', 'pregnancy-unaccustomed', 'pregnancy-t2t3', 'pregnancy-t2t3-supine', 'pregnancy-t3'],
    ['pregnancy-balance', 'pregnancy-t2t3', 'pregnancy-t3'],
  ],
  'kidney disease': [[], []],
  'knee pain': [[], ['knee']],
  'knee injury': [['knee-acute'], ['knee']],
  'lower back pain': [[], ['lower-back']],
  'lower back injury': [['lower-back-acute', 'disc'], ['lower-back']],
  'shoulder pain': [[], ['shoulder']],
  'shoulder injury': [['shoulder-acute'], ['shoulder']],
  'wrist pain': [[], ['wrist']],
  'wrist injury': [['wrist-acute'], ['wrist']],
};

export function tagsOf(body: Body): Tags {
  const active = body.medicalConditions.map((condition) => OF_CONDITION[condition]);
  const older = body.age >= OLDER_FROM;
  const novice = older && body.fitnessLevel === 'beginner';
  return {
    avoid: new Set(active.flatMap(([avoid]) => avoid)),
    caution: new Set([
      ...active.flatMap(([, caution]) => caution),
      ...(older ? ['older-falls'] : []),
      ...(novice ? ['older-novice'] : []),
      ...(bmiOf(body) >= HIGH_BMI ? ['obesity-high'] : []),
    ]),
    without: new Set([...(older ? ['burpee', 'pull-up'] : []), ...(novice ? ['barbell-deadlift'] : [])]),
  };
}

/** kg/m² */
export const bmiOf = ({ weight, height }: Pick<Body, 'weight' | 'height'>): number => weight / (height / 100) ** 2;

const GENTLE: readonly Condition[] = ['hypertension', 'heart disease', 'pregnancy', 'kidney disease'];

/** Whether a condition asks for light weights, many repetitions and a long cool-down, whatever the goal. */
export const isGentle = ({ medicalConditions }: Body): boolean =>
  medicalConditions.some((condition) => GENTLE.includes(condition));
