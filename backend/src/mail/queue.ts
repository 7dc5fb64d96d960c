import type { Log } from '../log.ts';
import type { Mails } from '../storage/ports/mails.ts';
import type { Letter, Mail } from './port.ts';

interface Deps {
  mails: Pick<Mails, 'add'>;
  /** There is something to send. */
  wake: () => void;
  clock: () => Date;
  log: Log;
}

/** The queue in the storage, which every instance's worker takes from. */
export const mailQueue = ({ mails, wake, clock, log }: Deps): Mail => ({
  async send(key, letter) {
    try {
      if (await mails.add({ key, letter: JSON.stringify(letter) }, clock())) wake();
      return true;
    } catch (error) {
      log.error({ err: error, kind: letter.kind }, 'A mail could not be put into the queue');
      return false;
    }
  },
});

/** A letter as the queue has it. @throws Error for one of a kind that this program does not know: a newer one will */
export function letterOf(text: string): Letter {
  const letter = JSON.parse(text) as Letter;
  if (!KINDS.has(letter.kind)) throw new Error(`There are no mails of the kind ${letter.kind}.`);
  return letter;
}

const KINDS: ReadonlySet<string> = new Set(
  Object.keys({
    welcome: true,
    newPassword: true,
    invitation: true,
    unreadMessages: true,
  } satisfies Record<Letter['kind'], true>),
);
