/** So many lines are parsed in about a millisecond, however short they are. */
const LINES_A_SLICE = 128;

const LF = 10;
const CR = 13;

/**
 * Cuts pieces of text so that none has many lines.
 * @param mostLines of the whole; beyond them `tooMany` makes what is thrown
 */
export function* inSlices(text: Iterable<string>, mostLines: number, tooMany: () => Error): Generator<string> {
  let lines = 0;
  for (const piece of text) {
    let from = 0;
    let linesHere = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const character = piece.charCodeAt(at);
      if (character !== LF && character !== CR) continue;
      linesHere += 1;
      if (linesHere % LINES_A_SLICE > 0) continue;
      yield piece.slice(from, at + 1);
      from = at + 1;
    }
    if (from < piece.length) yield piece.slice(from);
    lines += linesHere;
    if (lines > mostLines) throw tooMany();
  }
}
