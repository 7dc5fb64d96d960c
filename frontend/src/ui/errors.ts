import { Refused, Unreachable } from '../api.ts';
import { t } from '../i18n/t.ts';

/** An error as a sentence for the person who sees it. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Unreachable) return t('common:error.unreachable');
  if (error instanceof Refused) return error.message;
  console.error(error);
  return t('common:error.unknown');
}

/** What the server said of single fields, by their paths. */
export const fieldErrors = (error: unknown): ReadonlyMap<string, string> =>
  new Map(error instanceof Refused ? error.fields.map((field) => [field.path, field.message]) : []);
