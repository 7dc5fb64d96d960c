import type { Allergen } from '@trainer/contract/plan-words';
import textRows from '../data/dish-texts.json' with { type: 'json' };
import rows from '../data/dishes.json' with { type: 'json' };
import { allergensOf, dietClassOf, flagsOf, isJain, type DietClass, type Flag } from './classes.ts';
import { contentsOf, partsOf, produceOf, type Nutrients, type Part } from './contents.ts';

/** What a dish is in a meal. */
export type Course =
  | 'rice'
  | 'mixed-rice'
  | 'bread'
  | 'hopper'
  | 'idli'
  | 'dosa'
  | 'upma'
  | 'pongal'
  | 'puttu'
  | 'porridge'
  | 'sambar'
  | 'dal'
  | 'kuzhambu'
  | 'rasam'
  | 'kootu'
  | 'kurma'
  | 'curry'
  | 'fry'
  | 'protein'
  | 'poriyal'
  | 'raita'
  | 'curd'
  | 'sundal'
  | 'chutney'
  | 'relish'
  | 'milk'
  | 'drink'
  | 'fruit'
  | 'nuts'
  | 'root'
  | 'fried'
  | 'sweet'
  | 'fat';

/** As it stands in the table: all that is typed. Everything else is worked out. */
interface DishRow {
  readonly slug: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly regions: readonly string[];
  readonly meals: readonly string[];
  readonly role: string;
  readonly course: Course;
  readonly portion: Portion;
  /** Weight of the whole recipe when it is done. */
  readonly cookedGrams: number;
  /** Raw ingredients of the whole recipe by key. */
  readonly rawGrams: Readonly<Record<string, number>>;
  readonly deepFried?: boolean;
  readonly months?: readonly number[];
  readonly method?: string;
}

/** One household portion, as `1 idli` or `½ katori`. */
export interface Portion {
  readonly amount: number;
  readonly one: string;
  readonly many: string;
  /** Portions come in multiples of it: 1, or a half. */
  readonly step: number;
  readonly grams: number;
}

export interface Dish extends Omit<DishRow, 'rawGrams' | 'deepFried'> {
  readonly localName: string | null;
  readonly localLanguage: string | null;
  readonly steps: readonly string[];
  /** Months in which it is in season; undefined: always. */
  readonly months?: readonly number[];
  /** Of the whole recipe. */
  readonly parts: readonly Part[];
  /** Keys of its ingredients. */
  readonly keys: ReadonlySet<string>;
  /** As eaten. */
  readonly per100: Nutrients;
  readonly perPortion: Nutrients;
  /** g of vegetables and fruit in a portion, raw. */
  readonly produceGrams: number;
  readonly diet: DietClass;
  readonly jain: boolean;
  readonly allergens: ReadonlySet<Allergen>;
  readonly flags: ReadonlySet<Flag>;
}

interface DishText {
  localName: string | null;
  localLanguage: string | null;
  steps: string[];
}

/** @throws RangeError for an ingredient that the table does not have */
export function dishOf(row: DishRow, text?: Partial<DishText>): Dish {
  const { rawGrams, deepFried = false, ...kept } = row;
  const parts = partsOf(rawGrams);
  const per100 = contentsOf(parts, 100 / row.cookedGrams);
  const share = row.portion.grams / row.cookedGrams;
  const perPortion = contentsOf(parts, share);
  return {
    ...kept,
    localName: text?.localName ?? null,
    localLanguage: text?.localName == null ? null : (text.localLanguage ?? null),
    steps: text?.steps ?? [],
    parts,
    keys: new Set(parts.map(({ ingredient }) => ingredient.key)),
    per100,
    perPortion,
    produceGrams: produceOf(parts, share),
    diet: dietClassOf(parts),
    jain: isJain(parts),
    allergens: allergensOf(parts),
    flags: flagsOf({ parts, role: row.role, deepFried, per100, perPortion }),
  };
}

const texts = textRows as Readonly<Record<string, Partial<DishText>>>;

export const dishes: readonly Dish[] = (rows as unknown as DishRow[]).map((row) => dishOf(row, texts[row.slug]));
