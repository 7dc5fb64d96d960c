import { describe, expect, it, vi } from 'vitest';
import '../testing/device.ts';

const { Refused, Unreachable } = await import('../api.ts');
const { fieldErrors, sentenceOf } = await import('./errors.ts');

const fields = [
  { path: 'email', message: 'Taken.' },
  { path: 'exercises.0.sets', message: 'Too many.' },
];
const refused = new Refused(new Response(null, { status: 422 }), {
  success: false,
  error: { code: 'invalid_values', message: 'Some values need another look.', fields },
});

describe('an error', () => {
  it('becomes a sentence that says what to do', () => {
    expect(sentenceOf(refused)).toBe('Some values need another look.');
    expect(sentenceOf(new Unreachable())).toBe('The server did not answer. Check your network and try again.');
  });

  it('that nobody expected says nothing of its inside, and is logged', () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const defect = new TypeError('x is undefined');
    expect(sentenceOf(defect)).toBe('Something went wrong on this page. Reload it and try again.');
    expect(log).toHaveBeenCalledWith(defect);
    log.mockRestore();
  });

  it('tells which fields it is about, or none', () => {
    expect([...fieldErrors(refused)]).toEqual([
      ['email', 'Taken.'],
      ['exercises.0.sets', 'Too many.'],
    ]);
    expect(fieldErrors(new Unreachable()).size).toBe(0);
  });
});
