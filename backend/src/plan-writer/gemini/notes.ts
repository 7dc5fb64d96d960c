const LONGEST = 300;
const LEFT_OUT = '[left out]';

/** What could lead to a person: addresses of all kinds, names of accounts, telephone numbers, keys. */
const LEADS_TO_A_PERSON = [
  /\S*@\S*/gu,
  /\b(?:[a-z]{2,}:\/\/|www\.)\S+/giu,
  /\b[\w-]+\.(?:com|org|net|in|io|co|me|app|dev|info)\b\S*/giu,
  // Before telephone numbers, which it may hold.
  /\b(?=\w*\d)\w{16,}\b/gu,
  /[+(]?\p{Nd}(?:[\s()./-]*\p{Nd}){6,}/gu,
];

/**
 * What somebody typed, before it leaves the server: at most 300 characters, in one form of Unicode, without what is not
 * seen and without what could lead to them. null where nothing is left.
 */
export function scrubbed(notes: string | null): string | null {
  const visible = (notes ?? '')
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{C}+/gu, '');
  const anonymous = LEADS_TO_A_PERSON.reduce((text, pattern) => text.replace(pattern, LEFT_OUT), visible);
  const short = [...anonymous.replace(/\s+/gu, ' ').trim()].slice(0, LONGEST).join('');
  return short === '' ? null : short;
}
