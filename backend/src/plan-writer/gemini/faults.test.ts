import { FAULTS, type Step, type StepWith } from '@trainer/stack/gemini/script';
import { afterEach, describe, expect, it } from 'vitest';
import { writerWithGemini } from '../../testing/gemini.ts';
import { WriterFailed } from '../port.ts';

type Opened = Awaited<ReturnType<typeof writerWithGemini>>;
const opened: Opened[] = [];
const open = async (...options: Parameters<typeof writerWithGemini>) => {
  const one = await writerWithGemini(...options);
  opened.push(one);
  return one;
};
afterEach(async () => {
  for (const { gemini } of opened.splice(0)) await gemini.stop();
});

const [FLASH, LITE] = ['gemini-3.8-flash', 'gemini-3.5-flash-lite'];
const http = (status: number, more: Partial<StepWith> = {}): StepWith => ({ fault: 'http', status, ...more });

/** Each fault for every call: what every attempt is called, and at which model. */
const ALWAYS: [fault: Step, outcomes: string[], models?: string[]][] = [
  ['hang', ['no_answer', 'no_answer'], [FLASH, LITE]],
  ['stall', ['stalled', 'stalled'], [FLASH, LITE]],
  ['reset', ['connection_lost', 'connection_lost', 'connection_lost'], [FLASH, FLASH, LITE]],
  ['cleanCut', ['truncated', 'truncated', 'truncated'], [FLASH, FLASH, LITE]],
  ['midEvent', ['truncated', 'truncated', 'truncated'], [FLASH, FLASH, LITE]],
  ['badEvent', ['bad_stream', 'bad_stream', 'bad_stream'], [FLASH, FLASH, LITE]],
  ['errorEvent', ['overloaded', 'overloaded', 'overloaded'], [FLASH, FLASH, LITE]],
  ['errorRaw', ['overloaded', 'overloaded', 'overloaded'], [FLASH, FLASH, LITE]],
  ['errorRawGlued', ['truncated', 'truncated', 'truncated'], [FLASH, FLASH, LITE]],
  ['noEvents', ['no_candidates', 'no_candidates'], [FLASH, LITE]],
  ['maxTokens', ['max_tokens', 'max_tokens', 'max_tokens'], [FLASH, FLASH, LITE]],
  ['maxTokensNoParts', ['max_tokens', 'max_tokens', 'max_tokens'], [FLASH, FLASH, LITE]],
  ['safety', ['safety', 'safety'], [FLASH, LITE]],
  ['recitation', ['recitation', 'recitation'], [FLASH, LITE]],
  ['promptBlocked', ['blocked', 'blocked'], [FLASH, LITE]],
  ['noCandidates', ['no_candidates', 'no_candidates'], [FLASH, LITE]],
  ['emptyText', ['empty', 'empty'], [FLASH, LITE]],
  ['continuation', ['unfinished', 'unfinished'], [FLASH, LITE]],
  ['html502', ['server_error', 'server_error', 'server_error'], [FLASH, FLASH, LITE]],
  ['badJson', ['bad_json', 'bad_json'], [FLASH, LITE]],
  ['endless', ['repeating', 'repeating'], [FLASH, LITE]],
  [http(400, { reason: 'key' }), ['invalid_key'], [FLASH]],
  [http(400, { reason: 'country' }), ['not_available'], [FLASH]],
  [http(400), ['invalid_request', 'invalid_request', 'invalid_request'], [FLASH, FLASH, LITE]],
  [http(400, { reason: 'states' }), ['invalid_request', 'invalid_request', 'invalid_request'], [FLASH, FLASH, LITE]],
  [http(401), ['invalid_key'], [FLASH]],
  [http(403), ['forbidden'], [FLASH]],
  [http(404), ['model_gone', 'model_gone'], [FLASH, LITE]],
  [http(404, { reason: 'retired' }), ['model_gone', 'model_gone'], [FLASH, LITE]],
  [http(408), ['upstream_deadline', 'upstream_deadline', 'upstream_deadline'], [FLASH, FLASH, LITE]],
  [http(429), ['quota_minute', 'quota_minute'], [FLASH, LITE]],
  [http(429, { retryDelay: '0.02s' }), ['quota_minute', 'quota_minute', 'quota_minute'], [FLASH, FLASH, LITE]],
  [http(429, { reason: 'day' }), ['quota_day', 'quota_day'], [FLASH, LITE]],
  [http(429, { reason: 'none', retryDelay: '0.02s' }), ['quota_day', 'quota_day'], [FLASH, LITE]],
  [http(499), ['refused', 'refused'], [FLASH, LITE]],
  [http(500), ['server_error', 'server_error', 'server_error'], [FLASH, FLASH, LITE]],
  [http(503), ['overloaded', 'overloaded', 'overloaded'], [FLASH, FLASH, LITE]],
  [http(504), ['upstream_deadline', 'upstream_deadline', 'upstream_deadline'], [FLASH, FLASH, LITE]],
];

