import { describe, expect, it } from 'vitest';
import { Unreadable } from './rows.ts';
import { exactNumberIn, kilograms, meters, minutesIn, numberIn, rpeIn, wholeNumberIn } from './units.ts';

describe('numbers of a file', () => {
  it.each([
    ['149.99999999999997', 150],
    ['12,5', 12.5],
    [' 10.0 ', 10],
    ['0', 0],
    ['-0.0', 0],
    ['', null],
    ['  ', null],
  ])('reads “%s” as %s', (cell, value) => {
    expect(numberIn(cell, 'weight')).toBe(value);
  });

  it.each(['abc', '1.2.3', '1,2,3', '0x10', 'NaN', 'Infinity', '1e400', '12 kg', '-5', '１０', '--1'])(
    'does not read “%s”',
    (cell) => {
      expect(() => numberIn(cell, 'weight')).toThrow(Unreadable);
    },
  );

  it('keeps every digit where asked to', () => {
    expect(exactNumberIn('61.234969', 'weight')).toBe(61.234969);
    expect(exactNumberIn('1e-7', 'weight')).toBe(1e-7);
  });

  it('keeps what is implausible, and refuses half a rep', () => {
    expect(wholeNumberIn('877777', 'reps')).toBe(877777);
    expect(() => wholeNumberIn('7.5', 'reps')).toThrow('“7.5” is not a whole number');
  });

  it('takes RPE from 1 to 10, and 0 for none', () => {
    expect([rpeIn('8.5'), rpeIn('0'), rpeIn('')]).toEqual([8.5, null, null]);
    expect(() => rpeIn('11')).toThrow('not between 1 and 10');
  });

  it('converts pounds to the gram and distances to the centimetre', () => {
    expect([kilograms(135, 'lb'), kilograms(61.25, 'kg')]).toEqual([61.235, 61.25]);
    expect([meters(1, 'km'), meters(1, 'mi'), meters(400, 'm')]).toEqual([1000, 1609.34, 400]);
  });

  it.each([
    ['2h 38m', 158],
    ['2h', 120],
    ['45m', 45],
    ['45s', 0.75],
    ['1h 5min', 65],
    ['38min', 38],
    ['264h 1m', 15841],
    ['2176', 36.27],
    ['0m', null],
    ['', null],
  ])('reads a duration of “%s” as %s minutes', (cell, minutes) => {
    expect(minutesIn(cell)).toBe(minutes);
  });

  it('does not read a duration of “a while”', () => {
    expect(() => minutesIn('a while')).toThrow('The duration of the workout “a while” is not a number.');
  });
});
