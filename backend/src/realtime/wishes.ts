import { clientEvents, personRoom, progressRoom, watchRoom } from '@trainer/contract/sockets';
import type { Acknowledgement } from '@trainer/contract/types';
import type { Member } from '../http/identity.ts';
import type { Limits } from '../http/limits.ts';
import { Refusal } from '../http/refusal.ts';
import type { Log } from '../log.ts';
import type { ClientSocket, Io } from './io.ts';

export interface WishRules {
  /** Whether one person may watch another’s numbers. */
  mayWatch: (viewer: Member, userId: string) => Promise<boolean>;
  /** Whether the two may write to each other. */
  mayWrite: (one: string, other: string) => Promise<boolean>;
  limits: Limits;
  log: Log;
}

/** What a screen may ask for through its socket. Each wish is acknowledged. */
export function hearWishes(io: Io, socket: ClientSocket, { mayWatch, mayWrite, limits, log }: WishRules): void {
  const { member } = socket.data;
  const roomOf = (userId: string) =>
    userId === member.userId ? progressRoom(userId) : watchRoom(userId, member.userId);

  socket.on('joinProgressRoom', (userId, acknowledge) => {
    void answerTo(acknowledge, log, async () => {
      if (!clientEvents.joinProgressRoom.safeParse(userId).success) return 'invalid_values';
      if (!(await mayWatch(member, userId))) return 'forbidden';
      await socket.join(roomOf(userId));
      log.debug(`User joined room: ${progressRoom(userId)}`);
      return undefined;
    });
  });
  socket.on('leaveProgressRoom', (userId, acknowledge) => {
    void answerTo(acknowledge, log, async () => {
      if (!clientEvents.leaveProgressRoom.safeParse(userId).success) return 'invalid_values';
      // Left first: whoever may not watch any more is out of it as well.
      await socket.leave(roomOf(userId));
      return (await mayWatch(member, userId)) ? undefined : 'forbidden';
    });
  });
  socket.on('typing', (asked, acknowledge) => {
    void answerTo(acknowledge, log, async () => {
      const given = clientEvents.typing.safeParse(asked);
      if (!given.success) return 'invalid_values';
      await limits.take('typingOfPerson', member.userId, 'too_many_requests');
      const { to } = given.data;
      if (!(await mayWrite(member.userId, to))) return 'forbidden';
      io.to(personRoom(to)).emit('typing', { from: member.userId });
      return undefined;
    });
  });
}

/** Answers whoever wants an answer; whatever a client sends, nothing is thrown into the socket’s own code. */
async function answerTo(acknowledge: unknown, log: Log, act: () => Promise<Acknowledgement['error']>): Promise<void> {
  let answer: Acknowledgement;
  try {
    const error = await act();
    answer = error ? { success: false, error } : { success: true };
  } catch (error) {
    const isTooMuch = error instanceof Refusal && error.code === 'too_many_requests';
    if (!isTooMuch) log.error({ err: error }, 'A socket’s wish failed');
    answer = { success: false, error: isTooMuch ? 'too_many_requests' : 'unavailable' };
  }
  if (typeof acknowledge === 'function') (acknowledge as (answer: Acknowledgement) => void)(answer);
}
