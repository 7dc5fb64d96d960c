import { randomBytes } from 'node:crypto';
import { type GenerateRequest, textOf } from './requests.ts';
import type { Fault } from './script.ts';
import type { Model, ThinkingLevel } from './models.ts';

/** What the model would say, before anything goes wrong with it. */
export interface Said {
  model: string;
  text: string;
  promptTokens: number;
  thoughtTokens: number;
  /** Tokens of the answer that the cap leaves after thinking. */
  answerCap: number;
}

/** One event of a stream. */
export interface Chunk {
  candidates?: object[];
  promptFeedback?: object;
  usageMetadata: object;
  modelVersion: string;
  responseId: string;
}

const CHUNK_LENGTH = 240;
/** Thinking is spent from the same cap as the answer. */
const THOUGHTS: Readonly<Record<ThinkingLevel, number>> = {
  MINIMAL: 0,
  LOW: 600,
  MEDIUM: 2200,
  HIGH: 6000,
  XHIGH: 12_000,
};

export function said(request: GenerateRequest, id: string, model: Model, text: string): Said {
  const { maxOutputTokens = 65_536, thinkingConfig } = request.generationConfig ?? {};
  const level = model.levels.find((known) => known === thinkingConfig?.thinkingLevel?.toUpperCase()) ?? model.byDefault;
  const thoughtTokens = Math.min(thinkingConfig?.thinkingBudget ?? THOUGHTS[level], maxOutputTokens);
  const prompt = [request.systemInstruction, ...request.contents].map(textOf).join('');
  return {
    model: id,
    text,
    promptTokens: tokensOf(prompt),
    thoughtTokens,
    answerCap: maxOutputTokens - thoughtTokens,
  };
}

export const tokensOf = (text: string): number => Math.ceil(Buffer.byteLength(text) / 4);

/** The answer as chunks of text and a last one with its reason; cut where the cap is reached. */
export function answered(reply: Said, fault: Fault): Chunk[] {
  const { text, answerCap } = reply;
  const chunk = chunksOf(reply);
  const short = text.slice(0, Math.ceil(text.length / 2));
  switch (fault) {
    case 'maxTokensNoParts':
      return [chunk('', { content: { role: 'model' }, finishReason: 'MAX_TOKENS', index: 0 })];
    case 'maxTokens':
      return [...pieces(short).map((piece) => chunk(piece)), chunk('', ended('MAX_TOKENS'))];
    case 'safety':
      return [
        ...pieces(short).map((piece) => chunk(piece)),
        chunk('', { finishReason: 'SAFETY', index: 0, safetyRatings: [rating('HARM_CATEGORY_DANGEROUS_CONTENT')] }),
      ];
    case 'recitation':
      return [...pieces(short).map((piece) => chunk(piece)), chunk('', { finishReason: 'RECITATION', index: 0 })];
    case 'promptBlocked':
      return [chunk('', undefined, { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } })];
    case 'noCandidates':
      return [chunk('', null)];
    case 'emptyText':
      return [chunk('', ended('STOP'))];
    case 'continuation':
      return [
        ...pieces(short).map((piece) => chunk(piece)),
        chunk('', { ...ended('CONTINUATION'), continuationToken: 'Q29udGludWU=' }),
      ];
    case 'thoughts':
      return [
        chunk('', { content: { role: 'model', parts: [{ text: '**Planning** {"days":[', thought: true }] }, index: 0 }),
        ...answered(reply, 'ok'),
      ];
    default: {
      if (answerCap <= 0) return answered(reply, 'maxTokensNoParts');
      const fits = tokensOf(text) <= answerCap;
      const written = fits ? text : text.slice(0, Math.floor((text.length * answerCap) / tokensOf(text)));
      return [...pieces(written).map((piece) => chunk(piece)), chunk('', ended(fits ? 'STOP' : 'MAX_TOKENS'))];
    }
  }
}

/** The same as the one body of `generateContent`. */
export function inOneBody(chunks: readonly Chunk[]): Chunk {
  const last = chunks.at(-1) as Chunk;
  const parts = chunks.flatMap((chunk) => partsOf(chunk));
  const text = parts.map((part) => part.text ?? '').join('');
  const [candidate] = last.candidates ?? [];
  if (!candidate) return last;
  return { ...last, candidates: [{ ...candidate, content: { role: 'model', ...(text && { parts: [{ text }] }) } }] };
}

function partsOf(chunk: Chunk): { text?: string; thought?: boolean }[] {
  const [candidate] = chunk.candidates ?? [];
  const content = candidate && 'content' in candidate ? (candidate.content as { parts?: object[] }) : undefined;
  return content?.parts?.filter((part) => !('thought' in part)) ?? [];
}

/** Makes the chunks of one reply: running totals of tokens, one id. */
function chunksOf(reply: Said) {
  const responseId = randomBytes(16).toString('base64url');
  let written = 0;
  return (piece: string, candidate: object | null = textCandidate(piece), more: object = {}): Chunk => {
    written += tokensOf(piece);
    const thoughts = candidate ? reply.thoughtTokens : 0;
    return {
      ...(candidate && { candidates: [candidate] }),
      ...more,
      usageMetadata: {
        promptTokenCount: reply.promptTokens,
        ...(written > 0 && { candidatesTokenCount: written }),
        totalTokenCount: reply.promptTokens + written + thoughts,
        promptTokensDetails: [{ modality: 'TEXT', tokenCount: reply.promptTokens }],
        ...(thoughts > 0 && { thoughtsTokenCount: thoughts }),
      },
      modelVersion: reply.model,
      responseId,
    };
  };
}

const textCandidate = (text: string) => ({ content: { parts: [{ text }], role: 'model' }, index: 0 });
const ended = (finishReason: string) => ({
  content: { parts: [{ text: '', thoughtSignature: 'EtoFCtcFAb4+9vs=' }], role: 'model' },
  finishReason,
  index: 0,
});
const rating = (category: string) => ({ category, probability: 'HIGH', blocked: true });

function pieces(text: string): string[] {
  const count = Math.ceil(text.length / CHUNK_LENGTH);
  return Array.from({ length: count }, (_, i) => text.slice(i * CHUNK_LENGTH, (i + 1) * CHUNK_LENGTH));
}
