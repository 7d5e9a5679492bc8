import { formatJson, jsonEntry, parseJson } from '../../model/json-text.ts';
import type { Operation } from '../../model/operation.ts';
import type { Schema, SchemaId, Schemas } from '../../model/schema-object.ts';
import { isJsonType, sentMediaType } from '../../request/media-type-name.ts';
import type { BodyValue } from '../../request/values.ts';

/**
 * The body with `"stream": true` in it; the rest stays as it is, and a text in the usual layout keeps that.
 *
 * @param body - JSON; what isn't comes back unchanged, for the request's own check to tell
 * @returns nothing when the description knows no such property, or the body is no object
 */
export function askForStream(
  schemas: Schemas,
  operation: Operation,
  body: BodyValue | undefined,
): BodyValue | undefined {
  const type = operation.requestBody?.content.find(({ name }) => sentMediaType(name) === body?.mediaType);
  if (!body || !type || !isJsonType(body.mediaType) || !hasStream(schemas, type.schema ?? true, new Set())) {
    return undefined;
  }
  const { text } = body;
  const node = parseJson(text);
  if (node.kind === 'problem') return body;
  if (node.kind !== 'object') return undefined;
  const old = jsonEntry(node, 'stream');
  const [start, end] = old ? [old.start, old.end] : [node.end - 1, node.end - 1];
  const comma = node.entries.length > 0 ? ', ' : '';
  const changed = text.slice(0, start) + (old ? 'true' : `${comma}"stream": true`) + text.slice(end);
  return { ...body, text: formatJson(text) === text ? formatJson(changed) : changed };
}

/** Whether an object of this schema has a described property `stream`, in any of its forms. */
function hasStream(schemas: Schemas, schema: Schema, seen: Set<SchemaId>): boolean {
  if (typeof schema === 'boolean') return false;
  if (schema.properties?.some(({ name }) => name === 'stream')) return true;
  const { ref } = schema;
  if (ref !== undefined && !seen.has(ref)) {
    seen.add(ref);
    if (hasStream(schemas, schemas[ref] ?? true, seen)) return true;
  }
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return parts.some((part) => hasStream(schemas, part, seen));
}
