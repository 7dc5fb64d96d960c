import { z } from 'zod';
import type { ErrorCode } from './errors.ts';
import { type CallName, type Method, paths } from './paths.ts';

/** Who may call: nobody needs a token, everyone with a token, or trainers alone. */
export type Who = 'anyone' | 'person' | 'trainer';

type Schema = z.ZodType;
/** Status → the whole body, or null where the answer has none. A `Blob` schema stands for text or a page. */
export type Answers = Readonly<Partial<Record<200 | 201 | 202 | 204 | 503, Schema | null>>>;

export interface Route<
  Params extends Schema = Schema,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
  Answer extends Answers = Answers,
> {
  readonly name: CallName;
  readonly method: Method;
  /** Below `/api`, save for the three that monitoring asks for. */
  readonly path: string;
  readonly tag: string;
  readonly who: Who;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** What the body is sent as, and how many bytes of it are taken at most. */
  readonly takes: {
    readonly type: 'nothing' | 'json' | 'csv';
    readonly limit: number;
    /** A field of the body that is a file as a data URL: it is taken out while the body is read, and never lies there as text. */
    readonly file?: string;
  };
  readonly answer: Answer;
  /** What the answer is sent as. */
  readonly gives: 'json' | 'csv' | 'text' | 'html' | 'gif';
  /** Codes beyond those that every call of its kind can answer with. */
  readonly errors: readonly ErrorCode[];
  readonly says: string;
}

export const KILOBYTE = 1024;
export const JSON_LIMIT = 256 * KILOBYTE;
export const CSV_LIMIT = 20 * KILOBYTE * KILOBYTE;
/** Of a body with a file in it; what is not the file stays within `JSON_LIMIT`. */
export const FILE_LIMIT = 50 * KILOBYTE * KILOBYTE;

const nothing = z.strictObject({});
type Nothing = typeof nothing;

interface Declaration<P extends Schema, Q extends Schema, B extends Schema, A extends Answers> {
  tag: string;
  who: Who;
  params?: P;
  query?: Q;
  body?: B;
  csv?: true;
  file?: string;
  gives?: Route['gives'];
  answer: A;
  errors?: readonly ErrorCode[];
  says: string;
}

/** Declares one call. Validation, the client's types, the OpenAPI document and the tests of access all read this. */
export function route<
  A extends Answers,
  P extends Schema = Nothing,
  Q extends Schema = Nothing,
  B extends Schema = Nothing,
>(name: CallName, declared: Declaration<P, Q, B, A>): Route<P, Q, B, A> {
  const [method, path] = paths[name];
  const type = declared.csv ? 'csv' : declared.body ? 'json' : 'nothing';
  return {
    name,
    method,
    path,
    tag: declared.tag,
    who: declared.who,
    params: declared.params ?? (nothing as unknown as P),
    query: declared.query ?? (nothing as unknown as Q),
    body: declared.body ?? (nothing as unknown as B),
    takes: {
      type,
      limit: declared.file ? FILE_LIMIT : type === 'csv' ? CSV_LIMIT : JSON_LIMIT,
      ...(declared.file !== undefined && { file: declared.file }),
    },
    answer: declared.answer,
    gives: declared.gives ?? 'json',
    errors: declared.errors ?? [],
    says: declared.says,
  };
}

/** `{ success: true, data }` */
export const data = <T extends Schema>(schema: T) => z.object({ success: z.literal(true), data: schema });

/** `{ success: true, source, data }`: an answer that may come from the cache. */
export const sourced = <T extends Schema>(schema: T) =>
  z.object({ success: z.literal(true), source: z.enum(['cache', 'database']), data: schema });

/** `{ success: true, data: [...], page }`; `nextCursor` is null on the last page. */
export const list = <T extends Schema>(schema: T) =>
  z.object({
    success: z.literal(true),
    data: z.array(schema),
    page: z.object({ limit: z.int(), nextCursor: z.string().nullable() }),
  });
