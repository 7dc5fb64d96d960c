import { describe, expect, it } from 'vitest';
import { Email, NewPassword, ProfileChange, Username } from './auth.ts';

describe('a new password', () => {
  it.each([
    ['8 characters', 'a'.repeat(8)],
    ['72 bytes of letters', 'a'.repeat(72)],
    ['72 bytes of umlauts', 'ü'.repeat(36)],
    ['72 bytes of Tamil', 'த'.repeat(24)],
    ['72 bytes of emoji', '🥞'.repeat(18)],
    ['spaces, kept as they are', '  12345678  '],
  ])('may have %s', (_what, password) => {
    expect(NewPassword.parse(password)).toBe(password);
  });

  it.each([
    ['7 characters', 'a'.repeat(7)],
    ['73 bytes of letters', 'a'.repeat(73)],
    ['73 bytes, the last half of an umlaut', `${'ü'.repeat(36)}a`],
    ['76 bytes of emoji', '🥞'.repeat(19)],
    ['75 bytes of halves of a character', '\ud800'.repeat(25)],
    ['a null character, at which bcrypt would stop', 'secret\u0000 and more'],
  ])('may not have %s', (_what, password) => {
    expect(NewPassword.safeParse(password).success).toBe(false);
  });
});

describe('an e-mail', () => {
  it('loses the spaces around it and nothing else', () => {
    expect(Email.parse('  Ana.O’Brien+gym@Example.org '.replace('’', "'"))).toBe("Ana.O'Brien+gym@Example.org");
  });

  it.each([
    '',
    ' ',
    'ana',
    'ana@',
    '@example.org',
    'ana@example',
    'ana@example.org\u0000',
    'a b@example.org',
    `${'a'.repeat(250)}@example.org`,
  ])('is not %j', (text) => {
    expect(Email.safeParse(text).success).toBe(false);
  });
});

describe('a username', () => {
  it.each([['Ana'], ['தோசை'], ['J. O’Brien'], ['🥞🥞']])('may be %j', (name) => {
    expect(Username.parse(` ${name} `)).toBe(name);
  });

  it.each([['a'], [' a '], ['a'.repeat(41)], ['a\u0000b'], ['a\u202Eb'], ['a\nb']])('may not be %j', (name) => {
    expect(Username.safeParse(name).success).toBe(false);
  });
});

describe('a change of a profile', () => {
  it('takes null for what is not known, save for the weight', () => {
    expect(ProfileChange.parse({ age: null, bio: null, goals: [] })).toEqual({ age: null, bio: null, goals: [] });
    expect(ProfileChange.safeParse({ weight: null }).success).toBe(false);
  });

  it.each([
    [{ age: 13, height: 50, weight: 20 }, true],
    [{ age: 120, height: 260, weight: 400 }, true],
    [{ age: 12 }, false],
    [{ age: 30.5 }, false],
    [{ height: 261 }, false],
    [{ weight: 19.99 }, false],
    [{ role: 'trainer' }, false],
    [{ goals: Array.from({ length: 51 }, () => 'strength') }, false],
  ])('%j', (change, taken) => {
    expect(ProfileChange.safeParse(change).success).toBe(taken);
  });
});
