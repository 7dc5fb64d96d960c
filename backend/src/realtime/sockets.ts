import type { Server as HttpServer } from 'node:http';
import { personRoom } from '@trainer/contract/sockets';
import { Server, type ServerOptions } from 'socket.io';
import type { Bus } from '../bus/port.ts';
import type { Identity } from '../http/identity.ts';
import type { ClientSocket, Io } from './io.ts';
import type { Presence, Realtime } from './port.ts';
import { attendance, type PresenceTimings } from './presence.ts';
import { telling } from './telling.ts';
import { hearWishes, type WishRules } from './wishes.ts';

interface Deps extends WishRules {
  server: HttpServer;
  identity: Identity;
  /** Whom it concerns that this person comes or goes: their trainer and their clients. */
  companions: (userId: string) => Promise<readonly string[]>;
  frontendUrl: string;
  bus: Bus;
  presence?: PresenceTimings | undefined;
  /** Tells the rooms of the other instances, too; undefined: there are none. */
  fanOut?: ServerOptions['adapter'] | undefined;
}

export interface Sockets extends Realtime, Presence {
  open(): number;
  /** Lets go of every socket, so that its page comes back at once, wherever there is a server for it. */
  leave(): void;
  close(): Promise<void>;
}

/** Socket.IO on the server of the API: the handshake carries the token, rooms say who is told what. */
export function sockets(deps: Deps): Sockets {
  const { server, identity, companions, frontendUrl, log, bus, presence, fanOut } = deps;
  const io: Io = new Server(server, {
    cors: { origin: frontendUrl },
    serveClient: false,
    // Nothing large is ever sent this way.
    maxHttpBufferSize: 16 * 1024,
    ...(fanOut && { adapter: fanOut }),
  });
  const present = attendance({ bus, changed: tellPresence, ...(presence && { timings: presence }) });

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
    const closed = present.opened(member.userId);
    socket.on('disconnect', () => {
      clearTimeout(expires);
      closed();
    });
    hearWishes(io, socket, deps);
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

  /** In the order in which people come and go. */
  let told = Promise.resolve();
  function tellPresence(userId: string, online: boolean): void {
    told = told
      .then(async () => {
        const people = await companions(userId);
        // Each instance knows who is there, and tells its own screens.
        if (people.length > 0) io.local.to(people.map(personRoom)).emit('presence', { userId, online });
      })
      .catch((error: unknown) => {
        log.error({ err: error }, 'It could not be told who came or went');
      });
  }

  return {
    ...telling(io, log),
    isOnline: present.isOnline,
    open: () => io.engine.clientsCount,
    leave: () => void io.engine.close(),
    async close() {
      present.close();
      await io.close();
    },
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
