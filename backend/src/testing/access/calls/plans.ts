import { type Row, row } from '../row.ts';
import { DIET, SUGGESTION } from '../bodies.ts';
import type { World } from '../world.ts';

const place = { day: 1, meal: 'lunch' } as const;

export const PLAN_CALLS: readonly Row[] = [
  // nobody
  //  |  other member
  //  |   |  other trainer
  //  |   |   |  former trainer
  //  |   |   |   |  a trainer whose invitation of the member is open
  //  |   |   |   |   |  a member whom the trainer has invited
  //  |   |   |   |   |   |  the trainer
  //  |   |   |   |   |   |   |  the member
  row(
    '401 own own own own own own ok ',
    'suggest',
    'under the member’s requestId',
    async ({ suggestion, clientId }) => {
      await suggestion();
      return { body: { ...SUGGESTION, requestId: clientId } };
    },
  ),
  row('401 own own own own own own ok ', 'suggestions'),
  row('401 404 404 404 404 404 404 ok ', 'suggestion', 'the member’s', suggestion),
  row('401 404 404 404 404 404 404 own', 'removeSuggestion', 'the member’s', suggestion),
  row('401 404 404 404 404 404 404 ok ', 'shareSuggestion', 'the member’s', suggestion),
  row('401 404 404 404 404 404 404 own', 'unshareSuggestion', 'the member’s', suggestion),
  row('401 own own own own own own ok ', 'planDiet', 'under the member’s requestId', async ({ diet, clientId }) => {
    await diet();
    return { body: { ...DIET, requestId: clientId } };
  }),
  row('401 own own own own own own own', 'dietTarget', 'of anybody', () => ({ body: DIET })),
  row('401 own own own own own own ok ', 'dietPlans'),
  row('401 404 404 404 404 404 404 ok ', 'dietPlan', 'the member’s', diet),
  row('401 404 404 404 404 404 404 own', 'removeDietPlan', 'the member’s', diet),
  row('401 404 404 404 404 404 404 ok ', 'shareDietPlan', 'the member’s', diet),
  row('401 404 404 404 404 404 404 own', 'unshareDietPlan', 'the member’s', diet),
  row('401 404 404 404 404 404 404 ok ', 'swaps', 'of the member’s', async (world) => ({
    ...(await diet(world)),
    query: { ...place, day: '1' },
  })),
  row('401 404 404 404 404 404 404 ok ', 'swapMeal', 'of the member’s', async (world) => ({
    ...(await diet(world)),
    body: place,
  })),
  row('401 404 404 404 404 404 404 ok ', 'shoppingList', 'of the member’s', diet),
  row('401 own own own own own own ok ', 'planAllowance'),
  row('401 404 404 404 404 404 404 own', 'cancelPlan', 'the member’s', async ({ runningPlan }) => ({
    params: { requestId: await runningPlan() },
  })),
  row('own own own own own own own own', 'sharedPlan', 'shared by the member', async ({ shareToken }) => ({
    params: { token: await shareToken() },
  })),
  row('404 404 404 404 404 404 404 404', 'sharedPlan', 'shared no more', async ({ shareToken, people, suggestion }) => {
    const token = await shareToken();
    await people.member.call('unshareSuggestion', { params: { id: (await suggestion())._id } });
    return { params: { token } };
  }),
];

async function suggestion(world: World) {
  return { params: { id: (await world.suggestion())._id } };
}
async function diet(world: World) {
  return { params: { id: (await world.diet())._id } };
}
