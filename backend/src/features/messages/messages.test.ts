import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coach, coached, next, someone } from '../../testing/coached.ts';
import { type Client, type TestServer, testServer } from '../../testing/test-server.ts';

describe('messages', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());

  const send = (from: Client, to: Client, text: string, clientId?: string) =>
    from.call('sendMessage', { params: { userId: to.user._id }, body: { text, ...(clientId && { clientId }) } });
  const page = async (
    who: Client,
    other: Client,
    query: { limit?: string; cursor?: string; direction?: 'older' | 'newer' } = {},
  ) => (await who.call('messages', { params: { userId: other.user._id }, query })).body;
  const threads = async (who: Client) => (await who.call('threads')).body.data;
  const read = (who: Client, other: Client) => who.call('readMessages', { params: { userId: other.user._id } });

  it('go both ways, to every device of both, and are unread until they are read', async () => {
    const { arun, kavya } = await coached(server);
    const screens = await Promise.all([arun.socket(), kavya.socket(), kavya.socket()]);
    const heard = Promise.all(screens.map((screen) => next(screen, 'messageReceived')));
    const sent = await send(kavya, arun, ' Is 8 enough? ');
    expect(sent.status).toBe(201);
    const message = sent.body.data;
    expect(message).toMatchObject({ from: kavya.user._id, to: arun.user._id, text: 'Is 8 enough?', readAt: null });
    expect(await heard).toEqual([message, message, message]);
    expect(await threads(arun)).toMatchObject([
      { with: { _id: kavya.user._id, online: true }, last: message, unread: 1, open: true },
    ]);
    expect(await threads(kavya)).toMatchObject([
      { with: { _id: arun.user._id }, last: message, unread: 0, open: true },
    ]);

    const told = Promise.all(screens.map((screen) => next(screen, 'messagesRead')));
    expect((await read(arun, kavya)).status).toBe(204);
    for (const one of await told) expect(one).toMatchObject({ by: arun.user._id, from: kavya.user._id });
    expect((await page(kavya, arun)).data[0]?.readAt).toMatch(/Z$/);
    expect((await threads(arun))[0]?.unread).toBe(0);
    await send(arun, kavya, 'Yes.');
    expect((await page(kavya, arun)).data.map((one) => one.text)).toEqual(['Yes.', 'Is 8 enough?']);
  });

  it('sent again after a lost answer are one, however many arrive at once', async () => {
    const { arun, kavya } = await coached(server);
    const clientId = randomUUID();
    const all = await Promise.all([1, 2, 3, 4].map(() => send(kavya, arun, 'Once', clientId)));
    expect(all.map((one) => one.status).sort()).toEqual([200, 200, 200, 201]);
    expect(new Set(all.map((one) => one.body.data._id)).size).toBe(1);
    expect((await page(arun, kavya)).data).toHaveLength(1);
  });

  it('page back to the first and forward again to the newest', async () => {
    const { arun, kavya } = await coached(server);
    for (let i = 1; i <= 7; i += 1) await send(i % 2 ? kavya : arun, i % 2 ? arun : kavya, String(i));
    const texts = ({ data }: { data: { text: string }[] }) => data.map((one) => one.text).join('');
    const first = await page(kavya, arun, { limit: '3' });
    expect(texts(first)).toBe('765');
    const second = await page(kavya, arun, { limit: '3', cursor: first.page.nextCursor ?? '' });
    const third = await page(kavya, arun, { limit: '3', cursor: second.page.nextCursor ?? '' });
    expect([texts(second), texts(third), third.page.nextCursor]).toEqual(['432', '1', null]);
    const forward = await page(kavya, arun, { limit: '3', direction: 'newer', cursor: third.page.backCursor ?? '' });
    expect(texts(forward)).toBe('234');
    const back = await page(kavya, arun, { limit: '3', cursor: forward.page.backCursor ?? '' });
    expect(texts(back)).toBe('1');
    const end = await page(kavya, arun, { direction: 'newer', cursor: forward.page.nextCursor ?? '' });
    expect([texts(end), end.page.nextCursor]).toEqual(['567', null]);
    await send(arun, kavya, '8');
    expect(texts(await page(kavya, arun, { direction: 'newer', cursor: first.page.backCursor ?? '' }))).toBe('8');
    const odd = await kavya.call('messages', { params: { userId: arun.user._id }, query: { cursor: 'nonsense' } });
    expect(odd.status).toBe(422);
  });

  it('are text: what looks like markup comes back as it was written', async () => {
    const { arun, kavya } = await coached(server);
    for (const text of [
      '<img src=x onerror=alert(1)>',
      'javascript:alert(1)',
      '{"$ne":1}',
      "'; DROP TABLE messages;--",
      '👩‍👩‍👧 \u202E',
    ]) {
      expect((await send(kavya, arun, text)).body.data.text).toBe(text.trim());
      expect((await page(arun, kavya, { limit: '1' })).data[0]?.text).toBe(text.trim());
    }
    for (const text of ['', '   ', 'x'.repeat(2001)]) expect((await send(kavya, arun, text)).status).toBe(422);
    expect((await send(kavya, arun, 'x'.repeat(2000))).status).toBe(201);
  });

  it('are between a trainer and their client only', async () => {
    const [first, second] = [await coached(server), await coached(server)];
    const stranger = await someone(server);
    for (const [from, to] of [
      [first.kavya, second.arun],
      [first.arun, second.kavya],
      [first.arun, second.arun],
      [first.kavya, second.kavya],
      [stranger, first.arun],
      [first.arun, stranger],
      [stranger, stranger],
    ] as const) {
      expect((await send(from, to, 'Hello')).status).toBe(404);
      expect((await read(from, to)).status).toBe(404);
      expect((await from.call('messages', { params: { userId: to.user._id } })).status).toBe(404);
    }
    expect(await threads(stranger)).toEqual([]);
  });

  it('stay readable for both once the coaching is over, and nothing more is written', async () => {
    const { arun, kavya } = await coached(server);
    await send(kavya, arun, 'Bye');
    await kavya.call('leaveTrainer');
    for (const [who, other] of [
      [arun, kavya],
      [kavya, arun],
    ] as const) {
      expect((await send(who, other, 'One more')).status).toBe(404);
      expect((await page(who, other)).data.map((one) => one.text)).toEqual(['Bye']);
      expect(await threads(who)).toMatchObject([{ with: { online: false }, open: false }]);
    }
    expect((await read(arun, kavya)).status).toBe(204);
    await coach(arun, kavya);
    expect((await send(arun, kavya, 'Welcome back')).status).toBe(201);
    expect((await page(kavya, arun)).data).toHaveLength(2);
  });

  it('have a thread with everybody who may be written to, those with the newest first', async () => {
    const arun = await someone(server, 'trainer');
    const [kavya, bo, silent] = [await someone(server), await someone(server), await someone(server)];
    for (const member of [kavya, bo, silent]) await coach(arun, member);
    await send(kavya, arun, 'first');
    await send(bo, arun, 'second');
    const found = await threads(arun);
    expect(found.map((thread) => thread.with._id)).toEqual([bo, kavya, silent].map((one) => one.user._id));
    expect(found[2]).toMatchObject({ last: null, unread: 0, open: true });
    expect(await threads(silent)).toMatchObject([{ with: { _id: arun.user._id }, last: null }]);
  });

  it('tell that somebody is typing, to the other one alone', async () => {
    const { arun, kavya } = await coached(server);
    const [from, to, stranger] = [await kavya.socket(), await arun.socket(), await (await someone(server)).socket()];
    let overheard = 0;
    stranger.on('typing', () => (overheard += 1));
    const told = next(to, 'typing');
    expect(await from.emitWithAck('typing', { to: arun.user._id })).toEqual({ success: true });
    expect(await told).toEqual({ from: kavya.user._id });
    expect(await stranger.emitWithAck('typing', { to: arun.user._id })).toEqual({ success: false, error: 'forbidden' });
    for (const nonsense of [null, 'x', {}, { to: 7 }, { to: arun.user._id, more: 1 }])
      expect(await from.emitWithAck('typing', nonsense as never)).toEqual({ success: false, error: 'invalid_values' });
    expect(overheard).toBe(0);
  });

  it('come at a bearable rate', async () => {
    const limited = await testServer({ environment: { RATE_LIMITS: 'on' } });
    const { arun, kavya } = await coached(limited);
    for (let i = 0; i < 60; i += 1) expect((await send(kavya, arun, 'x')).status).toBe(201);
    const refused = await send(kavya, arun, 'x');
    expect([refused.status, refused.error?.code]).toEqual([429, 'too_many_requests']);
    expect((await send(arun, kavya, 'x')).status).toBe(201);
    const socket = await kavya.socket();
    const answers = [];
    for (let i = 0; i < 61; i += 1) answers.push(await socket.emitWithAck('typing', { to: arun.user._id }));
    expect(answers.at(-2)).toEqual({ success: true });
    expect(answers.at(-1)).toEqual({ success: false, error: 'too_many_requests' });
    await limited.close();
  });
});
