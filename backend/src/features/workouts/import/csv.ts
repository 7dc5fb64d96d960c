import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parse } from 'csv-parse';

export interface CsvRecord {
  cells: string[];
  /** The line of the file, from 1, on which the record begins. */
  line: number;
  /** Why the file, not the record, makes it unreadable: it ends inside a quote, or in the middle of its last line. */
  cut?: 'in_quote' | 'in_line';
}

/**
 * The records of a CSV as RFC 4180 has it, a few at a time; between them others get their turn. Blank lines are no
 * records. The delimiter is that of the header line: `;` where it has more of them than of `,`.
 * What is not quite CSV is still read: quotes in the middle of a cell are letters, and a quote that is never closed makes
 * one record, marked as cut, of all that follows it.
 */
export async function* records(text: Iterable<string>): AsyncGenerator<CsvRecord[]> {
  let batch: CsvRecord[] = [];
  let line = 1;
  let parser: ReturnType<typeof parse> | undefined;
  let lastCharacter = '\n';

  const take = (cells: string[]) => {
    if (cells.length > 1 || cells[0] !== '') batch.push({ cells, line });
    line += 1 + linesWithin(cells);
    return null;
  };

  for (const piece of text) {
    parser ??= parse({
      delimiter: delimiterOf(piece),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      on_record: take,
    }).resume();
    if (!parser.write(piece)) await once(parser, 'drain');
    lastCharacter = piece.at(-1) ?? lastCharacter;
    if (batch.length > 0) yield batch;
    batch = [];
    await nextTurn();
  }
  if (!parser) return;

  const closed = await end(parser);
  const last = batch.at(-1);
  if (last && closed && !/[\r\n]/.test(lastCharacter)) last.cut = 'in_line';
  if (!closed) batch.push({ cells: [], line, cut: 'in_quote' });
  if (batch.length > 0) yield batch;
}

/** → whether the last quote was closed. */
function end(parser: ReturnType<typeof parse>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    parser.once('end', () => {
      resolve(true);
    });
    parser.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'CSV_QUOTE_NOT_CLOSED') resolve(false);
      else reject(error);
    });
    parser.end();
  });
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
