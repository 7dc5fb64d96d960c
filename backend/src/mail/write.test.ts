import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Letter } from './port.ts';
import { mailWriter } from './write.ts';

const PUBLIC_URL = 'https://gym.example.org';
const LINK = {
  to: 'Kavya@example.org',
  name: 'Kavya',
  path: '/pages/reset-password.html?token=abc' as const,
  holdsMinutes: 30,
};

const isUnread = () => Promise.resolve(true);
const writing = mailWriter({ publicUrl: PUBLIC_URL, newPasswordLink: () => Promise.resolve(LINK), isUnread });
async function write(letter: Letter) {
  const written = await writing(letter);
  if (!written) throw new Error('There is nothing to tell.');
  const links = [...written.html.matchAll(/ href="([^"]*)"/g)].map(([, address]) => readable(address ?? ''));
  return { ...written, links, read: readable(written.html) };
}

/** What of HTML a person reads. */
const readable = (html: string): string =>
  html
    .replace(/<style>[^]*<\/style>|<title>[^]*<\/title>|<[^<>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

const BETWEEN = { reader: 'a'.repeat(24), senders: ['b'.repeat(24)] };
const thread = (from: string, unread: number, firstWords = 'Stop at 8') => ({ from, unread, firstWords });
/** One of each kind, with what people wrote in every place that takes it. */
const letters = (said = 'Kavya'): Letter[] => [
  { kind: 'welcome', to: 'kavya@example.org', name: said, role: 'member' },
  { kind: 'welcome', to: 'kavya@example.org', name: said, role: 'trainer' },
  { kind: 'newPassword', to: 'kavya@example.org' },
  {
    kind: 'invitation',
    to: 'kavya@example.org',
    trainer: said,
    code: 'K7Q4-M2XP',
    path: '/pages/settings.html#trainer',
    holdsDays: 7,
  },
  {
    kind: 'unreadMessages',
    to: 'kavya@example.org',
    name: said,
    ...BETWEEN,
    threads: [thread(said, 3, said), thread('Ravi', 1)],
    path: '/pages/messages.html',
  },
];

describe('a mail', () => {
  it.each(letters())(
    'of the kind $kind says the same in text and in HTML, and leads only to the own house',
    async (letter) => {
      const { to, subject, text, html, read, links } = await write(letter);
      expect(to.toLowerCase()).toBe('kavya@example.org');
      expect(subject).toMatch(/^[^\n]{5,78}$/);
      for (const paragraph of text.split('\n--\n')[0]?.split(/\n+/) ?? []) {
        const plain = paragraph.replace(/^> |:$/g, '').trim();
        if (!plain.startsWith(PUBLIC_URL)) expect(read).toContain(plain);
      }
      expect(links.length).toBeGreaterThan(1);
      for (const link of links) expect(new URL(link).origin).toBe(PUBLIC_URL);
      expect(text).toContain(links[0]);
      expect(html).not.toMatch(/<(img|script|link|iframe|form)\b/);
      expect(text + subject).not.toMatch(/undefined|null|NaN|!|\[object/);
    },
  );

  it('about a new password goes to the address of the account, not to the one that was typed', async () => {
    const { to, links, text } = await write({ kind: 'newPassword', to: 'KAVYA@EXAMPLE.ORG' });
    expect(to).toBe('Kavya@example.org');
    expect(links[0]).toBe(`${PUBLIC_URL}/pages/reset-password.html?token=abc`);
    expect(text).toContain('within 30 minutes');
  });

  it('about a new password is none where there is no account', async () => {
    const nobody = mailWriter({ publicUrl: PUBLIC_URL, newPasswordLink: () => Promise.resolve(undefined), isUnread });
    expect(await nobody({ kind: 'newPassword', to: 'nobody@example.org' })).toBeUndefined();
  });

  it('of an invitation holds who invites, the code, the link, and for how long', async () => {
    const [, , , invitation] = letters('Asha Nair');
    const { subject, text, links } = await write(invitation as Letter);
    expect(subject).toBe('Asha Nair would like to be your trainer');
    expect(text).toContain('K7Q4-M2XP');
    expect(text).toContain('within 7 days');
    expect(links[0]).toBe(`${PUBLIC_URL}/pages/settings.html#trainer`);
  });

  const digest = (...threads: ReturnType<typeof thread>[]) =>
    write({
      kind: 'unreadMessages',
      to: 'k@example.org',
      name: 'Kavya',
      ...BETWEEN,
      threads,
      path: '/pages/messages.html',
    });

  it('of unread messages is none for somebody who has read them meanwhile', async () => {
    const read = mailWriter({
      publicUrl: PUBLIC_URL,
      newPasswordLink: () => Promise.resolve(LINK),
      isUnread: (reader, senders) => Promise.resolve(reader !== BETWEEN.reader || senders.length === 0),
    });
    expect(await read(letters().at(-1) as Letter)).toBeUndefined();
  });

  it.each([
    { threads: [thread('Asha', 1)], subject: '1 unread message from Asha', says: '1 message waits for you.' },
    { threads: [thread('Asha', 4)], subject: '4 unread messages from Asha', says: '4 messages wait for you.' },
    { threads: [thread('Asha', 2), thread('Ravi', 1)], subject: '3 unread messages', says: 'Asha (2)' },
  ])('of unread messages says how many and from whom: $subject', async ({ threads, subject, says }) => {
    const mail = await digest(...threads);
    expect(mail.subject).toBe(subject);
    expect(mail.text).toContain(says);
  });

  it('of unread messages shows the beginning of each, and of many threads the first ten', async () => {
    const long = await digest(thread('Asha', 1, `${'word '.repeat(60)}end`));
    expect(long.text).toMatch(/> (word ){27}word…\n/);
    const many = await digest(...Array.from({ length: 40 }, (_, i) => thread(`Person ${String(i)}`, 1)));
    expect(many.text.match(/^> /gm)).toHaveLength(10);
    expect(many.subject).toBe('40 unread messages');
  });
});

describe('what people wrote', () => {
  const tagsOf = async (letter: Letter) => (await writing(letter))?.html.match(/<[^<>]*>/g);
  const tagsOfAll = (said: string) => Promise.all(letters(said).map(tagsOf));

  it.each([
    ['<script>alert(1)</script>'],
    ['"><a href="https://evil.example">click</a>'],
    ["' onmouseover='alert(1)"],
    ['&lt;b&gt; &amp;'],
    ['</title><h1>Your account is blocked</h1>'],
  ])('stays text: %s', async (said) => {
    expect(await tagsOfAll(said)).toEqual(await tagsOfAll('Kavya'));
    const { read } = await write(letters(said)[0] as Letter);
    expect(read.replaceAll('\u2060', '')).toContain(said);
  });

  it('never adds a tag, or a line to a subject, whatever it is', async () => {
    const plain = await tagsOfAll('x');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (said) => {
        expect(await tagsOfAll(said)).toEqual(plain);
        for (const letter of letters(said))
          expect((await writing(letter))?.subject).not.toMatch(/[\r\n\0\u2028\u2029]/);
      }),
    );
  });

  it('is no link, and can’t turn the direction of what follows', async () => {
    for (const letter of letters('see https://evil.example or evil.example, mail me@evil.example \u202Eyfirev')) {
      const { text, subject } = await write(letter);
      expect(text + subject).not.toMatch(/evil\.example|:\/\/evil|me@evil|\u202E/);
    }
  });

  it('keeps the letters that need each other', async () => {
    const name = 'க்‌ஷ 👩‍👩‍👧 Zoë';
    const { text } = await write(letters(name)[0] as Letter);
    expect(text).toContain(`Hello ${name},`);
  });
});
