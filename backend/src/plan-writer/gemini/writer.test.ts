import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanText } from '@trainer/coach/plans/text';
import type { DietDraft, DietProfile, WorkoutDraft } from '@trainer/coach/plans/types';
import { type GeminiStandIn, wordsIn } from '@trainer/stack/gemini';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DIET_ASK, EATER, KEY, WORKOUT_ASK, writerWithGemini } from '../../testing/gemini.ts';
import type { PlanAsk } from '../port.ts';
import { promptFor } from './prompt.ts';

const stops: (() => Promise<void>)[] = [];
const open = async (...options: Parameters<typeof writerWithGemini>) => {
  const one = await writerWithGemini(...options);
  stops.push(() => one.gemini.stop());
  return one;
};
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const stop of stops.splice(0)) await stop();
});

const received = ({ calls }: GeminiStandIn) => calls.map(wordsIn);

describe('a draft', () => {
  it('of a diet has every meal of the week, out of the dishes that were given', async () => {
    const { write } = await open();
    const { body, meta } = await write(DIET_ASK);
    const { meals } = body as DietDraft;
    expect(meals).toHaveLength(28);
    const given = new Set(promptFor(DIET_ASK).turns[0]?.match(/(?<="id":")[^"]+/g));
    expect(meals.flatMap(({ dishes }) => dishes).filter((dish) => !given.has(dish))).toEqual([]);
    expect(meta).toMatchObject({
      requestedModel: 'gemini-3.8-flash',
      servedModel: 'gemini-3.8-flash',
      attempts: [{ model: 'gemini-3.8-flash', outcome: 'ok' }],
    });
    for (const count of Object.values(meta.tokens)) expect(count).toBeGreaterThan(0);
  });

  it('of workouts has five to seven exercises on the days that were asked for', async () => {
    const { write } = await open();
    const { body } = await write(WORKOUT_ASK);
    const { exercises, days } = body as WorkoutDraft;
    expect(exercises.length).toBeGreaterThanOrEqual(5);
    expect(exercises.length).toBeLessThanOrEqual(7);
    expect(days).toHaveLength(3);
  });

  it.each([DIET_ASK, WORKOUT_ASK])('of the stand-in has words that may be shown ($kind)', async (ask) => {
    const { write } = await open();
    const draft = (await write(ask)).body as DietDraft & WorkoutDraft;
    const whys = [...(draft.meals ?? draft.exercises), ...(draft.days ?? [])].map((row) =>
      'why' in row ? row.why : row.focus,
    );
    for (const text of [draft.title, draft.summary, ...draft.notes, ...whys])
      expect(cleanText(text, { max: 200 })).toBe(text);
  });
});

