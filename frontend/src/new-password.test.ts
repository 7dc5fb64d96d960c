import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import newPassword from './i18n/en/new-password.json';
import { loadTexts } from './i18n/t.ts';
import { newPasswordError, strengthOf } from './new-password.ts';

loadTexts({ 'new-password': newPassword });

describe('a new password', () => {
  it.each([
    ['', '8 more characters.'],
    ['short', '3 more characters.'],
    ['shorter', 'One more character.'],
    ['eightchr', undefined],
    ['அ'.repeat(24), undefined],
    ['அ'.repeat(25), 'At most 72 bytes, which is about 72 letters.'],
  ])('“%s” is told %s', (password, error) => {
    expect(newPasswordError(password)).toBe(error);
  });
});

describe('the strength of a password', () => {
  it.each([
    { password: '', strength: 0 },
    { password: 'short', strength: 1 },
    { password: 'eightchr', strength: 1 },
    { password: 'eight ch', strength: 2 },
    { password: 'coconut rice', strength: 3 },
    { password: 'coconut rice and lentils', strength: 4 },
  ])('of “$password” is $strength', ({ password, strength }) => {
    expect(strengthOf(password)).toBe(strength);
  });

  it('never falls when more is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (start, more) => {
        expect(strengthOf(start + more)).toBeGreaterThanOrEqual(strengthOf(start));
      }),
    );
  });
});
