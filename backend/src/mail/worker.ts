import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../log.ts';
import { StorageAway } from '../storage/port.ts';
import type { Mails, TakenMail } from '../storage/ports/mails.ts';
import { againAt } from './backoff.ts';
import { type Carrier, type Letter, NotCarried, type WrittenMail } from './port.ts';
import { letterOf } from './queue.ts';

/** Takes what is due from the queue and sends it; one worker an instance. */
export interface MailWorker {
  /** Something may be due. */
  wake(): void;
  /** Takes no more, waits a little for what is on its way, then lets go of it: another worker sends it. */
  stop(): Promise<void>;
}

export type Outcome = 'sent' | 'putOff' | 'givenUp';

interface Deps {
  mails: Pick<Mails, 'take' | 'sent' | 'failed'>;
  /** undefined: there is nothing to tell. */
  write: (letter: Letter) => Promise<Omit<WrittenMail, 'id'> | undefined>;
  carrier: Carrier;
  clock: () => Date;
  log: Log;
  told?: (outcome: Outcome) => void;
  /** How long one mail may take on its way. */
  patienceMs?: number;
}

/** How often it looks by itself: for what other instances left, and for what was put off. */
const EVERY_MS = 5_000;
const AT_ONCE = 5;
const PATIENCE_MS = 45_000;
/** Noting that a mail was sent is tried for this long, for where it is not noted it is sent again. */
const NOTING_MS = 30_000;
/** Longer than sending and noting take together, by more than the clocks of two instances may differ. */
const TAKEN_FOR_MS = 180_000;
const STOP_PATIENCE_MS = 5_000;

export function mailWorker({ mails, write, carrier, clock, log, told, patienceMs = PATIENCE_MS }: Deps): MailWorker {
  const stopping = new AbortController();
  const letGo = new AbortController();
  const onTheirWay = new Set<Promise<void>>();
  let taking: Promise<void> | undefined;
  let isAsked = false;
  /** Why the last one did not go out; one line says so, and one that it is over. */
  let trouble = '';

  function wake(): void {
    isAsked = true;
    if (taking || stopping.signal.aborted || onTheirWay.size >= AT_ONCE) return;
    isAsked = false;
    taking = takeSome()
      // While the storage is away there is nothing to do, and others say that it is.
      .catch((error: unknown) => {
        if (!(error instanceof StorageAway)) log.error({ err: error }, 'Mails could not be taken from the queue');
      })
      .finally(() => {
        taking = undefined;
        if (isAsked) wake();
      });
  }

  async function takeSome(): Promise<void> {
    const now = clock();
    const until = new Date(now.getTime() + TAKEN_FOR_MS);
    for (const mail of await mails.take(now, until, AT_ONCE - onTheirWay.size)) {
      const delivery = deliver(mail)
        .catch((error: unknown) => {
          log.error({ err: error, mail: mail._id }, 'What became of a mail could not be noted: it may be sent again');
        })
        .finally(() => {
          onTheirWay.delete(delivery);
          wake();
        });
      onTheirWay.add(delivery);
    }
  }

  async function deliver(mail: TakenMail): Promise<void> {
    const why = await sending(mail);
    if (!why) {
      await note(() => mails.sent(mail._id, clock()));
      told?.('sent');
      if (trouble) log.info(`Mails go out again (${carrier.name})`);
      trouble = '';
      return;
    }
    const again = whenAgain(why, mail.attempts);
    await note(() => mails.failed(mail, why.message, again, clock()));
    told?.(again ? 'putOff' : 'givenUp');
    if (!again) {
      log.warn({ mail: mail._id, why: why.message }, 'A mail was given up');
    } else if (!letGo.signal.aborted && trouble !== why.message) {
      trouble = why.message;
      log.warn({ why: why.message }, `Mails do not go out (${carrier.name}): they wait and are tried again`);
    }
  }

  /** → why it did not go out */
  async function sending({ _id, letter }: TakenMail): Promise<NotCarried | undefined> {
    try {
      const written = await write(letterOf(letter));
      const signal = AbortSignal.any([letGo.signal, AbortSignal.timeout(patienceMs)]);
      if (written) await carrier.carry({ ...written, id: _id }, signal);
      return undefined;
    } catch (error) {
      if (error instanceof NotCarried) return error;
      if (error instanceof StorageAway) return new NotCarried(error.message);
      // One of a newer program waits for an instance that knows it.
      log.error({ err: error, mail: _id }, 'A mail could not be worded');
      return new NotCarried('It could not be worded.');
    }
  }

  function whenAgain({ isFinal }: NotCarried, attempts: number): Date | null {
    if (isFinal) return null;
    return letGo.signal.aborted ? clock() : againAt(attempts, clock());
  }

  /** Tries until it is noted, for an election takes seconds. */
  async function note(noting: () => Promise<void>): Promise<void> {
    const until = performance.now() + NOTING_MS;
    for (;;) {
      try {
        await noting();
        return;
      } catch (error) {
        if (letGo.signal.aborted || performance.now() > until) throw error;
        await pause(500);
      }
    }
  }

  const looking = setInterval(wake, EVERY_MS);
  looking.unref();
  wake();
  return {
    wake,
    async stop() {
      stopping.abort();
      clearInterval(looking);
      await taking;
      const arrived = Promise.all(onTheirWay);
      const waited = new AbortController();
      await Promise.race([arrived, pause(STOP_PATIENCE_MS, undefined, waited).catch(() => undefined)]);
      waited.abort();
      letGo.abort();
      await arrived;
    },
  };
}
