import type { DietProfile, Stop } from '../plans/types.ts';
import { dishesFor } from './catalogue.ts';
import { concernsFood } from './conditions.ts';
import { MAIN_DISH_MOST, PROTEIN_ALLOWANCE, PROTEIN_REACH_SHARE } from './constants.ts';
import { energyNeed } from './energy-need.ts';
import { isEatenAt, isMainOf } from './grammar.ts';
import { proteinReach } from './reach.ts';
import { proteinNeed } from './targets.ts';

/**
 * Why no week can be made of what is left to eat, with the restrictions that cost most, or null where one can. Asked
 * before anything is planned, so that a plan that breaks what must hold is never begun.
 */
export function tooNarrow(profile: DietProfile): Stop | null {
  const lack = lackOf(profile);
  if (!lack) return null;
  const costly = costliest(profile);
  return {
    reason: `${capital(said(profile))} leaves too little for a week: ${lack}.`,
    instead: `${costly.length > 0 ? `Most is lost through ${costly.join(' and ')}. If you may eat that after all, take it off your list. ` : ''}Otherwise a dietitian can plan with foods that we do not know.`,
  };
}

function lackOf(profile: DietProfile): string | null {
  const { target } = energyNeed(profile);
  const allowed = dishesFor(profile);
  const meals = (['breakfast', 'lunch', 'dinner'] as const).filter(
    (meal) =>
      allowed.filter((dish) => isEatenAt(dish, meal) && isMainOf(dish.course, meal)).length * MAIN_DISH_MOST < 2 * 7,
  );
  if (meals.length > 0) return `there are not enough dishes for ${meals.join(' and ')}`;
  if (allowed.filter((dish) => isEatenAt(dish, 'snacks')).length < 4) return 'there are not enough dishes for snacks';
  const { kg } = proteinNeed(profile, target);
  const needed = Math.round(PROTEIN_ALLOWANCE.perKg * kg);
  const reached = Math.floor(proteinReach(profile, target) * PROTEIN_REACH_SHARE);
  return reached < needed
    ? `the dishes that are left reach ${String(reached)} g of protein a day, and you need at least ${String(needed)} g`
    : null;
}

/** Up to two of the restrictions: those without which most protein would be back. */
function costliest(profile: DietProfile): string[] {
  const { target } = energyNeed(profile);
  const now = proteinReach(profile, target);
  const without = (change: Partial<DietProfile>) => proteinReach({ ...profile, ...change }, target) - now;
  const gains = [
    ...profile.allergies.map((one) => ({
      name: one,
      gain: without({ allergies: profile.allergies.filter((other) => other !== one) }),
    })),
    ...profile.medicalConditions.map((one) => ({
      name: one,
      gain: without({ medicalConditions: profile.medicalConditions.filter((other) => other !== one) }),
    })),
    { name: 'what else you keep out', gain: profile.withoutKeys.length > 0 ? without({ withoutKeys: [] }) : 0 },
  ];
  return gains
    .filter(({ gain }) => gain >= 2)
    .sort((a, b) => b.gain - a.gain)
    .slice(0, 2)
    .map(({ name }) => name);
}

/** `Jain food without soy, gluten and cumin` */
function said({ diet, allergies, without, medicalConditions }: DietProfile): string {
  const out = [...allergies, ...without.map((name) => name.toLowerCase())];
  const food = `${diet === 'jain' ? 'Jain' : diet} food`;
  const left = out.length > 0 ? ` without ${listed(out.slice(0, 12))}` : '';
  const respected = medicalConditions.filter(concernsFood);
  const conditions = respected.length > 0 ? ` that respects ${listed(respected)}` : '';
  return food + left + conditions;
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