/** How long silence is borne, where it is tested. */
const SHORT: Partial<Record<string, { firstChunkMs?: number; betweenChunksMs?: number }>> = {
  hang: { firstChunkMs: 500 },
  stall: { betweenChunksMs: 300 },
};
const openFor = (fault: Step) => open({ timings: SHORT[nameOf(fault)] ?? {} });

/** What a draft comes of all the same; what it says is judged by `coach`. */
const HARMLESS: Step[] = [
  ...(['ok', { fault: 'drip', ms: 1 }, { fault: 'slowHeaders', ms: 5 }, 'stopThenError', 'utf8Split'] as const),
  ...(['thoughts', 'fenced', 'prose', 'wrongShape', 'extraFields', 'missingRows', 'doubledRows'] as const),
  ...(['badArithmetic', 'forbiddenFood', 'forbiddenExercise', 'unknownIds', 'starving', 'injected'] as const),
];

/** For what the other end sees a moment later. */
const SOON = { timeout: 30_000 };

const nameOf = (step: Step) => (typeof step === 'string' ? step : Object.values(step).join(' '));

describe('a fault that does not end', () => {
  it.each(ALWAYS.map(([fault, ...rest]) => [nameOf(fault), fault, ...rest] as const))(
    '%s fails within three calls, and leaves no socket open',
    async (_, fault, outcomes, models) => {
      const { gemini, write } = await openFor(fault);
      gemini.script([], { then: fault });
      const failure = await write().catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(WriterFailed);
      const { outcome, meta } = failure as WriterFailed;
      // Whether an error comes apart from the chunk before it, or glued to it, is the network’s.
      const glued = (one: string) => (fault === 'errorRaw' && one === 'truncated' ? 'overloaded' : one);
      expect(meta.attempts.map((attempt) => glued(attempt.outcome))).toEqual(outcomes);
      expect(outcome).toBe(meta.attempts.at(-1)?.outcome);
      expect(meta.attempts.map(({ model }) => model)).toEqual(models);
      expect(gemini.calls.map(({ model }) => model)).toEqual(models);
      await expect.poll(() => gemini.openCalls, SOON).toBe(0);
    },
  );
});

it('an answer that only repeats itself is left before its end', async () => {
  const { gemini, write } = await open({ models: [LITE] });
  gemini.script([], { then: 'endless' });
  await expect(write()).rejects.toMatchObject({ outcome: 'repeating' });
  await expect.poll(() => gemini.calls.map(({ end }) => end), SOON).toEqual(['left']);
});

describe('a draft comes all the same', () => {
  it.each(HARMLESS.map((step) => [nameOf(step), step] as const))('of %s, at the first call', async (_, step) => {
    const { gemini, write } = await open();
    gemini.script([], { then: step });
    const { body, meta } = await write();
    expect(body).toBeTypeOf('object');
    expect(meta.attempts.map(({ outcome }) => outcome)).toEqual(['ok']);
    await expect.poll(() => gemini.openCalls, SOON).toBe(0);
  });

  it.each(ALWAYS.filter(([, outcomes]) => outcomes.length > 1).map(([fault]) => [nameOf(fault), fault] as const))(
    'after one call of %s',
    async (_, fault) => {
      const { gemini, write } = await openFor(fault);
      gemini.script([fault]);
      const { meta } = await write();
      expect(meta.attempts.at(-1)?.outcome).toBe('ok');
      expect(gemini.calls).toHaveLength(2);
    },
  );
});

