import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../storage/sqlite/open.ts';
import { type MailServer, mailServer, mailsIn } from '../testing/mail-server.ts';
import { notedLog } from '../testing/noted-log.ts';
import { type ServerProcess, serverProcess } from '../testing/server-process.ts';
import { smtp } from './smtp.ts';
import { FROM, inFewWords } from './suite.ts';
import { mailWorker } from './worker.ts';

const ENDS = { timeout: 60_000, interval: 50 };

describe('a server that sends mails', () => {
  let dataDir: string;
  let post: MailServer;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'trainer-mail-'));
    post = await mailServer();
  });
  afterEach(async () => {
    await post.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const started = (environment: Record<string, string> = {}) => serverProcess({ DATA_DIR: dataDir, ...environment });
  const through = () => ({ SMTP_HOST: '127.0.0.1', SMTP_PORT: String(post.port) });
  async function signUp({ url }: ServerProcess, name: string): Promise<void> {
    const response = await fetch(`${url}/api/auth/signup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: name, email: `${name}@example.org`, password: 'kolam-kolam-7' }),
    });
    expect(response.status).toBe(201);
  }

  it('and is killed while it does: another one sends them once its time with them is over', async () => {
    post.behave = (step) => (step === 'content' ? 'hangs' : 'takes');
    const people = ['ana', 'bela', 'chen', 'dara', 'eva', 'fay', 'gus'];
    const server = await started(through());
    for (const name of people) await signUp(server, name);
    // Five are on their way at once, the others wait.
    await expect.poll(() => post.asked.filter((asked) => asked.startsWith('content')).length, ENDS).toBe(5);
    await server.end('SIGKILL');

    post.behave = () => 'takes';
    const store = await openSqlite({ file: join(dataDir, 'trainer.db') });
    let now = new Date();
    const worker = mailWorker({
      mails: store.mails,
      write: inFewWords,
      carrier: smtp({ server: { host: '127.0.0.1', port: post.port, login: undefined }, from: FROM }),
      clock: () => now,
      log: notedLog().log,
    });
    await expect.poll(() => post.arrived.length, ENDS).toBe(2);
    now = new Date(now.getTime() + 180_000);
    worker.wake();
    await expect.poll(() => store.mails.waiting(), ENDS).toBe(0);
    await worker.stop();
    await store.close();
    expect(post.arrived.flatMap((mail) => mail.recipients).sort()).toEqual(people.map((who) => `${who}@example.org`));
  });

  it('answers at once while the mail server hangs or is away, and stops in order', async () => {
    post.behave = () => 'hangs';
    const server = await started(through());
    for (let i = 0; i < 8; i += 1) await signUp(server, `person${String(i)}`);
    await expect.poll(() => post.asked.length, ENDS).toBe(5);
    expect(await server.end('SIGTERM')).toBe(0);
    await post.close();
    const again = await started(through());
    await signUp(again, 'another');
    expect(await again.end('SIGTERM')).toBe(0);
    post = await mailServer();
  });

  it('says at its start where mails go, and writes them into the outbox where no mail server is named', async () => {
    const server = await started();
    expect(server.lines.join('\n')).toContain(
      `Mail: SMTP_HOST is not set, so mails are written to ${dataDir}/outbox as .eml files.`,
    );
    await signUp(server, 'ana');
    const outbox = join(dataDir, 'outbox');
    await expect.poll(async () => (await mailsIn(outbox)).length, ENDS).toBe(1);
    const [mail] = await mailsIn(outbox);
    expect(mail?.subject).toBe('Welcome to AI Personal Trainer');
    expect(mail?.html).toContain(`${server.url.replace('127.0.0.1', 'localhost').replace(/:\d+$/, ':0')}/pages/`);
    await server.end('SIGTERM');

    const pass = 'tamarind-7-and-rice';
    const named = await started({ SMTP_USER: 'gym@gmail.com', SMTP_PASS: pass });
    expect(named.lines.join('\n')).toContain('Mail: by SMTP through smtp.gmail.com:465.');
    expect(named.lines.join('\n')).not.toContain(pass);
    await named.end('SIGTERM');
  });

  it('does not start with half of a mail server', async () => {
    await expect(started({ SMTP_PORT: '587' })).rejects.toThrow(
      'SMTP_PORT is set, but SMTP_HOST is not. Set both, or none; only a Gmail SMTP_USER needs none.',
    );
  });

  it('keeps links out of its log and its database', async () => {
    const server = await started();
    await signUp(server, 'ana');
    await fetch(`${server.url}/api/auth/forgot-password`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'ana@example.org' }),
    });
    const outbox = join(dataDir, 'outbox');
    await expect.poll(async () => (await mailsIn(outbox)).length, ENDS).toBe(2);
    const texts = (await mailsIn(outbox)).map(({ text }) => text ?? '').join('\n');
    const [, token = ''] = /token=([\w-]{43})/.exec(texts) ?? [];
    expect(token).toHaveLength(43);
    await server.end('SIGTERM');
    expect(server.lines.join('\n')).not.toContain(token);
    expect((await readFile(join(dataDir, 'trainer.db'))).includes(token)).toBe(false);
  });
});
