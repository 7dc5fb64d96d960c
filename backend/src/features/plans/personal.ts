import type { Condition } from '@trainer/contract/plan-words';
import type { WrittenPlan } from '../../storage/port.ts';

/** What a sentence says where it speaks of a condition. */
const CONDITION_WORDS: Record<Condition, RegExp> = {
  hypertension: /hypertens|blood pressure|salt|sodium/i,
  'heart disease': /heart|cardiac|cardiolog/i,
  diabetes: /diabet|blood sugar|glucose|your (feet|eyes)/i,
  asthma: /asthma|breathing|inhaler/i,
  osteoporosis: /osteopor|bones?\b/i,
  pregnancy: /pregnan|trimester|baby/i,
  'kidney disease': /kidney|renal/i,
  'knee pain': /knee/i,
  'knee injury': /knee/i,
  'lower back pain': /lower back|spine/i,
  'lower back injury': /lower back|spine/i,
  'shoulder pain': /shoulder/i,
  'shoulder injury': /shoulder/i,
  'wrist pain': /wrist/i,
  'wrist injury': /wrist/i,
};

/**
 * Leaves out of a text every sentence that speaks of the person whom the plan was written for: their conditions, what
 * they must not eat, their weight, height and age. → '' where nothing is left
 */
export function impersonal({ request }: Pick<WrittenPlan, 'request'>): (text: string) => string {
  const words = [
    ...request.medicalConditions.map((condition) => CONDITION_WORDS[condition]),
    ...('allergies' in request ? [...request.allergies, ...request.without].map(wordOf) : []),
    ...bodyOf(request),
  ];
  return (text) =>
    text
      .split(/(?<=[.!?])\s+/)
      .filter((sentence) => !words.some((word) => word.test(sentence)))
      .join(' ');
}

function bodyOf(request: WrittenPlan['request']): RegExp[] {
  const weights =
    'currentWeight' in request ? [request.currentWeight, request.targetWeight] : [request.weight, request.targetWeight];
  return [
    ...weights.filter((weight) => weight !== null).map((weight) => measured(weight, 'kg')),
    measured(request.height, 'cm'),
    new RegExp(`\\bage:? ${String(request.age)}\\b|\\b${String(request.age)}[- ]years?\\b`, 'i'),
    /\b(because of|for) your\b|\byour (weight|height|age|BMI)\b/i,
  ];
}

const measured = (value: number, unit: string): RegExp =>
  new RegExp(`(?<![\\d.,])${String(value).replace('.', '[.,]')}\\s*${unit}\\b`);

const wordOf = (name: string): RegExp => new RegExp(`\\b${name.replace(/[^\p{L}\d ]/gu, '.')}`, 'iu');
