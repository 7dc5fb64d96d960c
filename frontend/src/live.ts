import type {
  ClientEvents,
  PlanProgress,
  ProgressUpdated,
  ServerEvents,
  SessionEnded,
  SessionUpdated,
} from '@trainer/contract/types';
import { io, type Socket } from 'socket.io-client';
import { account } from './account.ts';
import { live as shown } from './live-status.ts';
import { unread } from './unread.ts';

type Listener<T> = (told: T) => void;

const REFRESH_MS = 30_000;
/** How long another tab of this browser may take to store the token that takes the place of an ended one. */
const NEW_TOKEN_MS = 1000;

/** What the server tells while the page is open. It only tells: everything is changed over HTTP. */
export const live = {
  start,
  /** The member's numbers changed, here or on any other device. */
  onProgress: (listener: Listener<ProgressUpdated>) => subscribe(progressListeners, listener),
  /** How far a plan is that this person asked for, on any of their screens. */
  onPlanProgress: (listener: Listener<PlanProgress>) => subscribe(planListeners, listener),
  /** The running workout changed, here or on any other device. */
  onSession: (listener: Listener<SessionUpdated>) => subscribe(sessionListeners, listener),
  onSessionEnd: (listener: Listener<SessionEnded>) => subscribe(sessionEndListeners, listener),
  /** Anything else that the server tells. → stops it */
  on,
  /** Hears of a client's numbers too, for as long as one may. → stops it */
  watch,
  apart,
  /** Tells the other one that this person writes. */
  typing: (to: string) => void socket?.emit('typing', { to }),
  /** The connection is back: what was told meanwhile has to be fetched once. */
  onReconnect: (listener: Listener<void>) => subscribe(reconnectListeners, listener),
  /** Every 30 s, only while the socket is down. */
  onRefresh: (listener: Listener<void>) => subscribe(refreshListeners, listener),
};

const { status } = shown;
const progressListeners = new Set<Listener<ProgressUpdated>>();
const planListeners = new Set<Listener<PlanProgress>>();
const sessionListeners = new Set<Listener<SessionUpdated>>();
const sessionEndListeners = new Set<Listener<SessionEnded>>();
const reconnectListeners = new Set<Listener<void>>();
const refreshListeners = new Set<Listener<void>>();
const otherListeners = new Map<string, Set<(told: never) => void>>();
const watched = new Set<string>();
let socket: Socket<ServerEvents, ClientEvents> | undefined;
let tokenSent: string | null = null;

function start(): void {
  const userId = account.user.peek()?._id;
  if (socket || !userId) return;
  socket = io(import.meta.env.VITE_API_BASE ?? location.origin, {
    auth: (answer) => {
      tokenSent = account.token();
      answer({ token: tokenSent });
    },
    transports: ['websocket', 'polling'],
    // Some networks let no WebSocket through; without this it would be tried for ever.
    tryAllTransports: true,
    // Where several servers share the work, what stands in front of them sends all of one screen to the same one.
    query: { screen: Math.random().toString(36).slice(2) },
    reconnectionDelayMax: 5000,
  });
  let wasLive = false;
  socket.on('connect', () => {
    say('✓ Connected to Socket.IO server');
    socket?.emit('joinProgressRoom', userId, ({ success }) => {
      if (!success) return;
      say(`User joined room: progress:${userId}`);
      status.value = 'live';
      for (const client of watched) socket?.emit('joinProgressRoom', client);
      if (wasLive) for (const listener of reconnectListeners) listener();
      wasLive = true;
    });
  });
  socket.on('disconnect', (reason) => {
    if (reason !== 'io client disconnect') status.value = 'reconnecting';
  });
  socket.on('connect_error', (error) => {
    if (wasLive || status.peek() === 'connecting') status.value = 'reconnecting';
    if (error.message === 'unauthorized') leave();
  });
  socket.on('progressUpdated', (update) => {
    say('Real-time progress update received');
    for (const listener of progressListeners) listener(update);
  });
  socket.on('planProgress', (told) => {
    for (const listener of planListeners) listener(told);
  });
  socket.on('sessionUpdated', (update) => {
    for (const listener of sessionListeners) listener(update);
  });
  socket.on('sessionEnded', (end) => {
    for (const listener of sessionEndListeners) listener(end);
  });
  socket.on('sessionRevoked', () => setTimeout(leaveUnlessRenewed, NEW_TOKEN_MS));
  socket.onAny((event: string, told: unknown) => {
    for (const listener of otherListeners.get(event) ?? []) listener(told as never);
  });
  on('messageReceived', unread.soon);
  on('messagesRead', unread.soon);
  reconnectListeners.add(unread.soon);
  setInterval(() => {
    if (status.peek() === 'reconnecting') for (const listener of refreshListeners) listener();
  }, REFRESH_MS);
}

function on<E extends keyof ServerEvents>(event: E, listener: ServerEvents[E]): () => void {
  const listeners = otherListeners.get(event) ?? new Set();
  otherListeners.set(event, listeners);
  return subscribe(listeners as Set<ServerEvents[E]>, listener);
}

function watch(userId: string): () => void {
  watched.add(userId);
  if (status.peek() === 'live') socket?.emit('joinProgressRoom', userId);
  return () => {
    watched.delete(userId);
    socket?.emit('leaveProgressRoom', userId);
  };
}

/** Without a connection while this page ends or renews its own token: it would be told of that end as of anybody’s. */
async function apart<T>(act: () => Promise<T>): Promise<T> {
  socket?.disconnect();
  try {
    return await act();
  } finally {
    if (account.token()) socket?.connect();
  }
}

function leaveUnlessRenewed(): void {
  if (account.token() === tokenSent) leave();
  else socket?.connect();
}

function leave(): void {
  account.leave();
  account.demand();
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function say(line: string): void {
  if (import.meta.env.DEV) console.info(line);
}
