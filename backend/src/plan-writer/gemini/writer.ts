import type { Log } from '../../log.ts';
import {
  type Attempt,
  type Draft,
  type DraftMeta,
  type PlanAsk,
  type PlanWriter,
  type WriteIo,
  WriterFailed,
} from '../port.ts';
import { dailyBudget, DAILY_MICROS, type Reserved } from './budget.ts';
import { ask, type Question, type Reply } from './call.ts';
import { lazyClient } from './client.ts';
import { modelOf } from './models.ts';
import { firstTry, nextTry, type Try } from './next-try.ts';
import { type NoCall, type Outcome, OUTCOMES } from './outcomes.ts';
import { pauses } from './pauses.ts';
import { type Prompt, PROMPT_VERSION, promptFor, withSchemaInWords } from './prompt.ts';
import { PATIENT, type Timings } from './timings.ts';
import { pause } from './watch.ts';

export interface GeminiOptions {
  apiKey: string;
  /** Asked in this order. */
  models: readonly string[];
  /** undefined: Google’s own. */
  baseUrl: string | undefined;
  log: Log;
  clock?: () => Date;
  timings?: Partial<Timings>;
  /** What a day may cost, in millionths of a US dollar. */
  dailyMicros?: number;
  /** 0 ≤ x < 1 */
  random?: () => number;
}

const MOST_OUTPUT_TOKENS = 32_768;
/** From this share of the room on, thinking leaves too little for an answer. */
const MUCH_THINKING = 0.6;

/** Plans by Gemini: one model after the other, within the calls that are left, what a day may cost and the time of the signal. */
export function geminiWriter(options: GeminiOptions): PlanWriter {
  const { apiKey, models, log, clock = () => new Date(), random = Math.random } = options;
  const timings: Timings = { ...PATIENT, ...options.timings };
  const client = lazyClient(options);
  const paused = pauses(timings, clock);
  const budget = dailyBudget(options.dailyMicros ?? DAILY_MICROS, clock, log);
  let saidThatKeyIsWrong = false;

  async function write(given: PlanAsk, io: WriteIo): Promise<Draft> {
    const prompt = promptFor(given, io.repair);
    const meta: DraftMeta = {
      requestedModel: null,
      servedModel: null,
      sent: null,
      tokens: { prompt: 0, thought: 0, answer: 0 },
      attempts: [],
    };
    const progress = onlyForward(io.onProgress);
    const failed = (why: Outcome | NoCall) => new WriterFailed(why, meta);

    try {
      return await tryAll();
    } catch (error) {
      // The person’s own end of it is thrown as it came; after the deadline what was tried is still of use.
      if (!isTimeout(io.signal)) throw error;
      throw failed('deadline');
    }

    async function tryAll(): Promise<Draft> {
      const waiting = models.filter((model) => !paused.isPaused(model));
      const first = waiting.shift();
      if (first === undefined) throw failed('circuit_open');
      let current: Try = firstTry(first);
      let last: Outcome | NoCall = 'no_calls_left';
      for (let left = io.callsLeft; left > 0; left--) {
        io.signal.throwIfAborted();
        const question = questionOf(prompt, current);
        const reserved = budget.reserve(modelOf(question.model), lengthOf(question), question.maxOutputTokens);
        if (!reserved) throw failed('budget');
        const reply = await called(question, reserved);
        if (reply.outcome === 'ok') return { body: reply.body, meta };
        last = reply.outcome;
        const following = nextTry(current, reply, waiting, timings, random());
        if (!following || left === 1) break;
        if (following.next.model !== current.model) waiting.shift();
        current = following.next;
        await pause(following.waitMs, io.signal);
      }
      throw failed(last);
    }

    /** One call, with everything that is kept of it. */
    async function called(question: Question, reserved: Reserved): Promise<Reply> {
      const { model } = question;
      meta.requestedModel = model;
      meta.sent = { model, system: question.system, contents: question.turns.join('\n\n') };
      log.info({ model, call: meta.attempts.length + 1 }, `Gemini API called for ${given.kind} plan generation`);
      const startedAt = performance.now();
      const attempt: Attempt = { model, outcome: 'cancelled', ms: 0 };
      meta.attempts.push(attempt);
      let reply: Reply | undefined;
      try {
        reply = await ask(client, question, {
          signal: io.signal,
          timings,
          onRows: (rows) => {
            progress(Math.min(rows / prompt.rows, 1));
          },
        });
      } finally {
        if (isTimeout(io.signal)) attempt.outcome = 'deadline';
        attempt.ms = Math.round(performance.now() - startedAt);
        if (reply?.refusedAtOnce) reserved.giveBack();
        else reserved.settle(reply?.tokens ?? null);
      }
      attempt.outcome = reply.outcome;
      meta.servedModel = reply.servedModel ?? meta.servedModel;
      for (const kind of ['prompt', 'thought', 'answer'] as const) meta.tokens[kind] += reply.tokens?.[kind] ?? 0;
      note(question, reply, attempt.ms);
      return reply;
    }
  }

  /** What a call says of the model for the next ones, and to whoever reads the log. */
  function note({ model, maxOutputTokens }: Question, reply: Reply, ms: number): void {
    const { outcome, tokens, servedModel } = reply;
    const says = reply.says?.replaceAll(apiKey, '[key]').slice(0, 300);
    if (outcome === 'ok') {
      paused.worked(model);
      saidThatKeyIsWrong = false;
      log.debug({ model, servedModel, ms, tokens }, 'Gemini answered');
    } else if (outcome === 'invalid_key' || outcome === 'forbidden' || outcome === 'not_available') {
      if (!saidThatKeyIsWrong)
        log.error({ outcome, says }, 'Gemini does not take GEMINI_API_KEY: the built-in planner writes');
      saidThatKeyIsWrong = true;
    } else log.warn({ model, outcome, ms, says }, 'Gemini gave no plan');

    if (tokens && tokens.thought > maxOutputTokens * MUCH_THINKING)
      log.warn({ model, tokens, maxOutputTokens }, 'Gemini spends most of its room on thinking');
    if (outcome === 'model_gone' || outcome === 'quota_day') paused.rest(model, timings.restMs);
    if (outcome === 'quota_minute') paused.rest(model, Math.min(reply.retryAfterMs ?? 0, timings.restMs));
    if (OUTCOMES[outcome].unwell && paused.faulted(model))
      log.warn({ model, pauseMs: timings.pauseMs }, 'Gemini failed too often: the model is left alone for a while');
  }

  return { id: 'gemini', promptVersion: PROMPT_VERSION, write };
}

const isTimeout = ({ aborted, reason }: AbortSignal): boolean =>
  aborted && reason instanceof Error && reason.name === 'TimeoutError';

function questionOf(prompt: Prompt, { model, withSchema, enlarged }: Try): Question {
  const { level, lowestLevel } = modelOf(model);
  return {
    model,
    system: withSchema ? prompt.system : withSchemaInWords(prompt),
    turns: prompt.turns,
    schema: withSchema ? prompt.schema : undefined,
    maxOutputTokens: enlarged ? Math.min(prompt.maxOutputTokens * 2, MOST_OUTPUT_TOKENS) : prompt.maxOutputTokens,
    level: enlarged ? lowestLevel : level,
  };
}

const lengthOf = ({ system, turns, schema }: Question): number =>
  system.length + turns.join('').length + JSON.stringify(schema ?? '').length;

/** Another attempt begins anew; what was shown does not go back. */
function onlyForward(tell: (share: number) => void): (share: number) => void {
  let furthest = 0;
  return (share) => {
    if (share <= furthest) return;
    furthest = share;
    tell(share);
  };
}
