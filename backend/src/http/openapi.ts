import { ERRORS, type ErrorCode } from '@trainer/contract/errors';
import { fullPath } from '@trainer/contract/paths';
import type { Route } from '@trainer/contract/route';
import { routes } from '@trainer/contract/routes';
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';

const Failure = z
  .object({
    success: z.literal(false),
    error: z.object({
      code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
      message: z.string(),
      fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    }),
  })
  .meta({ id: 'Failure', description: 'Every answer that is no success. `fields` lists all wrong values at once.' });

const MEDIA = {
  json: 'application/json',
  csv: 'text/csv',
  text: 'text/plain',
  html: 'text/html',
  gif: 'image/gif',
} as const;

/** The OpenAPI 3.1 document of every declared call. */
export function openapiDocument(publicUrl: string): Record<string, unknown> {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of Object.values<Route>(routes)) {
    const path = fullPath(route.name).replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  const document = createDocument({
    openapi: '3.1.0',
    info: { title: 'AI Personal Trainer', version: '0.1.0', license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: publicUrl }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    paths,
  });
  return { ...document };
}

function operation(route: Route): ZodOpenApiOperationObject {
  const { params, query } = route;
  const [summary = route.says] = route.says.split(/(?<=\.) /, 1);
  return {
    operationId: route.name,
    tags: [route.tag],
    summary,
    description: route.says,
    ...(route.who === 'anyone' ? { security: [] } : { security: [{ token: [] }] }),
    requestParams: { path: params as z.ZodObject, query: query as z.ZodObject },
    ...requestBody(route),
    responses: { ...successes(route), ...failures(route) },
  };
}

function requestBody(route: Route): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  if (route.takes.type === 'nothing') return {};
  const content =
    route.takes.type === 'json'
      ? { 'application/json': { schema: route.body } }
      : { 'text/csv': { schema: { type: 'string' as const } } };
  return { requestBody: { required: true, content } };
}

function successes(route: Route): ZodOpenApiOperationObject['responses'] {
  return Object.fromEntries(
    Object.entries(route.answer).map(([status, schema]) => [
      status,
      schema
        ? { description: SAID[status] ?? 'The answer.', content: { [MEDIA[route.gives]]: { schema } } }
        : { description: 'Done; there is no body.' },
    ]),
  );
}

const SAID: Record<string, string> = { 200: 'The answer.', 201: 'Created.', 503: 'Something that is needed is away.' };

function failures(route: Route): ZodOpenApiOperationObject['responses'] {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of new Set(codesOf(route)))
    byStatus.set(ERRORS[code].status, [...(byStatus.get(ERRORS[code].status) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => `\`${code}\`: ${ERRORS[code].message}`).join(' '),
        content: { 'application/json': { schema: Failure } },
      },
    ]),
  );
}

function codesOf(route: Route): ErrorCode[] {
  const codes: ErrorCode[] = [...route.errors];
  if (route.who !== 'anyone') codes.push('unauthorized', 'too_many_requests');
  if (route.who === 'trainer') codes.push('forbidden');
  if (route.takes.type !== 'nothing') codes.push('body_too_large', 'unsupported_type');
  if (route.takes.type === 'json') codes.push('malformed_json');
  if (route.takes.type !== 'nothing' || hasFields(route.query)) codes.push('invalid_values');
  if (hasFields(route.params)) codes.push('not_found');
  return codes;
}

const hasFields = (schema: z.ZodType): boolean => Object.keys((schema as z.ZodObject).shape).length > 0;
