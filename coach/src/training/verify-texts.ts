import type { PrescriptionSubject } from '@trainer/contract/types';
import type { Finding } from '../plans/types.ts';
import { mayBeShown } from '../plans/text.ts';
import { found, type Ruling, type Subject } from './ruling.ts';

const SUBJECTS: readonly PrescriptionSubject[] = [
  'frequency',
  'intensity',
  'time',
  'type',
  'volume',
  'progression',
  'warm-up',
  'cool-down',
  'safety',
  'clearance',
];
/** Characters; the sentences on safety of somebody with many conditions are the longest. */
const MOST = 3000;

/** Warm-up, cool-down, progression, and the ten subjects of a prescription. */
export function checkParts({ plan }: Subject): Ruling {
  const findings: Finding[] = [];
  for (const [name, steps] of [
    ['warmUp', plan.warmUp],
    ['coolDown', plan.coolDown],
  ] as const)
    if (!steps.some(({ text, minutes }) => text.trim() !== '' && minutes > 0))
      findings.push(found('missing_part', name, name === 'warmUp' ? 'There is no warm-up.' : 'There is no cool-down.'));
  if (!plan.progression.some((text) => text.trim() !== ''))
    findings.push(found('missing_part', 'progression', 'It does not say how to progress.'));
  for (const subject of SUBJECTS)
    if (!plan.prescription.some((one) => one.subject === subject && one.text.trim() !== ''))
      findings.push(found('missing_part', 'prescription', `It says nothing about ${subject}.`));
  return {
    findings,
    detail: `All ${String(SUBJECTS.length)} subjects are named, ${SUBJECTS.slice(-4).join(', ')} among them.`,
  };
}

/** No links, markup or medical claims in anything that is shown. */
export function checkTexts({ plan }: Subject): Ruling {
  const texts: [path: string, text: string | null | undefined][] = [
    ['title', plan.title],
    ['summary', plan.summary],
    ...plan.notes.map((text, i): [string, string] => [`notes.${String(i)}`, text]),
    ...plan.exercises.flatMap(({ why, caution, load }, i): [string, string | null | undefined][] => [
      [`exercises.${String(i)}.why`, why],
      [`exercises.${String(i)}.caution`, caution],
      [`exercises.${String(i)}.load.basis`, load?.basis],
    ]),
    ...plan.schedule.map(({ focus }, i): [string, string] => [`schedule.${String(i)}.focus`, focus]),
    ...[...plan.warmUp, ...plan.coolDown].map(({ text }): [string, string] => ['warmUp', text]),
    ...plan.progression.map((text, i): [string, string] => [`progression.${String(i)}`, text]),
    ...plan.prescription.map(({ text }, i): [string, string] => [`prescription.${String(i)}`, text]),
    ...plan.volume.map(({ muscle }): [string, string] => ['volume', muscle]),
  ];
  const shown = texts.filter((one): one is [string, string] => one[1] != null);
  const findings = shown.flatMap(([path, text]) =>
    mayBeShown(text, { max: MOST }) ? [] : [found('text', path, 'A text has a link, markup or a medical claim.')],
  );
  return { findings, detail: `${String(shown.length)} texts without links, markup or medical claims.` };
}
