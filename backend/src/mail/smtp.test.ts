import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { type Behaviour, type MailServer, mailServer } from '../testing/mail-server.ts';
import type { NotCarried } from './port.ts';
import { smtp, type SmtpServer } from './smtp.ts';
import { aMail, carrierSuite, FROM, patience } from './suite.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const LOGIN = { user: 'gym@example.org', pass: 'tamarind 7 & rice' };

async function served(options: Parameters<typeof mailServer>[0] = {}): Promise<MailServer> {
  const server = await mailServer(options);
  open.push(server);
  return server;
}
const carrierTo = ({ port }: { port: number }, more: Partial<SmtpServer> = {}) =>
  smtp({ server: { host: '127.0.0.1', port, login: undefined, ...more }, from: FROM });

/** What became of a mail at a server that behaves like this. */
async function refusedBy(behave: Behaviour, more: Partial<SmtpServer> = {}): Promise<NotCarried> {
  const server = await served(more.login && { login: more.login });
  server.behave = behave;
  return carrierTo(server, more)
    .carry(aMail(), patience())
    .then(
      () => {
        throw new Error('It was taken.');
      },
      (error: unknown) => error as NotCarried,
    );
}

carrierSuite(async () => {
  const server = await served();
  return { carrier: carrierTo(server), arrived: () => Promise.resolve([...server.arrived]) };
});

describe('SMTP', () => {
  it('hands a mail over from the sender to the one that it is for', async () => {
    const server = await served();
    await carrierTo(server).carry(aMail({ to: 'ravi@example.org' }), patience());
    expect(server.arrived.map((mail) => mail.recipients)).toEqual([['ravi@example.org']]);
  });

  it('logs in where it was told how', async () => {
    const server = await served({ login: LOGIN });
    await carrierTo(server, { login: LOGIN }).carry(aMail(), patience());
    expect(server.arrived).toHaveLength(1);
    expect(server.asked[1]).toBe('login gym@example.org');
  });

  it('with a wrong password waits for the right one, and names neither', async () => {
    const server = await served({ login: { ...LOGIN, pass: 'another' } });
    const carried = carrierTo(server, { login: LOGIN }).carry(aMail(), patience());
    await expect(carried).rejects.toMatchObject({ name: 'NotCarried', isFinal: false });
    await expect(carried).rejects.toThrow(/^EAUTH AUTH PLAIN: 535 5\.7\.8 Username and password not accepted$/);
    expect(server.arrived).toEqual([]);
  });

  it.each([
    { why: 'an address that there is not', step: 'recipient', code: 550, says: '5.1.1 No such user', final: true },
    {
      why: 'an address that there is not, in old words',
      step: 'recipient',
      code: 550,
      says: 'No such user',
      final: true,
    },
    { why: 'a full mailbox', step: 'recipient', code: 552, says: '5.2.2 Mailbox full', final: true },
    { why: 'a content that it does not take', step: 'content', code: 554, says: '5.6.0 Malformed', final: true },
    { why: 'a busy server', step: 'connection', code: 421, says: '4.3.2 Try again', final: false },
    { why: 'a greylist', step: 'recipient', code: 451, says: '4.7.1 Greylisted', final: false },
    { why: 'a full disk', step: 'content', code: 452, says: '4.3.1 Insufficient storage', final: false },
    {
      why: 'a relay that wants a log-in',
      step: 'recipient',
      code: 554,
      says: '5.7.1 Relay access denied',
      final: false,
    },
    { why: 'the mails of a day', step: 'content', code: 550, says: '5.4.5 Daily limit exceeded', final: false },
    { why: 'a content that it says nothing about', step: 'content', code: 554, says: 'No', final: false },
    { why: 'a server that wants nobody', step: 'connection', code: 554, says: 'No SMTP service here', final: false },
  ])('tells $why: $code $says', async ({ step, code, says, final }) => {
    const refused = await refusedBy((at) => (at === step ? { code, says } : 'takes'));
    expect(refused).toMatchObject({ name: 'NotCarried', isFinal: final });
    expect(refused.message).toContain(`${String(code)} ${says}`);
  });

  it.each(['connection', 'recipient', 'content'])('ends a server that hangs at the %s', async (step) => {
    const server = await served();
    server.behave = (at) => (at === step ? 'hangs' : 'takes');
    const giveUp = new AbortController();
    const carried = carrierTo(server).carry(aMail(), giveUp.signal);
    await expect.poll(() => server.asked.some((asked) => asked.startsWith(step)), { timeout: 30_000 }).toBe(true);
    giveUp.abort();
    await expect(carried).rejects.toMatchObject({ name: 'NotCarried', isFinal: false, message: 'It took too long.' });
  });

  it('says where nobody is there that nobody is', async () => {
    const { port, close } = await mailServer();
    await close();
    const carried = carrierTo({ port }).carry(aMail(), patience());
    await expect(carried).rejects.toMatchObject({ name: 'NotCarried', isFinal: false });
    await expect(carried).rejects.toThrow(/^ESOCKET CONN|^ECONN/);
  });

  it('says where something else is there that it is no mail server', async () => {
    const web = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(0, '127.0.0.1');
    await once(web, 'listening');
    open.push({ close: async () => void (await once(web.close(), 'close')) });
    const { port } = web.address() as { port: number };
    const carried = carrierTo({ port }).carry(aMail(), patience());
    await expect(carried).rejects.toMatchObject({ name: 'NotCarried', isFinal: false });
  });

  it('repeats nothing secret that a server says', async () => {
    const plain = Buffer.from(`\0${LOGIN.user}\0${LOGIN.pass}`).toString('base64');
    const words = [LOGIN.pass, LOGIN.user, plain, Buffer.from(LOGIN.pass).toString('base64'), 'kavya@example.org'];
    const refused = await refusedBy(
      (at) =>
        at === 'recipient' ? { code: 451, says: `not ${words.join(' or ')} \u0007 token=${'x'.repeat(43)}` } : 'takes',
      { login: LOGIN },
    );
    expect(refused.message).toMatch(/^EENVELOPE RCPT TO: 451 not … or …/);
    for (const word of [...words, 'xxxx', '\u0007']) expect(refused.message).not.toContain(word);
  });

  it('sends a password to no other machine without TLS, nor to one that nobody vouches for', async () => {
    // An address of this machine that is not known as such.
    const host = '0.0.0.0';
    for (const startTls of [false, true]) {
      const server = await served({ login: LOGIN, startTls });
      const carried = carrierTo(server, { host, login: LOGIN }).carry(aMail(), patience());
      await expect(carried).rejects.toMatchObject({ name: 'NotCarried', isFinal: false });
      expect(server.asked).toEqual(['connection']);
    }
  });
});
