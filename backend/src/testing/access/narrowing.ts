import type { Acknowledgement, Share } from '@trainer/contract/types';
import { SQUAT, workout } from '../coached.ts';
import type { TestSocket } from '../test-server.ts';
import { planOf } from './bodies.ts';
import type { World } from './world.ts';

/** What the member shares: the columns. */
export const SHARED = {
  everything: { live: true, history: true, health: true },
  'nothing live': { live: false, history: true, health: true },
  'no history': { live: true, history: false, health: true },
  'no health': { live: true, history: true, health: false },
  nothing: { live: false, history: false, health: false },
} satisfies Record<string, Share>;
export type Shared = keyof typeof SHARED;

export interface Narrowed {
  title: string;
  cells: Record<Shared, string>;
  /** → the token of the cell */
  look(world: World, screen: TestSocket): Promise<string>;
}

function narrowed(cells: string, title: string, look: Narrowed['look']): Narrowed {
  const tokens = cells.trim().split(/\s+/);
  const columns = Object.keys(SHARED) as Shared[];
  if (tokens.length !== columns.length) throw new Error(`The row of ${title} is none: ${cells}`);
  return { title, look, cells: Object.fromEntries(columns.map((one, i) => [one, tokens[i]])) as Narrowed['cells'] };
}

const status = async (answer: Promise<{ status: number }>): Promise<string> => {
  const got = (await answer).status;
  return got < 300 ? 'ok' : String(got);
};
const shown = (part: unknown): string => (part === undefined || part === null ? '-' : 'yes');
const ofMember = ({ memberId }: World) => ({ params: { id: memberId } });
const detail = async (world: World) => (await world.people.trainer.call('client', ofMember(world))).body.data;
const line = async ({ people }: World) => (await people.trainer.call('clients')).body.data[0];

const joined = (screen: TestSocket, userId: string): Promise<Acknowledgement> =>
  screen.emitWithAck('joinProgressRoom', userId);

/** Whether the trainer’s screen is told this as it happens. */
async function told(screen: TestSocket, event: string, happen: () => Promise<unknown>): Promise<string> {
  let answer = '-';
  screen.onAny((name: string) => {
    if (name === event) answer = 'yes';
  });
  await happen();
  // Whatever was told before this is answered has arrived.
  await screen.emitWithAck('typing', { to: '' });
  return answer;
}

/** What the member’s trainer gets, by what the member shares. */
export const NARROWED: readonly Narrowed[] = [
  // everything
  //  |   nothing live
  //  |   |   no history
  //  |   |   |   no health
  //  |   |   |   |   nothing
  narrowed('yes -   yes yes -  ', 'clients: the 30 days', async (world) => shown((await line(world))?.progress)),
  narrowed('yes -   yes yes -  ', 'clients: what runs', async (world) => shown((await line(world))?.session)),
  narrowed('yes yes -   yes -  ', 'clients: the last workout', async (world) =>
    shown((await line(world))?.lastWorkout),
  ),
  narrowed('ok  ok  ok  ok  ok ', 'client', (world) => status(world.people.trainer.call('client', ofMember(world)))),
  narrowed('yes -   yes yes -  ', 'client: the 30 days', async (world) => shown((await detail(world)).progress)),
  narrowed('yes yes yes yes -  ', 'client: what of the plan was done', async (world) =>
    shown((await detail(world)).planned),
  ),
  narrowed('yes yes -   yes -  ', 'client: weights', async (world) => shown((await detail(world)).weights)),
  narrowed('yes yes yes -   -  ', 'client: conditions', async (world) => shown((await detail(world)).health)),
  narrowed('ok  ok  404 ok  404', 'clientWorkouts', (world) =>
    status(world.people.trainer.call('clientWorkouts', ofMember(world))),
  ),
  narrowed('ok  ok  404 ok  404', 'clientStats', (world) =>
    status(world.people.trainer.call('clientStats', ofMember(world))),
  ),
  narrowed('ok  404 ok  ok  404', 'clientSession', (world) =>
    status(world.people.trainer.call('clientSession', ofMember(world))),
  ),
  narrowed('ok  409 ok  ok  409', 'cue', (world) =>
    status(world.people.trainer.call('cue', { ...ofMember(world), body: { text: 'Up' } })),
  ),
  narrowed('ok  ok  ok  ok  ok ', 'clientNote', (world) =>
    status(world.people.trainer.call('clientNote', ofMember(world))),
  ),
  narrowed('ok  ok  ok  ok  ok ', 'givePlan', (world) =>
    status(world.people.trainer.call('givePlan', { ...ofMember(world), body: planOf(SQUAT) })),
  ),
  narrowed('ok  ok  422 ok  422', 'givePlan with an exercise of the member’s own', ({ exerciseId, ...world }) =>
    status(world.people.trainer.call('givePlan', { params: { id: world.memberId }, body: planOf(exerciseId) })),
  ),
  narrowed('yes yes yes -   -  ', 'clientPlans: warnings', async (world) => {
    const { body } = await world.people.trainer.call('clientPlans', ofMember(world));
    return shown(body.data.flatMap(({ warnings }) => warnings)[0]);
  }),
  narrowed('ok  ok  ok  ok  ok ', 'sendMessage', ({ people, memberId }) =>
    status(people.trainer.call('sendMessage', { params: { userId: memberId }, body: { text: 'Hello' } })),
  ),

  narrowed('ok  403 ok  ok  403', 'joinProgressRoom', async ({ memberId }, screen) => {
    const { success, error } = await joined(screen, memberId);
    return success ? 'ok' : error === 'forbidden' ? '403' : String(error);
  }),
  narrowed('yes -   yes yes -  ', 'progressUpdated', ({ people: { member } }, screen) =>
    told(screen, 'progressUpdated', () => member.call('saveWorkout', workout())),
  ),
  // That something is new, where any of it is seen.
  narrowed('yes yes yes yes -  ', 'clientsChanged', ({ people: { member } }, screen) =>
    told(screen, 'clientsChanged', () => member.call('saveWorkout', workout())),
  ),
  narrowed('yes yes -   yes -  ', 'clientsChanged for a weight', ({ people: { member } }, screen) =>
    told(screen, 'clientsChanged', () => member.call('addWeight', { body: { localDate: '2026-07-02', weight: 61 } })),
  ),
  narrowed('yes -   yes yes -  ', 'sessionUpdated', ({ phone }, screen) =>
    told(screen, 'sessionUpdated', () => phone.tick(8)),
  ),
  narrowed('yes -   yes yes -  ', 'sessionEnded', ({ phone }, screen) =>
    told(screen, 'sessionEnded', () => phone.discard()),
  ),
];
