import { describe, expect, it } from 'vitest';
import { fullName, initialsOf, shortName } from './names.ts';

describe('a person', () => {
  it('goes by first and last name, else by the name chosen at sign-up', () => {
    expect(fullName({ username: 'kr', firstName: 'Kavya', lastName: 'Raman' })).toBe('Kavya Raman');
    expect(fullName({ username: 'kr', firstName: 'Kavya', lastName: null })).toBe('Kavya');
    expect(fullName({ username: 'kr', firstName: null, lastName: null })).toBe('kr');
    expect(shortName({ username: 'kr', firstName: 'Kavya' })).toBe('Kavya');
    expect(shortName({ username: 'kr', firstName: null })).toBe('kr');
  });

  it('has initials in any script', () => {
    expect(initialsOf('kavya raman iyer')).toBe('KR');
    expect(initialsOf('தோசை')).toBe('த');
    expect(initialsOf('🥞 cake')).toBe('🥞C');
  });
});
