import { Readable } from 'node:stream';
import type { IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyWithFile } from './file-in-body.ts';

function inspector() {
  const parts: Uint8Array[] = [];
  return { take: (bytes: Uint8Array) => void parts.push(bytes), end: () => ({ bytes: Buffer.concat(parts) }) };
}

/** A request that brings these bytes, a few at a time. */
function bringing(text: string | Buffer, piece = 7, headers: Record<string, string> = {}): IncomingMessage {
  const bytes = Buffer.from(text as string);
  const chunks = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, i) =>
    bytes.subarray(i * piece, (i + 1) * piece),
  );
  return Object.assign(Readable.from(chunks, { objectMode: false }), { headers }) as unknown as IncomingMessage;
}

const given = { field: 'gif', limit: 100_000, rest: 1_000 };
const readFrom = (request: IncomingMessage, rest = given.rest) =>
  bodyWithFile(request, { ...given, rest, inspector: inspector() });
const URL = 'data:image/gif;base64,';

describe('a body with a file in it', () => {
  it('gives the file apart, and in the body what stands for it, whatever is around it and however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })),
        fc.integer({ min: 1, max: 50 }),
        fc.boolean(),
        async (bytes, around, piece, escaped) => {
          const { gif: _, ...rest } = around;
          const base64 = Buffer.from(bytes).toString('base64');
          const text = JSON.stringify({ ...rest, gif: URL + base64, 'the end': [{ gif: 'inside' }] });
          const read = await readFrom(bringing(escaped ? text.replaceAll('/', '\\/') : text, piece), 50_000);
          expect(read.file).toEqual({ bytes: Buffer.from(bytes) });
          expect(read.body).toEqual(JSON.parse(JSON.stringify({ ...rest, gif: URL, 'the end': [{ gif: 'inside' }] })));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('without a file is a body like any other', async () => {
    expect(await readFrom(bringing('{"gif":null,"a":{"gif":"x"}}'))).toEqual({
      body: { gif: null, a: { gif: 'x' } },
      file: undefined,
    });
    expect(await readFrom(bringing(''))).toEqual({ body: undefined, file: undefined });
  });

  it('keeps the beginning of what is no data URL, so that it can be refused by what it is', async () => {
    const { body, file } = await readFrom(bringing(JSON.stringify({ gif: `http://example.org/${'x'.repeat(5000)}` })));
    expect(file).toBeUndefined();
    expect((body as { gif: string }).gif).toMatch(/^http:\/\/example\.org\/x+$/);
    expect((body as { gif: string }).gif.length).toBe(200);
  });

  it('says so where the file is no Base64', async () => {
    for (const text of ['abc', 'ab!=', 'abc=abcd', 'ab\\n=']) {
      const { file } = await readFrom(bringing(`{"gif":"${URL}${text}"}`));
      expect(file, text).toEqual({ wrong: 'This is not valid Base64.' });
    }
  });

  it('is refused where it is too large, cut short, or packed', async () => {
    await expect(readFrom(bringing(`{"a":"${'x'.repeat(1_001)}"}`))).rejects.toMatchObject({ code: 'body_too_large' });
    await expect(readFrom(bringing(`{"gif":"${URL}${'A'.repeat(100_000)}"}`, 999))).rejects.toMatchObject({
      code: 'body_too_large',
    });
    await expect(readFrom(bringing(`{"gif":"${URL}AAAA`))).rejects.toMatchObject({ code: 'malformed_json' });
    expect(() => readFrom(bringing('{}', 7, { 'content-encoding': 'gzip' }))).toThrow();
    expect(() => readFrom(bringing('{}', 7, { 'content-length': '100001' }))).toThrow();
  });
});
