import { computed, signal } from '@preact/signals-core';
import type { Invite } from '@trainer/contract/types';
import { t } from '../../i18n/t.ts';
import { fieldErrors, sentenceOf } from '../../ui/errors.ts';

export interface World {
  fetchInvites(): Promise<Invite[]>;
  invite(email: string, clientId: string): Promise<Invite>;
  withdraw(id: string): Promise<void>;
  freshId(): string;
}

export type InvitesState = ReturnType<typeof invitesState>;

/** Invitations that are open, and the form for another. */
export function invitesState(world: World) {
  const open = signal<readonly Invite[] | null>(null);
  const email = signal('');
  const busy = signal(false);
  const failure = signal<unknown>(null);
  const missing = signal(false);
  /** The one that was just made: its code is shown large. */
  const made = signal<Invite | null>(null);
  let clientId = world.freshId();

  async function load(): Promise<void> {
    open.value = await world.fetchInvites().catch(() => open.peek() ?? []);
  }

  return {
    open,
    email,
    busy,
    failure,
    made,
    load,
    error: computed(() => {
      if (missing.value && email.value.trim() === '') return t('trainer-dashboard:invite.missing');
      if (!failure.value) return undefined;
      return fieldErrors(failure.value).get('email') ?? sentenceOf(failure.value);
    }),

    type(text: string): void {
      if (text !== email.peek()) clientId = world.freshId();
      email.value = text;
      failure.value = null;
    },

    async submit(): Promise<void> {
      missing.value = true;
      if (email.peek().trim() === '' || busy.peek()) return;
      busy.value = true;
      failure.value = null;
      try {
        const to = email.peek().trim();
        made.value = await world.invite(to, clientId);
        // Another that was typed meanwhile is the next one.
        if (email.peek().trim() === to) email.value = '';
        missing.value = false;
        clientId = world.freshId();
        await load();
      } catch (error) {
        failure.value = error;
      } finally {
        busy.value = false;
      }
    },

    async withdraw({ _id }: Invite): Promise<void> {
      await world.withdraw(_id);
      open.value = (open.peek() ?? []).filter((one) => one._id !== _id);
      if (made.peek()?._id === _id) made.value = null;
    },
  };
}
