import type { ParsedMail } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { type Carrier, type Letter, NotCarried, type WrittenMail } from './port.ts';

/** A carrier that sends as `FROM`, and what has arrived through it. */
interface Opened {
  carrier: Carrier;
  arrived: () => Promise<ParsedMail[]>;
}

export const FROM = { name: 'Gym, “Süd”', address: 'trainer@gym.example.org' };

let mails = 0;
export function aMail(more: Partial<WrittenMail> = {}): WrittenMail {
  mails += 1;
  const id = mails.toString(16).padStart(24, '0');
  return { id, to: 'kavya@example.org', subject: 'Hello', text: 'Hello\n', html: '<p>Hello</p>', ...more };
}

/** Puts a letter into few words; about a new password there is nobody to tell. */
export const inFewWords = ({ kind, to }: Letter): Promise<Omit<WrittenMail, 'id'> | undefined> =>
  Promise.resolve(kind === 'newPassword' ? undefined : { to, subject: kind, text: 'Hello\n', html: '<p>Hello</p>' });

export const patience = () => AbortSignal.timeout(30_000);

/** What every carrier must do, to the letter of the port. `open` gives a fresh one each time. */
export function carrierSuite(open: () => Promise<Opened>): void {
  describe('a carrier', () => {
    const carried = async (...given: WrittenMail[]) => {
      const { carrier, arrived } = await open();
      for (const mail of given) await carrier.carry(mail, patience());
      return arrived();
    };
    const carriedOne = async (more: Partial<WrittenMail> = {}) => {
      const arrived = await carried(aMail(more));
      expect(arrived).toHaveLength(1);
      return arrived[0] as ParsedMail;
    };
    const addresses = (side: ParsedMail['to']) => [side ?? []].flat().flatMap(({ value }) => value);

    it('brings a mail with all that it says, in every script', async () => {
      const mail = await carriedOne({
        subject: 'வணக்கம் 👋 & <b>“welcome”</b>, a subject that is longer than one line of a header may be',
        text: `வணக்கம்\n\n${'long '.repeat(400)}\n.\n..\nFrom here\n`,
        html: `<p title="a=b">வணக்கம் 👋</p>${'<br>'.repeat(400)}`,
      });
      expect(mail.subject).toBe(
        'வணக்கம் 👋 & <b>“welcome”</b>, a subject that is longer than one line of a header may be',
      );
      expect(mail.text?.replace(/\n+$/, '')).toBe(`வணக்கம்\n\n${'long '.repeat(400)}\n.\n..\nFrom here`);
      expect(String(mail.html).trim()).toBe(`<p title="a=b">வணக்கம் 👋</p>${'<br>'.repeat(400)}`);
      expect(addresses(mail.to)).toEqual([{ address: 'kavya@example.org', name: '' }]);
      expect(addresses(mail.from)).toEqual([FROM]);
      expect(mail.attachments).toEqual([]);
    });

    it('says that no person wrote it, so that no machine answers', async () => {
      expect((await carriedOne()).headers.get('auto-submitted')).toBe('auto-generated');
    });

    it('gives the same mail the same name again, and another one another', async () => {
      const [first, second] = [aMail(), aMail()];
      const names = [await carried(first), await carried(first), await carried(second)].map(
        ([mail]) => mail?.messageId,
      );
      expect(names[0]).toBe(`<${first.id}@gym.example.org>`);
      expect(names[1]).toBe(names[0]);
      expect(names[2]).not.toBe(names[0]);
    });

    it.each([
      ['Hello\r\nBcc: evil@example.org'],
      ['Hello\nTo: evil@example.org\n\n<h1>Another mail</h1>'],
      ['Hello\rX-Evil: yes'],
      ['Hello\u2028Bcc: evil@example.org'],
      ['Hello\u0000\r\n\r\nAnother mail'],
      ['=?utf-8?Q?Hello=0D=0ABcc:_evil@example.org?='],
      [`${'a'.repeat(997)}\r\n\tBcc: evil@example.org`],
    ])('makes no header of what a subject holds: %j', async (subject) => {
      const plain = await carriedOne();
      const mail = await carriedOne({ subject });
      expect(mail.headerLines.map(({ key }) => key)).toEqual(plain.headerLines.map(({ key }) => key));
      expect([addresses(mail.to).length, mail.bcc, mail.cc]).toEqual([1, undefined, undefined]);
      expect(mail.text?.trim()).toBe('Hello');
    });

    it.each([
      ['a text that ends a mail and begins another', 'Hi\r\n.\r\nMAIL FROM:<evil@example.org>\r\n'],
      ['a text with bare line ends', 'Hi\n.\nMAIL FROM:<evil@example.org>\n.\r\n.\n'],
      ['a text that looks like the border between parts', 'Hi\r\n--\r\nContent-Type: text/html\r\n\r\n<h1>Hi</h1>'],
    ])('brings %s as one mail with that text', async (_what, text) => {
      const mail = await carriedOne({ text });
      expect(mail.text?.trim()).toBe(text.replaceAll('\r\n', '\n').trim());
      expect(mail.html).toContain('<p>Hello</p>');
    });

    it.each([
      ['nobody'],
      [''],
      ['one@example.org, two@example.org'],
      ['one@example.org two@example.org'],
      ['one@example.org\r\nBcc: two@example.org'],
      ['<one@example.org>'],
      ['Evil <one@example.org>'],
      ['"one two"@example.org'],
      ['one@example.org> NOTIFY=NEVER'],
    ])('refuses for good what is not one address: %j', async (to) => {
      const { carrier, arrived } = await open();
      const refused: unknown = await carrier.carry(aMail({ to }), patience()).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(NotCarried);
      expect(refused).toMatchObject({ isFinal: true });
      expect((refused as Error).message).not.toContain('example');
      expect(await arrived()).toEqual([]);
    });
  });
}
