import type { Acknowledgement, ClientEvents } from '@trainer/contract/types';
import type { TestSocket } from '../test-server.ts';
import { type Role } from './people.ts';
import { tokensOf } from './row.ts';
import type { World } from './world.ts';

/** `401`: there is no socket without a token. `403`: `forbidden`. */
const TOKENS = ['ok', '401', '403'] as const;

export interface Wish {
  event: keyof ClientEvents;
  title: string;
  cells: Record<Role, (typeof TOKENS)[number]>;
  make(screen: TestSocket, world: World): Promise<Acknowledgement>;
}

const wish = (cells: string, event: keyof ClientEvents, what: string, make: Wish['make']): Wish => {
  const title = `${event}, ${what}`;
  return { event, title, cells: tokensOf(cells, TOKENS, title), make };
};

/** Everything that a screen may ask for through its socket, and who gets it. */
export const WISHES: readonly Wish[] = [
  // nobody
  //  |  other member
  //  |   |  other trainer
  //  |   |   |  former trainer
  //  |   |   |   |  a trainer whose invitation of the member is open
  //  |   |   |   |   |  a member whom the trainer has invited
  //  |   |   |   |   |   |  the trainer
  //  |   |   |   |   |   |   |  the member
  wish('401 403 403 403 403 403 ok  ok ', 'joinProgressRoom', 'the member’s', (screen, { memberId }) =>
    screen.emitWithAck('joinProgressRoom', memberId),
  ),
  // Coaching is no way up: a client does not watch their trainer train.
  wish('401 403 403 403 403 403 ok  403', 'joinProgressRoom', 'the trainer’s', (screen, { trainerId }) =>
    screen.emitWithAck('joinProgressRoom', trainerId),
  ),
  wish('401 403 403 403 403 403 ok  ok ', 'leaveProgressRoom', 'the member’s', (screen, { memberId }) =>
    screen.emitWithAck('leaveProgressRoom', memberId),
  ),
  wish('401 403 403 403 403 403 ok  403', 'typing', 'to the member', (screen, { memberId }) =>
    screen.emitWithAck('typing', { to: memberId }),
  ),
  wish('401 403 403 403 403 403 403 ok ', 'typing', 'to the trainer', (screen, { trainerId }) =>
    screen.emitWithAck('typing', { to: trainerId }),
  ),
  wish('401 403 403 403 403 403 403 403', 'typing', 'to the former trainer', (screen, { people }) =>
    screen.emitWithAck('typing', { to: people.formerTrainer.user._id }),
  ),
];
