/** Every error code that the product answers with: its status, and the sentence that a person reads. */
export const ERRORS = {
  malformed_json: { status: 400, message: 'The request is not valid JSON.' },
  unauthorized: { status: 401, message: 'Please log in.' },
  invalid_credentials: { status: 401, message: 'E-mail or password is wrong.' },
  forbidden: { status: 403, message: 'This is not yours to see or change.' },
  not_found: { status: 404, message: 'There is nothing here.' },
  email_taken: { status: 409, message: 'There is already an account with this e-mail. Log in instead.' },
  username_taken: { status: 409, message: 'This name is taken. Please choose another.' },
  already_planning: {
    status: 409,
    message: 'A plan of this kind is being written for you. It will be here in a moment.',
  },
  plan_cancelled: { status: 409, message: 'You stopped this plan. Nothing was kept.' },
  has_trainer: { status: 409, message: 'You have a trainer already. End that first.' },
  own_invite: { status: 409, message: 'You can’t be your own client.' },
  not_training: { status: 409, message: 'Nobody trains at the moment, so there is nowhere to show it.' },
  exercise_exists: { status: 409, message: 'You have an exercise of this name already.' },
  body_too_large: { status: 413, message: 'The request is too large.' },
  unsupported_type: { status: 415, message: 'The server does not read this kind of content here.' },
  invalid_values: { status: 422, message: 'Some values need another look.' },
  wrong_code: { status: 422, message: 'This code does not hold. Ask your trainer for a new one.' },
  unknown_format: {
    status: 422,
    message: 'This file is not an export that we know. Its first line has to name the columns.',
  },
  needs_professional: {
    status: 422,
    message: 'A plan from here would not be safe for you. Please see a doctor or a dietitian first.',
  },
  plan_limit: { status: 429, message: 'You have had all plans of today. There are new ones tomorrow.' },
  link_expired: { status: 422, message: 'This link does not hold any more. Please ask for a new one.' },
  too_many_tries: { status: 429, message: 'Too many tries. Please wait a little.' },
  too_many_requests: { status: 429, message: 'Too many requests. Please wait a little.' },
  unavailable: { status: 503, message: 'The server can’t do this right now. Please try again in a moment.' },
  internal: { status: 500, message: 'Something went wrong on our side. Nothing of yours was changed.' },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** One wrong value: `path` as in `exercises.0.sets`, `message` for a person. */
export interface FieldError {
  path: string;
  message: string;
}

export interface ErrorBody {
  success: false;
  error: { code: ErrorCode; message: string; fields?: FieldError[] };
}
