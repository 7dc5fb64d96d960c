import type { Meal } from '@trainer/contract/plan-words';
import type { ShoppingShelf, Swap } from '@trainer/contract/types';
import { Refusal } from '../../http/refusal.ts';
import type { CoachWork } from '../../plan-writer/port.ts';
import type { Owned, Store, StoredPlan } from '../../storage/port.ts';
import type { Keeping } from './keeping.ts';
import type { WrittenDiet } from './shown.ts';
import { dietContent } from './to-written.ts';

interface Place {
  /** 1–7 */
  day: number;
  meal: Meal;
}

export interface Swapping {
  /** The meals that may stand in a meal’s place. @throws Refusal `not_found`; so do all below */
  offered(userId: string, id: string, place: Place): Promise<Swap[]>;
  /** The plan with another meal, the best one where none is named. @throws Refusal `invalid_values` for one that is not offered */
  swap(userId: string, id: string, place: Place, swapId: string | null): Promise<StoredPlan>;
  shopping(userId: string, id: string): Promise<ShoppingShelf[]>;
}

/** Of those who swap at once at least one comes through each time. */
const MOST_TRIES = 20;

export function swapping({
  plans,
  keeping,
  coach,
}: {
  plans: Store['plans'];
  keeping: Pick<Keeping, 'one'>;
  coach: Pick<CoachWork, 'swaps' | 'swapped' | 'shopping'>;
}): Swapping {
  async function diet(userId: string, id: string): Promise<{ stored: Owned<StoredPlan>; plan: WrittenDiet }> {
    const stored = await keeping.one(userId, 'diet', id);
    return { stored, plan: stored.plan as WrittenDiet };
  }

  return {
    async offered(userId, id, place) {
      const { plan } = await diet(userId, id);
      return coach.swaps({ plan: dietContent(plan), request: plan.request, ...place });
    },

    async swap(userId, id, place, swapId) {
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const { stored, plan } = await diet(userId, id);
        const meal = { plan: dietContent(plan), request: plan.request, ...place };
        const swapped = await coach.swapped(meal, swapId);
        if (!swapped || swapped.verdict.broken.length > 0) throw notOffered();
        const changes = plan.verification.checks.filter(({ status }) => status === 'repaired');
        const verification = { ...plan.verification, checks: [...changes, ...swapped.verdict.checks] };
        // Changed meanwhile, it is looked at anew: nobody’s swap is lost.
        const after = await plans.change(stored, { ...plan, ...swapped.plan, verification });
        if (after) return after;
      }
      throw new Refusal('unavailable', { retryAfterSeconds: 1 });
    },

    async shopping(userId, id) {
      const { days } = (await diet(userId, id)).plan;
      return coach.shopping({ days });
    },
  };
}

const notOffered = (): Refusal =>
  new Refusal('invalid_values', {
    fields: [{ path: 'swapId', message: 'This meal is not offered here any more. Look at the meals once more.' }],
  });
