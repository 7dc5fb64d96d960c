import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../../testing/test-server.ts';

const row = (date: string, minutes = 30) => ({
  exercises: [{ name: 'Push-Up', sets: 3, reps: 10 }],
  totalDuration: minutes,
  totalCalories: 100,
  date,
});

describe('a member', () => {
  let server: TestServer;
  let now = new Date();
  beforeAll(async () => {
    server = await testServer({ clock: () => now });
  });
  afterAll(() => server.close());

  it('starts with thirty empty days and nothing else', async () => {
    const ana = await server.as('ana');
    const { body } = await ana.call('progress');
    expect(body.data).toMatchObject({
      version: 0,
      totalWorkouts: 0,
      totalCalories: 0,
      totalDuration: 0,
      streak: 0,
      longestStreak: 0,
      lastWorkoutAt: null,
    });
    expect(body.data.days).toHaveLength(30);
    expect((await ana.call('stats')).body.data).toMatchObject({
      totals: { workouts: 0, sets: 0, volume: 0, minutes: 0, calories: 0 },
      records: [],
    });
  });

  it('sees the day of their own zone begin and end, cached or not', async () => {
    now = new Date('2026-03-28T18:29:00Z'); // 23:59 in Kolkata
    const bela = await server.as('bela', { timeZone: 'Asia/Kolkata' });
    await bela.call('saveWorkout', { body: row('2026-03-28T18:00:00Z') });
    expect((await bela.call('progress')).body.data).toMatchObject({ streak: 1, totalWorkouts: 1 });
    expect((await bela.call('progress')).body.data.days.at(-1)).toMatchObject({
      date: '2026-03-28',
      workouts: 1,
      duration: 30,
    });
    now = new Date('2026-03-29T18:31:00Z'); // 00:01, two days on
    await bela.call('changeMe', { body: { settings: { timeZone: 'UTC' } } });
    await bela.call('changeMe', { body: { settings: { timeZone: 'Asia/Kolkata' } } });
    const later = (await bela.call('progress')).body.data;
    expect(later).toMatchObject({ streak: 0, longestStreak: 1, totalWorkouts: 1 });
    expect(later.days.at(-1)?.date).toBe('2026-03-30');
    now = new Date();
  });

  it('sees another today at once when their zone changes', async () => {
    const chen = await server.as('chen', { timeZone: 'Pacific/Kiritimati' });
    const before = (await chen.call('progress')).body.data.days.at(-1)?.date;
    await chen.call('changeMe', { body: { settings: { timeZone: 'Pacific/Niue' } } });
    expect((await chen.call('progress')).body.data.days.at(-1)?.date).not.toBe(before);
  });

  it('changes what is given and leaves the rest', async () => {
    const dara = await server.as('dara');
    await dara.call('changeMe', { body: { profile: { firstName: 'Dara', height: 170, goals: ['strength'] } } });
    const { body } = await dara.call('changeMe', {
      body: { username: 'Dara K', profile: { height: null, sex: 'female' }, settings: { theme: 'dark' } },
    });
    expect(body.data).toMatchObject({
      username: 'Dara K',
      profile: { firstName: 'Dara', height: null, sex: 'female', goals: ['strength'] },
      settings: { theme: 'dark', units: 'metric' },
    });
    expect((await dara.call('changeMe', { body: { username: 'ANA' } })).error?.code).toBe('username_taken');
  });

  it('is told everything that is wrong with a change, and nothing of it is stored', async () => {
    const eva = await server.as('eva');
    const { status, error } = await eva.call('changeMe', {
      body: {
        profile: { age: 7, height: 'tall', weight: null, hat: 1 },
        settings: { timeZone: 'Mars/Olympus', theme: 'pink' },
      } as never,
    });
    expect(status).toBe(422);
    expect(error?.fields?.map((field) => field.path).sort()).toEqual(
      ['profile.age', 'profile.hat', 'profile.height', 'profile.weight', 'settings.theme', 'settings.timeZone'].sort(),
    );
    expect((await eva.call('me')).body.data).toEqual(eva.user);
  });

  it('notes one weight a day, and the newest is the profile’s', async () => {
    const fay = await server.as('fay');
    const put = (localDate: string, weight: number) => fay.call('addWeight', { body: { localDate, weight } });
    expect((await put('2026-05-02', 71)).status).toBe(201);
    await put('2026-05-01', 75);
    const again = await put('2026-05-02', 70.5);
    expect(again.status).toBe(200);
    expect((await fay.call('weights')).body.data.map(({ localDate, weight }) => [localDate, weight])).toEqual([
      ['2026-05-02', 70.5],
      ['2026-05-01', 75],
    ]);
    expect((await fay.call('me')).body.data.profile.weight).toBe(70.5);
    const gus = await server.as('gus');
    expect((await gus.call('removeWeight', { params: { id: again.body.data._id } })).status).toBe(404);
    expect((await fay.call('removeWeight', { params: { id: again.body.data._id } })).status).toBe(204);
    expect((await fay.call('me')).body.data.profile.weight).toBe(75);
  });

  it('notes the weight that is changed in the profile as today’s', async () => {
    const hal = await server.as('hal');
    await hal.call('changeMe', { body: { profile: { weight: 82 } } });
    expect((await hal.call('weights')).body.data).toMatchObject([
      { localDate: now.toISOString().slice(0, 10), weight: 82 },
    ]);
  });
});
