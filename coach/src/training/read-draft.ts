import { cleanText } from '../plans/text.ts';
import type { Finding } from '../plans/types.ts';

/** What could be read of a draft, which is any JSON: words that are clean, and slugs as they came. */
export interface ReadDraft {
  title: string | null;
  summary: string | null;
  exercises: { slug: string; why: string | null }[];
  /** Null where the draft has none that can be read. */
  days: { day: number; slugs: string[] }[] | null;
  notes: string[];
  findings: Finding[];
}

/** No draft has more: what comes beyond is not looked at. */
const MOST = { exercises: 30, days: 14, aDay: 30, notes: 3 } as const;
const LENGTH = { slug: 60, title: 70, summary: 240, why: 160, note: 200 } as const;

export function readDraft(draft: unknown): ReadDraft {
  const findings: Finding[] = [];
  const root = objectOf(draft);
  const words = (value: unknown, path: string, max: number): string | null => {
    const clean = cleanText(value, { max });
    if (clean === null && typeof value === 'string' && value.trim() !== '')
      findings.push({ code: 'text', path, message: 'Words only: no numbers, links, markup or medical claims.' });
    return clean;
  };
  const exercises = listOf(root?.exercises, MOST.exercises).map((row, i) => {
    const given = typeof row === 'string' ? { slug: row } : objectOf(row);
    return {
      slug: slugOf(given?.slug),
      why: words(given?.why, `exercises.${String(i)}.why`, LENGTH.why),
    };
  });
  if (!root || !Array.isArray(root.exercises))
    findings.push({ code: 'shape', path: 'exercises', message: 'A list of exercises is missing.' });
  const days = listOf(root?.days, MOST.days).map((row) => {
    const given = objectOf(row);
    const slugs = listOf(given?.exercises, MOST.aDay).map((one) =>
      slugOf(typeof one === 'string' ? one : objectOf(one)?.slug),
    );
    return { day: typeof given?.day === 'number' ? given.day : Number.NaN, slugs };
  });
  if (days.length === 0) findings.push({ code: 'shape', path: 'days', message: 'A list of training days is missing.' });
  return {
    title: words(root?.title, 'title', LENGTH.title),
    summary: words(root?.summary, 'summary', LENGTH.summary),
    exercises,
    days: days.length > 0 ? days : null,
    notes: listOf(root?.notes, MOST.notes).flatMap((note, i) => words(note, `notes.${String(i)}`, LENGTH.note) ?? []),
    findings,
  };
}

type Json = Readonly<Record<string, unknown>>;

const objectOf = (value: unknown): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
const listOf = (value: unknown, most: number): unknown[] => (Array.isArray(value) ? value.slice(0, most) : []);
const slugOf = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, LENGTH.slug) : '');