it('knows every fault of the stand-in', () => {
  const tested = [...ALWAYS.map(([fault]) => fault), ...HARMLESS].map((step) => nameOf(step).split(' ')[0]);
  expect(FAULTS.filter((fault) => !tested.includes(fault))).toEqual([]);
});

describe('calls', () => {
  it.each([0, 1, 2])('are at most %i where no more are left', async (callsLeft) => {
    const { gemini, write } = await open();
    gemini.script([], { then: http(503) });
    await expect(write(undefined, { callsLeft })).rejects.toMatchObject({
      outcome: callsLeft ? 'overloaded' : 'no_calls_left',
    });
    expect(gemini.calls).toHaveLength(callsLeft);
  });

  it('ask without a schema where it was refused, and say it in words', async () => {
    const { gemini, write } = await open();
    gemini.script([http(400)]);
    const { meta } = await write();
    const [first, second] = gemini.calls.map(({ body }) => body?.generationConfig);
    expect(first?.responseJsonSchema).toBeTypeOf('object');
    expect(second).not.toHaveProperty('responseJsonSchema');
    expect(second?.responseMimeType).toBe('application/json');
    expect(meta.sent?.system).toContain('"propertyOrdering"');
  });

  it('ask with twice the room and the least thinking after an answer that did not fit', async () => {
    const { gemini, write } = await open({ models: [LITE] });
    gemini.script(['maxTokens']);
    await write();
    expect(gemini.calls.map(({ body }) => body?.generationConfig)).toMatchObject([
      { maxOutputTokens: 16_384, thinkingConfig: { thinkingLevel: 'LOW' } },
      { maxOutputTokens: 32_768, thinkingConfig: { thinkingLevel: 'MINIMAL' } },
    ]);
  });

  it('stop where nobody listens', async () => {
    const { gemini, write } = await open();
    await gemini.stop();
    await expect(write()).rejects.toMatchObject({
      outcome: 'unreachable',
      meta: { attempts: [{ outcome: 'unreachable' }, { outcome: 'unreachable' }, { outcome: 'unreachable' }] },
    });
  });
});

describe('the person', () => {
  it.each(['hang', 'stall', { fault: 'drip', ms: 5 }] as Step[])(
    'cancels, and the socket closes (%j)',
    async (fault) => {
      const { gemini, write } = await open();
      gemini.script([], { then: fault });
      const person = new AbortController();
      const writing = write(undefined, { signal: person.signal });
      const reason = new Error('cancelled by the person');
      await expect.poll(() => gemini.openCalls, SOON).toBe(1);
      person.abort(reason);
      await expect(writing).rejects.toBe(reason);
      await expect.poll(() => gemini.calls.map(({ end }) => end), SOON).toEqual(['left']);
    },
  );

  it('cancels during a pause, and no other call is made', async () => {
    const { gemini, write } = await open({ timings: { backoffFromMs: 60_000, backoffToMs: 60_000 } });
    gemini.script([], { then: http(503) });
    const person = new AbortController();
    const writing = write(undefined, { signal: person.signal });
    await expect.poll(() => gemini.calls.map(({ end }) => end), SOON).toEqual(['answered']);
    person.abort(new Error('enough'));
    await expect(writing).rejects.toThrow('enough');
    expect(gemini.calls).toHaveLength(1);
  });

  it('cancelled before it began, and no call is made', async () => {
    const { gemini, write } = await open();
    await expect(write(undefined, { signal: AbortSignal.abort(new Error('never mind')) })).rejects.toThrow(
      'never mind',
    );
    expect(gemini.calls).toHaveLength(0);
  });

  it('is told apart from the deadline, after which what was tried is kept', async () => {
    const { gemini, write } = await open();
    gemini.script([], { then: 'hang' });
    const failure = await write(undefined, { signal: AbortSignal.timeout(30) }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ outcome: 'deadline', meta: { attempts: [{ model: FLASH, outcome: 'deadline' }] } });
    await expect.poll(() => gemini.calls.map(({ end }) => end), SOON).toEqual(['left']);
  });
});
