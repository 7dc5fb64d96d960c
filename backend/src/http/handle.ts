import type { Answers, Route } from '@trainer/contract/route';
import type { z } from 'zod';
import type { Member } from './identity.ts';
import type { FileInspector, SentFile } from './file-in-body.ts';
import type { Left } from './limits.ts';

/** Who asks, as far as the connection tells. */
export interface Asker {
  /** As `limits.addressKey` writes it. */
  readonly address: string;
  /** Lets the answer say what is left of a limit that this call was counted for. */
  tell(left: Left | undefined): void;
}

/** What a handler is given: everything checked, and the member where the call needs one. */
export interface Ask<R extends Route> {
  params: z.output<R['params']>;
  query: z.output<R['query']>;
  body: z.output<R['body']>;
  member: R['who'] extends 'anyone' ? undefined : Member;
  asker: Asker;
  /** The bearer token itself, for calls that end or replace it. */
  token: string | undefined;
  /** The file of the body, where the route takes one and one came. */
  file: SentFile | undefined;
}

/** A status and a body as the contract has it; `text` is sent as it is, `stream` piece by piece. */
export type Answer<A extends Answers> =
  | { [S in keyof A]-?: A[S] extends z.ZodType ? { status: S; body: z.output<A[S]> } : { status: S } }[keyof A]
  | { status: 200; text: string }
  | { status: 200; stream: AsyncIterable<string>; fileName: string }
  | { status: 200; bytes: AsyncIterable<Uint8Array>; length: number; etag: string; forEverybody: boolean };

/** A declaration joined with what answers it. */
export interface Handled {
  readonly route: Route;
  readonly answer: (ask: Ask<Route>) => Promise<Answer<Answers>>;
  /** What takes in the file of a body, piece by piece. */
  readonly inspects: (() => FileInspector) | undefined;
  /** Answered before the router, where the path is exactly this: for the calls that every open screen makes. */
  readonly early: boolean;
}

export function handle<R extends Route>(
  route: R,
  answer: (ask: Ask<R>) => Promise<Answer<R['answer']>>,
  options: { early?: true; inspects?: () => FileInspector } = {},
): Handled {
  // The one place where a handler's own types are laid aside; `http/app.ts` has checked the values by the same schemas.
  return {
    route,
    answer: answer as unknown as Handled['answer'],
    early: options.early ?? false,
    inspects: options.inspects,
  };
}

export const ok = <T>(data: T) => ({ status: 200 as const, body: { success: true as const, data } });
export const created = <T>(data: T) => ({ status: 201 as const, body: { success: true as const, data } });
export const gone = { status: 204 as const };

/** An answer whose `data` is JSON text already. */
export const okText = (data: string) => ({ status: 200 as const, text: `{"success":true,"data":${data}}` });
export const sourcedText = (source: 'cache' | 'database', data: string) => ({
  status: 200 as const,
  text: `{"success":true,"source":"${source}","data":${data}}`,
});
