import { type GenerateRequest, textOf } from './requests.ts';

/** What a request asks for, as far as a stand-in has to understand it to answer with something plausible. */
export interface Asked {
  model: string;
  system: string;
  /** The words of each turn. */
  turns: readonly string[];
  kind: 'diet' | 'workout' | 'unknown';
  /** What may be chosen, of the kind that is asked for. */
  dishes: readonly AskedDish[];
  exercises: readonly AskedExercise[];
  daysPerWeek: number;
  /** Whether there is a first draft that is to be corrected. */
  isRepair: boolean;
}

export interface AskedDish {
  id: string;
  meals: readonly string[];
  /** Meals that can be built on it. */
  main: readonly string[];
  role: string;
  /** As `protein` or `fried`. */
  marks: readonly string[];
}

export interface AskedExercise {
  id: string;
  /** As `squat` or `vertical pull`. */
  pattern: string;
}

/** Reads the first turn as the JSON that the coach sends; anything else is of an unknown kind. */
export function readAsked(model: string, request: GenerateRequest): Asked {
  const turns = request.contents.map(textOf);
  const said = objectIn(turns[0] ?? '');
  const dishes = rows(said.dishes).map((row) => ({
    id: word(row.id),
    meals: words(row.meals),
    main: words(row.main),
    role: word(row.role),
    marks: words(row.marks),
  }));
  const exercises = rows(said.exercises).map((row) => ({ id: word(row.id), pattern: word(row.pattern) }));
  const { training_days: days } = asRecord(said.person);
  return {
    model,
    system: textOf(request.systemInstruction),
    turns,
    kind: dishes.length > 0 ? 'diet' : exercises.length > 0 ? 'workout' : 'unknown',
    dishes,
    exercises,
    daysPerWeek: typeof days === 'number' && days >= 1 && days <= 7 ? days : 3,
    isRepair: turns.length > 1,
  };
}

function objectIn(text: string): Record<string, unknown> {
  try {
    return asRecord(JSON.parse(text));
  } catch {
    return {};
  }
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const rows = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.map(asRecord) : []);
const word = (value: unknown): string => (typeof value === 'string' ? value : '');
const words = (value: unknown): string[] => (Array.isArray(value) ? value.map(word) : []);
