import { MEALS } from '@trainer/contract/plan-words';
import { addDays } from '../days.ts';
import { seeded } from '../plans/seeded.ts';
import type { Composed, DietContent, DietProfile, Finding } from '../plans/types.ts';
import type { DayGoal, Placed } from './day.ts';
import { readDraft } from './draft-reader.ts';
import { goalOf } from './goal.ts';
import { bettered, holds, type SettledDay } from './improve.ts';
import { larderOf, newWeek } from './larder.ts';
import { laidOut } from './laid-out.ts';
import { bestDay, type Kitchen } from './planner.ts';
import { itemOf, recipeOf, totalsOf } from './serving.ts';
import { dietTargets, type DietTargets } from './targets.ts';
import { wordsOfPlan } from './texts.ts';
import { verifyDiet } from './verify.ts';

/**
 * Makes a week of any draft: what is unknown, forbidden or too often is replaced by the nearest dish that may be eaten,
 * what is missing is filled in, and portions are worked out. The same draft, profile and seed give the same plan. `plan`
 * is null where the draft has too little to make one of, or where what came of it breaks a rule that must hold.
 * @param draft any JSON
 */
export function composeDiet(
  draft: unknown,
  profile: DietProfile,
  { seed, startsOn }: { seed: number; startsOn: string },
): Composed<DietContent> {
  const told = dietTargets(profile);
  const goal = goalOf(profile, told);
  const wanted = (100 * goal.protein) / goal.kcal;
  const read = readDraft(draft);
  const kitchen: Kitchen = {
    larder: larderOf(profile, wanted, startsOn),
    chance: seeded(seed),
    week: newWeek(),
    kcal: goal.kcal,
    wanted,
  };
  const laid = laidOut(read, kitchen, profile);
  const findings = [...read.findings, ...laid.findings];
  if (laid.usable < LEAST_USABLE_MEALS)
    return {
      plan: null,
      findings: [...findings, { code: 'missing_part', path: 'meals', message: 'Too little of the draft can be used.' }],
      changes: [],
    };
  const changes = [...laid.changes];
  const days = laid.days.map((placed, i) => reached(placed, i + 1, { goal, kitchen, findings, changes }));
  const plan = contentOf(days, { profile, told, startsOn, read });
  const { broken } = verifyDiet(plan, profile);
  return broken.length > 0 ? { plan: null, findings: [...findings, ...broken], changes } : { plan, findings, changes };
}

/** Of 28. With fewer that name a dish of ours, another writer does better. */
const LEAST_USABLE_MEALS = 14;

/** Other dishes where portions alone do not bring a day to its goal. */
function reached(
  placed: readonly Placed[],
  day: number,
  { goal, kitchen, findings, changes }: { goal: DayGoal; kitchen: Kitchen; findings: Finding[]; changes: string[] },
): SettledDay {
  for (const { dish } of placed) kitchen.week.remove(dish);
  const better = bettered(placed, goal, { ...kitchen, rounds: 14 });
  const anew = holds(better.settled.totals, goal) ? undefined : bestDay(kitchen, day, goal);
  const isAnew = anew !== undefined && anew.settled.cost < better.settled.cost;
  const now = isAnew ? anew : better;
  for (const { dish } of now.placed) kitchen.week.add(dish, day);
  const change = isAnew ? ANEW : changeOf(placed, now.placed);
  if (change) {
    findings.push(unreached(day));
    changes.push(`Day ${String(day)}: ${change}, so that energy, protein and fat fit.`);
  }
  return now;
}

const ANEW = 'every meal is written anew';

function changeOf(before: readonly Placed[], after: readonly Placed[]): string | null {
  const without = (some: readonly Placed[], others: readonly Placed[]) =>
    listed(some.filter((one) => !others.some(({ dish }) => dish === one.dish)).map(({ dish }) => dish.name));
  const [out, into] = [without(before, after), without(after, before)];
  if (into === '') return out === '' ? null : `without ${out}`;
  return out === '' ? `${into} as well` : `${into} instead of ${out}`;
}

const unreached = (day: number): Finding => ({
  code: 'day_energy',
  path: `days.${String(day - 1)}`,
  message: `The dishes of day ${String(day)} do not come to its energy, protein and fat in portions that are eaten.`,
});

function contentOf(
  days: readonly SettledDay[],
  {
    profile,
    told,
    startsOn,
    read,
  }: {
    profile: DietProfile;
    told: DietTargets;
    startsOn: string;
    read: ReturnType<typeof readDraft>;
  },
): DietContent {
  const used = [...new Set(days.flatMap(({ placed }) => placed.map(({ dish }) => dish)))];
  return {
    kind: 'diet',
    ...wordsOfPlan(read, profile, told),
    startsOn,
    targets: told.targets,
    working: told.working,
    days: days.map(({ placed, settled: { steps } }, i) => {
      const meals = MEALS.map((meal) => {
        const items = placed.flatMap(({ dish, ...one }, at) =>
          one.meal === meal ? [itemOf(dish, steps[at] ?? 1)] : [],
        );
        return { meal, items, totals: totalsOf(items) };
      });
      return { day: i + 1, date: addDays(startsOn, i), totals: totalsOf(meals.map(({ totals }) => totals)), meals };
    }),
    recipes: used.map(recipeOf),
  };
}

/** `a, b and c` */
const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
