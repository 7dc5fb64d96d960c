import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coached, next, someone } from '../../testing/coached.ts';
import { type Client, type TestServer, testServer } from '../../testing/test-server.ts';

describe('an invitation', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());
  const list = async (trainer: Client) => (await trainer.call('clients')).body.data;

  it('is seen by whoever has the e-mail, and becomes coaching once it is accepted', async () => {
    const [arun, kavya] = [await someone(server, 'trainer'), await someone(server)];
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
    const [arun, kavya, bo] = [await someone(server, 'trainer'), await someone(server), await someone(server)];
    const { body } = await arun.call('invite', { body: { email: 'nobody@example.org' } });
    const typed = ` ${body.data.code.toLowerCase().replace('-', ' ')} `;
    expect((await kavya.call('acceptCode', { body: { code: typed } })).body.data._id).toBe(arun.user._id);
    const again = await bo.call('acceptCode', { body: { code: body.data.code } });
    expect([again.status, again.error?.code]).toEqual([422, 'wrong_code']);
    expect(server.log).toContain('A code of no invitation was tried');
  });

  it('goes out by mail once, with the code and a link into the house', async () => {
    const arun = await someone(server, 'trainer');
    await arun.call('changeMe', { body: { profile: { firstName: 'Arun', lastName: '<b>Iyer</b>' } } });
    const body = { email: 'mailed@example.org', clientId: randomUUID() };
    const { code } = (await arun.call('invite', { body })).body.data;
    await arun.call('invite', { body });
    const mails = await server.mailsTo(body.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain(code);
    expect(mails[0]?.text).toContain('/pages/settings.html');
    expect(mails[0]?.html).not.toContain('<b>Iyer');
  });

  it('waits for somebody who signs up later', async () => {
    const arun = await someone(server, 'trainer');
    await arun.call('invite', { body: { email: 'latecomer@example.org' } });
    const late = await server.as('latecomer');
    expect((await late.call('myInvites')).body.data).toHaveLength(1);
  });

  it('can be withdrawn, and declined', async () => {
    const [arun, kavya, bo] = [
      await someone(server, 'trainer'),
      await someone(server),
      await someone(server, 'trainer'),
    ];
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
    const { arun, kavya } = await coached(server);
    const self = await arun.call('invite', { body: { email: arun.user.email } });
    expect([self.status, self.error?.code]).toEqual([409, 'own_invite']);
    const open = (await arun.call('invite', { body: { email: 'x@example.org' } })).body.data;
    expect((await arun.call('acceptCode', { body: { code: open.code } })).error?.code).toBe('own_invite');
    const mala = await someone(server, 'trainer');
    const second = (await mala.call('invite', { body: { email: kavya.user.email } })).body.data;
    const refused = await kavya.call('acceptInvite', { params: { id: second._id } });
    expect([refused.status, refused.error?.code]).toEqual([409, 'has_trainer']);
  });

  it('accepted from the list and by its code at once is one coaching', async () => {
    const [arun, kavya] = [await someone(server, 'trainer'), await someone(server)];
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
    const [arun, mala, kavya] = [
      await someone(server, 'trainer'),
      await someone(server, 'trainer'),
      await someone(server),
    ];
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
    const [arun, kavya] = [await someone(server, 'trainer'), await someone(server)];
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
    const arun = await someone(server, 'trainer');
    const body = { email: 'y@example.org', clientId: randomUUID() };
    const [one, two] = [await arun.call('invite', { body }), await arun.call('invite', { body })];
    expect([one.status, two.status]).toEqual([201, 200]);
    expect(two.body.data).toEqual(one.body.data);
  });
});

describe('guessing codes', () => {
  it('is over after ten tries, and each is logged', async () => {
    const server = await testServer({ environment: { RATE_LIMITS: 'on' } });
    const [arun, kavya, bo] = await Promise.all([someone(server, 'trainer'), someone(server), someone(server)]);
    const { code } = (await arun.call('invite', { body: { email: 'x@example.org' } })).body.data;
    const guess = (who: Client, given: string) => who.call('acceptCode', { body: { code: given } });
    for (let i = 0; i < 10; i += 1) expect((await guess(bo, `AAAAA-AAAA${String(i)}`)).status).toBe(422);
    const refused = await guess(bo, code);
    expect([refused.status, refused.error?.code]).toEqual([429, 'too_many_tries']);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(server.log.filter((line) => line === 'A code of no invitation was tried')).toHaveLength(10);
    // Whoever has the right one is not held up by others.
    expect((await guess(kavya, code)).status).toBe(200);
    await server.close();
  });
});

describe('an invitation over time', () => {
  it('holds seven days', async () => {
    let now = new Date('2026-07-16T08:00:00Z');
    const server = await testServer({ clock: () => now });
    const [arun, kavya] = await Promise.all([someone(server, 'trainer'), someone(server)]);
    const { body } = await arun.call('invite', { body: { email: kavya.user.email } });
    expect(body.data.expiresAt).toBe('2026-07-23T08:00:00.000Z');
    now = new Date('2026-07-23T08:00:00Z');
    expect((await kavya.call('myInvites')).body.data).toEqual([]);
    expect((await arun.call('invites')).body.data).toEqual([]);
    expect((await kavya.call('acceptInvite', { params: { id: body.data._id } })).status).toBe(404);
    expect((await kavya.call('acceptCode', { body: { code: body.data.code } })).error?.code).toBe('wrong_code');
    await server.close();
  });
});
