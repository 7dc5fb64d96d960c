import * as calls from '@trainer/contract/plans';
import type { DietPlan, PlanKind, PlanSummary, SuggestionPlan } from '@trainer/contract/types';
import type { CoachWork } from '../../plan-writer/port.ts';
import { cursorOf, placeOf } from '../../http/cursor.ts';
import { created, gone, handle, type Handled, ok } from '../../http/handle.ts';
import type { Page, StoredPlan } from '../../storage/port.ts';
import type { Generating } from './generating.ts';
import type { Keeping } from './keeping.ts';
import { dietProfile, dietWish, workoutWish } from './requests.ts';
import { shared, shown } from './shown.ts';
import type { Swapping } from './swapping.ts';

interface Services {
  generating: Generating;
  keeping: Keeping;
  swapping: Swapping;
  coach: CoachWork;
  /** Where the address of a shared plan begins. */
  publicUrl: string;
}

interface Kinds {
  workout: SuggestionPlan;
  diet: DietPlan;
}

export function planRoutes({ generating, keeping, swapping, coach, publicUrl }: Services): Handled[] {
  const urlOf = (token: string) => `${publicUrl}/shared/${token}`;
  /** A plan of a kind that is known: whoever asked for it named it. */
  const asKind = <K extends PlanKind>(_kind: K, stored: StoredPlan) => shown(stored, urlOf) as Kinds[K];
  const page = async (
    userId: string,
    kind: PlanKind,
    { limit, cursor }: { limit: number; cursor?: string | undefined },
  ) => listed(limit, await keeping.page(userId, kind, { limit, after: placeOf(cursor) }));

  return [
    handle(calls.suggest, async ({ member, body }) => {
      const { plan, added } = await generating.generate(member.userId, await workoutWish(body, coach));
      return (added ? created : ok)(asKind('workout', plan));
    }),
    handle(calls.planDiet, async ({ member, body }) => {
      const { plan, added } = await generating.generate(member.userId, await dietWish(body, coach));
      return (added ? created : ok)(asKind('diet', plan));
    }),
    handle(calls.dietTarget, async ({ body }) => ok(await coach.target(await dietProfile(body, coach)))),
    handle(calls.planAllowance, async ({ member }) => ok(await generating.allowance(member.userId))),
    handle(calls.cancelPlan, async ({ member, params }) => {
      await generating.cancel(member.userId, params.requestId);
      return gone;
    }),

    handle(calls.suggestions, ({ member, query }) => page(member.userId, 'workout', query)),
    handle(calls.dietPlans, ({ member, query }) => page(member.userId, 'diet', query)),
    handle(calls.suggestion, async ({ member, params }) =>
      ok(asKind('workout', await keeping.one(member.userId, 'workout', params.id))),
    ),
    handle(calls.dietPlanOf, async ({ member, params }) =>
      ok(asKind('diet', await keeping.one(member.userId, 'diet', params.id))),
    ),
    handle(calls.removeSuggestion, async ({ member, params }) => {
      await keeping.remove(member.userId, 'workout', params.id);
      return gone;
    }),
    handle(calls.removeDietPlan, async ({ member, params }) => {
      await keeping.remove(member.userId, 'diet', params.id);
      return gone;
    }),

    handle(calls.shareSuggestion, async ({ member, params }) =>
      ok({ url: urlOf(await keeping.share(member.userId, 'workout', params.id)) }),
    ),
    handle(calls.shareDietPlan, async ({ member, params }) =>
      ok({ url: urlOf(await keeping.share(member.userId, 'diet', params.id)) }),
    ),
    handle(calls.unshareSuggestion, async ({ member, params }) => {
      await keeping.unshare(member.userId, 'workout', params.id);
      return gone;
    }),
    handle(calls.unshareDietPlan, async ({ member, params }) => {
      await keeping.unshare(member.userId, 'diet', params.id);
      return gone;
    }),
    handle(calls.sharedPlan, async ({ params }) => ok(shared(await keeping.shared(params.token)))),

    handle(calls.swaps, async ({ member, params, query }) =>
      ok(await swapping.offered(member.userId, params.id, query)),
    ),
    handle(calls.swapMeal, async ({ member, params, body: { swapId, ...place } }) =>
      ok(asKind('diet', await swapping.swap(member.userId, params.id, place, swapId ?? null))),
    ),
    handle(calls.shoppingList, async ({ member, params }) => ok(await swapping.shopping(member.userId, params.id))),
  ];
}

const listed = (limit: number, { items, next }: Page<PlanSummary>) => ({
  status: 200 as const,
  body: { success: true as const, data: items, page: { limit, nextCursor: next && cursorOf(next) } },
});
