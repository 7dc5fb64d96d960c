import { batch, computed, signal } from '@preact/signals-core';
import type { Meal } from '@trainer/contract/plan-words';
import type { DietPlan, Swap } from '@trainer/contract/types';

interface World {
  swaps(day: number, meal: Meal): Promise<Swap[]>;
  take(day: number, meal: Meal, swapId: string): Promise<DietPlan>;
}

export type SwapState = ReturnType<typeof swapState>;

/** Other meals in the place of one, each with what it does to the day. */
export function swapState(world: World, { day, meal }: { day: number; meal: Meal }) {
  const swaps = signal<readonly Swap[] | null>(null);
  const chosenId = signal<string | null>(null);
  const failure = signal<unknown>(null);
  const busy = signal(false);

  return {
    day,
    meal,
    swaps,
    failure,
    busy,
    /** The one chosen, at first the best. */
    chosen: computed(() => swaps.value?.find(({ swapId }) => swapId === chosenId.value) ?? swaps.value?.[0] ?? null),
    choose(swapId: string): void {
      chosenId.value = swapId;
    },

    async load(): Promise<void> {
      failure.value = null;
      try {
        swaps.value = await world.swaps(day, meal);
      } catch (error) {
        failure.value = error;
      }
    },

    /** → the plan with the chosen meal; undefined where it could not be taken, and everything is as it was */
    async take(): Promise<DietPlan | undefined> {
      const one = swaps.peek()?.find(({ swapId }) => swapId === chosenId.peek()) ?? swaps.peek()?.[0];
      if (!one || busy.peek()) return undefined;
      batch(() => {
        busy.value = true;
        failure.value = null;
      });
      try {
        return await world.take(day, meal, one.swapId);
      } catch (error) {
        failure.value = error;
        return undefined;
      } finally {
        busy.value = false;
      }
    },
  };
}
