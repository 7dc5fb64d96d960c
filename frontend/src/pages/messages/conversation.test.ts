import { beforeEach, describe, expect, it } from 'vitest';
import { device } from '../../testing/device.ts';
import { person } from '../../testing/people.ts';
import { withLinks } from './conversation.ts';

const { account } = await import('../../account.ts');
const { keepWaiting, keptWaiting } = await import('./waiting.ts');

describe('addresses in a text', () => {
  const links = (text: string) => withLinks(text).flatMap((part) => part.href ?? []);
  const whole = (text: string) =>
    withLinks(text)
      .map((part) => part.text)
      .join('');

  it('are told apart, and no letter of the text is lost', () => {
    const text = 'See https://a.example/x, then http://b.example/y?z=1.';
    expect(withLinks(text)).toEqual([
      { text: 'See ', href: null },
      { text: 'https://a.example/x', href: 'https://a.example/x' },
      { text: ', then ', href: null },
      { text: 'http://b.example/y?z=1', href: 'http://b.example/y?z=1' },
      { text: '.', href: null },
    ]);
    expect(withLinks('no address')).toEqual([{ text: 'no address', href: null }]);
  });

  it('end before what ends the sentence, or the bracket around them', () => {
    expect(links('(https://a.example/x). “https://b.example!” https://c.example/a_(b)')).toEqual([
      'https://a.example/x',
      'https://b.example',
      'https://c.example/a_(b)',
    ]);
  });

  it.each(['javascript:alert(1)', 'https://', 'https://bank.example@evil.example/', 'ftp://a.example', 'a.example'])(
    'are not made of %s',
    (text) => {
      expect([links(text), whole(text)]).toEqual([[], text]);
    },
  );
});

describe('what waits on this device', () => {
  const waiting = { clientId: 'c1', to: 'arun', text: 'Hello', at: '2026-07-16T08:00:00.000Z', refused: null };

  beforeEach(() => {
    device.open('/pages/messages.html');
    account.enter({ token: 'abc', user: person() });
  });

  it('is there on the next page, of the same person only', () => {
    keepWaiting([waiting], []);
    expect(keptWaiting()).toEqual([waiting]);
    account.enter({ token: 'abc', user: person({ _id: 'b'.repeat(24) }) });
    expect(keptWaiting()).toEqual([]);
    keepWaiting([], []);
    account.enter({ token: 'abc', user: person() });
    expect(keptWaiting()).toEqual([waiting]);
  });

  it('is of all tabs, each of which takes away only its own', () => {
    const other = { ...waiting, clientId: 'c2' };
    keepWaiting([waiting], []);
    keepWaiting([other], []);
    expect(keptWaiting()).toEqual([waiting, other]);
    keepWaiting([], [other]);
    expect(keptWaiting()).toEqual([waiting]);
  });

  it('leaves nothing behind once all has arrived, and is nothing where it can’t be read', () => {
    keepWaiting([waiting], []);
    const [key = ''] = Object.keys(localStorage).filter((one) => one.startsWith('waiting'));
    keepWaiting([], [waiting]);
    expect(localStorage.getItem(key)).toBeNull();
    localStorage.setItem(key, '{');
    expect(keptWaiting()).toEqual([]);
  });
});
