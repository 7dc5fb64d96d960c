import { randomUUID } from 'node:crypto';
import { builtInExercises } from '@trainer/coach/exercises';
import type { ServerEvents } from '@trainer/contract/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, type TestServer, type TestSocket, testServer } from '../../testing/test-server.ts';

const squat = builtInExercises.find((exercise) => exercise.slug === 'goblet-squat')?._id ?? '';
const WORKOUT = {
  exercises: [{ name: 'Goblet Squat', exerciseId: squat, sets: 3, reps: 10, weight: 16 }],
  totalDuration: 30,
};

type Event = keyof ServerEvents;
const next = <E extends Event>(socket: TestSocket, event: E) =>
  new Promise<Parameters<ServerEvents[E]>[0]>((resolve) => socket.once(event, resolve as never));

describe('a trainer and their clients', () => {
  let server: TestServer;
  let people = 0;
  beforeAll(async () => {
    server = await testServer({ environment: { RATE_LIMITS: 'off' } });
  });
  afterAll(() => server.close());

  const someone = (role: 'member' | 'trainer' = 'member') => server.as(`${role}${String((people += 1))}`, { role });
  const pair = async () => {
    const [arun, kavya] = [await someone('trainer'), await someone()];
    await link(arun, kavya);
    return { arun, kavya, id: kavya.user._id };
  };
  const link = async (trainer: Client, member: Client) => {
    const { body } = await trainer.call('invite', { body: { email: member.user.email } });
    const accepted = await member.call('acceptInvite', { params: { id: body.data._id } });
    expect(accepted.status).toBe(200);
  };
  const list = async (trainer: Client) => (await trainer.call('clients')).body.data;

  describe('an invitation', () => {
    it('is seen by whoever has the e-mail, and becomes coaching once it is accepted', async () => {
      const [arun, kavya] = [await someone('trainer'), await someone()];
      const told = next(await kavya.socket(), 'inviteReceived');
      const { status, body } = await arun.call('invite', { body: { email: kavya.user.email.toUpperCase() } });
      expect(status).toBe(201);
      expect(body.data.code).toMatch(/^[A-HJ-KM-NP-Z2-9]{5}-[A-HJ-KM-NP-Z2-9]{5}$/);
      await told;
      const received = (await kavya.call('myInvites')).body.data;
      expect(received).toMatchObject([
        { _id: body.data._id, trainer: { _id: arun.user._id, username: arun.user.username } },
      ]);
      expect((await arun.call('invites')).body.data).toEqual([body.data]);
      expect(await list(arun)).toEqual([]);

      const heard = next(await arun.socket(), 'clientsChanged');
      const accepted = await kavya.call('acceptInvite', { params: { id: body.data._id } });
      expect(accepted.body.data).toEqual({
        _id: arun.user._id,
        username: arun.user.username,
        firstName: null,
        lastName: null,
      });
      expect(await heard).toEqual({ userId: kavya.user._id });
      expect((await kavya.call('me')).body.data.trainerId).toBe(arun.user._id);
      expect((await arun.call('me')).body.data.assignedClients).toEqual([kavya.user._id]);
      expect((await kavya.call('myTrainer')).body.data).toMatchObject({
        trainer: { _id: arun.user._id },
        share: { live: true, history: true, health: false },
        until: null,
      });
      expect(await list(arun)).toMatchObject([{ _id: kavya.user._id, status: 'on_track', session: null }]);
      expect((await arun.call('invites')).body.data).toEqual([]);
      expect((await kavya.call('myInvites')).body.data).toEqual([]);
    });

    it('is taken by its code as well, however that is typed, and only once', async () => {
      const [arun, kavya, bo] = [await someone('trainer'), await someone(), await someone()];
      const { body } = await arun.call('invite', { body: { email: 'nobody@example.org' } });
      const typed = ` ${body.data.code.toLowerCase().replace('-', ' ')} `;
      expect((await kavya.call('acceptCode', { body: { code: typed } })).body.data._id).toBe(arun.user._id);
      const again = await bo.call('acceptCode', { body: { code: body.data.code } });
      expect([again.status, again.error?.code]).toEqual([422, 'wrong_code']);
      expect(server.log).toContain('A code of no invitation was tried');
    });

    it('waits for somebody who signs up later', async () => {
      const arun = await someone('trainer');
      await arun.call('invite', { body: { email: 'latecomer@example.org' } });
      const late = await server.as('latecomer');
      expect((await late.call('myInvites')).body.data).toHaveLength(1);
    });

    it('can be withdrawn, and declined', async () => {
      const [arun, kavya, bo] = [await someone('trainer'), await someone(), await someone('trainer')];
      const one = (await arun.call('invite', { body: { email: kavya.user.email } })).body.data;
      expect((await bo.call('withdrawInvite', { params: { id: one._id } })).status).toBe(404);
      expect((await bo.call('declineInvite', { params: { id: one._id } })).status).toBe(404);
      expect((await arun.call('withdrawInvite', { params: { id: one._id } })).status).toBe(204);
      expect((await kavya.call('acceptInvite', { params: { id: one._id } })).status).toBe(404);
      expect((await kavya.call('acceptCode', { body: { code: one.code } })).status).toBe(422);
      const other = (await arun.call('invite', { body: { email: kavya.user.email } })).body.data;
      expect((await kavya.call('declineInvite', { params: { id: other._id } })).status).toBe(204);
      expect((await arun.call('invites')).body.data).toEqual([]);
      expect((await kavya.call('myTrainer')).status).toBe(404);
    });

    it('is for somebody else than oneself, and for somebody without a trainer', async () => {
      const { arun, kavya } = await pair();
      const self = await arun.call('invite', { body: { email: arun.user.email } });
      expect([self.status, self.error?.code]).toEqual([409, 'own_invite']);
      const open = (await arun.call('invite', { body: { email: 'x@example.org' } })).body.data;
      expect((await arun.call('acceptCode', { body: { code: open.code } })).error?.code).toBe('own_invite');
      const mala = await someone('trainer');
      const second = (await mala.call('invite', { body: { email: kavya.user.email } })).body.data;
      const refused = await kavya.call('acceptInvite', { params: { id: second._id } });
      expect([refused.status, refused.error?.code]).toEqual([409, 'has_trainer']);
    });

    it('accepted from the list and by its code at once is one coaching', async () => {
      const [arun, kavya] = [await someone('trainer'), await someone()];
      const { _id, code } = (await arun.call('invite', { body: { email: kavya.user.email } })).body.data;
      const answers = await Promise.all([
        kavya.call('acceptInvite', { params: { id: _id } }),
        kavya.call('acceptCode', { body: { code } }),
        kavya.call('acceptInvite', { params: { id: _id } }),
      ]);
      expect(answers.map((one) => one.status)).toContain(200);
      // Whoever is too late finds it used up.
      for (const { status } of answers) expect([200, 404, 422]).toContain(status);
      expect(await list(arun)).toHaveLength(1);
    });

    it('of two trainers accepted at once gives one trainer, and both accounts agree', async () => {
      const [arun, mala, kavya] = [await someone('trainer'), await someone('trainer'), await someone()];
      const invites = await Promise.all(
        [arun, mala].map((one) => one.call('invite', { body: { email: kavya.user.email } })),
      );
      const answers = await Promise.all(
        invites.map(({ body }) => kavya.call('acceptInvite', { params: { id: body.data._id } })),
      );
      expect(answers.map((one) => one.status).sort()).toEqual([200, 409]);
      const { trainerId } = (await kavya.call('me')).body.data;
      for (const trainer of [arun, mala]) {
        const { assignedClients, _id } = (await trainer.call('me')).body.data;
        expect(assignedClients).toEqual(_id === trainerId ? [kavya.user._id] : []);
        expect((await list(trainer)).length).toBe(_id === trainerId ? 1 : 0);
      }
    });

    it('ended while it is accepted leaves both sides agreeing', async () => {
      const [arun, kavya] = [await someone('trainer'), await someone()];
      const { _id } = (await arun.call('invite', { body: { email: kavya.user.email } })).body.data;
      await Promise.all([
        kavya.call('acceptInvite', { params: { id: _id } }),
        arun.call('withdrawInvite', { params: { id: _id } }),
        arun.call('removeClient', { params: { id: kavya.user._id } }),
        kavya.call('leaveTrainer'),
      ]);
      const has = (await kavya.call('me')).body.data.trainerId !== null;
      expect((await arun.call('me')).body.data.assignedClients).toEqual(has ? [kavya.user._id] : []);
      expect(await list(arun)).toHaveLength(has ? 1 : 0);
      expect((await arun.call('client', { params: { id: kavya.user._id } })).status).toBe(has ? 200 : 404);
    });

    it('sent twice with one clientId is one', async () => {
      const arun = await someone('trainer');
      const body = { email: 'y@example.org', clientId: randomUUID() };
      const [one, two] = [await arun.call('invite', { body }), await arun.call('invite', { body })];
      expect([one.status, two.status]).toEqual([201, 200]);
      expect(two.body.data).toEqual(one.body.data);
    });
  });

  it('has its end on either side, and nothing is seen from then on', async () => {
    for (const side of ['trainer', 'member'] as const) {
      const { arun, kavya, id } = await pair();
      const watching = await arun.socket();
      expect(await watching.emitWithAck('joinProgressRoom', id)).toEqual({ success: true });
      const seen = next(watching, 'progressUpdated');
      await kavya.call('saveWorkout', { body: WORKOUT });
      expect(await seen).toMatchObject({ userId: id, totalWorkouts: 1 });

      const ended =
        side === 'trainer' ? arun.call('removeClient', { params: { id } }) : kavya.call('leaveTrainer', undefined);
      expect((await ended).status).toBe(204);
      const heard: string[] = [];
      watching.onAny((event: string) => heard.push(event));
      await kavya.call('saveWorkout', { body: WORKOUT });
      expect(await watching.emitWithAck('joinProgressRoom', id)).toEqual({ success: false, error: 'forbidden' });
      expect(heard.filter((event) => event !== 'clientsChanged' && event !== 'presence')).toEqual([]);
      expect(await list(arun)).toEqual([]);
      for (const name of [
        'client',
        'clientWorkouts',
        'clientStats',
        'clientSession',
        'clientNote',
        'clientPlans',
      ] as const)
        expect([name, (await arun.call(name, { params: { id } })).status]).toEqual([name, 404]);
      expect((await kavya.call('leaveTrainer')).status).toBe(404);
      expect((await arun.call('removeClient', { params: { id } })).status).toBe(404);
    }
  });
});
