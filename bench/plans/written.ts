import { readDietRequest } from '@trainer/coach/nutrition/request';
import type { DietContent, WorkoutContent } from '@trainer/coach/plans/types';
import { type Seeded, seeded } from '@trainer/coach/plans/seeded';
import { readSuggestionRequest } from '@trainer/coach/training/request';
import {
  NoPlanFits,
  type Stopping,
  type Writers,
  writePlan,
  type Written,
} from '@trainer/backend/features/plans/writing';
import { coachTasks } from '@trainer/backend/plan-writer/coach-tasks';
import type { CoachWork, PlanAsk } from '@trainer/backend/plan-writer/port';
import { wrongWithDiet, wrongWithWorkout } from './oracle.ts';
import { dietRequest, workoutRequest } from './people.ts';

export const PEOPLE = 1000;
const STARTS_ON = '2026-11-30';

/** `coach` in this very thread: nothing else waits for it here. */
export const coachHere: CoachWork = {
  expect: () => undefined,
  readDiet: (given) => Promise.resolve(coachTasks.readDiet(given)),
  readWorkout: (asked) => Promise.resolve(coachTasks.readWorkout(asked)),
  target: (profile) => Promise.resolve(coachTasks.target(profile)),
  fitting: (ask) => Promise.resolve(coachTasks.fitting(ask)),
  draft: (ask) => Promise.resolve(coachTasks.draft(ask)),
  check: (ask, draft) => Promise.resolve(coachTasks.check({ ask, draft })),
  swaps: (of) => Promise.resolve(coachTasks.swaps(of)),
  shopping: (plan) => Promise.resolve(coachTasks.shopping(plan)),
  swapped: (of, swapId) => Promise.resolve(coachTasks.swapped({ of, swapId })),
};

export type Kind = PlanAsk['kind'];

/** The same person for the same number; or why no plan is written for them. */
export function personOf(kind: Kind, n: number, notes: string | null): { ask: PlanAsk } | { refused: string } {
  const chance: Seeded = seeded(n * 2 + (kind === 'diet' ? 0 : 1));
  const about = { seed: n, startsOn: STARTS_ON };
  if (kind === 'diet') {
    const read = readDietRequest(dietRequest(chance, notes));
    return 'profile' in read ? { ask: { kind, profile: read.profile, ...about } } : { refused: whyNot(read) };
  }
  const read = readSuggestionRequest(workoutRequest(chance, notes), [], STARTS_ON);
  return 'profile' in read ? { ask: { kind, profile: read.profile, ...about } } : { refused: whyNot(read) };
}

function whyNot(read: { stop: { reason: string } } | { wrong: { path: string; message: string }[] }): string {
  if ('stop' in read) return read.stop.reason;
  throw new Error(`A word of ours was not understood: ${JSON.stringify(read.wrong)}`);
}

export interface Tried {
  written: Written | null;
  /** Why there is none. */
  refused: string | null;
  /** What the second opinion has against it. */
  wrong: string[];
}

export async function tried(ask: PlanAsk, writers: Writers, stopping: Stopping = endless()): Promise<Tried> {
  try {
    const written = await writePlan(ask, writers, stopping, () => undefined);
    return { written, refused: null, wrong: wrongWith(ask, written.content) };
  } catch (error) {
    if (!(error instanceof NoPlanFits)) throw error;
    return { written: null, refused: error.findings.map(({ message }) => message).join(' '), wrong: [] };
  }
}

const endless = (): Stopping => {
  const { signal } = new AbortController();
  return { cancelled: signal, upstream: signal };
};

const wrongWith = (ask: PlanAsk, content: DietContent | WorkoutContent): string[] => {
  if (ask.kind === 'diet' && content.kind === 'diet') return wrongWithDiet(content, ask.profile);
  if (ask.kind === 'workout' && content.kind === 'workout') return wrongWithWorkout(content, ask.profile);
  return ['it is a plan of the other kind'];
};

/** How often each was said, the most frequent first; what differs in numbers alone is said once. */
export function told(what: string, counts: ReadonlyMap<string, number>): void {
  if (counts.size === 0) return;
  console.log(`  ${what}:`);
  for (const [text, count] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, 12))
    console.log(`    ${String(count).padStart(4)}  ${text}`);
}

export const count = (counts: Map<string, number>, text: string): void =>
  void counts.set(alike(text), (counts.get(alike(text)) ?? 0) + 1);

const alike = (text: string): string => text.replaceAll(/\d+([.,]\d+)?/g, '…');
