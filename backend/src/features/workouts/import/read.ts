import { instantOf } from '@trainer/coach/days';
import type { Dialect as DialectName, WeightUnit } from '@trainer/contract/types';
import { Refusal } from '../../../http/refusal.ts';
import { type CsvRecord, records } from './csv.ts';
import { decode } from './decode.ts';
import { type Dialect, dialects, type Reader } from './dialects.ts';
import { type Begun, type Draft, draftsOf, type Refused } from './drafts.ts';
import { remembered } from './remembered.ts';
import { type Start, Unreadable } from './rows.ts';
import { inSlices } from './slices.ts';
import { turns } from './turns.ts';

/** All that is in a file; nothing of it is matched with what the product knows. */
export interface Reading {
  dialect: DialectName;
  unit: WeightUnit;
  unitStated: boolean;
  /** Records after the header; each is a set, a rest timer, a note or refused. */
  rows: number;
  sets: number;
  restTimers: number;
  notes: number;
  refused: Refused[];
  drafts: Draft[];
}

/** More rows than anybody trains in a life; it bounds the memory that one file can take. */
const MOST_ROWS = 250_000;
/** Notes have lines of their own, and there are blank ones. */
const MOST_LINES = 4 * MOST_ROWS;
const DAY_MS = 86_400_000;

/**
 * Reads a file of any dialect, row by row, and lets others have their turn.
 * @param unit what weights are in where the file does not say
 * @throws Refusal `unknown_format` where no dialect knows the header, `body_too_large` for too many rows
 */
export async function read(
  file: Uint8Array,
  about: { unit: WeightUnit; timeZone: string; now: Date },
): Promise<Reading> {
  const gathered = draftsOf(beginnings(about.timeZone, about.now));
  const refused: Refused[] = [];
  const turn = turns();
  let opened: { dialect: Dialect; reader: Reader } | undefined;
  let stated: WeightUnit | null = null;
  let rows = 0;

  for await (const batch of records(inSlices(decode(file), MOST_LINES, tooManyRows))) {
    for (const record of batch) {
      if (!opened) {
        opened = open(record);
        stated = opened.reader.unit;
        continue;
      }
      rows += 1;
      if (rows > MOST_ROWS) throw tooManyRows();
      try {
        const row = opened.reader.read(record, about.unit);
        gathered.add(row, record.line);
        stated ??= row.unit;
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        refused.push({ line: record.line, reason: error.message });
      }
      await turn();
    }
  }
  if (!opened) throw unknownFormat();
  const { drafts, taken, orphans } = await gathered.finish();
  return {
    dialect: opened.dialect.name,
    unit: stated ?? about.unit,
    unitStated: stated !== null,
    rows,
    ...taken,
    refused: orphans.length > 0 ? [...refused, ...orphans].sort((a, b) => a.line - b.line) : refused,
    drafts,
  };
}

function open({ cells }: CsvRecord): { dialect: Dialect; reader: Reader } {
  for (const dialect of dialects) {
    const reader = dialect.open(cells);
    if (reader) return { dialect, reader };
  }
  throw unknownFormat();
}

/** When workouts began, in the member's zone; each start is worked out once. */
function beginnings(timeZone: string, now: Date): (start: Start) => Begun {
  const latest = new Date(now.getTime() + DAY_MS).toISOString();
  const instant = remembered((local: string) => instantOf(local, timeZone).toISOString());
  return (start) => {
    const begun =
      'local' in start
        ? { date: instant(start.local), localDate: start.local.slice(0, 10) }
        : { date: start.instant, localDate: start.localDate };
    if (begun.date > latest) throw new Unreadable('The date lies more than a day ahead.');
    if (Math.abs(Date.parse(begun.localDate) - Date.parse(begun.date)) > 2 * DAY_MS) {
      throw new Unreadable('The day and the start lie more than a day apart.');
    }
    return begun;
  };
}

const unknownFormat = () =>
  new Refusal('unknown_format', {
    message: `This file is not an export that we know. Its first line has to name the columns. We read ${dialects.map((dialect) => dialect.looksLike).join(' and ')}.`,
  });

const tooManyRows = () =>
  new Refusal('body_too_large', {
    message: `This file has more than ${MOST_ROWS.toLocaleString('en')} rows. Nothing was stored. Split it, and send one part after the other.`,
  });
