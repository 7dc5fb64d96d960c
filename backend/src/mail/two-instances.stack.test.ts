import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMongo } from '../storage/mongo/open.ts';
import { type MailServer, mailServer } from '../testing/mail-server.ts';
import { newDatabase } from '../testing/new-database.ts';
import { connect, PASSWORD, type TestServer, testServer } from '../testing/test-server.ts';

const ENDS = { timeout: 60_000, interval: 50 };

describe('two instances on one database', () => {
  let post: MailServer;
  let servers: TestServer[];
  beforeAll(async () => {
    post = await mailServer();
    const uri = newDatabase();
    const environment = { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(post.port) };
    servers = await Promise.all([1, 2].map(async () => testServer({ store: await openMongo({ uri }), environment })));
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
    await post.close();
  });
  const at = (n: number): TestServer => servers[n % 2] as TestServer;
  const untilAllWentOut = () => expect.poll(() => at(0).store.mails.waiting(), ENDS).toBe(0);

  it('send each mail once, whichever they came to', async () => {
    const people = Array.from({ length: 24 }, (_, i) => `person${String(i)}`);
    await Promise.all(
      people.map((who, i) =>
        at(i).call('signUp', { body: { username: who, email: `${who}@example.org`, password: PASSWORD } }),
      ),
    );
    await untilAllWentOut();
    // Whatever would come twice is on its way by now.
    await pause(500);
    const recipients = post.arrived.flatMap((mail) => mail.recipients);
    expect(recipients.sort()).toEqual(people.map((who) => `${who}@example.org`).sort());
  });

  it('set a new password at one, and end every token and its sockets at the other', async () => {
    const { token } = await at(0).as('ana');
    await at(1).call('forgotPassword', { body: { email: 'ana@example.org' } });
    await untilAllWentOut();
    const mail = post.arrived.find(
      ({ recipients, subject }) => recipients.includes('ana@example.org') && subject === 'Set a new password',
    );
    const [, link = ''] = /token=([\w-]+)/.exec(mail?.text ?? '') ?? [];

    const socket = await connect(at(0).url, token);
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    expect((await at(0).call('progress', undefined, token)).status).toBe(200);
    const answer = await at(1).call('resetPassword', { body: { token: link, password: 'tamarind rice 9' } });
    expect(answer.status).toBe(204);
    await closed;
    expect((await at(0).call('progress', undefined, token)).status).toBe(401);
    expect((await at(0).call('resetPassword', { body: { token: link, password: 'tamarind rice 9' } })).status).toBe(
      422,
    );
  });
});
