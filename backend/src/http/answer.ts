import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Answers, Route } from '@trainer/contract/route';
import type { Log } from '../log.ts';
import type { Answer } from './handle.ts';
import { StillBusy } from '../locks/port.ts';
import { StorageAway } from '../storage/port.ts';
import { Refusal } from './refusal.ts';

const TYPES = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  text: 'text/plain; charset=utf-8',
  html: 'text/html; charset=utf-8',
  gif: 'image/gif',
};

/** Writes a handler's answer. */
export async function sendAnswer(response: ServerResponse, route: Route, answer: Answer<Answers>): Promise<void> {
  if ('stream' in answer) {
    response.writeHead(answer.status, {
      'Content-Type': TYPES[route.gives],
      'Content-Disposition': `attachment; filename="${answer.fileName}"`,
    });
    await pipeline(Readable.from(answer.stream), response);
    return;
  }
  if ('bytes' in answer) {
    await sendBytes(response, TYPES[route.gives], answer);
    return;
  }
  if ('text' in answer) send(response, answer.status, TYPES[route.gives], answer.text);
  else if ('body' in answer) send(response, answer.status, TYPES.json, JSON.stringify(answer.body));
  else response.writeHead(answer.status).end();
}

const YEAR_SECONDS = 31_536_000;

/** What never changes under its address: kept for ever, and not sent again to who has it. */
async function sendBytes(
  response: ServerResponse,
  type: string,
  { bytes, length, etag, forEverybody }: Extract<Answer<Answers>, { bytes: unknown }>,
): Promise<void> {
  const quoted = `"${etag}"`;
  response.setHeader(
    'Cache-Control',
    `${forEverybody ? 'public' : 'private'}, max-age=${String(YEAR_SECONDS)}, immutable`,
  );
  response.setHeader('ETag', quoted);
  const known = response.req.headers['if-none-match'] ?? '';
  if (known.split(',').some((one) => one.trim().replace(/^W\//, '') === quoted)) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': length });
  if (response.req.method === 'HEAD') response.end();
  else await pipeline(Readable.from(bytes, { objectMode: false }), response);
}

/** The only place where an error becomes an answer. What is no Refusal is a defect: logged whole, told as little as possible. */
export function sendError(request: IncomingMessage, response: ServerResponse, error: unknown, log: Log): void {
  const refusal = refusalOf(error);
  const requestId = response.getHeader('X-Request-Id');
  if (!refusal) log.error({ err: error, requestId }, 'A request failed');
  if (response.headersSent) {
    // Half an answer must not look like a whole one.
    response.destroy();
    return;
  }
  const told = refusal ?? new Refusal('internal');
  if (told.retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(told.retryAfterSeconds));
  if (told.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  // The rest of a body that was not read would be taken for the next request.
  if (!request.complete) response.setHeader('Connection', 'close');
  send(response, told.status, TYPES.json, JSON.stringify(told.body));
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(text) }).end(text);
}

/** When to try again while the storage is away: an election takes seconds. */
const AWAY_SECONDS = 2;
/** An import of years takes seconds, too, and others may wait before this one. */
const BUSY_SECONDS = 15;

/** What the storage, the body parser and the router throw, in the product's words. */
function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof StorageAway) return new Refusal('unavailable', { retryAfterSeconds: AWAY_SECONDS });
  if (error instanceof StillBusy) return new Refusal('unavailable', { retryAfterSeconds: BUSY_SECONDS });
  if (error instanceof URIError) return new Refusal('not_found');
  if (!(error instanceof Error) || !('type' in error)) return undefined;
  switch (error.type) {
    case 'entity.parse.failed':
    case 'request.size.invalid':
    case 'request.aborted':
      return new Refusal('malformed_json');
    case 'entity.too.large':
      return new Refusal('body_too_large');
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return new Refusal('unsupported_type');
    default:
      return undefined;
  }
}
