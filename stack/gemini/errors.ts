import type { StepWith } from './script.ts';

/** Google’s error bodies, word for word where a recording or Google’s own pages have them. */
export interface GoogleError {
  error: { code: number; status: string; message: string; details?: readonly object[] };
}

const type = (name: string) => `type.googleapis.com/google.rpc.${name}`;

const failed = (code: number, status: string, message: string, ...details: object[]): GoogleError => ({
  error: { code, message, status, ...(details.length > 0 && { details }) },
});

/** The body of an `http` step. */
export function errorOf({ status = 503, reason, retryDelay, message }: StepWith, model: string): GoogleError {
  const error = errorBy(status, reason, model, retryDelay);
  return message ? { error: { ...error.error, message } } : error;
}

function errorBy(status: number, reason = '', model: string, retryDelay?: string): GoogleError {
  switch (status) {
    case 400:
      if (reason === 'key') return keyNotValid();
      if (reason === 'country') return notInCountry();
      return invalidArgument(reason === 'states' ? TOO_MANY_STATES : undefined);
    case 404:
      return reason === 'retired' ? retired(model) : notFound(model);
    case 429:
      return overQuota(model, reason === 'day' || reason === 'none' ? reason : 'minute', retryDelay);
    default:
      return byStatus(status);
  }
}

export const TOO_MANY_STATES =
  'The specified schema produces a constraint that has too many states for serving. Typical causes of this error are schemas with lots of text (for example, very long property or enum names), schemas with long array length limits (especially when nested), or schemas using complex value matchers.';

export const invalidArgument = (message = 'Request contains an invalid argument.'): GoogleError =>
  failed(400, 'INVALID_ARGUMENT', message);

/** @param at as `generation_config`; empty for the request itself */
export function unknownName(name: string, at: string): GoogleError {
  const description = `Invalid JSON payload received. Unknown name "${name}"${at && ` at '${at}'`}: Cannot find field.`;
  return failed(400, 'INVALID_ARGUMENT', description, {
    '@type': type('BadRequest'),
    fieldViolations: [{ field: at, description }],
  });
}

export const shortDeadline = (seconds: number): GoogleError =>
  invalidArgument(`Manually set deadline ${String(seconds)}s is too short. Minimum allowed deadline is 10s.`);

const keyNotValid = (): GoogleError =>
  failed(
    400,
    'INVALID_ARGUMENT',
    'API key not valid. Please pass a valid API key.',
    {
      '@type': type('ErrorInfo'),
      reason: 'API_KEY_INVALID',
      domain: 'googleapis.com',
      metadata: { service: 'generativelanguage.googleapis.com' },
    },
    {
      '@type': type('LocalizedMessage'),
      locale: 'en-US',
      message: 'API key not valid. Please pass a valid API key.',
    },
  );

const notInCountry = (): GoogleError =>
  failed(
    400,
    'FAILED_PRECONDITION',
    'Gemini API free tier is not available in your country. Please enable billing on your project in Google AI Studio.',
  );

export const noKey = (): GoogleError =>
  failed(
    403,
    'PERMISSION_DENIED',
    "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
  );

export const notFound = (model: string, version = 'v1beta'): GoogleError =>
  failed(
    404,
    'NOT_FOUND',
    `models/${model} is not found for API version ${version}, or is not supported for generateContent. Call ListModels to see the list of available models and their supported methods.`,
  );

const retired = (model: string): GoogleError =>
  failed(
    404,
    'NOT_FOUND',
    `This model models/${model} is no longer available to new users. Please update your code to use a newer model for the latest features and improvements.`,
    { '@type': type('DebugInfo'), detail: '[ORIGINAL ERROR] generic::not_found: retired' },
  );

/** @param per `none`: a key without any quota */
function overQuota(model: string, per: 'minute' | 'day' | 'none', retryDelay = '54.887755558s'): GoogleError {
  const limit = { minute: '2', day: '20', none: '0' }[per];
  const metric = 'generativelanguage.googleapis.com/generate_content_free_tier_requests';
  const message =
    'You exceeded your current quota, please check your plan and billing details. For more information on this error, head to: https://ai.google.dev/gemini-api/docs/rate-limits.' +
    `\n* Quota exceeded for metric: ${metric}, limit: ${limit}\nPlease retry in ${retryDelay}.`;
  return failed(
    429,
    'RESOURCE_EXHAUSTED',
    message,
    {
      '@type': type('QuotaFailure'),
      violations: [
        {
          quotaMetric: metric,
          quotaId: `GenerateRequestsPer${per === 'day' ? 'Day' : 'Minute'}PerProjectPerModel-FreeTier`,
          quotaDimensions: { location: 'global', model },
          quotaValue: limit,
        },
      ],
    },
    {
      '@type': type('Help'),
      links: [
        { description: 'Learn more about Gemini API quotas', url: 'https://ai.google.dev/gemini-api/docs/rate-limits' },
      ],
    },
    {
      '@type': type('RetryInfo'),
      retryDelay: retryDelay.startsWith('0') ? retryDelay : retryDelay.replace(/\.\d+/, ''),
    },
  );
}

const SERVER_ERRORS: Readonly<Record<number, [status: string, message: string]>> = {
  401: ['UNAUTHENTICATED', 'Request had invalid authentication credentials.'],
  403: ['PERMISSION_DENIED', 'Your API key was reported as leaked. Please use another API key.'],
  408: ['DEADLINE_EXCEEDED', 'Request timeout.'],
  499: ['CANCELLED', 'The operation was cancelled.'],
  500: [
    'INTERNAL',
    'An internal error has occurred. Please retry or report in https://developers.generativeai.google/guide/troubleshooting',
  ],
  503: ['UNAVAILABLE', 'The model is overloaded. Please try again later.'],
  504: ['DEADLINE_EXCEEDED', 'Deadline expired before operation could complete.'],
};

/** What else Google answers with a status. */
export function byStatus(code: number): GoogleError {
  const [status, message] = SERVER_ERRORS[code] ?? ['UNKNOWN', `The request failed with ${String(code)}.`];
  return failed(code, status, message);
}

export const HTML_502 =
  '<!DOCTYPE html><html lang=en><title>Error 502 (Server Error)!!1</title><p><b>502.</b> <ins>That’s an error.</ins><p>The server encountered a temporary error and could not complete your request.</html>';
