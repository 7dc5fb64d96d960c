import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type CallName, fullPath, paths } from '@trainer/contract/paths';
import type { CallAnswer, CallInput, ClientEvents, ServerEvents, User } from '@trainer/contract/types';
import type { ParsedMail } from 'mailparser';
import { pino } from 'pino';
import { io, type Socket } from 'socket.io-client';
import { compose, type Overrides } from '../compose.ts';
import { readConfig } from '../config.ts';
import { bcryptPasswords } from '../features/auth/passwords.ts';
import { openSqlite } from '../storage/sqlite/open.ts';
import type { Store } from '../storage/port.ts';
import { addressesOf, mailsIn } from './mail-server.ts';

/** An answer as it came over HTTP. */
export interface Answered<N extends CallName> {
  status: number;
  headers: Headers;
  /** The body of a success; a test that expects a failure reads `error`. */
  body: CallAnswer<N>;
  error: { code: string; message: string; fields?: { path: string; message: string }[] } | undefined;
}

export interface Client {
  readonly user: User;
  readonly token: string;
  call<N extends CallName>(name: N, input?: CallInput<N>): Promise<Answered<N>>;
  /** A connected socket of this person; closed with the server. */
  socket(): Promise<TestSocket>;
}
export type TestSocket = Socket<ServerEvents, ClientEvents>;

export interface TestServer {
  readonly url: string;
  readonly store: Store;
  readonly log: readonly string[];
  /** A person of this name, signed up on first use. */
  as(name: string, options?: { role?: 'member' | 'trainer'; timeZone?: string }): Promise<Client>;
  call<N extends CallName>(name: N, input?: CallInput<N>, token?: string): Promise<Answered<N>>;
  /** Waits until no mail waits any more. → those that went to this address, in the order in which they were asked for */
  mailsTo(address: string): Promise<ParsedMail[]>;
  /** A request of any shape, for what a client of ours would never send. */
  send(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

export const PASSWORD = 'kolam-kolam-7';

/** The whole server as `compose` joins it, on a free port, with an SQLite database in memory; only time and the cost of a password may be other than real. */
export async function testServer(over: Overrides & { environment?: Record<string, string> } = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'trainer-test-'));
  const config = readConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    RATE_LIMITS: 'off',
    JWT_SECRET: 'a secret for tests, thirty-two bytes',
    ...over.environment,
  });
  const lines: string[] = [];
  const log = pino(
    { level: 'debug' },
    { write: (line: string) => void lines.push((JSON.parse(line) as { msg: string }).msg) },
  );
  const store = over.store ?? (await openSqlite({ file: ':memory:' }));
  const server = await compose(config, log, { passwords: bcryptPasswords(4), checkAnswers: true, ...over, store });
  const url = `http://127.0.0.1:${String(server.port)}`;
  const people = new Map<string, Promise<Client>>();
  const open: TestSocket[] = [];

  const send = (path: string, init?: RequestInit) => fetch(url + path, init);

  async function call<N extends CallName>(name: N, input?: CallInput<N>, token?: string): Promise<Answered<N>> {
    const response = await send(...requestOf(name, input, token));
    const text = await response.text();
    const json = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    const body = (json ? JSON.parse(text) : text) as CallAnswer<N>;
    const failed = body as unknown as { error?: Answered<N>['error'] } | undefined;
    return { status: response.status, headers: response.headers, body, error: json ? failed?.error : undefined };
  }

  async function signUp(
    name: string,
    { role = 'member', timeZone = 'UTC' }: { role?: 'member' | 'trainer'; timeZone?: string },
  ): Promise<Client> {
    const answer = await call('signUp', {
      body: { username: name, email: `${name}@example.org`, password: PASSWORD, role, timeZone },
    });
    if (answer.status !== 201) throw new Error(`${name} could not sign up: ${JSON.stringify(answer.body)}`);
    const { token, user } = answer.body;
    return {
      user,
      token,
      call: (callName, input) => call(callName, input, token),
      socket: () => connect(url, token, { open }),
    };
  }

  return {
    url,
    store,
    log: lines,
    send,
    call,
    async mailsTo(address) {
      while ((await store.mails.waiting()) > 0) await pause(10);
      const mails = await mailsIn(join(dataDir, 'outbox'));
      return mails.filter((mail) => addressesOf(mail.to).includes(address));
    },
    as(name, options = {}) {
      const person = people.get(name) ?? signUp(name, options);
      people.set(name, person);
      return person;
    },
    async close() {
      for (const socket of open) socket.disconnect();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function requestOf<N extends CallName>(
  name: N,
  input: CallInput<N> | undefined,
  token: string | undefined,
): [string, RequestInit] {
  const given = (input ?? {}) as { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown };
  const path = fullPath(name).replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(given.params?.[key] ?? ''));
  const query = new URLSearchParams(
    Object.entries(given.query ?? {}).map(([key, value]): [string, string] => [key, String(value)]),
  ).toString();
  const headers: Record<string, string> = {};
  if (token !== undefined) headers.authorization = `Bearer ${token}`;
  const init: RequestInit = { method: paths[name][0].toUpperCase(), headers };
  if (given.body instanceof Uint8Array) {
    headers['content-type'] = 'text/csv';
    init.body = given.body;
  } else if (given.body !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(given.body);
  }
  return [query ? `${path}?${query}` : path, init];
}

export function connect(
  url: string,
  token: string | undefined,
  { open = [], transport = 'websocket' }: { open?: TestSocket[]; transport?: 'websocket' | 'polling' } = {},
): Promise<TestSocket> {
  const socket: TestSocket = io(url, {
    auth: { token },
    transports: [transport],
    reconnection: false,
    forceNew: true,
  });
  open.push(socket);
  return new Promise((resolve, reject) => {
    socket.once('connect', () => {
      resolve(socket);
    });
    socket.once('connect_error', reject);
  });
}
