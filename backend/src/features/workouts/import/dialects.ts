import type { Dialect as DialectName, WeightUnit } from '@trainer/contract/types';
import type { CsvRecord } from './csv.ts';
import { own } from './own.ts';
import type { Row } from './rows.ts';
import { strong } from './strong.ts';

/** The files of one app. To read another, add one here. */
export interface Dialect {
  readonly name: DialectName;
  /** The columns that its header has to name, for a person whose file is not known. */
  readonly looksLike: string;
  /** A reader for files with this header; undefined where it is another app's. */
  open(header: readonly string[]): Reader | undefined;
}

export interface Reader {
  /** What the header says weights are in. */
  readonly unit: WeightUnit | null;
  /**
   * @param fallback what weights are in where neither header nor row says so
   * @throws Unreadable
   */
  read(record: CsvRecord, fallback: WeightUnit): Row;
}

/** Our own comes first: it names more columns than any other. */
export const dialects: readonly Dialect[] = [own, strong];
