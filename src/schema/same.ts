import type { SchemaObject, Schemas } from '../model/schema-object.ts';
import { isLeaf } from './leaf.ts';

interface Known {
  readonly byText: Map<string, SchemaObject>;
  readonly byObject: WeakMap<SchemaObject, SchemaObject>;
}

const known = new WeakMap<Schemas, Known>();

/**
 * The first schema that said the same. A description refers to one schema and writes down one plain value, an id or a
 * time, in hundreds of places; what is worked out of one of them holds for all.
 */
export function sameSchema(schemas: Schemas, schema: SchemaObject): SchemaObject {
  const { byText, byObject } = known.get(schemas) ?? start(schemas);
  const found = byObject.get(schema);
  if (found) return found;
  const text = textOf(schema);
  const first = text === undefined ? schema : (byText.get(text) ?? schema);
  if (text !== undefined) byText.set(text, first);
  byObject.set(schema, first);
  return first;
}

function start(schemas: Schemas): Known {
  const empty: Known = { byText: new Map(), byObject: new WeakMap() };
  known.set(schemas, empty);
  return empty;
}

/** What a reference or a plain value says; nothing for others, which are seldom the same. */
function textOf(schema: SchemaObject): string | undefined {
  const { source: _source, ...said } = schema;
  const isReference = schema.ref !== undefined && Object.keys(said).length === 1;
  return isReference || isLeaf(schema) ? JSON.stringify(said) : undefined;
}
