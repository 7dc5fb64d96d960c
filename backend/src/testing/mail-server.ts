import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What a mail server does at a step: takes it, says no with a code, or says nothing at all. */
export type Reply = 'takes' | 'hangs' | { code: number; says: string };
export type Step = 'connection' | 'login' | 'recipient' | 'content';
export type Behaviour = (step: Step, about: string) => Reply;

/** A mail as it arrived, and for whom. */
export type Arrived = ParsedMail & { raw: string; recipients: string[] };

/** A real SMTP server on this machine. */
export interface MailServer {
  readonly port: number;
  /** In the order in which it took them. */
  readonly arrived: readonly Arrived[];
  /** What it was asked, as `recipient ana@example.org`. */
  readonly asked: readonly string[];
  behave: Behaviour;
  close(): Promise<void>;
}

interface Options {
  port?: number;
  /** Who may log in; without it nobody has to. */
  login?: { user: string; pass: string };
  startTls?: boolean;
}

export async function mailServer({ port = 0, login, startTls = false }: Options = {}): Promise<MailServer> {
  const arrived: Arrived[] = [];
  const asked: string[] = [];
  const house = { behave: (() => 'takes') as Behaviour };

  function reply(step: Step, about: string, answer: (refused?: Error) => void): void {
    asked.push(`${step} ${about}`.trim());
    const how = house.behave(step, about);
    if (how === 'takes') answer();
    else if (how !== 'hangs') answer(Object.assign(new Error(how.says), { responseCode: how.code }));
  }

  const server = new SMTPServer({
    logger: false,
    authOptional: login === undefined,
    // Without TLS a server offers no log-in, unless it is told to.
    allowInsecureAuth: true,
    hideSTARTTLS: !startTls,
    closeTimeout: 50,
    onConnect(_session, callback) {
      reply('connection', '', callback);
    },
    onAuth(auth, _session, callback) {
      reply('login', auth.username ?? '', (refused) => {
        if (refused) callback(refused);
        else if (login && auth.username === login.user && auth.password === login.pass)
          callback(null, { user: login.user });
        else callback(Object.assign(new Error('5.7.8 Username and password not accepted'), { responseCode: 535 }));
      });
    },
    onRcptTo({ address }, _session, callback) {
      reply('recipient', address, callback);
    },
    onData(stream, session, callback) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      void buffer(stream).then(async (bytes) => {
        const parsed = await simpleParser(bytes);
        reply('content', recipients.join(' '), (refused) => {
          if (!refused) arrived.push({ ...parsed, raw: bytes.toString('utf8'), recipients });
          callback(refused);
        });
      });
    },
  });
  // Connections that are broken off are what some tests are about.
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');

  return Object.assign(house, {
    port: (server.server.address() as AddressInfo).port,
    arrived,
    asked,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  });
}

/** The mails in an outbox, oldest first. */
export async function mailsIn(folder: string): Promise<ParsedMail[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.eml')).sort();
  return Promise.all(files.map(async (name) => simpleParser(await readFile(join(folder, name)))));
}

/** Who a parsed mail says it is for, and from. */
export const addressesOf = (side: ParsedMail['to']): string[] =>
  [side ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''));
