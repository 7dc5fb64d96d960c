import { addDays, localDateOf } from '@trainer/coach/days';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coach, coached, next, Phone, someone, SQUAT, workout } from '../../testing/coached.ts';
import { type Client, type TestServer, type TestSocket, testServer } from '../../testing/test-server.ts';

// Sockets go by the real clock, so that the days of this test are those of today.
const TODAY = localDateOf(new Date(), 'UTC');
const TOMORROW = addDays(TODAY, 1);
const at = (day: string, time: string) => new Date(`${day}T${time}:00Z`);
const MORNING = at(TODAY, '08:00');

describe('what a member shares', () => {
  let server: TestServer;
  let now = MORNING;
  beforeAll(async () => {
    server = await testServer({ clock: () => now });
  });
  afterAll(() => server.close());

  const ASKED = ['client', 'clientWorkouts', 'clientStats', 'clientSession', 'clientNote', 'clientPlans'] as const;
  const ask = async (trainer: Client, name: (typeof ASKED)[number], id: string): Promise<{ status: number }> => {
    const { status } = await trainer.call(name, { params: { id } });
    return { status };
  };
  const statuses = async (trainer: Client, id: string): Promise<Record<string, number>> => {
    const answers = await Promise.all(ASKED.map((name) => ask(trainer, name, id)));
    return Object.fromEntries(ASKED.map((name, i) => [name, answers[i]?.status ?? 0]));
  };
  const list = async (trainer: Client) => (await trainer.call('clients')).body.data;
  const detail = async (trainer: Client, id: string) => (await trainer.call('client', { params: { id } })).body.data;
  /** What this screen hears from now on, less who is there. */
  function hearing(socket: TestSocket): string[] {
    const heard: string[] = [];
    socket.onAny((event: string) => {
      if (event !== 'presence') heard.push(event);
    });
    return heard;
  }
  /** Whatever was told before this has arrived. */
  const settled = (socket: TestSocket) => socket.emitWithAck('leaveProgressRoom', 'f'.repeat(24));

  it('are numbers, the running workout and the history from the beginning, and no conditions', async () => {
    const { arun, kavya, id } = await coached(server);
    await kavya.call('changeMe', { body: { profile: { medicalConditions: ['knee pain'], weight: 61 } } });
    await kavya.call('saveWorkout', workout());
    const phone = new Phone(kavya);
    await phone.start();
    expect(await statuses(arun, id)).toEqual(Object.fromEntries(ASKED.map((name) => [name, 200])));
    expect(await detail(arun, id)).toMatchObject({ progress: { totalWorkouts: 1 }, weights: [{ weight: 61 }] });
    expect(await detail(arun, id)).not.toHaveProperty('health');
    expect((await list(arun))[0]).toMatchObject({
      session: { sessionId: phone.sessionId },
      lastWorkout: {},
      progress: {},
    });
  });

  it('can be narrowed part by part, and what is not shared is absent at once', async () => {
    const { arun, kavya, id } = await coached(server);
    await kavya.call('changeMe', { body: { profile: { medicalConditions: ['knee pain'] } } });
    await kavya.call('saveWorkout', workout());
    await new Phone(kavya).start();
    await list(arun);
    const share = (parts: object) => kavya.call('changeSharing', { body: { share: parts } });

    expect((await share({ live: false })).body.data.share).toEqual({ live: false, history: true, health: false });
    expect((await list(arun))[0]).toMatchObject({ status: 'on_track', session: null, lastWorkout: {} });
    expect((await list(arun))[0]).not.toHaveProperty('progress');
    expect(await statuses(arun, id)).toMatchObject({ clientSession: 404, clientWorkouts: 200, clientStats: 200 });
    expect(await detail(arun, id)).not.toHaveProperty('progress');

    await share({ live: true, history: false });
    expect((await list(arun))[0]).toMatchObject({ status: 'training', progress: { totalWorkouts: 1 } });
    expect((await list(arun))[0]).not.toHaveProperty('lastWorkout');
    expect(await statuses(arun, id)).toMatchObject({ clientSession: 200, clientWorkouts: 404, clientStats: 404 });
    expect(await detail(arun, id)).not.toHaveProperty('weights');

    await share({ live: false, health: true });
    expect((await list(arun))[0]).toMatchObject({ status: 'on_track', compliance: null, reason: null });
    expect(await detail(arun, id)).toMatchObject({
      compliance: null,
      health: { medicalConditions: ['knee pain'], dietaryRestrictions: [] },
    });
    expect((await kavya.call('myTrainer')).body.data.share).toEqual({ live: false, history: false, health: true });
  });

  it('narrowed while the trainer watches is told no more, and widened again is', async () => {
    const { arun, kavya, id } = await coached(server);
    const screen = await arun.socket();
    await screen.emitWithAck('joinProgressRoom', id);
    const phone = new Phone(kavya);
    await phone.start();
    const seen = next(screen, 'sessionUpdated');
    await phone.tick(10);
    expect(await seen).toMatchObject({ userId: id, session: { exercises: [{ sets: [{ reps: 10 }] }] } });

    await kavya.call('changeSharing', { body: { share: { live: false } } });
    const heard = hearing(screen);
    await settled(screen);
    heard.length = 0;
    await phone.tick(9);
    await phone.finish();
    expect(await screen.emitWithAck('joinProgressRoom', id)).toEqual({ success: false, error: 'forbidden' });
    // That something of the history is new may be known.
    expect(new Set(heard)).toEqual(new Set(['clientsChanged']));
    await kavya.call('changeSharing', { body: { share: { history: false } } });
    await settled(screen);
    heard.length = 0;
    await kavya.call('saveWorkout', workout());
    await settled(screen);
    expect(heard).toEqual([]);

    await kavya.call('changeSharing', { body: { share: { live: true } } });
    expect(await screen.emitWithAck('joinProgressRoom', id)).toEqual({ success: true });
    const again = next(screen, 'progressUpdated');
    await kavya.call('saveWorkout', workout());
    expect(await again).toMatchObject({ totalWorkouts: 3 });
  });

  it.each(['trainer', 'member'] as const)(
    'ended by the %s is seen no more, on no screen and in no answer',
    async (side) => {
      const { arun, kavya, id } = await coached(server);
      const screen = await arun.socket();
      await screen.emitWithAck('joinProgressRoom', id);
      const phone = new Phone(kavya);
      await phone.start();
      await kavya.call('saveWorkout', workout());
      expect(await list(arun)).toHaveLength(1);
      const { _id: planId } = (
        await arun.call('givePlan', {
          params: { id },
          body: { name: 'Legs', days: [{ weekday: 1, exercises: [{ exerciseId: SQUAT, sets: 3 }] }] },
        })
      ).body.data;
      const told = next(await kavya.socket(), 'inviteReceived');

      const ended =
        side === 'trainer' ? await arun.call('removeClient', { params: { id } }) : await kavya.call('leaveTrainer');
      expect(ended.status).toBe(204);
      await told;
      await settled(screen);
      const heard = hearing(screen);
      await Promise.all([phone.tick(8), kavya.call('saveWorkout', workout())]);
      await phone.finish();
      await kavya.call('changeMe', { body: { profile: { weight: 60 } } });
      expect(await screen.emitWithAck('joinProgressRoom', id)).toEqual({ success: false, error: 'forbidden' });
      expect(await screen.emitWithAck('typing', { to: id })).toEqual({ success: false, error: 'forbidden' });
      expect(heard).toEqual([]);

      expect(await list(arun)).toEqual([]);
      expect(await statuses(arun, id)).toEqual(Object.fromEntries(ASKED.map((name) => [name, 404])));
      const params = { id, planId };
      expect((await arun.call('removePlan', { params })).status).toBe(404);
      expect((await arun.call('cue', { params: { id }, body: { text: 'Up' } })).status).toBe(404);
      expect((await arun.call('writeClientNote', { params: { id }, body: { text: 'x' } })).status).toBe(404);
      expect((await kavya.call('myPlans')).body.data).toEqual([]);
      expect((await kavya.call('leaveTrainer')).status).toBe(404);
      expect((await arun.call('removeClient', { params: { id } })).status).toBe(404);
      expect((await kavya.call('changeSharing', { body: {} })).status).toBe(404);
    },
  );

  it('ended while sets are ticked is followed by nothing', async () => {
    const { arun, kavya, id } = await coached(server);
    const screen = await arun.socket();
    await screen.emitWithAck('joinProgressRoom', id);
    const phone = new Phone(kavya);
    await phone.start();
    let isOver = false;
    const ticking = (async () => {
      for (let i = 0; i < 30; i += 1) {
        await phone.tick(i);
        await kavya.call('saveWorkout', workout());
      }
    })();
    await next(screen, 'sessionUpdated');
    await kavya.call('leaveTrainer');
    await settled(screen);
    isOver = true;
    const late: string[] = [];
    screen.onAny((event: string) => {
      if (isOver && event !== 'presence') late.push(event);
    });
    await ticking;
    await settled(screen);
    expect(late).toEqual([]);
  });

  it('ends after its last day, by the member’s calendar', async () => {
    now = MORNING;
    const [arun, kavya] = [
      await someone(server, 'trainer'),
      await someone(server, 'member', { timeZone: 'Asia/Tokyo' }),
    ];
    const id = kavya.user._id;
    await coach(arun, kavya);
    const screen = await arun.socket();
    await screen.emitWithAck('joinProgressRoom', id);
    const late = await kavya.call('changeSharing', { body: { until: addDays(TODAY, -1) } });
    expect([late.status, late.error?.fields?.[0]?.path]).toEqual([422, 'until']);
    expect((await kavya.call('changeSharing', { body: { until: TOMORROW } })).body.data.until).toBe(TOMORROW);
    now = at(TOMORROW, '14:59');
    expect(await list(arun)).toHaveLength(1);
    expect((await ask(arun, 'client', id)).status).toBe(200);
    now = at(TOMORROW, '15:00');
    const heard = hearing(screen);
    await kavya.call('saveWorkout', workout());
    await settled(screen);
    expect(heard).toEqual(['clientsChanged']);
    expect((await ask(arun, 'client', id)).status).toBe(404);
    expect(await list(arun)).toEqual([]);
    expect((await kavya.call('me')).body.data.trainerId).toBeNull();
    expect((await arun.call('me')).body.data.assignedClients).toEqual([]);
    now = MORNING;
  });

  it('over already stands in no other trainer’s way', async () => {
    const { kavya } = await coached(server);
    await kavya.call('changeSharing', { body: { until: TODAY } });
    const mala = await someone(server, 'trainer');
    now = at(TOMORROW, '08:00');
    await coach(mala, kavya);
    expect((await kavya.call('myTrainer')).body.data.trainer._id).toBe(mala.user._id);
    now = MORNING;
  });
});

describe('coaching with an end', () => {
  it('ends by itself, and both are told', async () => {
    let now = MORNING;
    const server = await testServer({ clock: () => now, hourMs: 3000 });
    const { arun, kavya } = await coached(server);
    await kavya.call('changeSharing', { body: { until: TODAY } });
    const told = next(await arun.socket(), 'clientsChanged');
    now = at(TOMORROW, '08:00');
    expect(await told).toEqual({ userId: kavya.user._id });
    expect((await server.store.users.byId(kavya.user._id))?.trainerId).toBeNull();
    await server.close();
  });
});
