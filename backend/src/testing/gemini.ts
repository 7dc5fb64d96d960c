import type { DietProfile, TrainingProfile } from '@trainer/coach/plans/types';
import { startGemini } from '@trainer/stack/gemini';
import { pino } from 'pino';
import type { PlanAsk, WriteIo } from '../plan-writer/port.ts';
import { geminiWriter, type GeminiOptions } from '../plan-writer/gemini/writer.ts';

/** Short pauses, and patience with a busy machine: a test of silence brings its own. */
const HASTY: GeminiOptions['timings'] = {
  backoffFromMs: 1,
  backoffToMs: 3,
  longestQuotaWaitMs: 50,
};

export const KEY = 'AIza-only-for-tests';

/** A writer that asks a stand-in of its own, and what it logged. */
export async function writerWithGemini(options: Partial<GeminiOptions> = {}) {
  const gemini = await startGemini();
  const lines: Record<string, unknown>[] = [];
  const log = pino(
    { level: 'trace', base: null },
    { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const { timings, ...rest } = options;
  const writer = geminiWriter({
    apiKey: KEY,
    models: ['gemini-3.8-flash', 'gemini-3.5-flash-lite'],
    baseUrl: gemini.url,
    log,
    ...rest,
    timings: { ...HASTY, ...timings },
  });
  return {
    gemini,
    writer,
    lines,
    /** A plan within three calls. */
    write: (ask: PlanAsk = DIET_ASK, io: Partial<WriteIo> = {}) =>
      writer.write(ask, { signal: new AbortController().signal, onProgress: () => undefined, callsLeft: 3, ...io }),
  };
}

const person = {
  age: 34,
  sex: 'female' as const,
  height: 163,
  fitnessLevel: 'intermediate' as const,
  medicalConditions: [],
  notes: null,
};

export const EATER: DietProfile = {
  ...person,
  currentWeight: 72.4,
  targetWeight: 65,
  activity: 'moderate',
  goals: ['weight loss'],
  diet: 'vegetarian',
  allergies: ['peanut'],
  without: [],
  withoutKeys: [],
  region: 'tamil-nadu',
};

export const TRAINEE: TrainingProfile = {
  ...person,
  weight: 72.4,
  targetWeight: null,
  goals: ['muscle gain', 'strength'],
  daysPerWeek: 3,
  equipment: ['barbell', 'dumbbell', 'bench', 'rack', 'cable', 'machine'],
  minutesPerSession: 60,
  history: [],
};

export const DIET_ASK: PlanAsk = { kind: 'diet', profile: EATER, seed: 1, startsOn: '2026-11-30' };
export const WORKOUT_ASK: PlanAsk = { kind: 'workout', profile: TRAINEE, seed: 1, startsOn: '2026-11-30' };
