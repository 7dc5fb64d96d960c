import type { AssignedPlan, ClientDetail, Stats, Workout } from '@trainer/contract/types';
import { beforeEach, describe, expect, it } from 'vitest';
import { questions, refusal, settled } from '../../testing/answers.ts';
import { at, clientDetail, givenPlan, logged, workoutOn } from '../../testing/coached.ts';
import { clientState } from './client-state.ts';

const notShared = clientDetail({ share: { live: true, history: false, health: true } });
const stats = { records: [], totals: { workouts: 3 } } as unknown as Stats;
const newest = workoutOn('2026-07-15', [logged('Squat')]);
const older = workoutOn('2026-07-08', [logged('Squat')]);
const oldest = workoutOn('2026-07-01', [logged('Squat')]);
const page = (data: Workout[], nextCursor: string | null = null) => ({ data, page: { nextCursor } });
const notFound = () => refusal(404, 'not_found');

describe('a client', () => {
  let details: ReturnType<typeof questions<ClientDetail>>;
  let pages: ReturnType<typeof questions<ReturnType<typeof page>>>;
  let plans: ReturnType<typeof questions<AssignedPlan[]>>;
  let cursors: (string | null)[];
  let gone: (string | undefined)[];
  let statsAsked: number;
  let client: ReturnType<typeof clientState>;

  beforeEach(() => {
    [details, pages, plans, cursors, gone, statsAsked] = [questions(), questions(), questions(), [], [], 0];
    client = clientState({
      fetchDetail: details.ask,
      fetchWorkouts(cursor) {
        cursors.push(cursor);
        return pages.ask();
      },
      fetchStats() {
        statsAsked += 1;
        return Promise.resolve(stats);
      },
      fetchPlans: plans.ask,
      removePlan: () => Promise.resolve(),
      fetchNote: () => Promise.resolve({ text: 'Knee', updatedAt: at('07:00:00') }),
      writeNote: () => Promise.reject(new Error('Nothing was typed.')),
      gone: (detail) => gone.push(detail?.username),
      later: () => () => undefined,
    });
  });
  const loaded = async (given = page([newest], 'c1')) => {
    void client.load();
    await details.answer(clientDetail());
    await pages.answer(given);
    await plans.answer([givenPlan('spring')]);
  };
  const days = () => client.workouts.value?.map((one) => one.localDate);

  it('is shown as far as they share: numbers, history, plans and the note of the trainer', async () => {
    await loaded();
    expect(client.detail.value?.username).toBe('Kavya');
    expect(days()).toEqual(['2026-07-15']);
    expect(client.lastTimes.value.get('squat')?.[0]?.localDate).toBe('2026-07-15');
    expect(client.stats.value).toBe(stats);
    expect(client.plans.value?.map((plan) => plan._id)).toEqual(['spring']);
    expect(client.note.text.value).toBe('Knee');
  });

  it('who does not share the history is not asked for it', async () => {
    void client.load();
    await details.answer(notShared);
    await plans.answer([givenPlan('spring')]);
    expect([cursors, statsAsked, client.workouts.value]).toEqual([[], 0, null]);
    expect(client.plans.value).toHaveLength(1);
  });

  it('who stops sharing the history has it hidden at once, before anything else is answered', async () => {
    await loaded();
    void client.load();
    await details.answer(notShared);
    expect([client.workouts.value, client.stats.value, client.lastTimes.value.size]).toEqual([null, null, 0]);
    void client.more();
    expect(cursors).toEqual([null]);
  });

  it('who stops sharing while the history is asked for has it hidden, and stays a client', async () => {
    await loaded();
    void client.load();
    await details.answer(clientDetail());
    await pages.fail(notFound());
    await details.answer(notShared);
    expect([client.workouts.value, client.stats.value, client.lastTimes.value.size]).toEqual([null, null, 0]);
    expect([gone, client.failure.value]).toEqual([[], null]);
  });

  it('who is none any more is gone, once, with the name that was known', async () => {
    await loaded();
    void client.load();
    await details.fail(notFound());
    await details.fail(notFound());
    expect(gone).toEqual(['Kavya']);
    client.leave();
    void client.load();
    await details.answer(clientDetail({ username: 'Somebody' }));
    expect([gone, client.detail.value?.username]).toEqual([['Kavya'], 'Kavya']);
  });

  it('who never was one has no name', async () => {
    void client.load();
    await details.fail(notFound());
    await details.fail(notFound());
    expect(gone).toEqual([undefined]);
  });

  it('stays as shown while the server is away, until it answers', async () => {
    await loaded();
    const away = new Error('away');
    void client.load();
    await details.fail(away);
    expect([client.failure.value, days(), gone]).toEqual([away, ['2026-07-15'], []]);
    await loaded();
    expect(client.failure.value).toBeNull();
  });

  it('is as the last question was answered, whatever an earlier one is answered late', async () => {
    void client.load();
    await details.answer(clientDetail());
    void client.load();
    await details.answer(clientDetail());
    await pages.answer(page([newest, older]), 1);
    await plans.answer([givenPlan('spring')], 1);
    await pages.answer(page([older]));
    await plans.answer([]);
    expect([days(), client.plans.value?.length]).toEqual([['2026-07-15', '2026-07-08'], 1]);
    void client.load();
    void client.load();
    await details.answer(clientDetail({ username: 'New' }), 1);
    await details.answer(clientDetail({ username: 'Old' }));
    expect(client.detail.value?.username).toBe('New');
  });

  it('has a history that goes on where the last page ended, page by page', async () => {
    await loaded();
    void client.more();
    void client.more();
    expect([client.loadingMore.value, cursors]).toEqual([true, [null, 'c1']]);
    await pages.answer(page([older], 'c2'));
    expect([client.loadingMore.value, days()]).toEqual([false, ['2026-07-15', '2026-07-08']]);
    void client.more();
    await pages.answer(page([oldest]));
    await client.more();
    expect([cursors, days()]).toEqual([
      [null, 'c1', 'c2'],
      ['2026-07-15', '2026-07-08', '2026-07-01'],
    ]);
  });

  it('does not have earlier workouts put behind a history that was fetched anew meanwhile', async () => {
    await loaded();
    void client.more();
    await pages.answer(page([older], 'c2'));
    void client.load();
    void client.more();
    await details.answer(clientDetail());
    await pages.answer(page([newest], 'c1'), 1);
    await plans.answer([]);
    await pages.answer(page([oldest]));
    expect([days(), client.cursor.value, client.loadingMore.value]).toEqual([['2026-07-15'], 'c1', false]);
  });

  it('who stops sharing the history is looked at anew when more of it is wanted', async () => {
    await loaded();
    void client.more();
    await pages.fail(notFound());
    await details.answer(notShared);
    expect(client.workouts.value).toBeNull();
    await plans.answer([]);
    expect(client.loadingMore.value).toBe(false);
  });

  it('says where earlier workouts could not be fetched, and lets them be asked for again', async () => {
    await loaded();
    const away = new Error('away');
    void client.more();
    await pages.fail(away);
    expect([client.failure.value, client.loadingMore.value, days()]).toEqual([away, false, ['2026-07-15']]);
    void client.more();
    await pages.answer(page([older]));
    expect(days()).toHaveLength(2);
  });

  it('comes and goes', async () => {
    client.online(true);
    expect(client.detail.value).toBeNull();
    await loaded();
    client.online(true);
    expect(client.detail.value?.online).toBe(true);
  });

  it('has the plan first that was given or changed just now, each once', async () => {
    await loaded();
    client.keepPlan(givenPlan('summer'));
    client.keepPlan(givenPlan('spring', { name: 'Late spring' }));
    expect(client.plans.value?.map((plan) => plan.name)).toEqual(['Late spring', 'Spring']);
    expect(client.plans.value?.map((plan) => plan._id)).toEqual(['spring', 'summer']);
  });

  it('has no plan any more that was taken back, also where an older answer still knows it', async () => {
    await loaded();
    void client.load();
    await details.answer(clientDetail());
    await client.removePlan('spring');
    expect(client.plans.value).toEqual([]);
    await pages.answer(page([newest]));
    await plans.answer([givenPlan('spring')]);
    await settled();
    expect(client.plans.value).toEqual([]);
  });
});
