import { batch, signal } from '@preact/signals-core';
import { Refused } from '../api.ts';
import type { OnDevice } from './on-device.ts';

interface Readable {
  _id: string;
  sharedAt: string | null;
}

/** A plan as this device saw it last. `at`: ms */
export interface Kept<Plan> {
  plan: Plan;
  at: number;
}

export interface World<Plan> {
  fetch(id: string): Promise<Plan>;
  /** The plan that was opened last, for hours without a network. */
  kept: OnDevice<Kept<Plan>>;
  share(id: string): Promise<string>;
  unshare(id: string): Promise<void>;
  now(): number;
}

/** The plan that somebody looks at. */
export function openedPlan<Plan extends Readable>(world: World<Plan>) {
  const plan = signal<Plan | null>(null);
  const failure = signal<unknown>(null);
  /** When the device kept what is shown, where the server could not be asked. */
  const keptAt = signal<number | null>(null);
  let asked = 0;

  function show(next: Plan): void {
    asked += 1;
    batch(() => {
      plan.value = next;
      failure.value = null;
      keptAt.value = null;
    });
    world.kept.keep({ plan: next, at: world.now() });
  }

  /** It was deleted: the device forgets it too. */
  function forget(id: string): void {
    if (world.kept.read()?.plan._id === id) world.kept.forget();
  }

  async function open(id: string): Promise<void> {
    const mine = (asked += 1);
    const kept = world.kept.read();
    batch(() => {
      failure.value = null;
      if (plan.peek()?._id !== id) plan.value = kept?.plan._id === id ? kept.plan : null;
    });
    try {
      const fetched = await world.fetch(id);
      if (mine === asked) show(fetched);
    } catch (error) {
      if (mine !== asked) return;
      batch(() => {
        failure.value = error;
        keptAt.value = kept?.plan._id === id ? kept.at : null;
        // What was deleted elsewhere is no plan any more, whatever the device keeps.
        if (error instanceof Refused && error.status === 404) {
          plan.value = null;
          forget(id);
        }
      });
    }
  }

  return {
    plan,
    failure,
    keptAt,
    show,
    open,

    close(): void {
      asked += 1;
      batch(() => {
        plan.value = null;
        failure.value = null;
      });
    },

    /** → the address at which everybody who has it reads the plan */
    async share(): Promise<string> {
      const one = plan.peek();
      if (!one) throw new Error('No plan is open.');
      const url = await world.share(one._id);
      show({ ...one, sharedAt: url });
      return url;
    },

    async unshare(): Promise<void> {
      const one = plan.peek();
      if (!one) return;
      await world.unshare(one._id);
      show({ ...one, sharedAt: null });
    },

    forget,
  };
}
