import { openLog } from '@trainer/backend/log';
import { builtInWriter } from '@trainer/backend/plan-writer/built-in';
import { geminiWriter } from '@trainer/backend/plan-writer/gemini/writer';
import { startGemini } from '@trainer/stack/gemini';
import { FAULTS } from '@trainer/stack/gemini/script';
import type { Figure } from '../figure.ts';
import { coachHere, personOf, tried } from '../plans/written.ts';
import { worst } from '../statistics.ts';

/** As the server gives a plan, and how patient it is with a silent model. */
const DEADLINE_MS = 60_000;
/** Those in which nothing comes are waited for as long as in earnest; of them there are few. */
const SILENT = new Set(['hang', 'stall']);
const MOST_CALLS = 3;

/** Every fault of the stand-in for one person, with the server's own patience. */
export async function failing(): Promise<Figure[]> {
  const gemini = await startGemini();
  const log = await openLog('silent');
  const person = firstPerson();
  try {
    const [noisy, silent]: [number[], number[]] = [[], []];
    let [mostCalls, without] = [0, 0];
    for (const fault of FAULTS) {
      gemini.reset();
      gemini.script([], { then: { fault } });
      // One of its own each, so that no fault finds a model that is left alone after the one before.
      const assisted = geminiWriter({
        apiKey: 'key-for-the-stand-in',
        models: ['gemini-3.8-flash', 'gemini-3.5-flash-lite'],
        baseUrl: gemini.url,
        log,
      });
      const upstream = AbortSignal.timeout(DEADLINE_MS);
      const began = performance.now();
      const one = await tried(
        person,
        { assisted, builtIn: builtInWriter(coachHere), coach: coachHere, log },
        { cancelled: new AbortController().signal, upstream },
      );
      (SILENT.has(fault) ? silent : noisy).push(performance.now() - began);
      mostCalls = Math.max(mostCalls, gemini.calls.length);
      if (!one.written || one.wrong.length > 0) without += 1;
    }
    const note = `${String(FAULTS.length)} faults, each with the server’s own patience`;
    return [
      { name: 'faults after which there was no right plan', value: without, unit: 'plans', goal: { atMost: 0 }, note },
      {
        name: 'calls upstream, the most under any fault',
        value: mostCalls,
        unit: 'calls',
        goal: { atMost: MOST_CALLS },
      },
      {
        name: 'time to a plan when the model fails, worst',
        value: worst(noisy) / 1000,
        unit: 's',
        goal: { atMost: 61 },
      },
      {
        name: 'time to a plan when the model says nothing, worst',
        value: worst(silent) / 1000,
        unit: 's',
        goal: { atMost: 61 },
      },
    ];
  } finally {
    await gemini.stop();
  }
}

function firstPerson() {
  for (let n = 0; ; n += 1) {
    const person = personOf('diet', n, null);
    if ('ask' in person) return person.ask;
  }
}
