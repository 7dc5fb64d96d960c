import { cleanText } from '../plans/text.ts';
import type { DietContent, DietProfile } from '../plans/types.ts';
import type { ReadDraft } from './draft-reader.ts';
import type { DietTargets } from './targets.ts';
import { dietName } from './working.ts';
import { figure } from './figures.ts';

export const TEXT_MOST = { title: 80, summary: 400, note: 240, notes: 12 } as const;

/** Title, summary and notes: the writer’s words where they are clean, and ours. */
export function wordsOfPlan(
  read: Pick<ReadDraft, 'title' | 'summary' | 'notes'>,
  profile: DietProfile,
  told: DietTargets,
): Pick<DietContent, 'title' | 'summary' | 'notes'> {
  const theirs = read.notes.flatMap((note) => cleanText(note, { max: TEXT_MOST.note }) ?? []).slice(0, 4);
  return {
    title: cleanText(read.title, { max: TEXT_MOST.title }) ?? ownTitle(profile),
    summary: cleanText(read.summary, { max: TEXT_MOST.summary }) ?? ownSummary(profile, told),
    notes: [...told.notes, ...theirs, UNCERTAIN].slice(0, TEXT_MOST.notes),
  };
}

const KITCHENS: Record<DietProfile['region'], string> = {
  'tamil-nadu': 'Tamil Nadu',
  kerala: 'Kerala',
  karnataka: 'Karnataka',
  'andhra-telangana': 'Andhra and Telangana',
  'south-india': 'the South',
  other: 'South India',
};

const ownTitle = (profile: DietProfile): string => {
  const diet = dietName(profile);
  return `${diet.charAt(0).toUpperCase()}${diet.slice(1)} week from ${KITCHENS[profile.region]}`;
};

function ownSummary({ currentWeight, targetWeight }: DietProfile, { targets, paceKg }: DietTargets): string {
  const day = `${n(targets.calories)} kcal and ${n(targets.protein)} g of protein a day.`;
  if (paceKg === null) return day;
  return `${day} From ${n(currentWeight)} kg towards ${n(targetWeight)} kg, about ${n(Math.abs(paceKg))} kg a week.`;
}

/** What home cooking is uncertain by, measured on the dishes that have published values. */
const UNCERTAIN =
  'Home cooking differs by about 15 % from kitchen to kitchen. Your weight after two weeks says more than any table.';

const n = (value: number): string => figure(value, 1);
