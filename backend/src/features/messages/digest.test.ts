import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryLocks } from '../../locks/memory.ts';
import { coached } from '../../testing/coached.ts';
import { type Client, type TestServer, testServer } from '../../testing/test-server.ts';
import { unreadDigest, type UnreadMail } from './digest.ts';

const MINUTE = 60_000;

describe('unread messages', () => {
  let server: TestServer;
  let now: Date;
  let mails: UnreadMail[];
  let isMailed: boolean;
  let linked: boolean;
  beforeEach(async () => {
    [now, mails, isMailed, linked] = [new Date(), [], true, true];
    server = await testServer({ clock: () => now });
  });
  afterEach(() => server.close());

  const digest = () =>
    unreadDigest({
      store: server.store,
      areLinked: () => Promise.resolve(linked),
      locks: memoryLocks(),
      mail: (mail) => {
        if (isMailed) mails.push(mail);
        return Promise.resolve(isMailed);
      },
      clock: () => now,
    })();
  const pass = (minutes: number) => (now = new Date(now.getTime() + minutes * MINUTE));
  const send = (from: Client, to: Client, text: string) =>
    from.call('sendMessage', { params: { userId: to.user._id }, body: { text } });

  it('are mailed after an hour, once', async () => {
    const { arun, kavya } = await coached(server);
    const first = await send(arun, kavya, 'Stop at 8');
    await send(arun, kavya, 'And rest');
    pass(59);
    await digest();
    expect(mails).toEqual([]);
    pass(2);
    await digest();
    expect(mails).toEqual([
      {
        key: `digest:${kavya.user._id}:${first.body.data._id}`,
        to: kavya.user.email,
        name: kavya.user.username,
        reader: kavya.user._id,
        senders: [arun.user._id],
        threads: [{ from: arun.user.username, unread: 2, firstWords: 'Stop at 8' }],
      },
    ]);
    pass(600);
    await digest();
    expect(mails).toHaveLength(1);
    await send(arun, kavya, 'Another one');
    pass(61);
    await digest();
    expect(mails).toHaveLength(2);
  });

  it('are not mailed to anybody who has read them, nor after coaching ended', async () => {
    const { arun, kavya } = await coached(server);
    await send(arun, kavya, 'Seen');
    await kavya.call('readMessages', { params: { userId: arun.user._id } });
    pass(120);
    await digest();
    await send(arun, kavya, 'Too late');
    linked = false;
    pass(120);
    await digest();
    linked = true;
    await digest();
    expect(mails).toEqual([]);
  });

  it('are mailed later where the mail could not be put on its way', async () => {
    const { arun, kavya } = await coached(server);
    await send(kavya, arun, 'Hello');
    pass(61);
    isMailed = false;
    await digest();
    isMailed = true;
    await digest();
    expect(mails).toHaveLength(1);
  });

  it('of many people are mailed to each of them', async () => {
    const pairs = await Promise.all(Array.from({ length: 5 }, () => coached(server)));
    for (const { arun, kavya } of pairs) for (let i = 0; i < 50; i += 1) await send(arun, kavya, 'x');
    pass(61);
    await digest();
    expect(new Set(mails.map((mail) => mail.to)).size).toBe(5);
    // 250 messages do not fit into one look: whoever is cut in two by that is told of the rest as well.
    expect(mails.length).toBeLessThanOrEqual(6);
    await digest();
    expect(mails.length).toBeLessThanOrEqual(6);
  });
});

describe('a mail about unread messages', () => {
  it('lies in the outbox an hour later, and holds what was written as text', async () => {
    let now = new Date();
    const server = await testServer({ clock: () => now, hourMs: 6000 });
    const { arun, kavya } = await coached(server);
    const body = { text: 'Look at <b>this</b>' };
    await arun.call('sendMessage', { params: { userId: kavya.user._id }, body });
    now = new Date(now.getTime() + 61 * MINUTE);
    const found = async () =>
      (await server.mailsTo(kavya.user.email)).find((mail) => mail.subject?.startsWith('1 unread message'));
    await expect.poll(found, { timeout: 30_000 }).toBeDefined();
    const mail = await found();
    expect(mail?.text).toContain('Look at <b>this</b>');
    expect(mail?.html).not.toContain('<b>this</b>');
    await server.close();
  });
});
