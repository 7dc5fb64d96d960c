import type { IncomingMessage } from 'node:http';
import pLimit from 'p-limit';
import { base64Reader } from './base64.ts';
import { fieldReader } from './json-field.ts';
import { Refusal } from './refusal.ts';

/** A file that came inside a body: its bytes, or what is wrong with it in a sentence for a person. */
export type SentFile = { bytes: Uint8Array } | { wrong: string };

/** Looks at a file while it comes in, and keeps it. What it has found wrong it need not keep. */
export interface FileInspector {
  take(bytes: Uint8Array): void;
  end(): SentFile;
}

interface Given {
  /** The field at the top of the JSON body that is the file, as `data:…;base64,…`. */
  field: string;
  /** Bytes of the whole body, and of all of it that is not the file. */
  limit: number;
  rest: number;
  inspector: FileInspector;
}

/** So many large bodies are read at once; others wait with theirs unread, so that memory does not grow with them. */
const AT_ONCE = 3;
const LARGE = 1024 * 1024;
const turns = pLimit(AT_ONCE);

/**
 * Reads a JSON body with a file in it. The text of the file is decoded as it comes and never lies in memory whole; in
 * the body that is returned only its `data:…;base64,` stands for it.
 * @throws Refusal `body_too_large`, `malformed_json`, `unsupported_type`
 */
export function bodyWithFile(
  request: IncomingMessage,
  given: Given,
): Promise<{ body: unknown; file: SentFile | undefined }> {
  const { 'content-length': length, 'content-encoding': encoding = 'identity' } = request.headers;
  if (encoding !== 'identity') throw new Refusal('unsupported_type');
  if (Number(length ?? 0) > given.limit) throw new Refusal('body_too_large');
  const small = length !== undefined && Number(length) <= LARGE;
  return small ? read(request, given) : turns(() => read(request, given));
}

async function read(
  request: IncomingMessage,
  { field, limit, rest, inspector }: Given,
): Promise<{ body: unknown; file: SentFile | undefined }> {
  const base64 = base64Reader((bytes) => {
    inspector.take(bytes);
  });
  const json = fieldReader(field, { begin: base64.begin, take: base64.take });
  let taken = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      taken += chunk.length;
      if (taken > limit) throw new Refusal('body_too_large');
      json.take(chunk);
      if (json.kept() > rest) throw new Refusal('body_too_large');
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('malformed_json');
  }
  const body = parsed(json.rest());
  if (!json.found()) return { body, file: undefined };
  return { body, file: base64.isValid() ? inspector.end() : { wrong: 'This is not valid Base64.' } };
}

function parsed(text: string): unknown {
  // No body at all is no malformed one: what is missing is told field by field.
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal('malformed_json');
  }
}
