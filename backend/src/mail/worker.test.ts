import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../storage/port.ts';
import { openSqlite } from '../storage/sqlite/open.ts';
import { type MailServer, mailServer } from '../testing/mail-server.ts';
import { notedLog } from '../testing/noted-log.ts';
import { type Carrier, type Letter, NotCarried } from './port.ts';
import { mailQueue } from './queue.ts';
import { smtp } from './smtp.ts';
import { FROM, inFewWords } from './suite.ts';
import { mailWorker, type MailWorker, type Outcome } from './worker.ts';

/** Longer than somebody who took a mail may have it. */
const LATER_SECONDS = 200;
/** Only ends what hangs. */
const ENDS = { timeout: 30_000, interval: 20 };

describe('the worker', () => {
  let store: Store;
  let server: MailServer;
  let now: Date;
  let told: Outcome[];
  let noted: ReturnType<typeof notedLog>;
  const working: MailWorker[] = [];

  beforeEach(async () => {
    store = await openSqlite({ file: ':memory:' });
    server = await mailServer();
    now = new Date('2026-07-16T08:30:00.000Z');
    told = [];
    noted = notedLog();
  });
  afterEach(async () => {
    await Promise.all(working.splice(0).map((worker) => worker.stop()));
    await server.close();
    await store.close();
  });

  const clock = () => now;
  const pass = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000));
  const carrier = () => smtp({ server: { host: '127.0.0.1', port: server.port, login: undefined }, from: FROM });

  function work(more: { carrier?: Carrier; mails?: Store['mails']; patienceMs?: number } = {}): MailWorker {
    const told_ = (outcome: Outcome) => void told.push(outcome);
    const worker = mailWorker({
      mails: store.mails,
      write: inFewWords,
      carrier: carrier(),
      clock,
      log: noted.log,
      told: told_,
      ...more,
    });
    working.push(worker);
    return worker;
  }
  const queue = (...wakes: MailWorker[]) =>
    mailQueue({
      mails: store.mails,
      clock,
      log: noted.log,
      wake: () => {
        for (const worker of wakes) worker.wake();
      },
    });
  const welcome = (who: string): Letter => ({ kind: 'welcome', to: `${who}@example.org`, name: who, role: 'member' });
  const put = (...people: string[]) => Promise.all(people.map((who) => queue().send(who, welcome(who))));
  const recipients = () => server.arrived.flatMap((mail) => mail.recipients).sort();
  const untilNoneWaits = () => expect.poll(() => store.mails.waiting(), ENDS).toBe(0);
  const untilTold = (...outcomes: Outcome[]) => expect.poll(() => [...told].sort(), ENDS).toEqual([...outcomes].sort());

  it('sends what is put into the queue at once, and what was there before it began', async () => {
    await put('ana');
    const worker = work();
    await queue(worker).send('bela', welcome('bela'));
    await untilNoneWaits();
    expect(recipients()).toEqual(['ana@example.org', 'bela@example.org']);
    expect(server.arrived[0]).toMatchObject({ subject: 'welcome', text: 'Hello\n' });
  });

  it('sends the same key once, however often it is put into the queue', async () => {
    const mail = queue(work());
    expect(await Promise.all([1, 2, 3].map(() => mail.send('one', welcome('ana'))))).toEqual([true, true, true]);
    await untilNoneWaits();
    expect(await mail.send('one', welcome('ana'))).toBe(true);
    await mail.send('another', welcome('bela'));
    await untilNoneWaits();
    expect(recipients()).toEqual(['ana@example.org', 'bela@example.org']);
  });

  it('and another one on the same store send each mail once', async () => {
    const people = Array.from({ length: 40 }, (_, i) => `person${String(i)}`);
    const mail = queue(work(), work());
    await Promise.all(people.map((who) => mail.send(who, welcome(who))));
    await untilNoneWaits();
    expect(recipients()).toEqual(people.map((who) => `${who}@example.org`).sort());
  });

  it('sends what another one had taken when it died, once its time is over and no sooner', async () => {
    await put('ana');
    // Whoever took it is gone: no word of it comes any more.
    await store.mails.take(now, new Date(now.getTime() + 180_000), 1);
    const worker = work();
    const mail = queue(worker);
    await mail.send('bela', welcome('bela'));
    await untilTold('sent');
    expect(recipients()).toEqual(['bela@example.org']);
    pass(180);
    worker.wake();
    await untilNoneWaits();
    expect(recipients()).toEqual(['ana@example.org', 'bela@example.org']);
  });

  it('puts off what a server does not take now, says so once, and sends it later', async () => {
    server.behave = (step) => (step === 'recipient' ? { code: 451, says: '4.7.1 Later' } : 'takes');
    await put('ana', 'bela');
    const worker = work();
    await untilTold('putOff', 'putOff');
    worker.wake();
    pass(5);
    worker.wake();
    server.behave = () => 'takes';
    pass(5);
    worker.wake();
    await untilNoneWaits();
    expect(recipients()).toEqual(['ana@example.org', 'bela@example.org']);
    await untilTold('putOff', 'putOff', 'sent', 'sent');
    const name = `SMTP at 127.0.0.1:${String(server.port)}`;
    expect(noted.said()).toEqual([
      `Mails do not go out (${name}): they wait and are tried again`,
      `Mails go out again (${name})`,
    ]);
    expect(noted.lines[0]).toContain('451 4.7.1 Later');
  });

  it('gives up what a server refuses for good, and goes on with the others', async () => {
    server.behave = (step, about) =>
      step === 'recipient' && about.startsWith('ana') ? { code: 550, says: '5.1.1 No such user' } : 'takes';
    await put('ana', 'bela');
    work();
    await untilTold('givenUp', 'sent');
    expect(await store.mails.waiting()).toBe(0);
    expect(recipients()).toEqual(['bela@example.org']);
    expect(noted.said()).toEqual(['A mail was given up']);
  });

  it('lets a mail go that hangs, does not wait for it with the others, and tries it again', async () => {
    server.behave = (step, about) => (step === 'content' && about.startsWith('ana') ? 'hangs' : 'takes');
    const people = ['ana', ...Array.from({ length: 12 }, (_, i) => `person${String(i)}`)];
    await put(...people);
    const worker = work({ patienceMs: 400 });
    await untilTold('putOff', ...people.slice(1).map(() => 'sent' as const));
    server.behave = () => 'takes';
    pass(10);
    worker.wake();
    await untilNoneWaits();
    expect(recipients()).toEqual(people.map((who) => `${who}@example.org`).sort());
  });

  it('keeps everything while the server is away, and sends it once it is back', async () => {
    const { port } = server;
    await server.close();
    await put('ana', 'bela', 'chen');
    const worker = work();
    await untilTold('putOff', 'putOff', 'putOff');
    server = await mailServer({ port });
    pass(10);
    worker.wake();
    await untilNoneWaits();
    expect(recipients()).toEqual(['ana@example.org', 'bela@example.org', 'chen@example.org']);
  });

  it('does not send again what was sent while it could not be noted', async () => {
    let away = 2;
    const mails: Store['mails'] = {
      ...store.mails,
      sent(id, at) {
        if (away === 0) return store.mails.sent(id, at);
        away -= 1;
        return Promise.reject(new Error('The storage is away.'));
      },
    };
    await put('ana');
    const worker = work({ mails });
    await untilNoneWaits();
    pass(LATER_SECONDS);
    worker.wake();
    await untilTold('sent');
    expect([away, recipients()]).toEqual([0, ['ana@example.org']]);
  });

  it('leaves a letter that it does not know to a newer one, and goes on with the others', async () => {
    await store.mails.add({ key: 'newer', letter: JSON.stringify({ kind: 'birthday', to: 'ana@example.org' }) }, now);
    await store.mails.add({ key: 'broken', letter: '{' }, now);
    await put('bela');
    work();
    await untilTold('putOff', 'putOff', 'sent');
    expect([await store.mails.waiting(), recipients()]).toEqual([2, ['bela@example.org']]);
  });

  it('is done with a letter for which there is nobody', async () => {
    await queue(work()).send('nobody', { kind: 'newPassword', to: 'nobody@example.org' });
    await untilNoneWaits();
    expect(server.asked).toEqual([]);
  });

  it('that stops lets go of what hangs, and another one sends it at once', async () => {
    server.behave = (step) => (step === 'content' ? 'hangs' : 'takes');
    await put('ana');
    const first = work();
    await expect.poll(() => server.asked, ENDS).toContain('content ana@example.org');
    await first.stop();
    expect(await store.mails.waiting()).toBe(1);
    server.behave = () => 'takes';
    work();
    await untilNoneWaits();
    expect(recipients()).toEqual(['ana@example.org']);
  });

  it('that stops finishes what goes well, and takes no more', async () => {
    let release = (): void => undefined;
    const slow: Carrier = {
      name: 'slow',
      carry: (mail, signal) => {
        const freed = new Promise<void>((resolve) => (release = resolve));
        return freed.then(() => carrier().carry(mail, signal));
      },
    };
    await put('ana');
    const worker = work({ carrier: slow });
    await expect.poll(() => release.length, ENDS).toBe(1);
    const stopped = worker.stop();
    await put('bela');
    worker.wake();
    release();
    await stopped;
    expect([await store.mails.waiting(), recipients()]).toEqual([1, ['ana@example.org']]);
  });

  it('logs neither whom a mail is for nor what it says', async () => {
    server.behave = (_step, about) => ({ code: 550, says: `5.7.1 ${about} rejected` });
    await queue().send('secret-key', {
      kind: 'invitation',
      to: 'ana@example.org',
      trainer: 'Asha',
      code: 'K7Q4-M2XP',
      path: '/pages/settings.html',
      holdsDays: 7,
    });
    work({ carrier: { name: 'broken', carry: () => Promise.reject(new NotCarried('No.', { isFinal: true })) } });
    await untilTold('givenUp');
    await put('bela');
    work();
    await untilTold('givenUp', 'putOff');
    expect(noted.lines.join('')).not.toMatch(/ana@|bela@|K7Q4|Asha/);
  });
});

describe('the queue', () => {
  it('never fails whoever puts something in, and says where it could not', async () => {
    const store = await openSqlite({ file: ':memory:' });
    await store.close();
    const { log, said } = notedLog();
    const mail = mailQueue({ mails: store.mails, wake: () => undefined, clock: () => new Date(), log });
    expect(await mail.send('one', { kind: 'newPassword', to: 'ana@example.org' })).toBe(false);
    expect(said()).toEqual(['A mail could not be put into the queue']);
  });
});
