import { addDays, localDateOf, weekdayOf } from '@trainer/coach/days';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coach, coached, next, Phone, someone, SQUAT, workout } from '../../testing/coached.ts';
import { type Client, connect, type TestServer, testServer } from '../../testing/test-server.ts';

const TODAY = localDateOf(new Date(), 'UTC');
const ago = (days: number) => addDays(TODAY, -days);
const on = (day: string) => `${day}T06:00:00.000Z`;

describe('the list of clients', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer({ clock: () => new Date(`${TODAY}T12:00:00Z`) });
  });
  afterAll(() => server.close());

  const list = async (trainer: Client) => (await trainer.call('clients')).body.data;
  const row = async (trainer: Client, id: string) => (await list(trainer)).find((one) => one._id === id);
  const plan = (trainer: Client, id: string, ...weekdays: number[]) =>
    trainer.call('givePlan', {
      params: { id },
      body: {
        name: 'Legs',
        startsOn: ago(60),
        weeks: 20,
        days: weekdays.map((weekday) => ({ weekday, exercises: [{ exerciseId: SQUAT, sets: 3, reps: 8 }] })),
      },
    });

  it('shows of each what they have done, as they see it themselves', async () => {
    const { arun, kavya, id } = await coached(server);
    await kavya.call('changeMe', { body: { profile: { firstName: 'Kavya', lastName: 'Raman' } } });
    for (const days of [0, 1, 2, 40]) await kavya.call('saveWorkout', workout({ date: on(ago(days)) }));
    const own = (await kavya.call('progress')).body.data;
    const { totalWorkouts, totalCalories, totalDuration, streak } = own;
    const [newest] = (await kavya.call('workouts', { query: {} })).body.data;
    expect(await row(arun, id)).toEqual({
      _id: id,
      username: kavya.user.username,
      firstName: 'Kavya',
      lastName: 'Raman',
      status: 'on_track',
      reason: null,
      progress: { totalWorkouts, totalCalories, totalDuration, streak },
      lastWorkout: { _id: newest?._id, name: newest?.name, date: newest?.date, localDate: newest?.localDate },
      compliance: null,
      unread: 0,
      online: false,
      session: null,
      since: expect.any(String),
    });
    expect(totalWorkouts).toBe(3);
    const { body: detail } = await arun.call('client', { params: { id } });
    expect(detail.data.progress).toEqual(own);
    expect((await arun.call('clientStats', { params: { id } })).body.data).toEqual(
      (await kavya.call('stats')).body.data,
    );
    const pages = { params: { id }, query: { limit: '3' } };
    const first = (await arun.call('clientWorkouts', pages)).body;
    expect(first.data.map((one) => one.localDate)).toEqual([ago(0), ago(1), ago(2)]);
    const query = { limit: '3', cursor: first.page.nextCursor ?? '' };
    expect((await arun.call('clientWorkouts', { params: { id }, query })).body.data).toMatchObject([
      { localDate: ago(40) },
    ]);
  });

  it('has who trains first, then who needs a look, with the reason', async () => {
    const arun = await someone(server, 'trainer');
    const [calm, quiet, trains] = [await someone(server), await someone(server), await someone(server)];
    for (const member of [calm, quiet, trains]) await coach(arun, member);
    await calm.call('saveWorkout', workout());
    await quiet.call('saveWorkout', workout({ date: on(ago(9)) }));
    const phone = new Phone(trains);
    await phone.start();
    await phone.tick(10);
    expect(await list(arun)).toMatchObject([
      {
        _id: trains.user._id,
        status: 'training',
        session: { sessionId: phone.sessionId, exercise: 'Goblet Squat', setsDone: 1, setsPlanned: 3 },
      },
      { _id: quiet.user._id, status: 'needs_look', reason: 'No workout for 9 days.' },
      { _id: calm.user._id, status: 'on_track', reason: null },
    ]);
  });

  it('tells how much of what was planned was done, also once the plan is another', async () => {
    const { arun, kavya, id } = await coached(server);
    const yesterday = weekdayOf(ago(1));
    const given = (await plan(arun, id, yesterday)).body.data;
    for (const days of [1, 8, 22]) await kavya.call('saveWorkout', workout({ date: on(ago(days)) }));
    // Of the last 30 days these five were planned: 1, 8, 15, 22 and 29 days ago.
    const compliance = { d7: 100, d30: 60, d90: 33 };
    expect((await row(arun, id))?.compliance).toEqual(compliance);
    expect((await arun.call('client', { params: { id } })).body.data).toMatchObject({
      compliance,
      planned: { d7: { done: 1, planned: 1 }, d30: { done: 3, planned: 5 }, d90: { done: 3, planned: 9 } },
    });
    await arun.call('removePlan', { params: { id, planId: given._id } });
    expect((await row(arun, id))?.compliance).toEqual(compliance);
  });

  it('calls for a look after a planned workout was missed', async () => {
    const { arun, kavya, id } = await coached(server);
    await kavya.call('saveWorkout', workout({ date: on(ago(3)) }));
    await plan(arun, id, weekdayOf(ago(2)));
    expect(await row(arun, id)).toMatchObject({
      status: 'needs_look',
      reason: expect.stringMatching(/^Missed the workout of /),
    });
    await kavya.call('saveWorkout', workout({ date: on(ago(1)) }));
    expect(await row(arun, id)).toMatchObject({ status: 'on_track' });
  });

  it('is cached, and never old: every change of a client clears it', async () => {
    const { arun, kavya, id } = await coached(server);
    const key = `trainer:${arun.user._id}:clients`;
    const isAsked = async () => {
      const from = server.log.length;
      await list(arun);
      return server.log.slice(from).some((line) => line === `Cache MISS: ${key} (querying DB)`);
    };
    const cleared: Record<string, () => Promise<unknown>> = {
      'a workout': () => kavya.call('saveWorkout', workout()),
      'a change of a name': () => kavya.call('changeMe', { body: { profile: { firstName: 'Kav' } } }),
      'a message': () => kavya.call('sendMessage', { params: { userId: arun.user._id }, body: { text: 'Hello' } }),
      'reading it': () => arun.call('readMessages', { params: { userId: id } }),
      'a plan': () => plan(arun, id, 1),
      'what is shared': () => kavya.call('changeSharing', { body: { share: { health: true } } }),
      'a running workout': () => new Phone(kavya).start(),
      'another client': async () => coach(arun, await someone(server)),
    };
    await list(arun);
    expect(await isAsked()).toBe(false);
    for (const [what, act] of Object.entries(cleared)) {
      await act();
      expect(await isAsked(), what).toBe(true);
      expect(await isAsked(), what).toBe(false);
    }
  });

  it('counts what is unread, until it is read', async () => {
    const { arun, kavya, id } = await coached(server);
    const send = (text: string) => kavya.call('sendMessage', { params: { userId: arun.user._id }, body: { text } });
    await send('one');
    expect((await row(arun, id))?.unread).toBe(1);
    await send('two');
    expect((await row(arun, id))?.unread).toBe(2);
    await arun.call('readMessages', { params: { userId: id } });
    expect((await row(arun, id))?.unread).toBe(0);
  });

  it('shows who is online at this moment, whatever is cached', async () => {
    const { arun, kavya, id } = await coached(server);
    expect((await row(arun, id))?.online).toBe(false);
    const told = next(await arun.socket(), 'presence');
    await connect(server.url, kavya.token);
    expect(await told).toEqual({ userId: id, online: true });
    expect((await row(arun, id))?.online).toBe(true);
    expect((await kavya.call('myTrainer')).body.data.online).toBe(true);
  });

  it('follows the links and not the cache, should that have missed an end', async () => {
    const { arun, kavya, id } = await coached(server);
    expect(await list(arun)).toHaveLength(1);
    // As another server leaves it that dies before it clears the cache.
    await server.store.coaching.changeLink(id, { share: { live: false } });
    expect((await list(arun))[0]).not.toHaveProperty('progress');
    await server.store.coaching.end(arun.user._id, kavya.user._id, new Date());
    expect(await list(arun)).toEqual([]);
  });

  it('is the trainer’s alone', async () => {
    const { kavya } = await coached(server);
    expect((await kavya.call('clients')).status).toBe(403);
    // Once a token is known, it is answered by another road.
    expect((await kavya.call('clients')).error?.code).toBe('forbidden');
    expect(await list(await someone(server, 'trainer'))).toEqual([]);
  });

  it('keeps a private note of each, that the member never sees', async () => {
    const { arun, kavya, id } = await coached(server);
    const note = { params: { id } };
    expect((await arun.call('clientNote', note)).body.data).toEqual({ text: '', updatedAt: null });
    const written = await arun.call('writeClientNote', { ...note, body: { text: ' Left knee. ' } });
    expect(written.body.data).toMatchObject({ text: 'Left knee.' });
    expect((await arun.call('clientNote', note)).body.data).toEqual(written.body.data);
    const seen = await Promise.all([kavya.call('me'), kavya.call('myTrainer'), kavya.call('threads')]);
    expect(JSON.stringify(seen.map((one) => one.body))).not.toContain('knee');
    await kavya.call('leaveTrainer');
    await coach(arun, kavya);
    expect((await arun.call('clientNote', note)).body.data.text).toBe('');
  });

  it('lets a trainer be coached, too', async () => {
    const [arun, mala] = [await someone(server, 'trainer'), await someone(server, 'trainer')];
    await coach(arun, mala);
    await mala.call('saveWorkout', workout());
    expect(await row(arun, mala.user._id)).toMatchObject({ progress: { totalWorkouts: 1 } });
    expect(await list(mala)).toEqual([]);
  });
});
