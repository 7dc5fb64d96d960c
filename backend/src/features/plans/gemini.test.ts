import { type GeminiStandIn, startGemini, wordsIn } from '@trainer/stack/gemini';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, type TestServer, testServer } from '../../testing/test-server.ts';

const DIET = {
  currentWeight: 75,
  targetWeight: 65,
  height: 175,
  age: 25,
  fitnessLevel: 'intermediate' as const,
  dietaryRestrictions: 'Vegetarian',
  allergies: 'peanuts',
};
const WORKOUT = { age: 25, weight: 75, height: 175, fitnessLevel: 'intermediate' as const, goals: ['strength'] };

describe('with a key of Gemini', () => {
  let gemini: GeminiStandIn;
  let server: TestServer;
  let ana: Client;
  beforeAll(async () => {
    gemini = await startGemini();
    server = await testServer({
      environment: { GEMINI_API_KEY: 'AIza-for-tests', GEMINI_BASE_URL: gemini.url, AI_DAILY_LIMIT: '1000' },
    });
    ana = await server.as('ana', { timeZone: 'Asia/Kolkata' });
  });
  afterAll(async () => {
    await server.close();
    await gemini.stop();
  });
  beforeEach(() => {
    gemini.reset();
  });

  it('plans of both kinds are drafted by it, checked here, and kept with what was sent', async () => {
    const diet = await ana.call('planDiet', { body: DIET });
    const workout = await ana.call('suggest', { body: WORKOUT });
    for (const { status, body } of [diet, workout]) {
      const { writer, model, sent, record, verification } = body.data;
      expect([status, writer]).toEqual([201, 'gemini']);
      expect(['verified', 'repaired']).toContain(verification.status);
      expect(model).toBe(record.servedModel);
      expect(record.attempts.at(-1)?.outcome).toBe('ok');
      expect(record.tokens.prompt).toBeGreaterThan(0);
      expect(sent?.system.length).toBeGreaterThan(100);
    }
    expect(server.log).toContain('Gemini API called for diet plan generation');
    expect(server.log).toContain('Gemini API called for workout plan generation');
  });

  it('nothing that says who somebody is leaves the server, and what left is shown to its owner', async () => {
    await ana.call('saveWorkout', {
      body: { exercises: [{ name: 'Row', sets: 3, reps: 8, weight: 41 }], totalDuration: 30 },
    });
    const { body } = await ana.call('suggest', { body: WORKOUT });
    const left = gemini.calls.map((call) => JSON.stringify([call.url, call.headers, call.body])).join('\n');
    const { _id, email, username } = ana.user;
    for (const own of [_id, email, `"${username}"`, body.data.requestId ?? '']) expect(left).not.toContain(own);
    const [call] = gemini.calls.slice(-1);
    const { system, turns } = call ? wordsIn(call) : { system: '', turns: [] };
    expect(body.data.sent).toMatchObject({ system, contents: turns.join('\n\n') });
  });

  it.each(['http', 'badJson', 'safety', 'starving', 'forbiddenFood', 'unknownIds', 'injected', 'reset'] as const)(
    'a plan comes whatever it does (%s), in three calls at most, and holds',
    async (fault) => {
      gemini.script([], { then: fault });
      const { status, body } = await ana.call('planDiet', { body: DIET });
      expect(status).toBe(201);
      expect(['gemini', 'built-in']).toContain(body.data.writer);
      if (body.data.writer === 'built-in') expect(body.data.verification.status).toBe('fallback');
      expect(gemini.calls.length).toBeLessThanOrEqual(3);
      expect(body.data.recipes.flatMap(({ ingredients }) => ingredients.map(({ name }) => name)).join()).not.toMatch(
        /peanut/i,
      );
      for (const { totals } of body.data.days)
        expect(Math.abs(totals.calories / body.data.targets.calories - 1)).toBeLessThanOrEqual(0.1);
    },
  );
});
