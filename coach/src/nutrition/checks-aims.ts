import type { DietProfile, Finding } from '../plans/types.ts';
import { DISHES_LEAST, PRODUCE_GRAMS, SODIUM_MG } from './constants.ts';
import type { DayTotals } from './day.ts';
import { rangeOf } from './checks-energy.ts';
import type { PlanView } from './plan-view.ts';
import type { DietTargets } from './targets.ts';
import { figure } from './figures.ts';

/** A plan, the person, and what the plan comes to when it is worked out anew. */
export interface Checked {
  view: PlanView;
  profile: DietProfile;
  told: DietTargets;
  /** Sums of each day by the catalogue. */
  days: readonly DayTotals[];
}

export interface Outcome {
  /** A sentence with the figures. */
  detail: string;
  /** What must hold and does not. */
  broken: Finding[];
  /** An aim that is not reached. */
  missed?: boolean;
}

export interface Check {
  /** Stable, snake_case. */
  name: string;
  run: (checked: Checked) => Outcome;
}

/** Reported and pulled towards: home food is salty, and a narrow diet has less choice. */
export const aims: readonly Check[] = [
  {
    name: 'fibre',
    run: (checked) => {
      const { fibre } = checked.told.targets;
      const missed = mean(checked, 'fibre') < fibre;
      return {
        detail: `${rangeOf(checked, 'fibre')} g a day. ${n(fibre)} g is good${missed ? ', and more than these dishes hold' : ''}.`,
        broken: [],
        missed,
      };
    },
  },
  {
    name: 'sodium',
    run: (checked) => {
      const sodium = mean(checked, 'sodium');
      const missed = sodium > SODIUM_MG;
      const more = missed ? ` ${saltAdvice(sodium)}` : '';
      return {
        detail: `${rangeOf(checked, 'sodium')} mg a day. ${n(SODIUM_MG)} mg is good.${more}`,
        broken: [],
        missed,
      };
    },
  },
  {
    name: 'vegetables_and_fruit',
    run: (checked) => ({
      detail: `${n(Math.round(mean(checked, 'produce')))} g a day. ${n(PRODUCE_GRAMS)} g is good.`,
      broken: [],
      missed: mean(checked, 'produce') < PRODUCE_GRAMS,
    }),
  },
  {
    name: 'variety',
    run: ({ view }) => {
      const dishes = new Set(view.items.map(({ slug }) => slug)).size;
      return {
        detail: `${n(dishes)} different dishes. At least ${n(DISHES_LEAST)}.`,
        broken: [],
        missed: dishes < DISHES_LEAST,
      };
    },
  },
];

/** Nearly all of it is the salt that recipes name. */
function saltAdvice(sodium: number): string {
  const share = (sodium - SODIUM_MG) / sodium;
  if (share <= 0.25) return 'Cook with a quarter less salt than the recipes name, and it is reached.';
  return share <= 0.5
    ? 'Cook with half the salt that the recipes name, and it is reached.'
    : 'Cook with little salt, and leave pickles and papads out.';
}

const mean = ({ days }: Checked, of: keyof DayTotals): number =>
  days.length === 0 ? 0 : days.reduce((sum, day) => sum + day[of], 0) / days.length;

const n = (value: number): string => figure(value);
