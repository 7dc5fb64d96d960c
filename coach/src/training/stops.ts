import type { HardStop } from '@trainer/contract/plan-words';
import type { Stop, TrainingProfile } from '../plans/types.ts';
import { bmiOf } from './conditions.ts';
import { ADULT_FROM, UNDERWEIGHT_BMI } from './constants.ts';

/** Why there is no workout plan for this person now, and what to do instead; undefined where nothing speaks against one. */
export function stopFor(profile: Omit<TrainingProfile, 'history'>, hardStops: readonly HardStop[]): Stop | undefined {
  if (profile.age < ADULT_FROM) return UNDER_AGE;
  const [first, ...others] = hardStops;
  if (first) {
    const { reason, instead } = HARD[first];
    const more = others.length > 0 ? ` The same goes for ${others.join(' and ')}.` : '';
    return { reason: reason + more, instead };
  }
  return weightStop(profile);
}

const UNDER_AGE: Stop = {
  reason: 'Our plans are made for adults, and a body that grows needs something else.',
  instead:
    'Move for an hour a day in any way you enjoy, and ask a coach, a teacher or your doctor for a plan of your own.',
};

function weightStop({ goals, height, weight, targetWeight, medicalConditions }: Omit<TrainingProfile, 'history'>) {
  const healthyFrom = Math.ceil(UNDERWEIGHT_BMI * (height / 100) ** 2);
  const [at, from] = [`${String(height)} cm`, `${String(healthyFrom)} kg`];
  if (targetWeight !== null && bmiOf({ weight: targetWeight, height }) < UNDERWEIGHT_BMI) {
    return {
      reason: `${String(targetWeight)} kg is under a healthy weight at ${at}.`,
      instead: `From ${from} we can plan. If you feel that you have to weigh less, please talk to a doctor about it.`,
    };
  }
  const losing = goals.includes('weight loss') || (targetWeight !== null && targetWeight < weight);
  if (losing && bmiOf({ weight, height }) < UNDERWEIGHT_BMI) {
    return {
      reason: `You are under a healthy weight at ${at} already, so losing weight would not be safe.`,
      instead: `Choose muscle gain or general fitness, and please see a doctor or a dietitian about reaching ${from}.`,
    };
  }
  if (losing && medicalConditions.includes('pregnancy')) {
    return {
      reason: 'While you are pregnant, losing weight is not a safe goal.',
      instead: 'Choose general fitness, and ask your doctor or midwife which weight is right for you.',
    };
  }
  return undefined;
}

const HEART = 'Please see a doctor before you train, today if it is new. Once they have cleared you, we plan with you.';

const HARD: Readonly<Record<HardStop, Stop>> = {
  'chest pain': {
    reason: 'Chest pain has to be looked at before any exercise.',
    instead: `${HEART} If it comes at rest or does not pass, call an ambulance (112).`,
  },
  fainting: { reason: 'Fainting or dizziness with effort has to be looked at before any exercise.', instead: HEART },
  'unexplained breathlessness': {
    reason: 'Breathlessness that nobody has explained has to be looked at before any exercise.',
    instead: HEART,
  },
  'uncontrolled hypertension': {
    reason: 'With a blood pressure that is not under control, exercise can push it too high.',
    instead: 'Please see your doctor first. Once it is under control, we plan with care for it.',
  },
  'uncleared heart disease': {
    reason: 'With heart disease, exercise begins after a doctor has cleared you, best in cardiac rehabilitation.',
    instead: 'Please ask your doctor for clearance. Then tell us “cleared heart disease”, and we plan for it.',
  },
  'recent heart attack or stroke': {
    reason: 'In the first months after a heart attack or a stroke, exercise belongs into rehabilitation.',
    instead: 'Please ask your doctor about a rehabilitation programme. Once they have cleared you, we plan with you.',
  },
  'recent surgery': {
    reason: 'In the first months after surgery, exercise has to fit what was done.',
    instead: 'Please ask your surgeon or physiotherapist what you may do, and come back once they have cleared you.',
  },
  'uncontrolled arrhythmia': {
    reason: 'A heart rhythm that is not under control has to be looked at before any exercise.',
    instead: HEART,
  },
  'heart failure': {
    reason: 'With heart failure, exercise is planned by those who know your heart.',
    instead: 'Please ask your doctor about cardiac rehabilitation.',
  },
  fever: {
    reason: 'With a fever, exercise can do harm.',
    instead: 'Rest, and begin again when you have been well for two days. See a doctor if it stays.',
  },
  'pregnancy complication': {
    reason: 'With a complication in pregnancy, exercise can be dangerous.',
    instead: 'Please ask your doctor or midwife which movement is right for you now.',
  },
  'eating disorder': {
    reason: 'A plan full of numbers can do harm while eating is hard.',
    instead:
      'Please talk to a doctor, a therapist or somebody you trust. In India, Tele-MANAS (14416) listens, free of charge and at any hour.',
  },
};
