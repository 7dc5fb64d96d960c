import type { HardStop } from '@trainer/contract/plan-words';
import type { DietProfile, Stop } from '../plans/types.ts';
import { ADULT_AGE, HEALTHY_BMI, MOST_KCAL } from './constants.ts';
import { directionOf, energyNeed } from './energy-need.ts';
import { figure } from './figures.ts';

/** Why no diet is planned for a person, or null where one may be. */
export function screenDiet(profile: DietProfile, hardStops: readonly HardStop[]): Stop | null {
  const [hardStop] = hardStops;
  if (hardStop) return STOPS[hardStop];
  if (profile.age < ADULT_AGE)
    return {
      reason: 'We plan meals from 18 years on. Before that, a growing body needs more than an app can judge.',
      instead: 'Eat with your family, and ask your doctor or a dietitian if you want to change your weight.',
    };
  return weightStop(profile) ?? pregnancyStop(profile) ?? energyStop(profile);
}

function weightStop({ targetWeight, currentWeight, height }: DietProfile): Stop | null {
  const healthyFrom = Math.ceil((HEALTHY_BMI * height ** 2) / 10_000);
  if (bmi(targetWeight, height) < HEALTHY_BMI)
    return {
      reason: `${kg(targetWeight)} kg is under a healthy weight at ${kg(height)} cm.`,
      instead: `From ${kg(healthyFrom)} kg we can plan. If your weight worries you, talk to a doctor or a dietitian.`,
    };
  return bmi(currentWeight, height) < HEALTHY_BMI && targetWeight < currentWeight
    ? {
        reason: `${kg(currentWeight)} kg is already under a healthy weight at ${kg(height)} cm, so we do not plan for losing.`,
        instead: `Choose a target from ${kg(healthyFrom)} kg on, and talk to a doctor or a dietitian.`,
      }
    : null;
}

function pregnancyStop(profile: DietProfile): Stop | null {
  const wantsLess = directionOf(profile) === 'lose' || profile.goals.includes('weight loss');
  return profile.medicalConditions.includes('pregnancy') && wantsLess
    ? {
        reason: 'In pregnancy we do not plan for losing weight.',
        instead:
          'Set the target to your weight of now, and we plan meals that fit. Talk to your doctor about your weight.',
      }
    : null;
}

function energyStop(profile: DietProfile): Stop | null {
  const { target } = energyNeed(profile);
  return target > MOST_KCAL
    ? {
        reason: `Your days come to ${figure(target)} kcal, more than we can plan meals for.`,
        instead: 'Look again at weight, height and activity. If they are right, a sports dietitian can help.',
      }
    : null;
}

const bmi = (weightKg: number, heightCm: number) => (weightKg * 10_000) / heightCm ** 2;
const kg = (value: number) => figure(value, 1);

const DOCTOR = 'See your doctor first. Come back with their advice, and we plan from there.';
const AT_ONCE =
  'If it is there now, call an ambulance or go to a hospital. Otherwise see your doctor before anything else.';

const STOPS: Record<HardStop, Stop> = {
  'chest pain': {
    reason: 'You named chest pain. That has to be looked at before you change what you eat.',
    instead: AT_ONCE,
  },
  fainting: { reason: 'You named fainting or dizziness. A change of food can make it worse.', instead: DOCTOR },
  'unexplained breathlessness': {
    reason: 'You named breathlessness without a known cause. That has to be looked at first.',
    instead: AT_ONCE,
  },
  'uncontrolled hypertension': {
    reason: 'You named blood pressure that is not under control. Food is part of the answer, but not the first part.',
    instead: DOCTOR,
  },
  'uncleared heart disease': {
    reason: 'You named heart disease that no doctor has cleared yet.',
    instead: DOCTOR,
  },
  'recent heart attack or stroke': {
    reason: 'You named a heart attack or a stroke. Food after that is planned by your hospital.',
    instead: DOCTOR,
  },
  'recent surgery': {
    reason: 'You named a recent surgery. Healing needs food that your hospital plans with you.',
    instead: DOCTOR,
  },
  'uncontrolled arrhythmia': {
    reason: 'You named a heartbeat that is not under control.',
    instead: DOCTOR,
  },
  'heart failure': {
    reason: 'You named heart failure. Salt and water have to be measured for you alone.',
    instead: DOCTOR,
  },
  fever: {
    reason: 'You named a fever or an infection. A body that fights needs rest, and no plan.',
    instead: 'Come back when you are well. If it lasts, see your doctor.',
  },
  'pregnancy complication': {
    reason: 'You named a complication in pregnancy. What you eat is for your doctor to say.',
    instead: DOCTOR,
  },
  'eating disorder': {
    reason: 'You named an eating disorder. A plan of numbers could do harm.',
    instead: 'Please talk to a doctor, a psychologist or somebody you trust. Meals can be planned with them.',
  },
};
