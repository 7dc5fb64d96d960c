import { ERRORS } from '@trainer/contract/errors';
import { type CallName, fullPath } from '@trainer/contract/paths';
import type { Route } from '@trainer/contract/route';
import { routes } from '@trainer/contract/routes';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, type TestServer, testServer } from '../testing/test-server.ts';

const all = Object.values<Route>(routes);
const concrete = (route: Route) => fullPath(route.name).replace(/:\w+/g, 'a'.repeat(24));

/** Thousands of requests over HTTP: with the tests of the server, for they take their time. */
describe('a request', () => {
  let server: TestServer;
  let ana: Client;
  beforeAll(async () => {
    server = await testServer();
    ana = await server.as('ana', { role: 'trainer' });
  });
  afterAll(() => server.close());

  const bearer = () => ({ authorization: `Bearer ${ana.token}` });

  it('is never answered with a 500, whatever JSON is sent to whatever call', async () => {
    const withBody = all.filter((route) => route.takes.type === 'json' && !LEAVES.has(route.name));
    const keys = [
      'username',
      'email',
      'password',
      'profile',
      'settings',
      'weight',
      'timeZone',
      'exercises',
      'name',
      'setLog',
      'sets',
      'reps',
      'date',
      'totalDuration',
      'clientId',
      'localDate',
      'text',
      'code',
      'days',
      'weekday',
      'startsOn',
      'share',
      'until',
      'age',
      'height',
      'fitnessLevel',
      'goals',
      'currentWeight',
      'targetWeight',
      'allergies',
      'medicalConditions',
      'requestId',
      'day',
      'meal',
      '__proto__',
      'constructor',
    ];
    const anyJson = fc.letrec((tie) => ({
      node: fc.oneof({ maxDepth: 4 }, fc.jsonValue(), tie('object'), fc.array(tie('node'), { maxLength: 3 })),
      object: fc.dictionary(fc.constantFrom(...keys), tie('node'), { maxKeys: 6 }),
    })).node;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...withBody), anyJson, async (route, body) => {
        const response = await server.send(concrete(route), {
          method: route.method.toUpperCase(),
          headers: { ...bearer(), 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        const answer = (await response.json()) as {
          success: boolean;
          error?: { code: keyof typeof ERRORS; message: string };
        };
        expect(response.status).toBeLessThan(500);
        if (answer.error) {
          expect(ERRORS[answer.error.code].status).toBe(response.status);
          expect(answer.error.message).not.toMatch(/SQL|at .*\.ts|node_modules/);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('for a plan is never answered with a 500, whatever words it is made of', async () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), { maxLength: 4 }),
      fc.constantFrom('none', 'Vegetarian', 'peanuts', 'knee pain', 'Tamil Nadu', '__proto__', 'constructor'),
    );
    const person = fc.record(
      {
        age: fc.integer({ min: 13, max: 120 }),
        height: fc.integer({ min: 50, max: 260 }),
        fitnessLevel: fc.constantFrom('beginner', 'intermediate', 'advanced'),
        medicalConditions: words,
        dietaryRestrictions: words,
        goals: words,
      },
      { requiredKeys: ['age', 'height', 'fitnessLevel', 'goals'] },
    );
    const kg = fc.integer({ min: 20, max: 400 });
    const asks = fc.oneof(
      fc.tuple(
        fc.constant('/api/diet-plan/target'),
        fc.record({ currentWeight: kg, targetWeight: kg, allergies: words }),
      ),
      fc.tuple(fc.constant('/api/ai-suggestions/generate'), fc.record({ weight: kg, equipment: words })),
    );
    await fc.assert(
      fc.asyncProperty(person, asks, async (who, [path, ask]) => {
        const response = await server.send(path, {
          method: 'POST',
          headers: { ...bearer(), 'content-type': 'application/json' },
          body: JSON.stringify({ ...who, ...ask }),
        });
        await response.arrayBuffer();
        expect(response.status).toBeLessThan(500);
      }),
      { numRuns: 400 },
    );
  });

  it('is never answered with a 500, whatever stands in its query and its path', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('..', '%00', '-1', '1e9', 'NaN', '2026-02-30', 'a'.repeat(300)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...all.filter((route) => route.method === 'get' && route.gives === 'json')),
        text,
        text,
        async (route, key, value) => {
          const path = fullPath(route.name).replace(/:\w+/g, encodeURIComponent(value) || 'x');
          const query = new URLSearchParams([
            [key, value],
            ['limit', value],
            ['cursor', value],
          ]).toString();
          const response = await server.send(`${path}?${query}`, { headers: bearer() });
          await response.arrayBuffer();
          expect(response.status).toBeLessThan(500);
        },
      ),
      { numRuns: 1500 },
    );
  });

  /** Calls that end the token that the test goes on with. */
  const LEAVES = new Set<CallName>(['changePassword', 'logOut', 'logOutAll']);
});
