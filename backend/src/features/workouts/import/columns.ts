import type { CsvRecord } from './csv.ts';
import { Unreadable } from './rows.ts';

/** The names that a column goes by, in lower case. Another language, or another version of an app, is another name. */
export type ColumnNames<Column extends string> = Readonly<Record<Column, readonly string[]>>;

export interface Columns<Column extends string> {
  has(column: Column): boolean;
  /** The name in lower case under which a column stands in this file. */
  nameOf(column: Column): string | undefined;
  /** A record by column names; a column that the file does not have is blank. */
  cells(record: CsvRecord): (column: Column) => string;
}

/**
 * Finds columns by name, never by place, in any order and among others; where a name comes twice the first counts.
 * @param mayEnd the columns that may be blank, and so be missing at the end of a short row
 */
export function columnsOf<Column extends string>(
  header: readonly string[],
  names: ColumnNames<Column>,
  mayEnd: readonly NoInfer<Column>[],
): Columns<Column> {
  const written = header.map((cell) => cell.normalize('NFC').trim().toLowerCase());
  const places = new Map<Column, number>();
  for (const column of Object.keys(names) as Column[]) {
    const place = written.findIndex((name) => names[column].includes(name));
    if (place >= 0) places.set(column, place);
  }
  const needed = Math.max(...[...places].filter(([column]) => !mayEnd.includes(column)).map(([, place]) => place + 1));

  return {
    has: (column) => places.has(column),
    nameOf: (column) => written[places.get(column) ?? -1],
    cells({ cells, cut }) {
      if (cut === 'endless')
        throw new Unreadable(
          'Nothing can be read from this row on, since it does not end: most likely a quotation mark is never closed.',
        );
      if (cells.length < header.length && (cut === 'in_line' || cells.length < needed)) {
        throw new Unreadable(`The row ends early: it has ${String(cells.length)} of ${String(header.length)} columns.`);
      }
      if (cells.slice(header.length).some((cell) => cell.trim() !== '')) {
        throw new Unreadable(
          `The row has ${String(cells.length)} columns, and the first line names ${String(header.length)}.`,
        );
      }
      return (column) => cells[places.get(column) ?? -1] ?? '';
    },
  };
}
