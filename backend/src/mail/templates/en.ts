import type { Letter } from '../port.ts';
import { type Draft, fromPeople, type Part } from './layout.ts';

const NAME = 60;
const FIRST_WORDS = 140;
const MOST_THREADS = 10;

type Of<K extends Letter['kind']> = Extract<Letter, { kind: K }>;
/** A link that was made for this mail alone. */
export interface NewPasswordLink {
  name: string;
  path: `/${string}`;
  holdsMinutes: number;
}

/** Every mail in one language: another one is another file like this. */
export interface Templates {
  welcome(letter: Of<'welcome'>): Draft;
  newPassword(link: NewPasswordLink): Draft;
  invitation(letter: Of<'invitation'>): Draft;
  unreadMessages(letter: Of<'unreadMessages'>): Draft;
}

export const en: Templates = {
  welcome: ({ name, role }) => ({
    subject: 'Welcome to AI Personal Trainer',
    parts: [
      { says: `Hello ${fromPeople(name, NAME)},` },
      {
        says:
          role === 'trainer'
            ? 'Your account is ready. Invite your clients by e-mail; what they share with you is theirs to choose. And train yourself, too.'
            : 'Your account is ready. A first workout takes ten minutes: pick a few exercises, tick set after set, and see your numbers move on every screen. Each set is kept, with or without a network.',
      },
      { leadsTo: '/pages/dashboard.html', label: 'Open AI Personal Trainer' },
      {
        because:
          'This came because somebody signed up with your e-mail address. If that was not you, ask for a new password on the log-in page: then nobody but you gets in.',
      },
    ],
  }),

  newPassword: ({ name, path, holdsMinutes }) => ({
    subject: 'Set a new password',
    parts: [
      { says: `Hello ${fromPeople(name, NAME)},` },
      {
        says: `Somebody, probably you, asked for a new password. This link sets one. It works once, within ${String(holdsMinutes)} minutes, and logs you out everywhere else.`,
      },
      { leadsTo: path, label: 'Set a new password' },
      { because: 'If that was not you, do nothing: your password stays as it is.' },
    ],
  }),

  invitation({ trainer, code, path, holdsDays }) {
    const name = fromPeople(trainer, NAME);
    return {
      subject: `${name} would like to be your trainer`,
      parts: [
        { says: 'Hello,' },
        {
          says: `${name} would like to train you. If you accept, your trainer sees your workouts, also while you train, and your progress. You can share less, and end it, whenever you like.`,
        },
        { leadsTo: path, label: 'Look at the invitation' },
        { says: 'Or type this code in your settings:' },
        { code },
        { says: `It works once, within ${count(holdsDays, 'day', 'days')}.` },
        { because: `If you do not know ${name}, do nothing: nobody sees anything of you.` },
      ],
    };
  },

  unreadMessages({ name, threads, path }) {
    const people = [...new Set(threads.map((thread) => fromPeople(thread.from, NAME)))];
    const unread = threads.reduce((sum, thread) => sum + thread.unread, 0);
    const [first = ''] = people;
    return {
      subject: `${count(unread, 'unread message', 'unread messages')}${people.length === 1 ? ` from ${first}` : ''}`,
      parts: [
        { says: `Hello ${fromPeople(name, NAME)},` },
        { says: `${count(unread, 'message waits', 'messages wait')} for you.` },
        ...threads.slice(0, MOST_THREADS).map(({ from, unread: of, firstWords }): Part => ({
          of: `${fromPeople(from, NAME)}${of > 1 ? ` (${String(of)})` : ''}`,
          quotes: fromPeople(firstWords, FIRST_WORDS),
        })),
        { leadsTo: path, label: 'Read and answer' },
        { because: 'This comes once, not with every message.' },
      ],
    };
  },
};

const count = (n: number, one: string, many: string): string => `${String(n)} ${n === 1 ? one : many}`;
