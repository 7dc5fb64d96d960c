import type { Server as HttpServer } from 'node:http';
import { clientEvents, personRoom, progressRoom } from '@trainer/contract/sockets';
import type { Acknowledgement, ClientEvents, ServerEvents } from '@trainer/contract/types';
import { Server, type ServerOptions, type Socket } from 'socket.io';
import type { Identity, Member } from '../http/identity.ts';
import type { Log } from '../log.ts';
import type { Realtime } from './port.ts';

interface Deps {
  server: HttpServer;
  identity: Identity;
  /** Whether one person may watch another’s numbers. */
  mayWatch: (viewer: Member, userId: string) => Promise<boolean>;
  frontendUrl: string;
  log: Log;
  /** Tells the rooms of the other instances, too; undefined: there are none. */
  fanOut?: ServerOptions['adapter'] | undefined;
}

interface Data {
  member: Member;
}
type Io = Server<ClientEvents, ServerEvents, Record<never, never>, Data>;
type ClientSocket = Socket<ClientEvents, ServerEvents, Record<never, never>, Data>;

export interface Sockets extends Realtime {
  open(): number;
  /** Lets go of every socket, so that its page comes back at once, wherever there is a server for it. */
  leave(): void;
  close(): Promise<void>;
}

/** Socket.IO on the server of the API: the handshake carries the token, rooms say who is told what. */
export function sockets({ server, identity, mayWatch, frontendUrl, log, fanOut }: Deps): Sockets {
  const io: Io = new Server(server, {
    cors: { origin: frontendUrl },
    serveClient: false,
    // Nothing large is ever sent this way.
    maxHttpBufferSize: 16 * 1024,
    ...(fanOut && { adapter: fanOut }),
  });

  io.use((socket, next) => {
    admit(socket, identity).then(next, (error: unknown) => {
      log.error({ err: error }, 'A socket could not be admitted');
      next(new Error('unavailable'));
    });
  });

  io.on('connection', (socket) => {
    const { member } = socket.data;
    void socket.join([tokenRoom(member.tokenId), personRoom(member.userId)]);
    // The token may have ended while the handshake was under way.
    identity.of(tokenOf(socket)).then(
      (still) => still ?? revoke([member.tokenId]),
      // Once the storage is back, every token is asked for anew.
      () => undefined,
    );
    const expires = setTimeout(
      () => void revoke([member.tokenId]),
      Math.min(member.expiresAt.getTime() - Date.now(), LONGEST_TIMER_MS),
    );
    socket.on('disconnect', () => {
      clearTimeout(expires);
    });
    socket.on('joinProgressRoom', (userId, acknowledge) => {
      void answerTo(acknowledge, log, async () => {
        if (!clientEvents.joinProgressRoom.safeParse(userId).success) return 'invalid_values';
        if (!(await mayWatch(member, userId))) return 'forbidden';
        await socket.join(progressRoom(userId));
        log.debug(`User joined room: ${progressRoom(userId)}`);
        return undefined;
      });
    });
    socket.on('leaveProgressRoom', (userId, acknowledge) => {
      void answerTo(acknowledge, log, async () => {
        if (!clientEvents.leaveProgressRoom.safeParse(userId).success) return 'invalid_values';
        await socket.leave(progressRoom(userId));
        return undefined;
      });
    });
  });

  function revoke(tokenIds: readonly string[]): void {
    if (tokenIds.length === 0) return;
    // Each instance hears of it by itself.
    const theirs = io.local.in(tokenIds.map(tokenRoom));
    theirs.emit('sessionRevoked', {});
    theirs.disconnectSockets(true);
  }
  identity.onEnd(revoke);

  /** Some of them may have ended unheard. */
  async function checkAll(): Promise<void> {
    const tokenIds = new Set([...io.sockets.sockets.values()].map((socket) => socket.data.member.tokenId));
    revoke(await identity.endedAmong([...tokenIds]));
  }
  identity.onDoubt(() => {
    checkAll().catch((error: unknown) => {
      log.error({ err: error }, 'The tokens of open sockets could not be checked');
    });
  });

  return {
    progressUpdated(update) {
      io.to(progressRoom(update.userId)).emit('progressUpdated', update);
      log.info(`Progress update emitted for user: ${update.userId}`);
    },
    planProgress(userId, progress) {
      io.to(personRoom(userId)).emit('planProgress', progress);
    },
    sessionUpdated(people, update) {
      io.to(people.map(personRoom)).emit('sessionUpdated', update);
    },
    sessionEnded(people, end) {
      io.to(people.map(personRoom)).emit('sessionEnded', end);
    },
    open: () => io.engine.clientsCount,
    leave: () => void io.engine.close(),
    close: () => io.close(),
  };
}

/** setTimeout holds no more than 31 bits of milliseconds; a socket that stays open longer than this is checked anew. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const tokenRoom = (tokenId: string): string => `token:${tokenId}`;

const tokenOf = (socket: ClientSocket): string => {
  const token: unknown = socket.handshake.auth.token;
  return typeof token === 'string' ? token : '';
};

async function admit(socket: ClientSocket, identity: Identity): Promise<Error | undefined> {
  const token = tokenOf(socket);
  const member = identity.remembered(token) ?? (await identity.of(token));
  if (!member) return new Error('unauthorized');
  socket.data.member = member;
  return undefined;
}

/** Answers whoever wants an answer; whatever a client sends, nothing is thrown into the socket’s own code. */
async function answerTo(acknowledge: unknown, log: Log, act: () => Promise<Acknowledgement['error']>): Promise<void> {
  let answer: Acknowledgement;
  try {
    const error = await act();
    answer = error ? { success: false, error } : { success: true };
  } catch (error) {
    log.error({ err: error }, 'A socket’s wish failed');
    answer = { success: false, error: 'unavailable' };
  }
  if (typeof acknowledge === 'function') (acknowledge as (answer: Acknowledgement) => void)(answer);
}
