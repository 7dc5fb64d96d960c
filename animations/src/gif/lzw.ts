/** For each pixel the symbols that may stand for it, the best first. */
export interface Choices {
  readonly length: number;
  /** How many symbols may stand for the pixel. */
  count(pixel: number): number;
  symbol(pixel: number, choice: number): number;
}

export interface Coded {
  readonly bytes: Uint8Array;
  /** The symbol that was written for each pixel. */
  readonly symbols: Uint8Array;
}

/** Symbols are at most this many; a table's children lie in rows of it. */
const ROW = 64;
const MOST_CODES = 4096;
/** How many steps the search for a longer match takes before it takes the best that it has. */
const PATIENCE = 400;
/** So long a match is taken as it is. */
const LONG = 48;

/**
 * LZW as GIF has it, but free: where several symbols may stand for a pixel, it writes those that make the longest match,
 * so that fewer codes are needed. The reader notices nothing: what is written is plain LZW.
 * @param bits of a symbol
 */
export function lzw(choices: Choices, bits: number): Coded {
  const out = bitWriter();
  const clear = 1 << bits;
  const children = new Int16Array(MOST_CODES * ROW);
  const symbols = new Uint8Array(choices.length);
  let width = bits + 1;
  let next = clear + 2;
  /** The last code, whose entry still lacks the symbol that the next match begins with. */
  let last = -1;

  const begin = () => {
    children.fill(-1);
    for (let symbol = 0; symbol < clear; symbol++) children[rowOf(clear) + symbol] = symbol;
    width = bits + 1;
    next = clear + 2;
    last = -1;
  };
  /** Before the first symbol stands the clear code, whose row is free: its children are the symbols themselves. */
  const root = clear;
  const search = searcher(children, choices);

  out.write(clear, width);
  begin();
  let pixel = 0;
  while (pixel < choices.length) {
    if (last >= 0 && next >= MOST_CODES) {
      out.write(clear, width);
      begin();
    }
    const match = last < 0 ? search(root, pixel, -1) : matchAfter(pixel);
    if (last >= 0) {
      const place = rowOf(last) + (match.path[0] as number);
      if (children[place] === -1) children[place] = next;
      if (next === 1 << width && width < 12) width++;
      next++;
    }
    out.write(match.code, width);
    match.path.forEach((symbol, i) => (symbols[pixel + i] = symbol));
    pixel += match.path.length;
    last = match.code;
  }
  // The reader has made an entry of the last match too, and where that was the last of a width it reads on in the next.
  if (next === 1 << width && width < 12) width++;
  out.write(clear + 1, width);
  return { bytes: out.end(), symbols };

  /** The entry that comes into being with the first symbol of this match may itself be the match. */
  function matchAfter(at: number): Match {
    let best: Match | undefined;
    for (let choice = 0; choice < choices.count(at); choice++) {
      const symbol = choices.symbol(at, choice);
      const place = rowOf(last) + symbol;
      const isNew = children[place] === -1;
      if (isNew) children[place] = next;
      const match = search(root, at, symbol);
      if (isNew) children[place] = -1;
      if (!best || match.path.length > best.path.length) best = match;
      if (match.path.length > LONG) break;
    }
    return best as Match;
  }
}

const rowOf = (code: number): number => code * ROW;

interface Match {
  code: number;
  /** The symbols of the match. */
  path: number[];
}

/** Finds the longest match that begins at a pixel, with the given first symbol unless that is −1. */
function searcher(children: Int16Array, choices: Choices) {
  let best: Match = { code: -1, path: [] };
  let patience = 0;
  const path: number[] = [];

  function deeper(code: number, pixel: number, first: number): void {
    if (path.length > best.path.length) best = { code, path: path.slice() };
    if (pixel >= choices.length || --patience < 0) return;
    const row = rowOf(code);
    const count = first >= 0 ? 1 : choices.count(pixel);
    for (let choice = 0; choice < count; choice++) {
      const symbol = first >= 0 ? first : choices.symbol(pixel, choice);
      const child = children[row + symbol] as number;
      if (child === -1) continue;
      path.push(symbol);
      deeper(child, pixel + 1, -1);
      path.pop();
    }
  }

  return (root: number, from: number, first: number): Match => {
    best = greedy(children, choices, root, from, first);
    if (best.path.length > LONG) return best;
    patience = PATIENCE;
    deeper(root, from, first);
    return best;
  };
}

/** Runs of one colour are long: the first choice that goes on is taken there. */
function greedy(children: Int16Array, choices: Choices, root: number, from: number, first: number): Match {
  const path: number[] = [];
  let code = root;
  for (let pixel = from; pixel < choices.length; pixel++) {
    const count = pixel === from && first >= 0 ? 1 : choices.count(pixel);
    let found = -1;
    for (let choice = 0; choice < count && found < 0; choice++) {
      const symbol = pixel === from && first >= 0 ? first : choices.symbol(pixel, choice);
      const child = children[rowOf(code) + symbol] as number;
      if (child === -1) continue;
      found = child;
      path.push(symbol);
    }
    if (found < 0) break;
    code = found;
  }
  return { code, path };
}

function bitWriter() {
  let bytes = new Uint8Array(4096);
  let length = 0;
  let held = 0;
  let bits = 0;
  const put = (byte: number) => {
    if (length === bytes.length) {
      const larger = new Uint8Array(length * 2);
      larger.set(bytes);
      bytes = larger;
    }
    bytes[length++] = byte;
  };
  return {
    write(code: number, width: number) {
      held |= code << bits;
      bits += width;
      for (; bits >= 8; bits -= 8, held >>>= 8) put(held & 255);
    },
    end() {
      if (bits > 0) put(held & 255);
      return bytes.slice(0, length);
    },
  };
}
