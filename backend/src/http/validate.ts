import type { FieldError } from '@trainer/contract/errors';
import type { z } from 'zod';
import { Refusal } from './refusal.ts';

type Issue = z.core.$ZodIssue;

/**
 * What a schema makes of a value.
 * @throws Refusal `invalid_values` that lists everything wrong at once, each by its path
 */
export function validated<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value, { error: sentenceOf });
  if (result.success) return result.data;
  throw new Refusal('invalid_values', { fields: result.error.issues.flatMap(fieldsOf) });
}

/** Several parts of one request together, so that the findings of all of them are told at once. */
export function validatedTogether<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  schemas: { params: P; query: Q; body: B },
  values: { params: unknown; query: unknown; body: unknown },
): { params: z.output<P>; query: z.output<Q>; body: z.output<B> } {
  const params = schemas.params.safeParse(values.params, { error: sentenceOf });
  // An id that can't be one is not there.
  if (!params.success) throw new Refusal('not_found');
  const query = schemas.query.safeParse(values.query, { error: sentenceOf });
  const body = schemas.body.safeParse(values.body, { error: sentenceOf });
  if (query.success && body.success) return { params: params.data, query: query.data, body: body.data };
  const issues = [...(query.error?.issues ?? []), ...(body.error?.issues ?? [])];
  throw new Refusal('invalid_values', { fields: issues.flatMap(fieldsOf) });
}

function fieldsOf(issue: Issue): FieldError[] {
  const path = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), message: issue.message }];
  return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'There is no field of this name.' }));
}

const KINDS: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** Sentences for what the schemas leave without one of their own. */
function sentenceOf(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'This is missing.'
        : `This has to be ${KINDS[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return `This has to be one of: ${issue.values.map(String).join(', ')}.`;
    case 'too_small':
      return `This has to be at least ${String(issue.minimum)}.`;
    case 'too_big':
      return issue.origin === 'string'
        ? `At most ${String(issue.maximum)} characters.`
        : `This has to be at most ${String(issue.maximum)}.`;
    case 'invalid_format':
      return 'This does not have the right form.';
    default:
      return undefined;
  }
}