describe('what leaves the server', () => {
  const repair = {
    previous: { title: 'A week' },
    findings: [{ code: 'sum' as const, path: 'days.0', message: 'No.' }],
  };

  it.each([
    ['first', undefined, 'ok'],
    ['a repair', repair, 'ok'],
    ['without a schema', undefined, { fault: 'http', status: 400 }],
  ] as const)('is what is kept of it: %s', async (_, asked, step) => {
    const { gemini, write } = await open();
    gemini.script([step]);
    const { meta } = await write(DIET_ASK, asked ? { repair: asked } : {});
    const { system, turns } = received(gemini).at(-1) ?? { turns: [] };
    expect(meta.sent).toEqual({ model: gemini.calls.at(-1)?.model, system, contents: turns.join('\n\n') });
    expect(turns).toHaveLength(asked ? 2 : 1);
  });

  it('is the prompt and the settings, and nothing else', async () => {
    const { gemini, write } = await open();
    await write(DIET_ASK);
    const [call] = gemini.calls;
    expect(call?.url).toBe('/v1beta/models/gemini-3.8-flash:streamGenerateContent?alt=sse');
    expect(Object.keys(call?.body ?? {}).sort()).toEqual(['contents', 'generationConfig', 'systemInstruction']);
    expect(Object.keys(call?.body?.generationConfig ?? {}).sort()).toEqual(
      ['maxOutputTokens', 'responseJsonSchema', 'responseMimeType', 'thinkingConfig'].sort(),
    );
    expect(call?.body?.generationConfig?.thinkingConfig).toEqual({ thinkingLevel: 'LOW' });
  });

  it('has the key in its header alone, and never a deadline of Google’s', async () => {
    const { gemini, write } = await open();
    await write(DIET_ASK);
    const [call] = gemini.calls;
    const { 'x-goog-api-key': key, ...others } = call?.headers ?? {};
    expect(key).toBe(KEY);
    expect(JSON.stringify([call?.url, call?.body, others])).not.toContain(KEY);
    expect(others).not.toHaveProperty('x-server-timeout');
  });

  it('never says who the person is, even where somebody hands it over', async () => {
    const { gemini, write } = await open();
    const secrets = {
      _id: '507f1f77bcf86cd799439011',
      username: 'priya_k',
      email: 'priya.k@example.com',
      firstName: 'Priyadarshini',
      lastName: 'Krishnamurthy',
      bio: 'Teacher in Mylapore',
      phone: '+91 98765 43210',
      trainerId: '507f191e810c19729de860ea',
    };
    const profile = { ...EATER, ...secrets, notes: 'Mail priya.k@example.com or call +91 98765 43210, I like dosa' };
    await write({ ...DIET_ASK, profile: profile as DietProfile, ...secrets } as PlanAsk);
    const everything = JSON.stringify(gemini.calls);
    for (const secret of Object.values(secrets)) expect(everything).not.toContain(secret);
    expect(everything).toContain('I like dosa');
  });

  it('goes to Gemini, whatever the environment says', async () => {
    vi.stubEnv('GOOGLE_GENAI_USE_VERTEXAI', 'true');
    vi.stubEnv('GOOGLE_GENAI_USE_ENTERPRISE', 'true');
    vi.stubEnv('GOOGLE_API_KEY', 'another');
    vi.stubEnv('GOOGLE_GEMINI_BASE_URL', 'http://127.0.0.1:1');
    const { gemini, write } = await open();
    await write(DIET_ASK);
    expect(gemini.calls[0]?.headers['x-goog-api-key']).toBe(KEY);
  });
});

describe('the log', () => {
  it('says that Gemini is called, for which kind and which model', async () => {
    const { lines, write } = await open();
    await write(DIET_ASK);
    await write(WORKOUT_ASK);
    expect(lines.filter(({ level }) => level === 30)).toMatchObject([
      { msg: 'Gemini API called for diet plan generation', model: 'gemini-3.8-flash' },
      { msg: 'Gemini API called for workout plan generation', model: 'gemini-3.8-flash' },
    ]);
  });

  it('never holds the key or what was asked, even where the answer repeats it', async () => {
    const { gemini, lines, write } = await open();
    const message = `The key ${KEY} may not be used`;
    gemini.script([], { then: { fault: 'http', status: 403, message } });
    await expect(write({ ...DIET_ASK, profile: { ...EATER, notes: 'A wish of mine' } } as PlanAsk)).rejects.toThrow();
    gemini.script([], { then: { fault: 'errorEvent', message } });
    await expect(write()).rejects.toThrow();
    const text = JSON.stringify(lines);
    expect(text).toContain('The key [key] may not be used');
    expect(text).not.toContain(KEY);
    expect(text).not.toContain('A wish of mine');
  });

  it('says once that the key is wrong', async () => {
    const { gemini, lines, write } = await open();
    gemini.script([], { then: { fault: 'http', status: 400, reason: 'key' } });
    for (let i = 0; i < 3; i++) await expect(write()).rejects.toMatchObject({ outcome: 'invalid_key' });
    expect(gemini.calls).toHaveLength(3);
    expect(lines.filter(({ level }) => level === 50)).toHaveLength(1);
  });
});

it('tells how far it is, forwards only, to the end', async () => {
  const { gemini, write } = await open();
  gemini.script(['cleanCut', { fault: 'utf8Split' }]);
  const shares: number[] = [];
  await write(DIET_ASK, { onProgress: (share) => shares.push(share) });
  expect(shares).toEqual([...new Set(shares)].sort((a, b) => a - b));
  expect(shares.length).toBeGreaterThan(5);
  expect(shares.at(-1)).toBe(1);
});

