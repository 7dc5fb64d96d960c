import type { Finding } from '@trainer/coach/plans/types';
import type { PlanAsk } from '../port.ts';
import { dishRows, exerciseRows } from './catalogue.ts';
import { scrubbed } from './notes.ts';
import { NUTRITIONIST } from './nutritionist.ts';
import { eater, recent, trainee } from './person.ts';
import { DIET_SCHEMA, type Schema, WORKOUT_SCHEMA } from './schemas.ts';
import { TRAINER } from './trainer.ts';

/** Raised with every change of the system prompts, the schemas or of what is told of a person. */
export const PROMPT_VERSION = 'coach-1';

/** What is said to the model. */
export interface Prompt {
  system: string;
  turns: string[];
  schema: Schema;
  /** Room for thoughts and answer together. */
  maxOutputTokens: number;
  /** Rows that a whole answer has, so that progress can be told. */
  rows: number;
}

const LONGEST_PREVIOUS = 40_000;
const MOST_FINDINGS = 20;

/** Rules and catalogue first: what begins alike is cheaper for Google to read again. The person comes last. */
export function promptFor(ask: PlanAsk, repair?: { previous: unknown; findings: readonly Finding[] }): Prompt {
  const notes = scrubbed(ask.profile.notes);
  const prompt =
    ask.kind === 'diet'
      ? {
          system: NUTRITIONIST,
          turns: [
            message({
              dishes: dishRows(ask.profile, ask.startsOn),
              person: eater(ask.profile, ask.startsOn),
              untrusted_notes: notes,
            }),
          ],
          schema: DIET_SCHEMA,
          maxOutputTokens: 16_384,
          rows: 28,
        }
      : {
          system: TRAINER,
          turns: [
            message({
              exercises: exerciseRows(ask.profile),
              person: trainee(ask.profile),
              recent: recent(ask.profile, ask.startsOn),
              untrusted_notes: notes,
            }),
          ],
          schema: WORKOUT_SCHEMA,
          maxOutputTokens: 8192,
          rows: 6 + ask.profile.daysPerWeek,
        };
  return repair ? { ...prompt, turns: [...prompt.turns, repairTurn(repair)] } : prompt;
}

/** Where a schema is not taken, it is said in words. */
export const withSchemaInWords = ({ system, schema }: Prompt): string =>
  `${system}\n\nThe JSON has this schema:\n${JSON.stringify(schema)}`;

function repairTurn({ previous, findings }: { previous: unknown; findings: readonly Finding[] }): string {
  const text = JSON.stringify(previous) as string | undefined;
  return message({
    task: 'Your plan did not pass the checks. Put right what was found, keep the rest, and return the full corrected plan.',
    findings: findings.slice(0, MOST_FINDINGS).map(({ code, path, message }) => ({ code, path, message })),
    previous: text !== undefined && text.length <= LONGEST_PREVIOUS ? previous : null,
  });
}

/** JSON with a line for each row of a list: a person reads it too. */
function message(parts: Record<string, unknown>): string {
  const lines = Object.entries(parts).map(([name, value]) => `${JSON.stringify(name)}: ${inLines(value)}`);
  return `{\n${lines.join(',\n')}\n}`;
}

const inLines = (value: unknown): string =>
  Array.isArray(value) && value.length > 0
    ? `[\n${value.map((row) => JSON.stringify(row)).join(',\n')}\n]`
    : JSON.stringify(value);
