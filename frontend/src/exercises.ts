import type { Exercise } from '@trainer/contract/types';
import { account } from './account.ts';
import { api, Unreachable } from './api.ts';

const KEY = 'exercises';
const DAY_MS = 86_400_000;

interface Kept {
  /** Whose own ones are among them. */
  userId: string | undefined;
  at: number;
  exercises: Exercise[];
}

/** All exercises that this person sees, kept 24 h on the device. Without a network the kept ones do, however old. */
export async function loadExercises(): Promise<Exercise[]> {
  const userId = account.user.peek()?._id;
  const kept = read();
  const own = kept?.userId === userId ? kept : undefined;
  const age = own ? Date.now() - own.at : Infinity;
  if (own && age >= 0 && age < DAY_MS) {
    if (import.meta.env.DEV) console.info('Cache HIT: exercises (24h)');
    return own.exercises;
  }
  try {
    const { data } = await api.call('exercises', { query: { view: 'card' } });
    keep({ userId, at: Date.now(), exercises: data });
    return data;
  } catch (error) {
    if (error instanceof Unreachable && own) return own.exercises;
    throw error;
  }
}

/** After an import, which may have brought exercises along. */
export const forgetExercises = (): void => {
  localStorage.removeItem(KEY);
};

function read(): Kept | undefined {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? 'null') as Kept | null) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(kept: Kept): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // A full store costs a fetch the next time, nothing else.
  }
}
