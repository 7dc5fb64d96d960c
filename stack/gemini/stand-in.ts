import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { answered, inOneBody, said, tokensOf } from './answers.ts';
import { type Asked, readAsked } from './asked.ts';
import {
  byStatus,
  errorOf,
  type GoogleError,
  HTML_502,
  invalidArgument,
  noKey,
  notFound,
  shortDeadline,
} from './errors.ts';
import { described, MODELS } from './models.ts';
import { type GenerateRequest, readRequest, textOf } from './requests.ts';
import { readStep, readSteps, script, type Step, stepWith } from './script.ts';
import { sendError, sendHtml, sendJson, sendWhole, stream } from './wire.ts';
import { wordsOf } from './words.ts';

/** One request to generate, as it arrived. */
export interface Call {
  readonly model: string;
  /** Path and query, without the host. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** undefined where it was no JSON. */
  readonly body: GenerateRequest | undefined;
  /** The step that answered it, or `refused` where the request was wrong. */
  readonly step: string;
  /** How it went on: `left` is a client that closed the socket before the answer was whole. */
  readonly end: 'open' | 'answered' | 'broken' | 'left';
}

export interface GeminiStandIn {
  /** What `GEMINI_BASE_URL` takes. */
  readonly url: string;
  readonly port: number;
  readonly calls: readonly Call[];
  /** Calls that are still being answered: each holds a socket. */
  readonly openCalls: number;
  /** The next requests are answered by these steps, one each; after them `then` answers. */
  script(steps: readonly Step[], options?: { model?: string; then?: Step }): void;
  /** Answers what the script leaves open; for a model of one’s own in the same process. */
  replyFrom(reply: (asked: Asked) => Step | Promise<Step>): void;
  /** Forgets script, replies and calls. */
  reset(): void;
  stop(): Promise<void>;
}

/**
 * A server on loopback that speaks Gemini’s wire: the same routes, headers, bodies and faults, and the same refusals.
 * @param port 0 for any that is free
 */
export async function startGemini({ port = 0 }: { port?: number } = {}): Promise<GeminiStandIn> {
  const steps = script();
  const sockets = new Set<Socket>();
  let calls: { -readonly [K in keyof Call]: Call[K] }[] = [];
  let reply: ((asked: Asked) => Step | Promise<Step>) | undefined;

  const reset = () => {
    steps.clear();
    calls = [];
    reply = undefined;
  };

  const open = () => calls.filter(({ end }) => end === 'open').length;

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (!response.headersSent) sendJson(response, 500, { error: String(error) });
      else response.destroy();
    });
  });
  server.on('connection', (socket) => {
    socket.setNoDelay(true);
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const { pathname } = url;
    if (pathname === '/__script' || pathname === '/__calls') return control(pathname, request, response);
    const [, version = '', model = '', method] = /^\/(v1beta|v1)\/models\/?([^:/]*)(?::(\w+))?$/.exec(pathname) ?? [];
    if (!version) return sendError(response, byStatus(404), false);
    if (method && request.method === 'POST') return generate({ request, response, url, version, model, method });
    const known = MODELS[model];
    if (!model) sendJson(response, 200, { models: Object.entries(MODELS).map(([id, one]) => described(id, one)) });
    else if (known) sendJson(response, 200, described(model, known));
    else sendError(response, notFound(model, version), false);
  }

  interface Coming {
    request: IncomingMessage;
    response: ServerResponse;
    url: URL;
    version: string;
    model: string;
    method: string;
  }

  async function generate({ request, response, url, version, model: id, method }: Coming): Promise<void> {
    const streams = method === 'streamGenerateContent';
    const body = json(await textFrom(request));
    if (method === 'countTokens') return sendJson(response, 200, { totalTokens: tokensOf(JSON.stringify(body)) });
    const call: (typeof calls)[number] = {
      model: id,
      url: `${url.pathname}${url.search}`,
      headers: { ...request.headers },
      body: body as GenerateRequest | undefined,
      step: 'refused',
      end: 'open',
    };
    calls.push(call);
    response.once('close', () => {
      if (call.end === 'open') call.end = response.writableFinished ? 'answered' : 'left';
    });

    const model = MODELS[id];
    const key = request.headers['x-goog-api-key'] ?? url.searchParams.get('key');
    const read = model && readRequest(body, model);
    const refused =
      wrongAround(request, key) ?? (read ? ('refused' in read ? read.refused : undefined) : notFound(id, version));
    if (refused || !model || !read || 'refused' in read) {
      sendError(response, refused ?? invalidArgument(), streams);
      return;
    }
    const asked = readAsked(id, read.request);
    const step = stepWith(steps.next(id) ?? (await reply?.(asked)) ?? 'ok');
    call.step = step.fault;
    if (step.fault === 'http') return sendError(response, errorOf(step, id), streams);
    if (step.fault === 'html502') return sendHtml(response, 502, HTML_502);
    const chunks = answered(said(read.request, id, model, wordsOf(asked, step)), step.fault);
    if (step.fault === 'reset') response.once('close', () => (call.end = 'broken'));
    if (streams) await stream(response, chunks, step);
    else await sendWhole(response, inOneBody(chunks), step);
  }

  async function control(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (path === '/__calls') return sendJson(response, 200, { openCalls: open(), calls });
    if (request.method === 'DELETE') {
      reset();
      return sendJson(response, 200, {});
    }
    try {
      const given = JSON.parse(await textFrom(request)) as { steps?: unknown; model?: string; then?: unknown };
      const then = given.then === undefined ? undefined : readStep(given.then);
      steps.add(readSteps(given.steps ?? []), { model: given.model, then });
      sendJson(response, 200, {});
    } catch (error) {
      sendJson(response, 400, { error: error instanceof Error ? error.message : String(error) });
    }
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: listening } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(listening)}`,
    port: listening,
    get calls() {
      return calls;
    },
    get openCalls() {
      return open();
    },
    script: (some, options) => void steps.add(some, options),
    replyFrom: (fn) => void (reply = fn),
    reset,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => void resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** What is wrong with a request beside its body. */
function wrongAround(request: IncomingMessage, key: string | string[] | null): GoogleError | undefined {
  if (!key) return noKey();
  const seconds = Number(request.headers['x-server-timeout'] ?? 10);
  return seconds < 10 ? shortDeadline(seconds) : undefined;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function textFrom(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** The words of a call: its system’s and each turn’s, as they arrived. */
export const wordsIn = ({ body }: Call): { system: string; turns: string[] } => ({
  system: textOf(body?.systemInstruction),
  turns: (body?.contents ?? []).map(textOf),
});
