/** What is told of the text of the field, behind `;base64,`. */
interface Sink {
  /** It begins, or begins anew where the field stands there twice. */
  begin(): void;
  take(text: string): void;
}

const [QUOTE, BACKSLASH, COLON, COMMA] = [0x22, 0x5c, 0x3a, 0x2c];
const OPENING = new Set([0x7b, 0x5b]);
const CLOSING = new Set([0x7d, 0x5d]);
const SPACES = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** What a data URL begins with, up to its bytes. */
const HEAD = /^data:[\w/+.-]*;base64,/;
/** So much of a value that is no such URL is kept, so that it can be refused by what it is. */
const SHOWN = 200;

/**
 * Takes one long text out of a JSON object while it is read: that of a field at its top. All other bytes are kept.
 * It only knows where texts begin and end; whether the rest is JSON is for a parser to say.
 */
export function fieldReader(field: string, sink: Sink) {
  const kept: Buffer[] = [];
  let keptLength = 0;
  let depth = 0;
  let isText = false;
  let escaped = false;
  /** The text that is read at the top of the object; its name, where a value comes next. */
  let text: number[] = [];
  let name: string | undefined;
  let afterColon = false;
  /** The head of the field’s text as far as it is read, while it is read. */
  let head: string | undefined;
  let halfEscape = '';
  let taking = false;
  let found = false;

  const keep = (bytes: Buffer) => {
    kept.push(bytes);
    keptLength += bytes.length;
  };

  function take(chunk: Buffer): void {
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      if (head !== undefined) {
        // From the first byte of the text to its end.
        i = ofField(chunk, i) - 1;
        from = i + 1;
        continue;
      }
      const byte = chunk[i] as number;
      if (isText) inText(byte);
      else outside(byte);
      if (head !== undefined) {
        keep(Buffer.from(chunk.subarray(from, i + 1)));
        from = i + 1;
      }
    }
    if (from < chunk.length && head === undefined) keep(Buffer.from(chunk.subarray(from)));
  }

  function inText(byte: number): void {
    if (escaped) escaped = false;
    else if (byte === BACKSLASH) escaped = true;
    else if (byte === QUOTE) {
      isText = false;
      if (depth === 1 && !afterColon) name = Buffer.from(text).toString();
      return;
    }
    if (depth === 1 && !afterColon && text.length < SHOWN) text.push(byte);
  }

  function outside(byte: number): void {
    if (SPACES.has(byte)) return;
    if (byte === QUOTE) {
      if (depth === 1 && afterColon && name === field) {
        [head, escaped, halfEscape] = ['', false, ''];
        return;
      }
      [isText, escaped, text] = [true, false, []];
    } else if (OPENING.has(byte)) depth++;
    else if (CLOSING.has(byte)) depth--;
    else if (depth === 1 && byte === COLON) afterColon = true;
    if (depth === 1 && byte === COMMA) [afterColon, name] = [false, undefined];
  }

  /** → where the text of the field ends in this chunk, behind its quote; or the chunk’s end */
  function ofField(chunk: Buffer, begin: number): number {
    let i = begin;
    while (i < chunk.length && (escaped || chunk[i] !== QUOTE)) {
      escaped = !escaped && chunk[i] === BACKSLASH;
      i++;
    }
    // A slash may stand escaped in JSON; no other character of a data URL has to. Half an escape waits for its rest.
    const piece = halfEscape + chunk.subarray(begin, escaped ? i - 1 : i).toString('latin1');
    halfEscape = escaped ? '\\' : '';
    ofText(piece.replaceAll('\\/', '/'));
    if (i === chunk.length) return i;
    keep(Buffer.from(`${JSON.stringify((head ?? '').slice(0, SHOWN)).slice(1, -1)}"`));
    [head, taking, afterColon] = [undefined, false, true];
    return i + 1;
  }

  function ofText(piece: string): void {
    if (taking) {
      sink.take(piece);
      return;
    }
    head = (head ?? '') + piece;
    const [start] = HEAD.exec(head) ?? [];
    if (start === undefined) {
      head = head.slice(0, SHOWN);
      return;
    }
    const bytes = head.slice(start.length);
    [head, taking, found] = [start, true, true];
    sink.begin();
    sink.take(bytes);
  }

  return {
    take,
    /** Bytes that are kept so far. */
    kept: () => keptLength,
    /** Whether the field was there as a data URL. */
    found: () => found,
    /** The JSON, with `data:…;base64,` alone in the field’s place. */
    rest: () => Buffer.concat(kept).toString(),
  };
}
