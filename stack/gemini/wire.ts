import type { ServerResponse } from 'node:http';
import { setImmediate as turn, setTimeout as after } from 'node:timers/promises';
import type { Chunk } from './answers.ts';
import { byStatus, type GoogleError } from './errors.ts';
import type { StepWith } from './script.ts';

/** As recorded from the real one. */
const HEADERS = {
  Server: 'scaffolding on HTTPServer2',
  'Server-Timing': 'gfet4t7; dur=298',
  Vary: 'Origin, X-Origin, Referer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
  'X-Xss-Protection': '0',
};
const JSON_TYPE = 'application/json; charset=UTF-8';
const STREAM_TYPE = 'text/event-stream';

export const pretty = (body: unknown): string => `${JSON.stringify(body, null, 2)}\n`;

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { ...HEADERS, 'Content-Type': JSON_TYPE }).end(pretty(body));
}

/** On a stream call the body of an error is JSON that calls itself a stream. */
export function sendError(response: ServerResponse, error: GoogleError, streams: boolean): void {
  response
    .writeHead(error.error.code, { ...HEADERS, 'Content-Type': streams ? STREAM_TYPE : JSON_TYPE })
    .end(pretty(error));
}

export function sendHtml(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=UTF-8' }).end(html);
}

/** Writes the events of a stream, well or broken off as the step says. It ends when all is written or the client left. */
export async function stream(response: ServerResponse, chunks: readonly Chunk[], step: StepWith): Promise<void> {
  const [first, ...rest] = chunks.map(event);
  if (first === undefined) return;
  const write = writerTo(response);
  const { fault, ms = 20, message } = step;
  if (fault === 'hang') return;
  if (fault === 'slowHeaders') await after(ms);
  if (response.destroyed) return;
  response.writeHead(200, { ...HEADERS, 'Content-Type': STREAM_TYPE, 'Content-Disposition': 'attachment' });
  response.flushHeaders();
  const broken: GoogleError = byStatus(503);
  if (message) broken.error.message = message;

  switch (fault) {
    case 'drip':
      for (const one of [first, ...rest]) {
        if (!(await write(one))) return;
        await after(ms);
      }
      break;
    case 'stall':
      await write(first);
      return;
    case 'reset':
      await write(first);
      response.socket?.resetAndDestroy();
      return;
    case 'cleanCut':
      await write(first);
      break;
    case 'midEvent':
      await write(first);
      await write((rest[0] ?? first).slice(0, 40));
      break;
    case 'badEvent':
      await write(first);
      await write('data: {"candidates": [{"content": {"parts": [{"text": "…\r\n\r\n');
      for (const one of rest) await write(one);
      break;
    case 'errorEvent':
      await write(first);
      await write(event(broken));
      break;
    case 'errorRaw':
      await write(first);
      await write(pretty(broken));
      break;
    case 'errorRawGlued':
      await write(first + pretty(broken));
      break;
    case 'stopThenError':
      for (const one of [first, ...rest]) await write(one);
      await write(pretty(broken));
      break;
    case 'utf8Split':
      for (const bytes of sevens(Buffer.from([first, ...rest].join('')))) if (!(await write(bytes))) return;
      break;
    case 'noEvents':
      break;
    default:
      for (const one of [first, ...rest]) if (!(await write(one))) return;
  }
  response.end();
}

/** The one body of a call that does not stream; what breaks a stream breaks it too. */
export async function sendWhole(response: ServerResponse, chunk: Chunk, { fault, ms = 20 }: StepWith): Promise<void> {
  if (fault === 'hang' || fault === 'stall') return;
  if (fault === 'drip' || fault === 'slowHeaders') await after(ms);
  if (response.destroyed) return;
  if (!['reset', 'cleanCut', 'midEvent', 'noEvents'].includes(fault)) {
    sendJson(response, 200, chunk);
    return;
  }
  const body = pretty(chunk);
  response.writeHead(200, { ...HEADERS, 'Content-Type': JSON_TYPE });
  await writerTo(response)(fault === 'noEvents' ? '' : body.slice(0, body.length / 2));
  if (fault === 'reset') response.socket?.resetAndDestroy();
  else response.end();
}

const event = (body: unknown): string => `data: ${JSON.stringify(body)}\r\n\r\n`;

/** → whether the client is still there. Each write goes out by itself. */
function writerTo(response: ServerResponse): (bytes: string | Buffer) => Promise<boolean> {
  return async (bytes) => {
    if (response.destroyed) return false;
    if (!response.write(bytes)) await drained(response);
    await turn();
    return !response.destroyed;
  };
}

const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.once('drain', done).once('close', done);
  });

function* sevens(bytes: Buffer): Generator<Buffer> {
  for (let i = 0; i < bytes.length; i += 7) yield bytes.subarray(i, i + 7);
}
