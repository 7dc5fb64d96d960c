import type { DietPlan, DietRequest, SuggestionRequest } from '@trainer/contract/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heldWriter } from '../../testing/held-writer.ts';
import { type Client, type TestServer, testServer } from '../../testing/test-server.ts';

const DIET: DietRequest = {
  age: 37,
  sex: 'female',
  currentWeight: 81.3,
  targetWeight: 71.7,
  height: 168.4,
  fitnessLevel: 'beginner',
  dietaryRestrictions: 'vegetarian',
  allergies: ['sesame'],
  medicalConditions: ['hypertension'],
  notes: 'Aubergine is my favourite',
};
const WORKOUT: SuggestionRequest = {
  age: 37,
  sex: 'female',
  weight: 81.3,
  height: 168.4,
  fitnessLevel: 'beginner',
  goals: ['strength'],
  medicalConditions: ['knee pain', 'asthma'],
  notes: 'Aubergine is my favourite',
};

describe('the plans of a person', () => {
  let server: TestServer;
  let people = 0;
  beforeAll(async () => {
    server = await testServer({ planWriter: heldWriter(), environment: { PUBLIC_URL: 'https://trainer.example' } });
  });
  afterAll(() => server.close());
  const somebody = () => server.as(`person-${String((people += 1))}`);
  /** The same week for everybody who asks under the same requestId. */
  const SEEDED = 'b7b5d4c1-5f0e-4a57-9c56-0d5f6c4f3a11';
  const diet = async (client: Client, requestId?: string): Promise<DietPlan> => {
    const { body, error } = await client.call('planDiet', { body: { ...DIET, requestId } });
    expect(error).toBeUndefined();
    return body.data;
  };
  const workout = async (client: Client) => (await client.call('suggest', { body: WORKOUT })).body.data;

  it('are listed by kind, newest first, a page at a time', async () => {
    const ana = await somebody();
    const made = [];
    for (let n = 0; n < 3; n += 1) made.push((await diet(ana))._id);
    await workout(ana);
    const first = await ana.call('dietPlans', { query: { limit: '2' } });
    const cursor = first.body.page.nextCursor ?? '';
    const second = await ana.call('dietPlans', { query: { limit: '2', cursor } });
    expect([...first.body.data, ...second.body.data].map(({ _id }) => _id)).toEqual(made.toReversed());
    expect(second.body.page.nextCursor).toBeNull();
    expect((await ana.call('suggestions')).body.data).toHaveLength(1);
    const odd = await ana.call('dietPlans', { query: { cursor: 'x' } });
    expect(odd.error?.fields?.[0]?.path).toBe('cursor');
  });

  it('are nobody else’s, and one kind is not found among the other', async () => {
    const [ana, bo] = [await somebody(), await somebody()];
    const [id, other] = [(await diet(ana))._id, (await workout(ana))._id];
    const place = { day: 1, meal: 'lunch' } as const;
    const asDiet = [
      (who: Client, planId: string) => who.call('dietPlan', { params: { id: planId } }),
      (who: Client, planId: string) => who.call('swaps', { params: { id: planId }, query: { ...place, day: '1' } }),
      (who: Client, planId: string) => who.call('swapMeal', { params: { id: planId }, body: place }),
      (who: Client, planId: string) => who.call('shoppingList', { params: { id: planId } }),
      (who: Client, planId: string) => who.call('shareDietPlan', { params: { id: planId } }),
      (who: Client, planId: string) => who.call('unshareDietPlan', { params: { id: planId } }),
      (who: Client, planId: string) => who.call('removeDietPlan', { params: { id: planId } }),
    ];
    for (const ask of asDiet) {
      expect((await ask(bo, id)).status).toBe(404);
      expect((await ask(ana, other)).status).toBe(404);
    }
    for (const name of ['suggestion', 'shareSuggestion', 'unshareSuggestion', 'removeSuggestion'] as const) {
      expect((await bo.call(name, { params: { id: other } })).status).toBe(404);
      expect((await ana.call(name, { params: { id } })).status).toBe(404);
    }
    expect((await ana.call('dietPlan', { params: { id } })).status).toBe(200);
  });

  it('are gone once they are removed, with their address', async () => {
    const ana = await somebody();
    const params = { id: (await workout(ana))._id };
    const { url } = (await ana.call('shareSuggestion', { params })).body.data;
    expect((await ana.call('removeSuggestion', { params })).status).toBe(204);
    expect((await ana.call('removeSuggestion', { params })).status).toBe(404);
    expect((await ana.call('suggestion', { params })).status).toBe(404);
    expect((await server.call('sharedPlan', { params: { token: tokenOf(url) } })).status).toBe(404);
  });

  describe('that are shared', () => {
    it('have one address, the same one whenever it is asked for, until it is taken back', async () => {
      const ana = await somebody();
      const plan = await diet(ana);
      const params = { id: plan._id };
      const { url } = (await ana.call('shareDietPlan', { params })).body.data;
      expect(url).toMatch(/^https:\/\/trainer\.example\/shared\/[\w-]{32}$/);
      expect((await ana.call('shareDietPlan', { params })).body.data.url).toBe(url);
      expect((await ana.call('dietPlan', { params })).body.data.sharedAt).toBe(url);
      expect((await server.call('sharedPlan', { params: { token: tokenOf(url) } })).status).toBe(200);
      expect((await ana.call('unshareDietPlan', { params })).status).toBe(204);
      expect((await ana.call('unshareDietPlan', { params })).status).toBe(204);
      expect((await server.call('sharedPlan', { params: { token: tokenOf(url) } })).status).toBe(404);
      expect((await ana.call('dietPlan', { params })).body.data.sharedAt).toBeNull();
      expect((await ana.call('shareDietPlan', { params })).body.data.url).not.toBe(url);
    });

    it('show the plan and nothing else of the person', async () => {
      const ana = await somebody();
      const exercises = [{ name: 'Barbell Bench Press', sets: 3, reps: 5, weight: 62.5 }];
      await ana.call('saveWorkout', { body: { exercises, totalDuration: 40 } });
      const [dietPlan, workoutPlan] = [await diet(ana), await workout(ana)];
      const urls = [
        (await ana.call('shareDietPlan', { params: { id: dietPlan._id } })).body.data.url,
        (await ana.call('shareSuggestion', { params: { id: workoutPlan._id } })).body.data.url,
      ];
      for (const url of urls) {
        const { body } = await server.call('sharedPlan', { params: { token: tokenOf(url) } });
        const keys = Object.keys(body.data);
        for (const key of ['_id', 'request', 'requestId', 'sent', 'record', 'working', 'sharedAt', 'user'])
          expect(keys).not.toContain(key);
        const text = JSON.stringify(body);
        for (const own of [ana.user._id, ana.user.username, ana.user.email, dietPlan._id, workoutPlan._id, 'Aubergine'])
          expect(text).not.toContain(own);
        expect(text).not.toMatch(
          /81[.,]3|71[.,]7|168[.,]4|62[.,]5 ?kg|\b37 years|hypertens|blood pressure|asthma|inhaler|sesame/i,
        );
        expect(text).not.toMatch(/"load"|for your|because of/i);
      }
      const [shared] = (
        await server.call('sharedPlan', { params: { token: tokenOf(urls[0] ?? '') } })
      ).body.data.markdown.split('\n');
      expect(shared).toContain(dietPlan.title);
      const week = (await server.call('sharedPlan', { params: { token: tokenOf(urls[0] ?? '') } })).body.data;
      expect('days' in week && week.days).toEqual(dietPlan.days);
    });

    it('are not found under anything but their token', async () => {
      for (const token of ['x', 'a'.repeat(32), '%00', '__proto__', 'null'])
        expect((await server.call('sharedPlan', { params: { token } })).status).toBe(404);
    });

    it('are no matter of search engines', async () => {
      const page = await server.send('/shared/any');
      expect(page.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    });
  });

  describe('of a diet', () => {
    it('offer up to three other meals, each with what it does to the day', async () => {
      const ana = await somebody();
      const plan = await diet(ana, SEEDED);
      const query = { day: '2', meal: 'dinner' } as const;
      const { body } = await ana.call('swaps', { params: { id: plan._id }, query });
      expect(body.data.length).toBeGreaterThan(0);
      expect(body.data.length).toBeLessThanOrEqual(3);
      const now = plan.days[1]?.totals.calories ?? 0;
      for (const { day, difference } of body.data) expect(day.calories - now).toBe(difference.calories);
      expect(new Set(body.data.map(({ swapId }) => swapId)).size).toBe(body.data.length);
    });

    it('take one of them, checked anew, and nothing else', async () => {
      const ana = await somebody();
      const plan = await diet(ana, SEEDED);
      const place = { day: 2, meal: 'dinner' } as const;
      const offered = await ana.call('swaps', { params: { id: plan._id }, query: { ...place, day: '2' } });
      const taken = offered.body.data.at(-1);
      const { status, body } = await ana.call('swapMeal', {
        params: { id: plan._id },
        body: { ...place, swapId: taken?.swapId ?? '' },
      });
      expect(status).toBe(200);
      const meal = body.data.days[1]?.meals.find((one) => one.meal === 'dinner');
      expect(meal?.items).toEqual(taken?.items);
      expect(body.data.days[1]?.totals).toEqual(taken?.day);
      expect(body.data.days.filter((_, i) => i !== 1)).toEqual(plan.days.filter((_, i) => i !== 1));
      expect((await ana.call('dietPlan', { params: { id: plan._id } })).body.data).toEqual(body.data);
      for (const swapId of ['nonsense', '']) {
        const odd = await ana.call('swapMeal', { params: { id: plan._id }, body: { ...place, swapId } });
        expect([odd.status, odd.error?.fields?.[0]?.path]).toEqual([422, 'swapId']);
      }
    });

    it('lose no swap where several are taken at once', async () => {
      const ana = await somebody();
      const plan = await diet(ana, SEEDED);
      const places = [1, 3, 5, 7].map((day) => ({ day, meal: 'breakfast' as const }));
      const all = await Promise.all(places.map((body) => ana.call('swapMeal', { params: { id: plan._id }, body })));
      expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      const { body } = await ana.call('dietPlan', { params: { id: plan._id } });
      const changed = body.data.days.filter((day, i) => JSON.stringify(day) !== JSON.stringify(plan.days[i]));
      expect(changed.map(({ day }) => day)).toEqual([1, 3, 5, 7]);
    });

    it('have a shopping list of the week', async () => {
      const ana = await somebody();
      const { _id: id } = await diet(ana, SEEDED);
      const { body } = await ana.call('shoppingList', { params: { id } });
      expect(body.data.length).toBeGreaterThan(2);
      for (const { items } of body.data) for (const { grams } of items) expect(grams).toBeGreaterThan(0);
      expect(JSON.stringify(body.data)).not.toMatch(/sesame|chicken/i);
    });
  });
});

const tokenOf = (url: string): string => url.split('/').at(-1) ?? '';
