import { ERRORS, type ErrorBody, type ErrorCode, type FieldError } from '@trainer/contract/errors';

interface Details {
  /** Instead of the catalogue's sentence. */
  message?: string;
  fields?: FieldError[];
  /** When to try again; sent as `Retry-After`. */
  retryAfterSeconds?: number;
}

/** A “no” that the product says on purpose. Whatever else is thrown is a defect and answered with 500. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ErrorCode;
  readonly status: number;
  readonly fields: FieldError[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, details: Details = {}) {
    super(details.message ?? ERRORS[code].message);
    this.code = code;
    this.status = ERRORS[code].status;
    this.fields = details.fields;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }

  get body(): ErrorBody {
    const { code, message, fields } = this;
    return { success: false, error: fields ? { code, message, fields } : { code, message } };
  }
}

/** What is there, else the 404 that also stands for “not yours to know of”. */
export function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Refusal('not_found');
  return thing;
}
