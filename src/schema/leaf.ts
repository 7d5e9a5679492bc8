import type { Schema, SchemaObject } from '../model/schema-object.ts';

/** Keywords that demand and say something of one value, and hold no schema. */
const OWN: ReadonlySet<string> = new Set<keyof SchemaObject>([
  ...(['types', 'title', 'description', 'format', 'default', 'const', 'enum', 'enumDescriptions'] as const),
  ...(['examples', 'multipleOf', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const),
  ...(['pattern', 'minLength', 'maxLength', 'contentEncoding', 'contentMediaType'] as const),
  ...(['readOnly', 'writeOnly', 'deprecated', 'externalDocs', 'xml', 'source'] as const),
]);

const known = new WeakMap<SchemaObject, boolean>();

/** Whether a schema is of plain values alone, and all there is to know of them stands in itself. */
export function isLeaf(schema: Schema): schema is SchemaObject {
  if (typeof schema === 'boolean') return false;
  const found = known.get(schema);
  if (found !== undefined) return found;
  const { types = [] } = schema;
  const isPlain = types.length > 0 && !types.includes('object') && !types.includes('array');
  const leaf = isPlain && Object.keys(schema).every((key) => OWN.has(key));
  known.set(schema, leaf);
  return leaf;
}
