import type { GenerateContentConfig, GoogleGenAI, ThinkingLevel } from '@google/genai';
import { type Answer, answer, type Tokens } from './answer.ts';
import { readApiError } from './api-error.ts';
import type { Level } from './models.ts';
import type { Outcome } from './outcomes.ts';
import type { Schema } from './schemas.ts';
import type { Timings } from './timings.ts';
import { watch } from './watch.ts';

export interface Question {
  model: string;
  system: string;
  /** The user’s turns. */
  turns: readonly string[];
  schema: Schema | undefined;
  maxOutputTokens: number;
  level: Level | undefined;
}

/** What came of one call. */
export interface Reply {
  outcome: Outcome;
  /** Any JSON object, with `ok`. */
  body?: object;
  servedModel: string | null;
  /** null: the model told none. */
  tokens: Tokens | null;
  /** Whether Google said no before it did anything. */
  refusedAtOnce: boolean;
  retryAfterMs?: number | undefined;
  /** Google’s own words about what went wrong. */
  says?: string;
}

export interface CallIo {
  signal: AbortSignal;
  onRows: (rows: number) => void;
  timings: Timings;
}

/**
 * Asks once and reads the stream to its end. The socket is closed when this is over, whatever happened.
 * @throws the reason of `signal`, and nothing else
 */
export async function ask(client: () => Promise<GoogleGenAI>, question: Question, io: CallIo): Promise<Reply> {
  const read = answer();
  const reply = (rest: Partial<Reply> & { outcome: Outcome }): Reply => ({
    servedModel: read.servedModel,
    tokens: read.tokens,
    refusedAtOnce: false,
    ...rest,
  });
  const models = await client().then(
    (opened) => opened.models,
    () => undefined,
  );
  if (!models)
    return reply({ outcome: 'unknown', says: 'The client library could not be loaded.', refusedAtOnce: true });
  io.signal.throwIfAborted();

  const watched = watch(io.signal, io.timings);
  try {
    const asking = models.generateContentStream({
      model: question.model,
      contents: question.turns.map((text) => ({ role: 'user', parts: [{ text }] })),
      config: configOf(question, watched.signal),
    });
    const stream = await Promise.race([asking, watched.ended]);
    for (;;) {
      const event = await Promise.race([stream.next(), watched.ended]);
      if (event.done) return reply(read.end());
      watched.sawChunk();
      const tooMuch = read.add(event.value);
      if (tooMuch) return reply({ outcome: tooMuch });
      io.onRows(read.rows);
    }
  } catch (error) {
    if (watched.cause === 'aborted') throw io.signal.reason;
    if (watched.cause) return reply({ outcome: watched.cause });
    return reply(faultOf(error, read));
  } finally {
    watched.close();
  }
}

function configOf(question: Question, abortSignal: AbortSignal): GenerateContentConfig {
  return {
    abortSignal,
    systemInstruction: question.system,
    maxOutputTokens: question.maxOutputTokens,
    responseMimeType: 'application/json',
    ...(question.schema && { responseJsonSchema: question.schema }),
    ...(question.level && { thinkingConfig: { thinkingLevel: question.level as ThinkingLevel } }),
    // Else the library sends further paid requests by itself.
    automaticContinuation: false,
  };
}

function faultOf(error: unknown, read: Answer): Partial<Reply> & { outcome: Outcome } {
  // What comes after a whole answer takes nothing away from it.
  if (read.hasStopped) {
    const end = read.end();
    if (end.outcome === 'ok') return end;
  }
  if (!(error instanceof Error)) return { outcome: 'unknown', says: String(error) };
  const says = error.message;
  if ('status' in error && typeof error.status === 'number')
    return { ...readApiError(error.status, says), refusedAtOnce: read.tokens === null };
  if (says.includes('Incomplete JSON segment')) return { outcome: 'truncated' };
  if (error instanceof SyntaxError || says.startsWith('exception parsing stream chunk'))
    return { outcome: 'bad_stream' };
  if (error instanceof TypeError)
    return says === 'fetch failed' ? notReached(error) : { outcome: 'connection_lost', says };
  return { outcome: 'unknown', says };
}

/** No connection costs nothing; one that broke while the model was thinking may have. */
function notReached(error: Error): Partial<Reply> & { outcome: Outcome } {
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const says = cause instanceof Error ? cause.message : error.message;
  return /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/.test(code)
    ? { outcome: 'unreachable', says, refusedAtOnce: true }
    : { outcome: 'connection_lost', says };
}
