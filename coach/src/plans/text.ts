import { CLAIMS } from './claims.ts';

/**
 * Words that a model wrote, made fit to be shown, or null where they are not: then our own take their place. Null for
 * anything that is no string, empty or longer than `max`; for numbers, in digits of any script or as amounts in words;
 * for links, e-mails, HTML and markup; for letters beyond the Latin ones, which the product writes in; for characters
 * that are not seen; and for medical claims, advice about medicines and calls to disregard a rule.
 * Spaces and line breaks become one space, `!` a full stop.
 * @param max UTF-16 units of what is returned
 */
export function cleanText(text: unknown, { max }: { max: number }): string | null {
  if (typeof text !== 'string' || text.length > 4 * max + 100) return null;
  // Compatibility forms first: ４, ½ and ① are digits, ｈｔｔｐ is a link.
  const plain = text.normalize('NFKC').replace(/\s+/gu, ' ').replace(/!+/g, '.').trim();
  if (plain === '' || plain.length > max || /[\p{N}\p{Cf}]/u.test(text)) return null;
  if (!ONLY_WORDS.test(plain) || !/\p{L}/u.test(plain)) return null;
  const folded = fold(plain);
  return folded === null || AMOUNTS.some((amount) => amount.test(folded)) || isUnfit(folded) ? null : plain;
}

/**
 * Whether a text of a finished plan may be shown: as `cleanText`, but with the numbers and signs that our own sentences
 * have. The verifiers ask this of every text, whoever wrote it.
 */
export function mayBeShown(text: unknown, { max }: { max: number }): text is string {
  if (typeof text !== 'string' || text.length > max || !WORDS_AND_NUMBERS.test(text)) return false;
  const folded = fold(text.replace(/[½×·°≤≥±−→]/g, ' '));
  return folded !== null && !isUnfit(folded);
}

const ONLY_WORDS = /^[\p{Script=Latin} .,;:?'"‘’“”()/&–—-]+$/u;
const WORDS_AND_NUMBERS = /^[\p{Script=Latin}\d .,;:?'"‘’“”()/&–—½×·°≤≥±−→%+=-]+$/u;

/** Small letters a–z without marks, or null where there is any other letter: none may pass for one of them. */
function fold(text: string): string | null {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'").toLowerCase();
  return /[^\x20-\x7e–—“”]/.test(folded) ? null : folded;
}

const isUnfit = (folded: string): boolean =>
  [...LINKS_AND_MARKUP, ...CLAIMS, SPELT_OUT].some((pattern) => pattern.test(folded));

const LINKS_AND_MARKUP = [
  /:\/\/|\bwww\b|\bhttps?\b/,
  /\b(?:javascript|vbscript|mailto|data|tel|file|ftp):\S/,
  // A name and a domain; `e.g.` and `i.e.` are no names.
  /[a-z\d-]{2}\.[a-z]{2}/,
  /\bdot\s?(?:com|org|net|in|io|co)\b/,
  /\(\s?(?:at|dot)\s?\)/,
  /&[a-z]+;/,
  /--|(?:^|[.:;] )- /,
];

const NUMBER =
  '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozen)';
const UNIT =
  '(?:k?cal(?:orie)?s?|kilo(?:gram|joule|metre|meter)?s?|kgs?|grams?|pounds?|lbs?|reps?|repetitions?|sets?|rounds?|minutes?|mins?|seconds?|secs?|hours?|days?|nights?|weeks?|months?|times|per ?cent|lit(?:re|er)s?|glass(?:es)?|cups?|meals?|idlis?|dosas?|chapatis?|portions?|servings?|kilomet(?:re|er)s?|met(?:re|er)s?|steps)';
/** An amount is a number too, however it is written. */
const AMOUNTS = [
  /\b(?:hundred|thousand|lakh|million)s?\b/,
  // Also with a word or two between, as in “two full-body days”.
  new RegExp(`\\b${NUMBER}(?:[ -][a-z]+){0,3}?[ -]${UNIT}\\b`),
];

/** `c u r e s`: letters set apart so that no word is seen. */
const SPELT_OUT = /(?:\b[a-z]\b[ .,/-]+){4,}/;
