/**
 * What a call can come to, in words that are kept with the plan and never change their meaning; what is tried then; and
 * whether it speaks against the model’s health (`unwell`), so that too many of them give it a pause.
 *
 * `again`: the same model once more, after a moment · `next`: the next model · `larger`: once more with twice the room ·
 * `plain`: once more without a schema · `wait`: once more after the time that Google names, where that is short ·
 * `stop`: nothing else would help.
 */
export const OUTCOMES = {
  ok: { then: 'stop', unwell: false },

  invalid_key: { then: 'stop', unwell: false },
  forbidden: { then: 'stop', unwell: false },
  /** Google does not serve this country, or not without billing. */
  not_available: { then: 'stop', unwell: false },

  invalid_request: { then: 'plain', unwell: false },
  model_gone: { then: 'next', unwell: false },
  quota_minute: { then: 'wait', unwell: false },
  /** Nothing more today, or a key without any quota. */
  quota_day: { then: 'next', unwell: false },
  refused: { then: 'next', unwell: false },

  overloaded: { then: 'again', unwell: true },
  server_error: { then: 'again', unwell: true },
  upstream_deadline: { then: 'again', unwell: true },
  unreachable: { then: 'again', unwell: true },
  connection_lost: { then: 'again', unwell: true },
  /** The answer ended without saying that it ends. */
  truncated: { then: 'again', unwell: true },
  bad_stream: { then: 'again', unwell: true },
  /** Not a byte in the time that thinking takes. */
  no_answer: { then: 'next', unwell: true },
  /** Some of it, and then silence. */
  stalled: { then: 'next', unwell: true },

  max_tokens: { then: 'larger', unwell: false },
  /** The same over and over. */
  repeating: { then: 'next', unwell: false },
  too_long: { then: 'next', unwell: false },
  bad_json: { then: 'next', unwell: false },
  empty: { then: 'next', unwell: false },
  no_candidates: { then: 'next', unwell: false },
  blocked: { then: 'next', unwell: false },
  safety: { then: 'next', unwell: false },
  recitation: { then: 'next', unwell: false },
  /** It stopped for a reason of its own. */
  unfinished: { then: 'next', unwell: false },
  /** An error that nobody foresaw. */
  unknown: { then: 'next', unwell: true },
} as const satisfies Record<string, { then: Then; unwell: boolean }>;

export type Outcome = keyof typeof OUTCOMES;
type Then = 'again' | 'next' | 'larger' | 'plain' | 'wait' | 'stop';

/** Why no call was made at all, or none was made any more. */
export type NoCall = 'budget' | 'circuit_open' | 'no_calls_left' | 'deadline';
