import { describe, expect, it } from 'vitest';
import { type CsvRecord, records } from './csv.ts';

async function read(...pieces: string[]): Promise<CsvRecord[]> {
  const all: CsvRecord[] = [];
  for await (const batch of records(pieces)) all.push(...batch);
  return all;
}

describe('records of a CSV', () => {
  it('know the line of the file on which they begin, whatever ends the lines', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['a,b', '', `"two${end}${end}lines",1`, '', 'x,"y"', ''].join(end);
      expect(await read(text), JSON.stringify(end)).toEqual([
        { cells: ['a', 'b'], line: 1 },
        { cells: [`two${end}${end}lines`, '1'], line: 3 },
        { cells: ['x', 'y'], line: 7 },
      ]);
    }
  });

  it('are the same in however many pieces the text comes', async () => {
    const text = 'a,b\r\n"x, ""q""",1\r\n"é\r\nü",2\r\nlast,3\r\n';
    expect(await read(...text)).toEqual(await read(text));
  });

  it('take the delimiter from the header alone', async () => {
    expect(await read('a;b;c\n"12,5";"1,2,3,4";x,y\n')).toEqual([
      { cells: ['a', 'b', 'c'], line: 1 },
      { cells: ['12,5', '1,2,3,4', 'x,y'], line: 2 },
    ]);
    expect((await read('\n\na,b\n;;;,1\n'))[1]).toEqual({ cells: [';;;', '1'], line: 4 });
  });

  it('keep quotes that stand in the middle of a cell', async () => {
    expect((await read('a,b\n5" bar,"say "hi", then"\n'))[1]?.cells[0]).toBe('5" bar');
  });

  it('tell where the file ends inside a quote, as one record', async () => {
    expect(await read('a,b\n1,2\n"open,3\n4,5\n')).toEqual([
      { cells: ['a', 'b'], line: 1 },
      { cells: ['1', '2'], line: 2 },
      { cells: [], line: 3, cut: 'endless' },
    ]);
  });

  it('give up on one that does not end in a million characters', async () => {
    const text = function* () {
      yield 'a,b\n1,2\n"open';
      for (let at = 0; at < 200; at += 1) yield ','.repeat(8192);
      yield '",3\n';
    };
    expect(await read(...text())).toEqual([
      { cells: ['a', 'b'], line: 1 },
      { cells: ['1', '2'], line: 2 },
      { cells: [], line: 3, cut: 'endless' },
    ]);
  });

  it('tell where the last line has no end', async () => {
    expect(await read('a,b\n1,2')).toEqual([
      { cells: ['a', 'b'], line: 1 },
      { cells: ['1', '2'], line: 2, cut: 'in_line' },
    ]);
  });

  it('are none in an empty file or one of blank lines', async () => {
    expect(await read()).toEqual([]);
    expect(await read('\n\r\n\n')).toEqual([]);
  });
});
