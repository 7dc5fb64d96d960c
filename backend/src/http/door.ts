import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { fullPath } from '@trainer/contract/paths';
import cors from 'cors';
import type { Log } from '../log.ts';
import { sendAnswer, sendError } from './answer.ts';
import type { Handled } from './handle.ts';
import type { Identity, Member } from './identity.ts';
import { askerOf } from './asker.ts';
import type { Limits } from './limits.ts';
import type { Measures } from './measures.ts';

interface Deps {
  /** Everything that is not answered early. */
  app: RequestListener;
  handled: readonly Handled[];
  identity: Identity;
  limits: Limits;
  headers: readonly [string, string][];
  /** The one other origin that may call. */
  frontendUrl: string;
  measures: Measures;
  /** On its way down, the server lets go of each connection with its answer. */
  stopping: () => boolean;
  log: Log;
}

/**
 * What every request passes before anything else: request id, constant headers, CORS, one log line and one measurement
 * at its end. Calls marked `early` whose bearer is remembered are answered here: their text is in the cache, and the
 * router, the body parser and the compression would only look at a request that has nothing for them.
 */
export function door(deps: Deps): RequestListener {
  const early = new Map(deps.handled.filter((one) => one.early).map((one) => [fullPath(one.route.name), one]));
  const crossOrigin = cors({
    origin: deps.frontendUrl,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ['Authorization', 'Content-Type', 'X-Request-Id'],
    exposedHeaders: ['ETag', 'X-Request-Id', 'Retry-After', 'RateLimit', 'RateLimit-Policy', 'Content-Disposition'],
    maxAge: 600,
  });

  return (request, response) => {
    const requestId = acceptableId(request.headers['x-request-id']) ?? randomUUID();
    response.setHeader('X-Request-Id', requestId);
    for (const [name, value] of deps.headers) response.setHeader(name, value);
    if (deps.stopping()) response.setHeader('Connection', 'close');
    watch(request, response, requestId, deps);

    if (request.headers.origin === undefined) {
      enter(request, response);
    } else {
      crossOrigin(request, response, () => {
        enter(request, response);
      });
    }
  };

  function enter(request: IncomingMessage, response: ServerResponse): void {
    const handled = request.method === 'GET' ? early.get(request.url ?? '') : undefined;
    const token = handled && bearerToken(request);
    const member = token && deps.identity.remembered(token);
    const isAllowed = member && (handled?.route.who !== 'trainer' || member.role === 'trainer');
    if (handled && isAllowed) void answerEarly(handled, member, request, response);
    else deps.app(request, response);
  }

  async function answerEarly(
    handled: Handled,
    member: Member,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    try {
      const asker = askerOf(request.socket.remoteAddress, response);
      asker.tell(await deps.limits.take('requestsOfToken', member.tokenId, 'too_many_requests'));
      response.setHeader('Cache-Control', 'no-store');
      const answer = await handled.answer({
        params: {},
        query: {},
        body: {},
        member: member,
        asker,
        token: undefined,
        file: undefined,
      });
      await sendAnswer(response, handled.route, answer);
    } catch (error) {
      sendError(request, response, error, deps.log);
    }
  }
}

/** The token of an `Authorization: Bearer …` header. */
export function bearerToken(request: IncomingMessage): string | undefined {
  const header = request.headers.authorization;
  return header !== undefined && /^bearer /i.test(header) ? header.slice(7).trim() : undefined;
}

/** An id from a proxy in front is kept, so that one request has one id in all logs. */
function acceptableId(id: string | string[] | undefined): string | undefined {
  return typeof id === 'string' && /^[\w.-]{8,64}$/.test(id) ? id : undefined;
}

function watch(request: IncomingMessage, response: ServerResponse, requestId: string, { log, measures }: Deps): void {
  const began = performance.now();
  // The query is left out: it may hold what is nobody’s business.
  const path = (request.url ?? '').split('?', 1)[0];
  response.once('close', () => {
    const ms = performance.now() - began;
    measures.request(request.method ?? '', response.statusCode, ms / 1000);
    const line = { requestId, method: request.method, path, status: response.statusCode, ms: Math.round(ms * 10) / 10 };
    if (response.writableFinished) log.info(line, 'request');
    else log.warn(line, 'request was broken off');
  });
}
