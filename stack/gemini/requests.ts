import { invalidArgument, type GoogleError, unknownName } from './errors.ts';
import type { Model } from './models.ts';
import { schemaIsRefused } from './schemas.ts';

/** A request to generate, with its keys as Google’s own pages write them. */
export interface GenerateRequest {
  contents: { role?: string; parts: { text?: string }[] }[];
  systemInstruction?: { parts: { text?: string }[] };
  generationConfig?: {
    maxOutputTokens?: number;
    temperature?: number;
    responseMimeType?: string;
    responseSchema?: unknown;
    responseJsonSchema?: unknown;
    thinkingConfig?: { thinkingLevel?: string; thinkingBudget?: number; includeThoughts?: boolean };
  };
  continuationToken?: string;
}

/** The words of the request: its system’s, and each turn’s. */
export const textOf = (content: { parts: { text?: string }[] } | undefined): string =>
  (content?.parts ?? []).map((part) => part.text ?? '').join('');

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  '': [
    ...['contents', 'systemInstruction', 'safetySettings', 'generationConfig', 'tools', 'toolConfig', 'cachedContent'],
    ...['continuationToken', 'serviceTier', 'labels'],
  ],
  generation_config: [
    ...['maxOutputTokens', 'temperature', 'topP', 'topK', 'candidateCount', 'seed', 'stopSequences'],
    ...['responseMimeType', 'responseSchema', 'responseJsonSchema', 'thinkingConfig'],
  ],
  'generation_config.thinking_config': ['thinkingLevel', 'thinkingBudget', 'includeThoughts'],
  'contents[0]': ['role', 'parts'],
  system_instruction: ['role', 'parts'],
};

/**
 * Reads a request as Google does, and is sometimes stricter: what passes here passes there.
 * Where no recording has Google’s words, they are ours.
 */
export function readRequest(body: unknown, model: Model): { request: GenerateRequest } | { refused: GoogleError } {
  const request = camelCased(body) as unknown as GenerateRequest;
  const refused = unknownIn(request) ?? wrongIn(request, model);
  return refused ? { refused } : { request };
}

function unknownIn(request: GenerateRequest): GoogleError | undefined {
  const config = request.generationConfig;
  const places: [at: string, value: unknown, fields?: string][] = [
    ['', request],
    ['generation_config', config],
    ['generation_config.thinking_config', config?.thinkingConfig],
    ['system_instruction', request.systemInstruction],
    ...(Array.isArray(request.contents) ? request.contents : []).map((turn, index): [string, unknown, string] => [
      `contents[${String(index)}]`,
      turn,
      'contents[0]',
    ]),
  ];
  for (const [at, value, fields = at] of places) {
    const name = Object.keys(value ?? {}).find((key) => !FIELDS[fields]?.includes(key));
    if (name) return unknownName(snakeCase(name), at);
  }
  return undefined;
}

function wrongIn({ contents, generationConfig: config = {} }: GenerateRequest, model: Model): GoogleError | undefined {
  if (!Array.isArray(contents) || contents.length === 0)
    return invalidArgument('* GenerateContentRequest.contents: contents is not specified\n');
  for (const [index, turn] of contents.entries()) {
    const at = `* GenerateContentRequest.contents[${String(index)}]`;
    if (!Array.isArray(turn.parts) || turn.parts.length === 0)
      return invalidArgument(`${at}.parts: contents.parts must not be empty.\n`);
    if (turn.role !== undefined && turn.role !== 'user' && turn.role !== 'model')
      return invalidArgument('Please use a valid role: user, model.');
  }
  if (model.endsWithUser && contents.at(-1)?.role === 'model')
    return invalidArgument('Please ensure that multiturn requests end with a user role or a function response.');
  return wrongConfig(config) ?? wrongThinking(config.thinkingConfig, model);
}

function wrongConfig(config: NonNullable<GenerateRequest['generationConfig']>): GoogleError | undefined {
  const { maxOutputTokens: cap = 1, temperature = 1 } = config;
  if (config.responseSchema !== undefined && config.responseJsonSchema !== undefined)
    return invalidArgument('Only one of response_schema and response_json_schema can be set.');
  const schema = config.responseJsonSchema ?? config.responseSchema;
  if (schema !== undefined && config.responseMimeType !== 'application/json')
    return invalidArgument('A response schema needs the response mime type application/json.');
  if (temperature < 0 || temperature > 2)
    return invalidArgument(
      '* GenerateContentRequest.generation_config.temperature: temperature must be in the range [0.0, 2.0].\n',
    );
  if (!Number.isInteger(cap) || cap < 1 || cap > 65_536)
    return invalidArgument(
      `Unable to submit request because it has a maxOutputTokens value of ${String(cap)} but the supported range is from 1 (inclusive) to 65537 (exclusive). Update the value and try again.`,
    );
  return schema === undefined ? undefined : schemaIsRefused(schema);
}

function wrongThinking(
  thinking: { thinkingLevel?: string; thinkingBudget?: number } | undefined,
  model: Model,
): GoogleError | undefined {
  const { thinkingLevel: level, thinkingBudget: budget } = thinking ?? {};
  if (level !== undefined && budget !== undefined)
    return invalidArgument('You can only set one of thinking_level and thinking_budget.');
  if (budget !== undefined && !model.takesBudget)
    return invalidArgument('Thinking budget is not supported for this model.');
  if (level !== undefined && !model.levels.some((known) => known === level.toUpperCase()))
    return invalidArgument(`Thinking level ${level.toUpperCase()} is not supported for this model.`);
  return undefined;
}

/** Google takes `generation_config` as well as `generationConfig`; a schema is left as it is. */
function camelCased(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const name = key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
      const nested = ['generationConfig', 'thinkingConfig', 'systemInstruction'].includes(name);
      return [name, nested ? camelCased(inner) : inner];
    }),
  );
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
