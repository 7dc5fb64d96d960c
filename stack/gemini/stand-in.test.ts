import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FAULTS } from './script.ts';
import { type GeminiStandIn, startGemini, wordsIn } from './stand-in.ts';

let gemini: GeminiStandIn;
beforeEach(async () => {
  gemini = await startGemini();
});
afterEach(() => gemini.stop());

const GOOD = {
  contents: [{ role: 'user', parts: [{ text: 'a plan, please' }] }],
  systemInstruction: { role: 'user', parts: [{ text: 'You are a trainer.' }] },
  generationConfig: { maxOutputTokens: 8192, thinkingConfig: { thinkingLevel: 'LOW' } },
};

interface Asked {
  model?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
}
const ask = ({ model = 'gemini-3.8-flash', method = 'generateContent', headers, body = GOOD }: Asked = {}) =>
  fetch(`${gemini.url}/v1beta/models/${model}:${method}`, {
    method: 'POST',
    headers: { 'x-goog-api-key': 'test', ...headers },
    body: JSON.stringify(body),
  });

const events = (text: string) =>
  text
    .split('\r\n\r\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line.replace(/^data: /, '')) as Record<string, unknown>);

describe('the answer', () => {
  it('is one body, or events of which only the last has a reason to end', async () => {
    gemini.script([{ fault: 'ok', text: 'idli, '.repeat(200) }], { then: { fault: 'ok', text: 'idli, '.repeat(200) } });
    const whole = (await (await ask()).json()) as { candidates: { content: { parts: { text: string }[] } }[] };
    expect(whole.candidates[0]?.content.parts[0]?.text).toBe('idli, '.repeat(200));

    const response = await ask({ method: 'streamGenerateContent?alt=sse' });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const all = events(await response.text());
    const ends = all.map(({ candidates }) => (candidates as { finishReason?: string }[])[0]?.finishReason);
    expect(ends.at(-1)).toBe('STOP');
    expect(ends.slice(0, -1).every((end) => end === undefined)).toBe(true);
    expect(new Set(all.map(({ responseId }) => responseId)).size).toBe(1);
    expect(all.every(({ usageMetadata }) => usageMetadata !== undefined)).toBe(true);
  });

  it('is cut where thinking and the words are more than the cap', async () => {
    gemini.script([{ fault: 'ok', text: 'a'.repeat(10_000) }]);
    const body = { ...GOOD, generationConfig: { maxOutputTokens: 2048 } };
    const answer = (await (await ask({ body })).json()) as { candidates: object[]; usageMetadata: object };
    expect(answer.candidates[0]).toMatchObject({ finishReason: 'MAX_TOKENS', content: { role: 'model' } });
    expect(answer.candidates[0]).not.toHaveProperty('content.parts');
    expect(answer.usageMetadata).toMatchObject({ thoughtsTokenCount: 2048 });
  });

  it('is a draft out of the ids that are in the request', async () => {
    const dishes = ['idli', 'sambar', 'rice', 'poriyal', 'banana'].map((id, i) => ({
      id,
      meals: i === 4 ? ['snacks'] : ['breakfast', 'lunch', 'dinner'],
      main: i % 2 ? [] : ['breakfast', 'lunch', 'dinner'],
      role: ['staple', 'protein', 'staple', 'veg', 'fruit'][i],
    }));
    const body = { ...GOOD, contents: [{ role: 'user', parts: [{ text: JSON.stringify({ dishes }) }] }] };
    const answer = (await (await ask({ body })).json()) as { candidates: { content: { parts: { text: string }[] } }[] };
    const draft = JSON.parse(answer.candidates[0]?.content.parts[0]?.text ?? '') as { meals: { dishes: string[] }[] };
    expect(draft.meals).toHaveLength(28);
    expect(draft.meals.every((meal) => meal.dishes.length > 0)).toBe(true);
    const known = new Set(dishes.map(({ id }) => id));
    expect(draft.meals.flatMap((meal) => meal.dishes).filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('a request is refused', () => {
  const config = (generationConfig: object) => ({ ...GOOD, generationConfig });
  const schema = (responseJsonSchema: unknown) => config({ responseMimeType: 'application/json', responseJsonSchema });
  const deep = (levels: number): object =>
    levels ? { type: 'object', properties: { a: deep(levels - 1) } } : { type: 'string' };
  const bare = /^Request contains an invalid argument\.$/;

  it.each<[why: string, asked: Asked, status: number, message: RegExp]>([
    ['without a key', { headers: { 'x-goog-api-key': '' } }, 403, /unregistered callers/],
    ['for a model that is gone', { model: 'gemini-1.5-flash' }, 404, /is not found for API version v1beta/],
    ['without contents', { body: { ...GOOD, contents: [] } }, 400, /contents is not specified/],
    ['that is no JSON of a request', { body: 'please' }, 400, /contents is not specified/],
    [
      'whose last turn is the model’s',
      { body: { ...GOOD, contents: [{ role: 'model', parts: [{ text: '{}' }] }] } },
      400,
      /end with a user role/,
    ],
    ['with an unknown field', { body: { ...GOOD, history: [] } }, 400, /Unknown name "history": Cannot find field/],
    ['with an unknown setting', { body: config({ maxTokens: 1 }) }, 400, /"max_tokens" at 'generation_config'/],
    [
      'with both schemas',
      { body: config({ responseMimeType: 'application/json', responseSchema: {}, responseJsonSchema: {} }) },
      400,
      /Only one of/,
    ],
    ['with a schema and no JSON', { body: config({ responseJsonSchema: { type: 'object' } }) }, 400, /mime type/],
    [
      'with both kinds of thinking',
      { body: config({ thinkingConfig: { thinkingLevel: 'LOW', thinkingBudget: 1 } }) },
      400,
      /only set one/,
    ],
    [
      'with a level that the model lacks',
      { body: config({ thinkingConfig: { thinkingLevel: 'minimal' } }) },
      400,
      /MINIMAL is not supported/,
    ],
    ['with too high a temperature', { body: config({ temperature: 4 }) }, 400, /range/],
    ['with too high a cap', { body: config({ maxOutputTokens: 70_000 }) }, 400, /maxOutputTokens value of 70000/],
    ['with too short a deadline', { headers: { 'x-server-timeout': '8' } }, 400, /deadline 8s is too short/],
    ['with a constant in its schema', { body: schema({ const: 'a' }) }, 400, bare],
    ['with a pattern deep in its schema', { body: schema({ items: { pattern: 'a' } }) }, 400, bare],
    ['with a schema too deep', { body: schema(deep(7)) }, 400, /nesting depth/],
    ['with lists too long in sum', { body: schema({ items: { maxItems: 40 }, maxItems: 40 }) }, 400, /too many states/],
  ])('%s', async (_, asked, status, message) => {
    const response = await ask(asked);
    expect(response.status).toBe(status);
    const { error } = (await response.json()) as { error: { code: number; message: string } };
    expect(error.code).toBe(status);
    expect(error.message).toMatch(message);
    expect(gemini.calls[0]?.step).toBe('refused');
  });

  it('but not for the other spelling of its fields', async () => {
    const { generationConfig, systemInstruction, contents } = GOOD;
    const body = { contents, system_instruction: systemInstruction, generation_config: generationConfig };
    expect((await ask({ body })).status).toBe(200);
  });
});

it('a level that one model lacks is taken by another', async () => {
  const body = { ...GOOD, generationConfig: { thinkingConfig: { thinkingLevel: 'MINIMAL' } } };
  expect((await ask({ body, model: 'gemini-3.5-flash-lite' })).status).toBe(200);
});

it('is scripted over HTTP, for one model or for all, and says what it received', async () => {
  const tell = (steps: unknown) =>
    fetch(`${gemini.url}/__script`, { method: 'POST', body: JSON.stringify(steps) }).then(({ status }) => status);
  expect(await tell({ model: 'gemini-3.8-flash', steps: [{ fault: 'http', status: 503 }], then: 'html502' })).toBe(200);
  expect(await tell({ steps: ['no such fault'] })).toBe(400);
  expect((await ask()).status).toBe(503);
  expect((await ask()).status).toBe(502);
  expect((await ask({ model: 'gemini-3.5-flash-lite' })).status).toBe(200);

  const { calls } = (await (await fetch(`${gemini.url}/__calls`)).json()) as {
    calls: { step: string; model: string }[];
  };
  expect(calls.map(({ step }) => step)).toEqual(['http', 'html502', 'ok']);
  await fetch(`${gemini.url}/__script`, { method: 'DELETE' });
  expect(gemini.calls).toEqual([]);
  expect((await ask()).status).toBe(200);
});

it('an error of a stream call is JSON that calls itself a stream', async () => {
  gemini.script([{ fault: 'http', status: 429, reason: 'day' }]);
  const response = await ask({ method: 'streamGenerateContent?alt=sse' });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const { error } = (await response.json()) as { error: { details: { violations?: { quotaId: string }[] }[] } };
  expect(error.details[0]?.violations?.[0]?.quotaId).toContain('PerDay');
});

it('sees a client leave', async () => {
  gemini.script(['stall']);
  const leaving = new AbortController();
  const response = await fetch(`${gemini.url}/v1beta/models/gemini-3.8-flash:streamGenerateContent?alt=sse`, {
    method: 'POST',
    headers: { 'x-goog-api-key': 'test' },
    body: JSON.stringify(GOOD),
    signal: leaving.signal,
  });
  expect(response.status).toBe(200);
  expect(gemini.calls[0]?.end).toBe('open');
  leaving.abort();
  await expect.poll(() => gemini.calls[0]?.end, { timeout: 30_000 }).toBe('left');
  expect(gemini.openCalls).toBe(0);
});

it('a reply of one’s own sees the words of the request', async () => {
  gemini.replyFrom(({ system, turns }) => ({ fault: 'ok', text: `${system}|${turns.join()}` }));
  expect(await (await ask()).text()).toContain('You are a trainer.|a plan, please');
  expect(gemini.calls.map(wordsIn)).toEqual([{ system: 'You are a trainer.', turns: ['a plan, please'] }]);
});

it.each(FAULTS.filter((fault) => !['hang', 'stall', 'reset'].includes(fault)))('%s ends', async (fault) => {
  gemini.script([fault, fault]);
  const streamed = await ask({ method: 'streamGenerateContent?alt=sse' });
  await streamed.text();
  const whole = await ask();
  await whole.text();
  expect(gemini.calls.map(({ step }) => step)).toEqual([fault, fault]);
});
