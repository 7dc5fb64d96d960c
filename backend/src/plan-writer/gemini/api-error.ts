import type { Outcome } from './outcomes.ts';

/** An error of Google’s, as far as it matters here. */
export interface ApiFault {
  outcome: Outcome;
  retryAfterMs?: number | undefined;
  /** Google’s own words. */
  says: string;
}

/**
 * Reads what the client library throws. Its `message` is the body as text; on stream calls that text is packed into a
 * second one, the details of a bare array or a page of HTML come as they are.
 */
export function readApiError(status: number, message: string): ApiFault {
  const error = unpacked(message);
  const says = error.message ?? message;
  const code = error.code ?? status;
  return {
    outcome: outcomeOf(code, error.status ?? '', says, error.details),
    says,
    retryAfterMs: waitOf(error.details, says),
  };
}

interface GoogleError {
  code?: number;
  status?: string;
  message?: string;
  details: readonly Record<string, unknown>[];
}

function outcomeOf(code: number, status: string, says: string, details: GoogleError['details']): Outcome {
  const reason = details.map(({ reason }) => reason).find((word) => typeof word === 'string');
  switch (code) {
    case 400:
      if (reason === 'API_KEY_INVALID' || /API key (not valid|expired)/i.test(says)) return 'invalid_key';
      return status === 'FAILED_PRECONDITION' ? 'not_available' : 'invalid_request';
    case 401:
      return 'invalid_key';
    case 403:
      return 'forbidden';
    case 404:
      return 'model_gone';
    case 429:
      return isOverForToday(says, details) ? 'quota_day' : 'quota_minute';
    case 503:
      return 'overloaded';
    case 408:
    case 504:
      return 'upstream_deadline';
    default:
      return code >= 500 ? 'server_error' : 'refused';
  }
}

function isOverForToday(says: string, details: GoogleError['details']): boolean {
  const ids = details.flatMap(({ violations }) => (Array.isArray(violations) ? (violations as unknown[]) : []));
  return /limit: 0\b/.test(says) || ids.some((one) => /PerDay/i.test(String(fields(one).quotaId)));
}

/** The wait stands in the details, or at the end of the sentence. */
function waitOf(details: GoogleError['details'], says: string): number | undefined {
  const told = details.map(({ retryDelay }) => retryDelay).find((word) => typeof word === 'string');
  const [, seconds] = /^([\d.]+)s$/.exec(told ?? '') ?? /retry in ([\d.]+)s/i.exec(says) ?? [];
  return seconds === undefined ? undefined : Math.ceil(Number(seconds) * 1000);
}

const MOST_WRAPPINGS = 4;

/** The innermost error of a text. */
function unpacked(text: string): GoogleError {
  let found: GoogleError = { details: [] };
  let inside: unknown = text;
  for (let i = 0; i < MOST_WRAPPINGS && typeof inside === 'string'; i++) {
    const error = fields(fields(firstOf(parsed(inside))).error);
    const { code, status, message, details } = error;
    if (typeof message !== 'string') break;
    found = {
      message,
      ...(typeof code === 'number' && { code }),
      ...(typeof status === 'string' && { status }),
      details: Array.isArray(details) ? details.map(fields) : [],
    };
    inside = message;
  }
  return found;
}

const firstOf = (value: unknown): unknown => (Array.isArray(value) ? (value as unknown[])[0] : value);
const fields = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** The library puts words of its own before a body that came within a stream. */
function parsed(text: string): unknown {
  const from = text.search(/[[{]/);
  try {
    return from < 0 ? undefined : JSON.parse(text.slice(from));
  } catch {
    return undefined;
  }
}
