import { batch, signal } from '@preact/signals-core';
import type { CallAnswer, CallInput, MyTrainer, PersonName, Share } from '@trainer/contract/types';
import { t } from '../i18n/t.ts';
import { fieldErrors, sentenceOf } from '../ui/errors.ts';

export type Invitation = CallAnswer<'myInvites'>['data'][number];
type Sharing = NonNullable<CallInput<'changeSharing'>['body']>;

export interface World {
  /** null: there is none. */
  fetchTrainer(): Promise<MyTrainer | null>;
  fetchInvites(): Promise<Invitation[]>;
  accept(id: string): Promise<PersonName>;
  acceptCode(code: string): Promise<PersonName>;
  decline(id: string): Promise<void>;
  changeSharing(change: Sharing): Promise<MyTrainer>;
  leave(): Promise<void>;
  now(): number;
}

export type CoachingState = ReturnType<typeof coachingState>;

/** The member's side: who their trainer is, what that one sees, and invitations. */
export function coachingState(world: World) {
  /** undefined: not known yet. */
  const trainer = signal<MyTrainer | null | undefined>(undefined);
  const invites = signal<readonly Invitation[]>([]);
  const failure = signal<unknown>(null);
  const code = { text: signal(''), error: signal<string | undefined>(undefined), busy: signal(false) };
  /** How saving went. */
  const saved = signal<{ is: 'saving' } | { is: 'saved'; at: number } | { is: 'wrong'; why: string } | null>(null);
  /** What is on its way: a switch holds while it is saved. */
  const wanted = signal<Sharing>({});
  /** What of the changes under way could not be saved. */
  const unsaved = new Set<string>();
  let asked = 0;
  let line: Promise<void> = Promise.resolve();

  async function load(): Promise<void> {
    const turn = (asked += 1);
    const before = trainer.peek();
    let isOlder = false;
    try {
      const [mine, open] = await Promise.all([world.fetchTrainer(), world.fetchInvites()]);
      if (turn !== asked) return;
      batch(() => {
        isOlder = trainer.peek() !== before;
        if (!isOlder) trainer.value = mine;
        invites.value = open;
        failure.value = null;
      });
      // What was saved meanwhile is newer than this answer, which may know of something else.
      if (isOlder) await load();
    } catch (error) {
      if (turn === asked) failure.value = error;
    }
  }

  async function entered(enter: () => Promise<PersonName>): Promise<PersonName> {
    const person = await enter();
    await load();
    return person;
  }

  function save(change: Sharing): Promise<void> {
    const part = Object.keys(change.share ?? change).join();
    // What could not be saved is told until it is, or until something is changed after a while.
    if (Object.keys(wanted.peek()).length === 0) unsaved.clear();
    unsaved.delete(part);
    batch(() => {
      wanted.value = { ...wanted.peek(), ...change, share: { ...wanted.peek().share, ...change.share } };
      if (unsaved.size === 0) saved.value = { is: 'saving' };
    });
    line = line.then(async () => {
      try {
        const next = await world.changeSharing(change);
        batch(() => {
          trainer.value = next;
          if (unsaved.size === 0) saved.value = { is: 'saved', at: world.now() };
        });
      } catch (error) {
        unsaved.add(part);
        saved.value = { is: 'wrong', why: fieldErrors(error).get('until') ?? sentenceOf(error) };
      }
    });
    const mine = line;
    void mine.then(() => {
      if (line === mine) wanted.value = {};
    });
    return line;
  }

  return {
    trainer,
    invites,
    failure,
    code,
    saved,
    load,

    /** What the trainer sees, with what is on its way. */
    share: (): Share | null => {
      const now = trainer.value;
      return now ? { ...now.share, ...(wanted.value.share as Partial<Share>) } : null;
    },
    changeShare: (part: keyof Share, on: boolean) => save({ share: { [part]: on } }),
    /** @param until the last day; empty: no end */
    changeUntil: (until: string) => save({ until: until === '' ? null : until }),

    accept: (invitation: Invitation) => entered(() => world.accept(invitation._id)),

    /** → the trainer, or undefined where the code does not hold. */
    async acceptCode(): Promise<PersonName | undefined> {
      const words = code.text.peek().trim();
      code.error.value = words === '' ? t('coaching:code.missing') : undefined;
      if (words === '' || code.busy.peek()) return undefined;
      code.busy.value = true;
      try {
        const person = await entered(() => world.acceptCode(words));
        code.text.value = '';
        return person;
      } catch (error) {
        code.error.value = fieldErrors(error).get('code') ?? sentenceOf(error);
        return undefined;
      } finally {
        code.busy.value = false;
      }
    },

    async decline({ _id }: Invitation): Promise<void> {
      await world.decline(_id);
      invites.value = invites.peek().filter((one) => one._id !== _id);
    },

    async leave(): Promise<void> {
      await world.leave();
      await load();
    },
  };
}
