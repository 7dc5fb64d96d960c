import { beforeEach, describe, expect, it } from 'vitest';
import { device } from './testing/device.ts';
import { network } from './testing/network.ts';
import { person } from './testing/people.ts';

const { account } = await import('./account.ts');
const { unread } = await import('./unread.ts');

beforeEach(() => {
  device.open('/pages/messages.html');
  account.enter({ token: 'abc', user: person() });
  unread.count.value = 0;
});

describe('unread messages', () => {
  it('are those of all threads, and are kept for the next page', async () => {
    network.answers(200, { success: true, data: [{ unread: 2 }, { unread: 0 }, { unread: 1 }] });
    await unread.refresh();
    expect(unread.count.value).toBe(3);
    expect(localStorage.getItem('unread')).toContain('3');
  });

  it('stay as many as they were while the server is away', async () => {
    unread.count.value = 4;
    network.isAway();
    await unread.refresh();
    expect(unread.count.value).toBe(4);
  });
});
