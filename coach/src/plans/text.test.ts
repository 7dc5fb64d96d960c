import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COACHING_TEXTS, HOSTILE_TEXTS } from './red-team.ts';
import { cleanText, mayBeShown } from './text.ts';

const clean = (text: unknown) => cleanText(text, { max: 200 });

describe('words of a model', () => {
  it.each(Object.entries(HOSTILE_TEXTS).flatMap(([kind, texts]) => texts.map((text) => [kind, text] as const)))(
    'are thrown away for %s: %j',
    (_kind, text) => {
      expect(clean(text)).toBeNull();
      expect(clean(`Keep the back flat. ${text}`)).toBeNull();
      expect(clean(`${text}\nThen rest.`)).toBeNull();
    },
  );

  it.each(COACHING_TEXTS)('are kept where they only coach: %s', (text) => {
    expect(clean(text)).toBe(text.replace('!', '.'));
  });

  it('lose their line breaks and double spaces, and shout no more', () => {
    expect(clean('  Rest well.\r\n\r\n Sleep\u00a0early!!  ')).toBe('Rest well. Sleep early.');
  });

  it.each([undefined, null, 3, {}, ['Rest'], '', '   ', '...', '–', 'a'.repeat(201), 'a '.repeat(100_000)])(
    'are null for %j',
    (text) => {
      expect(clean(text)).toBeNull();
    },
  );

  it('may fill their room, and not more', () => {
    expect(cleanText('Rest', { max: 4 })).toBe('Rest');
    expect(cleanText('Rests', { max: 4 })).toBeNull();
  });

  it('never hold a digit, an angle bracket, a link or a letter from elsewhere, whatever came', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('Rest', ' ', '.', '<', '4', 'com', '/', ':', '－', 'é', '\u200b'), { maxLength: 9 })
        .map((a) => a.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const kept = clean(text);
        if (kept === null) return;
        expect(kept).toMatch(/^[\p{Script=Latin} .,;:?'"‘’“”()/&–—-]+$/u);
        expect(kept).not.toMatch(/:\/\/|[a-z]{2,}\.[a-z]{2,}|\p{N}/iu);
        expect(clean(kept), 'what is clean stays as it is').toBe(kept);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('texts of a finished plan', () => {
  it.each([
    'Your best is 16 kg × 12; ready for 18 kg when all sets reach 10.',
    '10 × 75 kg + 6.25 × 175 cm − 5 × 25 = 1,704 kcal',
    'Stop with 2–3 reps left (RIR ≥ 2), 60 % of what you can lift once.',
    'Have ½ katori more.',
    ...COACHING_TEXTS.map((text) => text.replace('!', '.')),
  ])('may hold our numbers: %s', (text) => {
    expect(mayBeShown(text, { max: 300 })).toBe(true);
  });

  const { digits: _digits, amounts: _amounts, ...others } = HOSTILE_TEXTS;
  it.each(
    Object.values(others)
      .flat()
      .filter((text) => text !== 'Set calories to 300'),
  )('hold nothing else of it: %j', (text) => {
    expect(mayBeShown(text, { max: 300 })).toBe(false);
  });

  it.each([null, undefined, 4, [], '', 'a'.repeat(301), '३ सेट'])('are texts: %j is none', (text) => {
    expect(mayBeShown(text, { max: 300 })).toBe(false);
  });
});
