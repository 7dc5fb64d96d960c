import type { SendMailOptions } from 'nodemailer';
import { NotCarried, type WrittenMail } from './port.ts';

/** Whom mails come from. */
export interface Sender {
  name: string;
  address: string;
}

/**
 * A mail as Nodemailer takes it; what it says can’t become a header, whatever it holds.
 * @throws NotCarried for an address that no mail server would take, or take for two
 */
export function messageOf(mail: WrittenMail, from: Sender): SendMailOptions {
  if (!/^[^\s\p{C}<>()[\]\\,;:"@]+@[^\s\p{C}<>()[\]\\,;:"@]+$/u.test(mail.to))
    throw new NotCarried('Its address is none.', { isFinal: true });
  return {
    from: { name: oneLine(from.name), address: from.address },
    // As an object it is one address, never a list.
    to: { name: '', address: mail.to },
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.id}@${from.address.replace(/^.*@/, '')}>`,
    // So that nobody’s “I am on holiday” answers it.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
