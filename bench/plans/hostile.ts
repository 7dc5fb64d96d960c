import { dishes } from '@trainer/coach/nutrition/dishes';
import { builtInExercises } from '@trainer/coach/exercises';
import { openLog } from '@trainer/backend/log';
import { builtInWriter } from '@trainer/backend/plan-writer/built-in';
import { geminiWriter } from '@trainer/backend/plan-writer/gemini/writer';
import type { PlanAsk } from '@trainer/backend/plan-writer/port';
import { INJECTIONS } from '@trainer/stack/gemini/injections';
import { FAULTS, type StepWith } from '@trainer/stack/gemini/script';
import { startGemini } from '@trainer/stack/gemini';
import type { Figure } from '../figure.ts';
import { coachHere, count, type Kind, PEOPLE, personOf, told, tried } from './written.ts';

const log = await openLog('silent');
const MODELS = ['gemini-3.8-flash', 'gemini-3.5-flash-lite'];
const MOST_CALLS = 3;
/** So short that a thousand of them hang within minutes; what they bound is the same. */
const IMPATIENT = {
  firstChunkMs: 150,
  betweenChunksMs: 100,
  backoffFromMs: 1,
  backoffToMs: 5,
  longestQuotaWaitMs: 20,
  // Each person meets their fault, not the pause that the one before left behind.
  faultsToPause: Number.MAX_SAFE_INTEGER,
  restMs: 0,
};
const STATUSES = [400, 401, 403, 404, 408, 429, 499, 500, 502, 503, 504];

/** Whatever the model does, each person gets a plan, and nothing that is wrong. */
export async function hostilePlans(): Promise<Figure[]> {
  const gemini = await startGemini();
  try {
    return [...(await plansOf('diet', gemini)), ...(await plansOf('workout', gemini))];
  } finally {
    await gemini.stop();
  }
}

async function plansOf(kind: Kind, gemini: Awaited<ReturnType<typeof startGemini>>): Promise<Figure[]> {
  const assisted = geminiWriter({
    apiKey: 'key-for-the-stand-in',
    models: MODELS,
    baseUrl: gemini.url,
    log,
    timings: IMPATIENT,
    dailyMicros: Number.MAX_SAFE_INTEGER,
  });
  const writers = { assisted, builtIn: builtInWriter(coachHere), coach: coachHere, log };
  const faults = everyFault(kind);
  const [wrong, statuses] = [new Map<string, number>(), new Map<string, number>()];
  let [people, plans, violations, mostCalls] = [0, 0, 0, 0];
  for (let n = 0; n < PEOPLE; n += 1) {
    const injection = INJECTIONS[n % INJECTIONS.length];
    const person = personOf(kind, n, injection?.text.slice(0, 300) ?? null);
    if ('refused' in person) continue;
    const withoutModel = await tried(person.ask, { ...writers, assisted: undefined });
    // Who can’t be planned for at all is counted with the built-in planner.
    if (withoutModel.refused !== null) continue;
    people += 1;
    gemini.reset();
    gemini.script([], { then: slippedInto(person.ask, faults[n % faults.length] ?? { fault: 'ok' }) });
    const one = await tried(person.ask, writers);
    mostCalls = Math.max(mostCalls, gemini.calls.length);
    if (one.written) plans += 1;
    if (one.wrong.length > 0) violations += 1;
    for (const text of one.wrong) count(wrong, text);
    count(statuses, one.written?.verification.status ?? 'none');
  }
  told(`${kind}: wrong`, wrong);
  told(`${kind}: how they were written`, statuses);
  return [
    { name: `${kind}: people beside a hostile model`, value: people, unit: 'plans' },
    { name: `${kind}: of these without a plan`, value: people - plans, unit: 'plans', goal: { atMost: 0 } },
    { name: `${kind}: plans with anything wrong`, value: violations, unit: 'plans', goal: { atMost: 0 } },
    {
      name: `${kind}: calls upstream, the most for one plan`,
      value: mostCalls,
      unit: 'calls',
      goal: { atMost: MOST_CALLS },
    },
  ];
}

/** Each fault of the stand-in, each status, each injected instruction, in turn. */
function everyFault(kind: Kind): StepWith[] {
  const other = kind === 'diet' ? 'forbiddenExercise' : 'forbiddenFood';
  return FAULTS.filter((fault) => fault !== other && fault !== 'drip').flatMap((fault): StepWith[] => {
    if (fault === 'http') return STATUSES.map((status) => ({ fault, status }));
    if (fault === 'injected') return INJECTIONS.map((_, which) => ({ fault, which }));
    if (fault === 'slowHeaders') return [{ fault, ms: 400 }];
    return [{ fault }];
  });
}

/** What this person must not get, of all things. */
function slippedInto(ask: PlanAsk, step: StepWith): StepWith {
  if (step.fault === 'forbiddenFood')
    return {
      ...step,
      ids: dishes
        .map(({ slug }) => slug)
        .reverse()
        .slice(0, 60),
    };
  if (step.fault === 'forbiddenExercise') return { ...step, ids: builtInExercises.map(({ slug }) => slug) };
  return ask.kind === 'diet' || step.fault !== 'starving' ? step : { fault: 'unknownIds' };
}
