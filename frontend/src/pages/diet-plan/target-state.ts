import { batch, computed, signal } from '@preact/signals-core';
import type { CallAnswer, DietRequest } from '@trainer/contract/types';
import { Refused } from '../../api.ts';

export type Target = CallAnswer<'dietTarget'>['data'];

interface World {
  ask(request: DietRequest): Promise<Target>;
  /** Runs later; → takes it back. */
  later(ms: number, run: () => void): () => void;
}

/** Whoever types goes on typing. */
const DEBOUNCE_MS = 350;

export type TargetState = ReturnType<typeof targetState>;

/** What a week would be planned for, before it is planned. */
export function targetState(world: World) {
  const target = signal<Target | null>(null);
  const failure = signal<unknown>(null);
  const busy = signal(false);
  let turn = 0;
  let asked = '';
  let cancel = (): void => undefined;

  async function ask(request: DietRequest, mine: number): Promise<void> {
    try {
      const answer = await world.ask(request);
      if (mine !== turn) return;
      batch(() => {
        target.value = answer;
        failure.value = null;
      });
    } catch (error) {
      if (mine !== turn) return;
      // The next change, or the way back, asks again.
      asked = '';
      batch(() => {
        failure.value = error;
        target.value = null;
      });
    } finally {
      if (mine === turn) busy.value = false;
    }
  }

  return {
    target,
    failure,
    busy,
    /** Why there is none for this person; null: nothing speaks against it. */
    refused: computed(() =>
      failure.value instanceof Refused && failure.value.code === 'needs_professional' ? failure.value.message : null,
    ),

    /** @param request null: something that a target needs is missing */
    want(request: DietRequest | null): void {
      const text = JSON.stringify(request);
      if (text === asked) return;
      asked = text;
      turn += 1;
      cancel();
      if (request === null) {
        batch(() => {
          target.value = null;
          failure.value = null;
          busy.value = false;
        });
        return;
      }
      const mine = turn;
      busy.value = true;
      cancel = world.later(DEBOUNCE_MS, () => void ask(request, mine));
    },
  };
}
