/** A mail in parts, from which its text and its HTML are made, so that both say the same. */
export interface Draft {
  subject: string;
  parts: Part[];
}

export type Part =
  | { says: string }
  | { leadsTo: `/${string}`; label: string }
  | { code: string }
  /** What somebody else wrote, and who. */
  | { quotes: string; of: string }
  /** Small, at the end: why this came. */
  | { because: string };

export interface Laid {
  subject: string;
  text: string;
  html: string;
}

/** @param publicUrl where links lead, without a slash at its end */
export function lay({ subject, parts }: Draft, publicUrl: string): Laid {
  const host = new URL(publicUrl).host;
  return {
    subject,
    text: `${parts.map((part) => textOf(part, publicUrl)).join('\n\n')}\n\n--\nAI Personal Trainer, ${publicUrl}\n`,
    html: page(subject, parts.map((part) => htmlOf(part, publicUrl)).join('\n'), publicUrl, host),
  };
}

/** What a person wrote, on one line, of at most this many characters, and of which no mail program makes a link. */
export function fromPeople(text: string, most: number): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim();
  const characters = Array.from(new Intl.Segmenter().segment(line), ({ segment }) => segment);
  const short = characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : line;
  return short.replace(/(?<=\S)([.:@])(?=\S)/gu, `$1${WORD_JOINER}`);
}

/** Nobody sees it, and no address holds it. */
const WORD_JOINER = '\u2060';

function textOf(part: Part, publicUrl: string): string {
  if ('says' in part) return part.says;
  if ('leadsTo' in part) return `${part.label}:\n${publicUrl}${part.leadsTo}`;
  if ('code' in part) return `    ${part.code}`;
  if ('quotes' in part) return `${part.of}\n> ${part.quotes}`;
  return part.because;
}

// Mail programs read styles in the tags alone, and only some of them a style sheet: it turns the colours over at night.
const TEXT = 'margin:0 0 16px;font-size:16px;line-height:1.5;color:#1E1A15';
const SMALL = 'margin:24px 0 0;font-size:13px;line-height:1.5;color:#6A6155';
const BUTTON =
  'display:inline-block;padding:12px 20px;border-radius:10px;background:#0B5F5C;color:#FFFFFF;font-size:16px;font-weight:600;text-decoration:none';
const CODE =
  'margin:0 0 16px;padding:12px 16px;border-radius:10px;background:#F5F0E8;color:#1E1A15;font-family:ui-monospace,Consolas,monospace;font-size:22px;letter-spacing:2px';
const QUOTE = 'margin:0 0 16px;padding:2px 0 2px 14px;border-left:3px solid #9CC9C3';

function htmlOf(part: Part, publicUrl: string): string {
  if ('says' in part) return `<p class="t" style="${TEXT}">${escape(part.says)}</p>`;
  if ('leadsTo' in part) {
    const address = escape(publicUrl + part.leadsTo);
    return `<p style="margin:24px 0"><a href="${address}" style="${BUTTON}">${escape(part.label)}</a></p>`;
  }
  if ('code' in part) return `<p class="s t" style="${CODE}">${escape(part.code)}</p>`;
  if ('quotes' in part)
    return `<div style="${QUOTE}"><p class="q" style="margin:0 0 4px;font-size:13px;color:#6A6155">${escape(part.of)}</p><p class="t" style="margin:0;font-size:16px;line-height:1.5;color:#1E1A15">${escape(part.quotes)}</p></div>`;
  return `<p class="q" style="${SMALL}">${escape(part.because)}</p>`;
}

function page(subject: string, body: string, publicUrl: string, host: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(subject)}</title>
<style>@media (prefers-color-scheme: dark){.b{background:#141210!important}.s{background:#1F1C19!important}.t{color:#F4EEE6!important}.q{color:#B8AD9E!important}}</style>
</head>
<body class="b" style="margin:0;padding:0;background:#FAF7F2">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td class="b" align="center" style="padding:32px 16px;background:#FAF7F2">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px"><tr><td class="s" style="padding:32px;border-radius:16px;background:#FFFFFF;font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
<p class="t" style="margin:0 0 24px;font-size:15px;font-weight:700;color:#1E1A15">AI Personal Trainer</p>
${body}
</td></tr></table>
<p class="q" style="margin:16px 0 0;font-size:13px;font-family:system-ui,sans-serif;color:#6A6155"><a class="q" href="${escape(publicUrl)}" style="color:#6A6155">${escape(host)}</a></p>
</td></tr></table>
</body>
</html>
`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
