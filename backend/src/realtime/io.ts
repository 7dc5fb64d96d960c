import type { ClientEvents, ServerEvents } from '@trainer/contract/types';
import type { Server, Socket } from 'socket.io';
import type { Member } from '../http/identity.ts';

interface Data {
  member: Member;
}

/** Socket.IO, by the events of the contract. */
export type Io = Server<ClientEvents, ServerEvents, Record<never, never>, Data>;
export type ClientSocket = Socket<ClientEvents, ServerEvents, Record<never, never>, Data>;
