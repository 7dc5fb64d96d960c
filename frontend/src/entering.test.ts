import { beforeEach, describe, expect, it, vi } from 'vitest';
import { device } from './testing/device.ts';
import { person } from './testing/people.ts';

const { afterwards, entering } = await import('./entering.ts');
const { Refused } = await import('./api.ts');
const { account } = await import('./account.ts');

beforeEach(() => {
  device.open('/pages/login.html?next=/pages/history.html');
  account.leave();
});

describe('afterwards', () => {
  it.each([
    {
      why: 'the page that was wanted',
      search: '?next=%2Fpages%2Fhistory.html%3Fa%3D1%23b',
      to: '/pages/history.html?a=1#b',
    },
    { why: 'the dashboard without one', search: '', to: '/pages/dashboard.html' },
    { why: 'never another site', search: '?next=https://evil.example/pages/history.html', to: '/pages/dashboard.html' },
    { why: 'nor one without a scheme', search: '?next=//evil.example/pages/a.html', to: '/pages/dashboard.html' },
    { why: 'nor a script', search: '?next=javascript:alert(1)', to: '/pages/dashboard.html' },
    { why: 'nor a page that is reached by going up', search: '?next=/pages/../evil.html', to: '/pages/dashboard.html' },
  ])('$why', ({ search, to }) => {
    expect(afterwards(search)).toBe(to);
  });
});

describe('a trainer', () => {
  it('comes to their clients, unless another page was wanted', () => {
    expect(afterwards('', 'trainer')).toBe('/pages/trainer-dashboard.html');
    expect(afterwards('?next=/pages/history.html', 'trainer')).toBe('/pages/history.html');
  });
});

describe('entering', () => {
  it('goes where the person wanted, one try at a time', async () => {
    const enter = vi.fn(() => Promise.resolve({ token: 'abc', user: person() }));
    const entry = entering(enter, location.assign.bind(location));
    const first = entry.submit();
    expect(entry.busy.value).toBe(true);
    await entry.submit();
    await first;
    expect(enter).toHaveBeenCalledTimes(1);
    expect(account.token()).toBe('abc');
    expect(device.went).toEqual(['/pages/history.html']);
    expect(entry.busy.value).toBe(false);
  });

  it('waits as long as the server says after too many tries', async () => {
    vi.useFakeTimers();
    const response = new Response(null, { status: 429, headers: { 'retry-after': '40' } });
    const error = { error: { code: 'too_many_tries', message: 'Too many.' } } as const;
    const enter = vi.fn(() => Promise.reject(new Refused(response, { success: false, ...error })));
    const entry = entering(enter, location.assign.bind(location));
    await entry.submit();
    expect(entry.wait.value).toBe(40);
    await entry.submit();
    expect(enter).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(39_000);
    expect(entry.wait.value).toBe(1);
    vi.advanceTimersByTime(1000);
    await entry.submit();
    expect(enter).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });
});
