import { afterAll, describe, expect, it } from 'vitest';
import { builtInWriter } from './built-in.ts';
import { coachTasks } from './coach-tasks.ts';
import { coachThreads } from './coach-work.ts';
import type { PlanAsk } from './port.ts';

const GIVEN = {
  currentWeight: 75,
  targetWeight: 65,
  height: 175,
  age: 25,
  fitnessLevel: 'intermediate' as const,
  dietaryRestrictions: 'Vegetarian',
};
const TRAINS = { age: 25, weight: 75, height: 175, fitnessLevel: 'intermediate' as const, goals: ['strength'] };

function profileIn<T>(read: { profile: T } | object): T {
  if (!('profile' in read)) throw new Error(`There is no profile: ${JSON.stringify(read)}`);
  return read.profile;
}
const asks: PlanAsk[] = [
  { kind: 'diet', profile: profileIn(coachTasks.readDiet(GIVEN)), seed: 3, startsOn: '2026-11-25' },
  {
    kind: 'workout',
    profile: profileIn(coachTasks.readWorkout({ given: TRAINS, history: [] })),
    seed: 3,
    startsOn: '2026-11-25',
  },
];
const { signal } = new AbortController();

describe('the coach in threads of its own', () => {
  const coach = coachThreads();
  afterAll(() => coach.close());

  it('reads requests as coach does', async () => {
    expect(await coach.readDiet(GIVEN)).toEqual(coachTasks.readDiet(GIVEN));
    const asked = { given: TRAINS, history: [], today: '2026-11-25' };
    expect(await coach.readWorkout(asked)).toEqual(coachTasks.readWorkout(asked));
    expect(await coach.readDiet({ ...GIVEN, allergies: 'zorgon dust' })).toHaveProperty('wrong');
  });

  it.each(asks)('drafts and checks a $kind plan as coach does, and nothing in it is broken', async (ask) => {
    const draft = await coach.draft(ask, signal);
    expect(draft).toEqual(coachTasks.draft(ask));
    const checked = await coach.check(ask, draft, signal);
    expect(checked).toEqual(coachTasks.check({ ask, draft }));
    expect(checked.verdict?.broken).toEqual([]);
    expect(await coach.fitting(ask, signal)).toEqual(coachTasks.fitting(ask));
    const io = { signal, onProgress: () => undefined, callsLeft: 0 };
    expect((await builtInWriter(coach).write(ask, io)).body).toEqual(draft);
  });

  it('makes a verdict of whatever a draft is', async () => {
    for (const ask of asks) {
      for (const draft of [null, 7, 'plan', [], { meals: [{ day: 1e9, dishes: [null] }] }, { exercises: 'all' }]) {
        const { plan, verdict, findings } = await coach.check(ask, draft, signal);
        expect(findings.length).toBeGreaterThan(0);
        expect(plan === null ? null : verdict?.broken).toEqual(plan === null ? null : []);
      }
    }
  });

  it('leaves work that nobody wants any more, and goes on with the next', async () => {
    const [ask] = asks;
    if (!ask) throw new Error('There is nothing to ask.');
    const leaving = new AbortController();
    const left = Array.from({ length: 6 }, () => coach.draft(ask, leaving.signal));
    leaving.abort();
    for (const one of await Promise.allSettled(left)) expect(one.status).toBe('rejected');
    expect(await coach.fitting(ask, signal)).toEqual(coachTasks.fitting(ask));
  });

  it('says so where it has gone home, and may go home without having worked', async () => {
    const gone = coachThreads();
    await gone.close();
    await gone.close();
    await expect(gone.readDiet(GIVEN)).rejects.toThrow('gone home');
    gone.expect();
  });
});
