import { MEALS, type Meal } from '@trainer/contract/plan-words';
import type { DietProfile, Finding } from '../plans/types.ts';
import { dishBySlug, forbidden } from './catalogue.ts';
import type { Placed } from './day.ts';
import type { Dish } from './dishes.ts';
import type { ReadDraft } from './draft-reader.ts';
import { isMainOf, MAIN_COURSES, mostDishes } from './grammar.ts';
import { mealOf, type Kitchen } from './planner.ts';
import { dishMeant, standIn } from './stand-in.ts';

/** The dishes of a week, day by day: nothing unknown, nothing forbidden, nothing too often, no meal empty that can be filled. */
export interface LaidOut {
  days: Placed[][];
  /** Meals of the draft that named a dish of ours. */
  usable: number;
  findings: Finding[];
  /** Sentences for the person. */
  changes: string[];
}

export function laidOut(read: ReadDraft, kitchen: Kitchen, profile: DietProfile): LaidOut {
  const out: LaidOut = { days: [], usable: 0, findings: [], changes: [] };
  for (let day = 1; day <= 7; day++) {
    const placed: Placed[] = [];
    for (const meal of MEALS) {
      const before = placed.length;
      placed.push(...named({ read, kitchen, profile, day, meal, placed, out }));
      const added = filled({ kitchen, day, meal, placed, out }, placed.length - before);
      placed.splice(before, 0, ...added);
      for (const { dish } of added) kitchen.week.add(dish, day);
    }
    out.days.push(placed);
  }
  return out;
}

interface At {
  read: ReadDraft;
  kitchen: Kitchen;
  profile: DietProfile;
  day: number;
  meal: Meal;
  /** The day so far. */
  placed: readonly Placed[];
  out: LaidOut;
}

/** What the draft names for a meal, each dish as it is or by another. */
function named({ read, kitchen, profile, day, meal, placed, out }: At): Placed[] {
  const slugs = read.slugs(day, meal);
  const path = pathOf(day, meal);
  const here: Placed[] = [];
  let known = false;
  for (const slug of slugs) {
    if (here.length > mostDishes(kitchen.kcal)) {
      out.findings.push({ code: 'count', path, message: 'So many dishes leave no portion of any.' });
      out.changes.push(`Day ${String(day)}, ${meal}: fewer dishes, so that each is a portion.`);
      break;
    }
    const dish = dishBySlug(slug);
    known ||= dish !== undefined;
    const taken = (one: Dish) => [...placed, ...here].some((other) => other.dish === one);
    if (dish && taken(dish)) continue;
    const wrong = dish ? wrongWith(dish, profile, kitchen) : unknown(slug);
    const fits = wrong ? replacement(dish ?? dishMeant(slug), meal, kitchen, taken) : dish;
    if (wrong) {
      out.findings.push({ code: wrong.code, path, message: wrong.message });
      out.changes.push(changeOf(wrong.message, fits, day, meal));
    }
    if (!fits) continue;
    here.push({ meal, dish: fits });
    kitchen.week.add(fits, day);
  }
  if (known) out.usable++;
  return here;
}

type Wrong = Pick<Finding, 'code' | 'message'>;

function wrongWith(dish: Dish, profile: DietProfile, { week }: Kitchen): Wrong | null {
  const against = forbidden(dish, profile);
  if (against) return { code: against.code, message: `${dish.name} ${against.because}` };
  return week.mayComeAgain(dish) ? null : { code: 'repeated', message: `${dish.name} was there three times already` };
}

const unknown = (slug: string): Wrong => ({ code: 'unknown_id', message: `There is no dish “${printable(slug)}”` });

/** A writer’s word is repeated to nobody but the writer, and then without signs. */
const printable = (slug: string) =>
  slug
    .replace(/[^a-z\d-]+/g, ' ')
    .trim()
    .slice(0, 40);

const replacement = (meant: Dish | undefined, meal: Meal, { larder, week }: Kitchen, taken: (dish: Dish) => boolean) =>
  meant && larder.has(meant) && week.mayComeAgain(meant) && !taken(meant)
    ? meant
    : meant && standIn(meant, meal, { larder, week, taken });

function changeOf(message: string, fits: Dish | undefined, day: number, meal: Meal): string {
  const place = `Day ${String(day)}, ${meal}`;
  const why = message.startsWith('There is no dish') ? 'a dish that we do not know' : message;
  return fits ? `${place}: ${why}, so ${fits.name} takes its place.` : `${place}: ${why}, so it is left out.`;
}

/** A whole meal where there is none, or what a meal is built on where it has nothing of the kind. */
function filled({ kitchen, day, meal, placed, out }: Omit<At, 'read' | 'profile'>, count: number): Placed[] {
  const here = count === 0 ? [] : placed.slice(-count);
  if (here.length > 0 && (MAIN_COURSES[meal].length === 0 || here.some(({ dish }) => isBasis(dish, meal)))) return [];
  const whole = mealOf(kitchen, day, meal, placed);
  const added = here.length === 0 ? whole : whole.filter(({ dish }) => isMainOf(dish.course, meal));
  if (added.length > 0) {
    const names = added.map(({ dish }) => dish.name).join(', ');
    const missing = here.length === 0 ? `There is no ${meal}` : `There is nothing that ${meal} is built on`;
    out.findings.push({ code: 'count', path: pathOf(day, meal), message: `${missing} on day ${String(day)}.` });
    out.changes.push(`Day ${String(day)}, ${meal}: ${names} put in.`);
  }
  return added;
}

/** A main dish of any meal will do: idlis at lunch are unusual, but a meal. */
const isBasis = ({ course }: Dish, meal: Meal): boolean =>
  MEALS.some((one) => isMainOf(course, one)) || isMainOf(course, meal) || course === 'root';

const pathOf = (day: number, meal: Meal) => `days.${String(day - 1)}.meals.${String(MEALS.indexOf(meal))}`;
