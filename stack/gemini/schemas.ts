import { type GoogleError, invalidArgument, TOO_MANY_STATES } from './errors.ts';

/** What Google’s subset of JSON Schema knows. */
const KEYWORDS = [
  ...['$id', '$defs', '$ref', '$anchor', 'type', 'format', 'title', 'description', 'enum', 'items', 'prefixItems'],
  ...['minItems', 'maxItems', 'minimum', 'maximum', 'anyOf', 'oneOf', 'properties', 'additionalProperties'],
  ...['required', 'propertyOrdering'],
];

// Google’s own limits are not published and move; these are stricter on purpose.
const DEEPEST = 6;
const ITEMS_IN_ALL = 64;

type Schema = Record<string, unknown>;

/** Why Google would refuse a response schema; it names no field. */
export function schemaIsRefused(schema: unknown): GoogleError | undefined {
  if (!isSchema(schema)) return invalidArgument();
  if (depthOf(schema) > DEEPEST)
    return invalidArgument('A schema in GenerationConfig in the request exceeds the maximum allowed nesting depth.');
  const all = [...within(schema)];
  const items = all.reduce((sum, { maxItems }) => sum + (typeof maxItems === 'number' ? maxItems : 0), 0);
  if (items > ITEMS_IN_ALL) return invalidArgument(TOO_MANY_STATES);
  return all.every((one) => Object.keys(one).every((key) => KEYWORDS.includes(key))) ? undefined : invalidArgument();
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parts(schema: Schema): Schema[] {
  const named = isSchema(schema.properties) ? Object.values(schema.properties) : [];
  const lists = [schema.anyOf, schema.oneOf, schema.prefixItems].flatMap((list): unknown[] =>
    Array.isArray(list) ? list : [],
  );
  return [...named, schema.items, ...lists].filter(isSchema);
}

const depthOf = (schema: Schema): number => 1 + Math.max(0, ...parts(schema).map(depthOf));

function* within(schema: Schema): Generator<Schema> {
  yield schema;
  for (const part of parts(schema)) yield* within(part);
}
