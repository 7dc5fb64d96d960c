import type { DietDraft, WorkoutDraft } from '@trainer/coach/plans/types';
import { MEALS } from '@trainer/contract/plan-words';

/** The little of JSON Schema that Gemini takes without fail: bounds are said in words, and checked by `coach`. */
export interface Schema {
  readonly type: 'object' | 'array' | 'string' | 'integer';
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly propertyOrdering?: readonly string[];
}

const words = (description: string): Schema => ({ type: 'string', description });
const list = (items: Schema, description: string): Schema => ({ type: 'array', description, items });

/** Every property is wanted, in this order. Words of a draft that nobody would read are not asked for. */
function rows<Row>(properties: Record<keyof Row & string, Schema>): Schema {
  const names = Object.keys(properties);
  return { type: 'object', properties, required: names, propertyOrdering: names };
}

const head = {
  title: words('A short name for the plan, at most eight words, no digits.'),
  summary: words('Two sentences about the plan, no digits.'),
};
const notes = list(words('One sentence, no digits.'), 'Two or three tips.');

export const DIET_SCHEMA: Schema = rows<DietDraft>({
  ...head,
  meals: list(
    rows<Omit<DietDraft['meals'][number], 'why'>>({
      day: { type: 'integer', description: 'Day of the plan, from 1 to 7.' },
      meal: { type: 'string', enum: MEALS },
      dishes: list(words('An id out of `dishes`.'), 'From one to six dishes that are eaten together.'),
    }),
    'Twenty-eight meals: four on each of seven days.',
  ),
  notes,
});

export const WORKOUT_SCHEMA: Schema = rows<WorkoutDraft>({
  ...head,
  exercises: list(
    rows<WorkoutDraft['exercises'][number]>({
      slug: words('An id out of `exercises`.'),
      why: words('One sentence for the person, no digits.'),
    }),
    'From five to seven different exercises, the most important first.',
  ),
  days: list(
    rows<Omit<WorkoutDraft['days'][number], 'focus'>>({
      day: { type: 'integer', description: 'Day of the week, 1 is Monday.' },
      exercises: list(words('An id that is in `exercises` of this plan.'), 'In the order in which they are done.'),
    }),
    'One row for each training day; days of rest are left out.',
  ),
  notes,
});
