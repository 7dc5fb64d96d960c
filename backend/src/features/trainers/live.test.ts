import type { SessionUpdated } from '@trainer/contract/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coach, coached, next, Phone, someone } from '../../testing/coached.ts';
import { type TestServer, testServer } from '../../testing/test-server.ts';

describe('a running workout at the trainer’s screen', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());

  it('is there set by set as it happens, and found again by its version', async () => {
    const { arun, kavya, id } = await coached(server);
    const screen = await arun.socket();
    const seen: SessionUpdated[] = [];
    screen.on('sessionUpdated', (update) => seen.push(update));
    expect((await arun.call('clientSession', { params: { id } })).status).toBe(404);
    const phone = new Phone(kavya);
    await phone.start();
    for (const reps of [10, 9]) await phone.tick(reps);
    await expect.poll(() => seen.map(({ session }) => session.version)).toEqual([1, 2, 3]);
    expect(seen.at(-1)).toMatchObject({ userId: id, ops: [{ op: 'set', reps: 9 }] });

    screen.disconnect();
    await phone.tick(8);
    const { body } = await arun.call('clientSession', { params: { id } });
    expect(body.data).toMatchObject({ version: 4, exercises: [{ sets: [{ reps: 10 }, { reps: 9 }, { reps: 8 }] }] });
    const again = await arun.socket();
    const end = next(again, 'sessionEnded');
    await phone.finish();
    expect(await end).toMatchObject({ userId: id, sessionId: phone.sessionId, how: 'finished' });
    expect((await arun.call('clientSession', { params: { id } })).status).toBe(404);
  });

  it('is that of several clients at once', async () => {
    const { arun, kavya } = await coached(server);
    const bo = await someone(server);
    await coach(arun, bo);
    const screen = await arun.socket();
    const seen = new Set<string>();
    screen.on('sessionUpdated', ({ userId }) => seen.add(userId));
    await Promise.all([kavya, bo].map((member) => new Phone(member).start()));
    await expect.poll(() => [...seen].sort()).toEqual([kavya.user._id, bo.user._id].sort());
  });

  it('takes a word of the trainer’s, which appears on every device of the member', async () => {
    const { arun, kavya, id } = await coached(server);
    await arun.call('changeMe', { body: { profile: { firstName: 'Arun' } } });
    const cue = (text: string) => arun.call('cue', { params: { id }, body: { text } });
    const early = await cue('Stop at 8');
    expect([early.status, early.error?.code]).toEqual([409, 'not_training']);
    const phone = new Phone(kavya);
    await phone.start();
    const devices = await Promise.all([kavya.socket(), kavya.socket()]);
    const heard = Promise.all(devices.map((device) => next(device, 'cueReceived')));
    expect((await cue('  Stop at 8 <b>')).status).toBe(204);
    for (const told of await heard)
      expect(told).toMatchObject({ from: arun.user._id, name: 'Arun', text: 'Stop at 8 <b>' });
    for (const text of ['', '   ', 'x'.repeat(121)]) expect((await cue(text)).status).toBe(422);

    await kavya.call('changeSharing', { body: { share: { live: false } } });
    expect((await cue('Stop')).error?.code).toBe('not_training');
    await kavya.call('changeSharing', { body: { share: { live: true } } });
    await phone.discard();
    expect((await cue('Stop')).error?.code).toBe('not_training');
  });

  it('is not flooded with words', async () => {
    const limited = await testServer({ environment: { RATE_LIMITS: 'on' } });
    const { arun, kavya, id } = await coached(limited);
    await new Phone(kavya).start();
    const cue = () => arun.call('cue', { params: { id }, body: { text: 'Go' } });
    for (let i = 0; i < 60; i += 1) expect((await cue()).status).toBe(204);
    const refused = await cue();
    expect([refused.status, refused.error?.code]).toEqual([429, 'too_many_requests']);
    await limited.close();
  });
});
