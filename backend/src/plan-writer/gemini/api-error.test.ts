import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readApiError } from './api-error.ts';
import { OUTCOMES } from './outcomes.ts';

const overQuota = (more: object) => ({
  error: { code: 429, status: 'RESOURCE_EXHAUSTED', message: 'You exceeded your current quota.', ...more },
});

describe('an error is read', () => {
  const body = {
    error: { code: 503, status: 'UNAVAILABLE', message: 'The model is overloaded. Please try again later.' },
  };
  const plain = JSON.stringify(body);
  const packed = JSON.stringify({
    error: { message: JSON.stringify(body, null, 2), code: 503, status: 'Service Unavailable' },
  });

  it.each([
    ['as it is', plain],
    ['in a list', JSON.stringify([body])],
    ['packed into another', packed],
    ['packed twice', JSON.stringify({ error: { message: packed, code: 503, status: '' } })],
    ['behind words of the library', `got status: UNAVAILABLE. ${plain}`],
  ])('%s', (_, text) => {
    expect(readApiError(503, text)).toMatchObject({ outcome: 'overloaded', says: body.error.message });
  });

  it('as a page of HTML', () => {
    expect(readApiError(502, '<html>Bad Gateway</html>')).toMatchObject({ outcome: 'server_error' });
  });
});

describe('too many requests', () => {
  const perDay = [{ violations: [{ quotaId: 'GenerateRequestsPerDayPerProjectPerModel-FreeTier' }] }];

  it.each([
    ['wait as the details say', { details: [{ ' @type': 'RetryInfo', retryDelay: '54s' }] }, 'quota_minute', 54_000],
    ['wait as the sentence says', { message: 'Quota exceeded. Please retry in 40.02s.' }, 'quota_minute', 40_020],
    ['wait, nobody knows how long', {}, 'quota_minute', undefined],
    ['are over for today', { details: [...perDay, { retryDelay: '3s' }] }, 'quota_day', 3000],
    ['never were any', { message: 'Quota exceeded for metric: x, limit: 0\nPlease retry in 3s.' }, 'quota_day', 3000],
    ['have a limit that only begins with a nought', { message: 'limit: 05' }, 'quota_minute', undefined],
  ])('%s', (_, more, outcome, retryAfterMs) => {
    expect(readApiError(429, JSON.stringify(overQuota(more)))).toMatchObject({ outcome, retryAfterMs });
  });
});

it('whatever comes is an outcome that is known', () => {
  const anything = fc.oneof(
    fc.string(),
    fc.json(),
    fc.object({ key: fc.constantFrom('error', 'message', 'details', 'code') }).map((o) => JSON.stringify(o)),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999 }), anything, (status, text) => {
      expect(OUTCOMES).toHaveProperty(readApiError(status, text).outcome);
    }),
  );
});
