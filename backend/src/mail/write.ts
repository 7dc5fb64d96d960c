import type { Letter, WrittenMail } from './port.ts';
import { en, type NewPasswordLink } from './templates/en.ts';
import { type Draft, lay } from './templates/layout.ts';

interface Deps {
  /** Where links lead. */
  publicUrl: string;
  /** Makes a link that sets the password of the account with this e-mail; undefined where there is none. */
  newPasswordLink: (email: string) => Promise<(NewPasswordLink & { to: string }) | undefined>;
  /** Whether anything from these senders to this reader is unread. */
  isUnread: (reader: string, senders: readonly string[]) => Promise<boolean>;
}

/** → puts a letter into words; undefined: there is nobody to tell. */
export function mailWriter({ publicUrl, newPasswordLink, isUnread }: Deps) {
  const written = (to: string, draft: Draft): Omit<WrittenMail, 'id'> => ({ to, ...lay(draft, publicUrl) });

  return async (letter: Letter): Promise<Omit<WrittenMail, 'id'> | undefined> => {
    switch (letter.kind) {
      case 'welcome':
        return written(letter.to, en.welcome(letter));
      case 'newPassword': {
        const link = await newPasswordLink(letter.to);
        return link && written(link.to, en.newPassword(link));
      }
      case 'invitation':
        return written(letter.to, en.invitation(letter));
      case 'unreadMessages':
        if (!(await isUnread(letter.reader, letter.senders))) return undefined;
        return written(letter.to, en.unreadMessages(letter));
    }
  };
}
