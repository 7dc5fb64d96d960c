import type { Condition } from '@trainer/contract/plan-words';
import type { TrainingProfile } from '../plans/types.ts';
import { OLDER_FROM } from './constants.ts';

/** When to stop, and what each condition asks for, as sentences. */
export function safetyOf({ age, medicalConditions }: TrainingProfile): string[] {
  return [
    'Stop and see a doctor with chest pain, dizziness, a pounding heart or breathlessness that does not settle. Breathe with each repetition.',
    ...medicalConditions.flatMap((condition) => OF_CONDITION[condition] ?? []),
    ...(medicalConditions.some((condition) => /pain$|injury$/.test(condition)) ? [SORE] : []),
    ...(age >= OLDER_FROM ? ['Train next to something steady, and get up slowly from the floor.'] : []),
  ];
}

const SORE =
  'What hurts may reach 3 of 10 while you train, and has to settle within 24 hours; else go lighter or leave it out.';

const OF_CONDITION: Partial<Record<Condition, string>> = {
  hypertension:
    'Blood pressure: never hold your breath, no hold longer than 20–30 seconds, and do not train at 180/110 or more.',
  'heart disease': 'Heart: an effort of 11–13 on a scale from 6 to 20, at which you can talk, and no sprints.',
  diabetes:
    'Diabetes: measure before you train. Under 100 mg/dl, eat 15–30 g of carbohydrate first; over 250 mg/dl with ketones, do not train. Rest no more than 2 days running. If eyes or feet are affected, ask first.',
  asthma:
    'Asthma: build up over 10–15 minutes, keep your inhaler at hand, and cover your mouth in cold or dirty air. If the warm-up is shorter, walk a few minutes before it.',
  osteoporosis:
    'Bones: no rounding or twisting of the back under load, no jumping, and clear the floor of what you could trip over.',
  pregnancy:
    'Pregnancy: an effort of at most 13 on a scale from 6 to 20, no long lying on the back, no heat, nothing with falls. Stop and call your doctor with bleeding, fluid, contractions, headache or a painful calf.',
  'kidney disease': 'Kidneys: light weights, and drink what your doctor has set.',
};
