import { batch, computed, signal } from '@preact/signals-core';
import type { ShoppingShelf } from '@trainer/contract/types';
import type { OnDevice } from '../../plans/on-device.ts';

/** What the device keeps of a list: the list itself, for the shop where there is no network, and what is in the basket. */
export interface KeptList {
  planId: string;
  shelves: ShoppingShelf[];
  ticked: string[];
  people: number;
}

interface World {
  fetch(planId: string): Promise<ShoppingShelf[]>;
  kept: OnDevice<KeptList>;
}

export const PEOPLE = [1, 2, 4] as const;

export type ShoppingState = ReturnType<typeof shoppingState>;

/** What a week needs, by shelf. Ticks stay on this device. */
export function shoppingState(world: World) {
  const planId = signal<string | null>(null);
  const shelves = signal<readonly ShoppingShelf[] | null>(null);
  const ticked = signal<ReadonlySet<string>>(new Set());
  const people = signal<number>(1);
  const failure = signal<unknown>(null);
  let asked = 0;

  function keep(): void {
    const id = planId.peek();
    const list = shelves.peek();
    if (id === null || list === null) return;
    world.kept.keep({ planId: id, shelves: [...list], ticked: [...ticked.peek()], people: people.peek() });
  }

  return {
    planId,
    shelves,
    ticked,
    people,
    failure,
    /** How many of the things are in the basket. */
    count: computed(() => {
      const all = shelves.value?.flatMap(({ items }) => items) ?? [];
      return { ticked: all.filter(({ ingredient }) => ticked.value.has(ingredient)).length, all: all.length };
    }),

    /** First as the device kept it, then as the server has it: after a swap other things are needed. */
    async open(id: string): Promise<void> {
      const mine = (asked += 1);
      const kept = world.kept.read();
      if (planId.peek() !== id)
        batch(() => {
          planId.value = id;
          shelves.value = kept?.planId === id ? kept.shelves : null;
          ticked.value = new Set(kept?.planId === id ? kept.ticked : []);
          people.value = kept?.people ?? 1;
        });
      failure.value = null;
      try {
        const fetched = await world.fetch(id);
        if (mine !== asked) return;
        shelves.value = fetched;
        keep();
      } catch (error) {
        if (mine === asked) failure.value = error;
      }
    },

    toggle(ingredient: string): void {
      const next = new Set(ticked.peek());
      if (!next.delete(ingredient)) next.add(ingredient);
      ticked.value = next;
      keep();
    },

    /** Another week begins with an empty basket. */
    clear(): void {
      ticked.value = new Set();
      keep();
    },

    forPeople(count: number): void {
      people.value = count;
      keep();
    },
  };
}