describe('a model', () => {
  it('that failed five times in a minute is left alone for two, then tried once', async () => {
    let now = Date.parse('2026-11-30T08:00:00Z');
    const { gemini, write, lines } = await open({ models: ['gemini-3.8-flash'], clock: () => new Date(now) });
    gemini.script([], { then: { fault: 'http', status: 503 } });
    const fails = async (outcome: string, calls: number) => {
      const before = gemini.calls.length;
      await expect(write()).rejects.toMatchObject({ outcome });
      expect(gemini.calls.length - before).toBe(calls);
    };
    await fails('overloaded', 2);
    await fails('overloaded', 2);
    await fails('overloaded', 2);
    await fails('circuit_open', 0);
    expect(lines.filter(({ msg }) => String(msg).includes('left alone'))).not.toHaveLength(0);
    now += 119_000;
    await fails('circuit_open', 0);
    now += 2000;
    await fails('overloaded', 2);
    await fails('circuit_open', 0);
    now += 121_000;
    gemini.script(['ok']);
    await write();
    await fails('overloaded', 2);
    await fails('overloaded', 2);
  });

  it('that is gone, or has nothing left today, is not asked again for an hour', async () => {
    let now = Date.parse('2026-11-30T08:00:00Z');
    const { gemini, write } = await open({ clock: () => new Date(now) });
    gemini.script([{ fault: 'http', status: 429, reason: 'day' }], { model: 'gemini-3.8-flash' });
    await write();
    await write();
    now += 3_600_001;
    await write();
    expect(gemini.calls.map(({ model, step }) => [model, step])).toEqual([
      ['gemini-3.8-flash', 'http'],
      ['gemini-3.5-flash-lite', 'ok'],
      ['gemini-3.5-flash-lite', 'ok'],
      ['gemini-3.8-flash', 'ok'],
    ]);
  });

  it('that nobody heard of is asked without a level of thinking', async () => {
    const { gemini, write } = await open({ models: ['gemini-9-helium', 'gemini-3.8-flash'] });
    await write();
    expect(gemini.calls[0]?.body?.generationConfig).not.toHaveProperty('thinkingConfig');
    expect(gemini.calls.map(({ model }) => model)).toEqual(['gemini-9-helium', 'gemini-3.8-flash']);
  });
});

it('nothing is asked where a day has cost enough', async () => {
  const { gemini, write, lines } = await open({ dailyMicros: 100_000 });
  await expect(write()).rejects.toMatchObject({ outcome: 'budget', meta: { attempts: [], sent: null } });
  expect(gemini.calls).toEqual([]);
  expect(lines.filter(({ level }) => level === 40)).toHaveLength(1);
});

describe('the budget of a day with room for one call at a time', () => {
  const dailyMicros = 200_000;

  it('is not spent on what Gemini refused at once', async () => {
    const { gemini, write } = await open({ dailyMicros });
    gemini.script(
      [
        { fault: 'http', status: 503 },
        { fault: 'http', status: 503 },
      ],
      { model: 'gemini-3.8-flash' },
    );
    const { meta } = await write();
    expect(meta.attempts.map(({ outcome }) => outcome)).toEqual(['overloaded', 'overloaded', 'ok']);
  });

  it('is spent on what nobody heard the end of', async () => {
    const { gemini, write } = await open({
      dailyMicros,
      models: ['gemini-3.8-flash', 'gemini-3.7-flash'],
      timings: { firstChunkMs: 300 },
    });
    gemini.script(['hang']);
    await expect(write()).rejects.toMatchObject({ outcome: 'budget', meta: { attempts: [{ outcome: 'no_answer' }] } });
  });
});

it('the library is loaded when it is needed, and not before', async () => {
  const folder = import.meta.dirname;
  for (const name of (await readdir(folder)).filter((file) => !file.endsWith('.test.ts'))) {
    const source = await readFile(join(folder, name), 'utf8');
    expect(source, name).not.toMatch(/^import (?!type)[^;]*'@google\/genai'/m);
  }
});
