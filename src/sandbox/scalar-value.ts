import { type JsonText, parseJson, quoteJson } from '../model/json-text.ts';
import type { Schema, Schemas } from '../model/schema-object.ts';
import { validateJson } from '../schema/validate.ts';

/** Text is what the schema takes it for: `12` is a string where a string fits, and a number otherwise. */
export function scalarValue(schemas: Schemas, schema: Schema, text: string): JsonText {
  const quoted = quoteJson(text);
  const { kind } = parseJson(text);
  if (kind !== 'number' && kind !== 'boolean' && kind !== 'null') return quoted;
  const asText = validateJson(schemas, schema, quoted);
  if (asText.length === 0) return quoted;
  const literal = asText.some(({ code }) => code === 'type') || validateJson(schemas, schema, text).length === 0;
  return literal ? text : quoted;
}
