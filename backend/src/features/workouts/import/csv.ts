import { setImmediate as nextTurn } from 'node:timers/promises';
import { parse } from 'csv-parse';

export interface CsvRecord {
  cells: string[];
  /** The line of the file, from 1, on which the record begins. */
  line: number;
  /** `endless`: it takes all the rest, since a quote is never closed, or closed only after more than anybody writes. `in_line`: the last line has no end. */
  cut?: 'endless' | 'in_line';
}

/** Longer than any row of an export; what is longer is a quote that was meant to end. */
const LONGEST_RECORD = 1_000_000;

type Parser = ReturnType<typeof parse>;

/**
 * The records of a CSV as RFC 4180 has it, a few at a time; between them others get their turn. Blank lines are no
 * records. The delimiter is that of the header line: `;` where it has more of them than of `,`.
 * What is not quite CSV is still read: quotes in the middle of a cell are letters, and a quote that is never closed makes
 * one record, marked as cut, of all that follows.
 */
export async function* records(text: Iterable<string>): AsyncGenerator<CsvRecord[]> {
  let batch: CsvRecord[] = [];
  let line = 1;
  let parser: Parser | undefined;
  let closed: Promise<boolean> | undefined;
  let sinceRecord = 0;
  let lastCharacter = '\n';

  const take = (cells: string[]) => {
    if (cells.length > 1 || cells[0] !== '') batch.push({ cells, line });
    line += 1 + linesWithin(cells);
    sinceRecord = 0;
    return null;
  };

  for (const piece of text) {
    if (!parser) {
      parser = parserFor(piece, take);
      closed = closedOf(parser);
    }
    write(parser, piece);
    sinceRecord += piece.length;
    lastCharacter = piece.at(-1) ?? lastCharacter;
    if (batch.length > 0) yield batch;
    batch = [];
    if (sinceRecord > LONGEST_RECORD) {
      parser.destroy();
      yield [{ cells: [], line, cut: 'endless' }];
      return;
    }
    await nextTurn();
  }
  parser?.end();

  if ((await closed) === false) batch.push({ cells: [], line, cut: 'endless' });
  const last = batch.at(-1);
  if (last && !last.cut && !/[\r\n]/.test(lastCharacter)) last.cut = 'in_line';
  if (batch.length > 0) yield batch;
}

const parserFor = (firstPiece: string, take: (cells: string[]) => null): Parser =>
  parse({
    delimiter: delimiterOf(firstPiece),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    on_record: take,
  }).resume();

/** Whether the last quote was closed, once the parser has ended. */
function closedOf(parser: Parser): Promise<boolean> {
  return new Promise((resolve, reject) => {
    parser.once('end', () => {
      resolve(true);
    });
    parser.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'CSV_QUOTE_NOT_CLOSED') resolve(false);
      else reject(error);
    });
  });
}

/** The parser makes an error for each record that is shorter or longer than the first, though it may be: without stacks they cost little. */
function write(parser: Parser, piece: string): void {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    parser.write(piece);
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** Not from the data: names and decimals hold commas. */
function delimiterOf(text: string): ',' | ';' {
  const header = /[^\r\n]+/.exec(text)?.[0] ?? '';
  return count(header, ';') > count(header, ',') ? ';' : ',';
}

const count = (text: string, character: string): number => text.split(character).length - 1;

function linesWithin(cells: readonly string[]): number {
  let lines = 0;
  for (const cell of cells) {
    if (cell.includes('\n') || cell.includes('\r')) lines += cell.match(/\r\n|\r|\n/g)?.length ?? 0;
  }
  return lines;
}
