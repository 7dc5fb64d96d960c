import { t } from './i18n/t.ts';

const SHORTEST = 8;
const MOST_BYTES = 72;

/** What keeps a password from being taken, in words. */
export function newPasswordError(password: string): string | undefined {
  if (password.length < SHORTEST) return t('new-password:short', { count: SHORTEST - password.length });
  return new TextEncoder().encode(password).length > MOST_BYTES ? t('new-password:long') : undefined;
}

/** 0–4: length first, for that is what counts, and a little for kinds of characters. */
export function strengthOf(password: string): number {
  if (password.length < SHORTEST) return password.length > 0 ? 1 : 0;
  const kinds = [/\p{L}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length;
  return Math.min(4, 1 + (password.length >= 12 ? 1 : 0) + (password.length >= 16 ? 1 : 0) + (kinds >= 2 ? 1 : 0));
}
