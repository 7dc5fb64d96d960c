import type { Verification } from '@trainer/contract/types';
import type { DietProfile, Finding, FindingCode, Verdict } from '../plans/types.ts';
import { energyChecks, proteinAndFatChecks } from './checks-energy.ts';
import { dishChecks } from './checks-dishes.ts';
import { aims, type Check, type Checked } from './checks-aims.ts';
import { claimChecks } from './checks-claims.ts';
import { viewOf } from './plan-view.ts';
import { served } from './portions.ts';
import { dietTargets } from './targets.ts';

/**
 * Works out everything in a plan anew, from the dishes and portions that it names, and says of every rule whether it
 * holds. Takes anything at all and never throws; a plan with anything `broken` is never shown. The list of checks is
 * closed: those that must hold come first, then those that are aimed at, whose status may be `missed`.
 * @param plan any JSON
 * @param profile the person it is for, as `readDietRequest` gave it
 */
export function verifyDiet(plan: unknown, profile: DietProfile): Verdict {
  const view = viewOf(plan);
  if ('code' in view) return { checks: [], broken: [view] };
  const told = dietTargets(profile);
  const days = view.days.map(({ meals }) => {
    const sums = { kcal: 0, protein: 0, fat: 0, fibre: 0, sodium: 0, produce: 0 };
    for (const { dish, steps } of meals.flatMap(({ items }) => items)) {
      if (!dish || steps === undefined) continue;
      const of = served(dish, steps);
      for (const key of ['kcal', 'protein', 'fat', 'fibre', 'sodium', 'produce'] as const) sums[key] += of[key];
    }
    return sums;
  });
  const checked: Checked = { view, profile, told, days };
  const outcomes = CHECKS.map(({ name, run }) => ({ name, ...run(checked) }));
  return {
    checks: outcomes.map(({ name, detail, broken, missed }) => ({
      name,
      status: broken.length > 0 || missed ? 'missed' : 'held',
      detail,
    })),
    broken: outcomes.flatMap(({ broken }) => broken.slice(0, MOST_OF_A_KIND)),
  };
}

const CHECKS: readonly Check[] = [...dishChecks, ...energyChecks, ...proteinAndFatChecks, ...claimChecks, ...aims];

/** More of one check say no more. */
const MOST_OF_A_KIND = 12;

/** Checks that a plan is listed with, in their order. */
export const DIET_CHECKS: readonly string[] = CHECKS.map(({ name }) => name);

/**
 * The checks of a plan that was changed to hold them: what the draft broke by `findings` (those of `composeDiet`) and
 * what now holds is `repaired`.
 */
export function markRepaired(
  checks: Verification['checks'],
  findings: readonly Pick<Finding, 'code'>[],
): Verification['checks'] {
  const repaired = new Set(findings.flatMap(({ code }) => REPAIRED_BY[code] ?? []));
  return checks.map((check) =>
    check.status === 'held' && repaired.has(check.name) ? { ...check, status: 'repaired' } : check,
  );
}

/** The check that a finding in a draft belongs to. */
const REPAIRED_BY: Partial<Record<FindingCode, readonly string[]>> = {
  shape: ['four_meals'],
  count: ['four_meals'],
  missing_part: ['four_meals'],
  duplicate: ['four_meals'],
  unknown_id: ['catalogue_dishes'],
  diet: ['diet'],
  allergen: ['allergens'],
  condition: ['conditions'],
  repeated: ['main_dishes'],
  day_energy: ['day_energy'],
  energy_floor: ['energy_floor'],
  protein: ['protein'],
  fat: ['fat'],
  sum: ['sums'],
  text: ['texts'],
};
