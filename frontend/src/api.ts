import { ERRORS, type ErrorBody, type ErrorCode, type FieldError } from '@trainer/contract/errors';
import { type CallName, fullPath, paths } from '@trainer/contract/paths';
import type { CallAnswer, CallInput, Exercise, ExerciseInput } from '@trainer/contract/types';
import { account } from './account.ts';

/** The server said no, and why. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: ErrorCode;
  readonly status: number;
  readonly fields: FieldError[];
  readonly retryAfterSeconds: number | null;

  constructor(response: Response, body: Partial<ErrorBody> | undefined) {
    const code = body?.error?.code ?? 'internal';
    super(body?.error?.message ?? ERRORS[code].message);
    this.code = code;
    this.status = response.status;
    this.fields = body?.error?.fields ?? [];
    this.retryAfterSeconds = Number(response.headers.get('retry-after')) || null;
  }
}

/** No answer came: no network, no server, or none in time. Whether the server did it is not known. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

interface Options {
  signal?: AbortSignal;
  /** Sent on even when the page is closed meanwhile. */
  keepalive?: boolean;
  /** How long an answer is waited for, where it takes longer than usual. */
  patienceMs?: number;
}

const BASE = import.meta.env.VITE_API_BASE ?? '';
const PATIENCE_MS = 15_000;
/** An import of 20 MB over a slow line takes its time. */
const UPLOAD_PATIENCE_MS = 300_000;

/** These answer 401 for a wrong password, not for a token that ended. */
const ASKS_FOR_PASSWORD: ReadonlySet<CallName> = new Set(['logIn', 'signUp', 'changePassword']);

export const api = {
  /**
   * Makes a declared call.
   * @throws Refused, Unreachable
   */
  async call<N extends CallName>(
    name: N,
    input?: CallInput<N>,
    { patienceMs = PATIENCE_MS, ...options }: Options = {},
  ): Promise<CallAnswer<N>> {
    const given = (input ?? {}) as { body?: unknown };
    const body =
      given.body === undefined
        ? {}
        : { body: JSON.stringify(given.body), headers: { 'content-type': 'application/json' } };
    return send(name, input, { ...body, ...options }, patienceMs, told<CallAnswer<N>>);
  },

  /** Sends a file for import. */
  async upload(file: Blob, query: CallInput<'importWorkouts'>['query']): Promise<CallAnswer<'importWorkouts'>> {
    const init = { body: file, headers: { 'content-type': 'text/csv' } };
    return send('importWorkouts', { query }, init, UPLOAD_PATIENCE_MS, told<CallAnswer<'importWorkouts'>>);
  },

  /** The animation of an own exercise, by the address that its list gives. */
  async picture(id: string, address: string): Promise<Blob> {
    const v = new URL(address, location.origin).searchParams.get('v');
    return send('exerciseAnimation', { params: { id }, query: { v } }, {}, UPLOAD_PATIENCE_MS, (response) =>
      response.blob(),
    );
  },

  /** Stores an exercise of one’s own; its GIF may be large and the line slow. */
  async storeExercise(id: string | null, body: ExerciseInput): Promise<Exercise> {
    const init = { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const answer = id
      ? await send('changeExercise', { params: { id } }, init, UPLOAD_PATIENCE_MS, told<CallAnswer<'changeExercise'>>)
      : await send('addExercise', {}, init, UPLOAD_PATIENCE_MS, told<CallAnswer<'addExercise'>>);
    return answer.data;
  },

  /** The whole history as a file. */
  async download(name: 'exportWorkouts'): Promise<Blob> {
    return send(name, undefined, {}, UPLOAD_PATIENCE_MS, (response) => response.blob());
  },
};

async function told<T>(response: Response): Promise<T> {
  return ([202, 204].includes(response.status) ? undefined : await response.json()) as T;
}

async function send<T>(
  name: CallName,
  input: unknown,
  init: RequestInit,
  patienceMs: number,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const headers = new Headers(init.headers);
  const token = account.token();
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  const late = AbortSignal.timeout(patienceMs);
  const signal = init.signal ? AbortSignal.any([init.signal, late]) : late;
  const request = { ...init, method: paths[name][0].toUpperCase(), headers, signal };
  try {
    const response = await fetch(BASE + address(name, input), request);
    // Read in here too: an answer that breaks off half-way is none.
    if (response.ok) return await read(response);
    throw await refusal(name, response, token);
  } catch (error) {
    if (init.signal?.aborted || error instanceof Refused || error instanceof Unreachable) throw error;
    throw new Unreachable('The server did not answer.', { cause: error });
  }
}

async function refusal(name: CallName, response: Response, token: string | null): Promise<Error> {
  if (response.status === 401 && !ASKS_FOR_PASSWORD.has(name) && account.token() === token) {
    account.leave();
    account.demand();
  }
  const body = (await response.json().catch(() => undefined)) as Partial<ErrorBody> | undefined;
  // A proxy that answers for a server that is away speaks no JSON of ours.
  if (response.status >= 502 && !body?.error) return new Unreachable('The server is away.');
  return new Refused(response, body);
}

function address(name: CallName, input: unknown): string {
  const { params = {}, query = {} } = (input ?? {}) as {
    params?: Record<string, string>;
    query?: Record<string, unknown>;
  };
  const path = fullPath(name).replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const text = new URLSearchParams(given.map(([key, value]): [string, string] => [key, String(value)])).toString();
  return text ? `${path}?${text}` : path;
}
