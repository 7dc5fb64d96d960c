import type { GenerateContentResponse } from '@google/genai';
import type { Outcome } from './outcomes.ts';
import { endsRepeating, jsonIn, rowCounter } from './text.ts';

export interface Tokens {
  prompt: number;
  thought: number;
  answer: number;
}

/** A stream as it comes in. */
export interface Answer {
  /** → why nothing more is wanted, if so */
  add(chunk: GenerateContentResponse): 'repeating' | 'too_long' | undefined;
  /** Whether the model said that it has ended well. */
  readonly hasStopped: boolean;
  readonly rows: number;
  /** null until the model has told any. */
  readonly tokens: Tokens | null;
  readonly servedModel: string | null;
  /** What it comes to when the stream ends here. */
  end(): { outcome: Outcome; body?: object };
}

/** More than the widest cap can hold. */
const LONGEST_TEXT = 300_000;
/** The end is looked at each time that this much has come. */
const LOOK_EVERY = 500;

export function answer(): Answer {
  const counter = rowCounter();
  let text = '';
  let lookedAt = 0;
  let rows = 0;
  let finish: string | undefined;
  let blocked = false;
  let candidates = false;
  let tokens: Tokens | null = null;
  let servedModel: string | null = null;

  function end(): { outcome: Outcome; body?: object } {
    if (blocked) return { outcome: 'blocked' };
    if (finish === undefined) return { outcome: candidates ? 'truncated' : 'no_candidates' };
    if (finish !== 'STOP') return { outcome: FINISHES[finish] ?? 'unfinished' };
    if (text.trim() === '') return { outcome: 'empty' };
    const body = jsonIn(text);
    return body ? { outcome: 'ok', body } : { outcome: 'bad_json' };
  }

  return {
    add(chunk) {
      const [candidate] = chunk.candidates ?? [];
      candidates ||= candidate !== undefined;
      blocked ||= chunk.promptFeedback?.blockReason !== undefined;
      finish = candidate?.finishReason ?? finish;
      servedModel = chunk.modelVersion ?? servedModel;
      const used = chunk.usageMetadata;
      if (used)
        tokens = {
          prompt: used.promptTokenCount ?? 0,
          thought: used.thoughtsTokenCount ?? 0,
          answer: used.candidatesTokenCount ?? 0,
        };
      const piece = (candidate?.content?.parts ?? []).map((part) => (part.thought ? '' : (part.text ?? ''))).join('');
      text += piece;
      rows = counter.add(piece);
      if (text.length > LONGEST_TEXT) return 'too_long';
      if (text.length - lookedAt < LOOK_EVERY) return undefined;
      lookedAt = text.length;
      return endsRepeating(text) ? 'repeating' : undefined;
    },
    get hasStopped() {
      return finish === 'STOP';
    },
    get rows() {
      return rows;
    },
    get tokens() {
      return tokens;
    },
    get servedModel() {
      return servedModel;
    },
    end,
  };
}

const FINISHES: Readonly<Record<string, Outcome>> = {
  MAX_TOKENS: 'max_tokens',
  SAFETY: 'safety',
  BLOCKLIST: 'safety',
  PROHIBITED_CONTENT: 'safety',
  SPII: 'safety',
  RECITATION: 'recitation',
};
