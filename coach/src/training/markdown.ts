import type { SuggestedExercise, Verification } from '@trainer/contract/types';
import type { WorkoutContent } from '../plans/types.ts';
import { doseText } from './dose-text.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const STATUS = { held: 'held', repaired: 'repaired', missed: 'not reached' } as const;

/** A plan as Markdown, to be kept or printed: all of it, with what was checked at the end. */
export function workoutMarkdown(content: WorkoutContent, verification: Verification): string {
  const { title, summary, exercises, schedule, warmUp, coolDown, progression, prescription, notes } = content;
  const steps = (list: WorkoutContent['warmUp']) =>
    list.map(({ text, minutes }) => `- ${String(minutes)} min: ${plain(text)}`);
  return [
    `# ${plain(title)}`,
    plain(summary),
    '## Week',
    table(
      ['Day', 'Focus', 'Minutes', 'Exercises'],
      schedule.map(({ day, focus, minutes, exercises: ofDay }) => [
        WEEKDAYS[day - 1] ?? String(day),
        focus,
        minutes > 0 ? String(minutes) : '–',
        ofDay.map(({ name, ...dose }) => `${name} ${doseText(dose)}`).join('; '),
      ]),
    ),
    '## Exercises',
    exercises.map(exerciseLines).join('\n\n'),
    '## Warm-up',
    steps(warmUp).join('\n'),
    '## Cool-down',
    steps(coolDown).join('\n'),
    '## How to progress',
    progression.map((text) => `- ${plain(text)}`).join('\n'),
    '## Prescription',
    prescription.map(({ subject, text }) => `- **${capital(subject)}:** ${plain(text)}`).join('\n'),
    ...(notes.length > 0 ? ['## Notes', notes.map((text) => `- ${plain(text)}`).join('\n')] : []),
    '## What was checked',
    verification.checks
      .map(({ name, status, detail }) => `- ${capital(name.replaceAll('_', ' '))}, ${STATUS[status]}: ${plain(detail)}`)
      .join('\n'),
    'This is no medical advice.',
    '',
  ].join('\n\n');
}

function exerciseLines(exercise: SuggestedExercise): string {
  const { name, load, repsInReserve, why, caution } = exercise;
  const weight = load ? `, ${String(load.weight)} kg${load.each ? ' each' : ''}` : '';
  const left = repsInReserve === null ? '' : `, ${String(repsInReserve)} left`;
  return [
    `### ${plain(name)}`,
    `${doseText(exercise)}${weight}${left}.`,
    [why, caution].flatMap((text) => (text === null ? [] : plain(text))).join(' '),
  ].join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(plain).join(' | ')} |`;
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** Text that is Markdown to nobody: what has a meaning there is escaped, and a line stays one line. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
