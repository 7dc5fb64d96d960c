import { isDeepStrictEqual } from 'node:util';
import { fullPath } from '@trainer/contract/paths';
import { type Answers, JSON_LIMIT, type Route } from '@trainer/contract/route';
import { routes } from '@trainer/contract/routes';
import compression from 'compression';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import type { Log } from '../log.ts';
import { sendAnswer, sendError } from './answer.ts';
import { bearerToken } from './door.ts';
import { bodyWithFile, type SentFile } from './file-in-body.ts';
import type { Answer, Handled } from './handle.ts';
import type { Identity, Member } from './identity.ts';
import { askerOf } from './asker.ts';
import type { Limits } from './limits.ts';
import { Refusal } from './refusal.ts';
import { validated, validatedTogether } from './validate.ts';

interface Deps {
  handled: readonly Handled[];
  identity: Identity;
  limits: Limits;
  log: Log;
  trustProxy: number | false;
  /** Serves what is not part of the API: pages, their files, the page of the API’s documentation. */
  pages: RequestHandler;
  /** Tests let every answer be compared with the contract; what it does not declare is then a 500. */
  checkAnswers: boolean;
}

/** The router: each handled call at its path, then the pages, then 404. */
export function app(deps: Deps): Express {
  refuseGaps(deps.handled);
  const router = express();
  router.disable('x-powered-by');
  router.set('etag', false);
  router.set('trust proxy', deps.trustProxy);
  router.set('query parser', 'simple');
  router.use(compression());
  for (const one of deps.handled) router[one.route.method](fullPath(one.route.name), answering(one, deps));
  router.use(deps.pages);
  router.use('/api', () => {
    throw new Refusal('not_found');
  });
  router.use((request: Request, response: Response) => {
    if (request.path.startsWith('/api/')) throw new Refusal('not_found');
    response.status(404).type('text/plain').send('There is nothing here. The first page is /');
  });
  const onError: ErrorRequestHandler = (error, request, response, _next) => {
    sendError(request, response, error, deps.log);
  };
  router.use(onError);
  return router;
}

/** A call that is declared and answered by nobody, or by two, stops the start. */
function refuseGaps(handled: readonly Handled[]): void {
  for (const name of Object.keys(routes)) {
    const answers = handled.filter(({ route }) => route.name === name).length;
    if (answers !== 1) throw new Error(`The call ${name} has ${String(answers)} handlers.`);
  }
}

/** One request from door to door: token, limit, body, values, handler, answer. */
function answering({ route, answer, inspects }: Handled, deps: Deps): RequestHandler {
  const readBody = bodyReader(route, inspects);
  return async (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    const token = bearerToken(request);
    const member = route.who === 'anyone' ? undefined : await memberOf(token, route, deps.identity);
    const asker = askerOf(request.ip, response);
    if (member) asker.tell(await deps.limits.take('requestsOfToken', member.tokenId, 'too_many_requests'));
    const { body, file } = await readBody(request, response);
    const { params, query } = request;
    const values = validatedTogether(route, { params, query: { ...query }, body });
    const given = await answer({ ...values, member: member as never, asker, token, file });
    if (deps.checkAnswers) checkAnswer(route, given);
    await sendAnswer(response, route, given);
  };
}

async function memberOf(token: string | undefined, route: Route, identity: Identity): Promise<Member> {
  const member = token === undefined ? undefined : (identity.remembered(token) ?? (await identity.of(token)));
  if (!member) throw new Refusal('unauthorized');
  if (route.who === 'trainer' && member.role !== 'trainer') throw new Refusal('forbidden');
  return member;
}

/** Reads the body that the route takes; a body of another type is refused before it is read. */
function bodyReader(
  route: Route,
  inspects: Handled['inspects'],
): (request: Request, response: Response) => Promise<{ body: unknown; file: SentFile | undefined }> {
  const { type, limit, file: field } = route.takes;
  if (type === 'nothing') return () => Promise.resolve({ body: {}, file: undefined });
  if (field !== undefined && inspects) {
    return (request) => {
      refuseOtherType(request, 'application/json');
      return bodyWithFile(request, { field, limit, rest: JSON_LIMIT, inspector: inspects() });
    };
  }
  const [mediaType, parse] =
    type === 'json'
      ? (['application/json', express.json({ limit, type: () => true })] as const)
      : (['text/csv', express.raw({ limit, type: () => true })] as const);
  return async (request, response) => {
    refuseOtherType(request, mediaType);
    await new Promise<void>((resolve, reject) => {
      parse(request, response, (error?: unknown) => {
        if (error) reject(error instanceof Error ? error : new Error('The body could not be read.'));
        else resolve();
      });
    });
    const body: unknown = request.body;
    return { body: body ?? (type === 'csv' ? new Uint8Array() : undefined), file: undefined };
  };
}

function refuseOtherType(request: Request, mediaType: string): void {
  if (request.is(mediaType) || !hasBody(request)) return;
  throw new Refusal('unsupported_type', { message: `The server reads ${mediaType} here.` });
}

const hasBody = (request: Request): boolean =>
  request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;

function checkAnswer(route: Route, given: Answer<Answers>): void {
  if ('stream' in given || 'bytes' in given) return;
  const schema = route.answer[given.status];
  if (schema === undefined)
    throw new Error(`${route.name} answered ${String(given.status)}, which it does not declare`);
  if (!schema || route.gives !== 'json') return;
  const text: string = 'text' in given ? given.text : JSON.stringify('body' in given ? given.body : null);
  const body: unknown = JSON.parse(text);
  if (!isDeepStrictEqual(validated(schema, body), body))
    throw new Error(`${route.name} answered more than it declares`);
}
