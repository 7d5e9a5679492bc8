import { type JsonNode, parseJson } from '../model/json-text.ts';
import type { Schema, SchemaId, SchemaObject, Schemas, SchemaType } from '../model/schema-object.ts';
import { typeOf } from './type-of.ts';

const MOST = 500;

/**
 * What a value's schema may be: itself first, then what it refers to, the members of its `allOf` and all branches.
 * Enough to tell bytes from text and to find what a property is called; it chooses no branch.
 */
export function everyPart(schemas: Schemas, schema: Schema): SchemaObject[] {
  const parts: SchemaObject[] = [];
  const seen = new Set<SchemaId>();
  const waiting: Schema[] = [schema];
  for (let next = waiting.shift(); next !== undefined && parts.length < MOST; next = waiting.shift()) {
    if (typeof next === 'boolean') continue;
    parts.push(next);
    const { ref } = next;
    if (ref !== undefined && !seen.has(ref)) {
      seen.add(ref);
      waiting.push(schemas[ref] ?? true);
    }
    waiting.push(...(next.allOf ?? []), ...(next.oneOf ?? []), ...(next.anyOf ?? []));
  }
  return parts;
}

/** The first type that a part names or speaks of, `null` left aside. */
export function partsType(parts: readonly SchemaObject[]): SchemaType | undefined {
  return parts.flatMap(({ types }) => types ?? []).find((type) => type !== 'null') ?? typeOf(parts);
}

/** What styles tell apart. */
export type ValueShape = 'object' | 'array' | 'null' | 'plain';

/** The shapes that a schema, or a branch of it, speaks of; none where it leaves that open. */
export function declaredShapes(schemas: Schemas, schema: Schema): ReadonlySet<ValueShape> {
  return new Set(everyPart(schemas, schema).flatMap(partShapes));
}

/** The shapes of what stands within the lists and objects that a schema speaks of. */
export function memberShapes(schemas: Schemas, schema: Schema): ReadonlySet<ValueShape> {
  const members = everyPart(schemas, schema).flatMap((part) => [
    ...(part.items === undefined ? [] : [part.items]),
    ...(part.prefixItems ?? []),
    ...(part.properties ?? []).map((property) => property.schema),
    ...(part.additionalProperties === undefined ? [] : [part.additionalProperties]),
  ]);
  return new Set(members.flatMap((member) => [...declaredShapes(schemas, member)]));
}

function partShapes(part: SchemaObject): ValueShape[] {
  if (part.types) return part.types.map(shapeOfType);
  const listed = part.const === undefined ? part.enum : [part.const];
  if (listed)
    return listed
      .map((value) => parseJson(value))
      .flatMap((node) => (node.kind === 'problem' ? [] : shapeOfNode(node)));
  const type = typeOf([part]);
  return type === undefined ? [] : [shapeOfType(type)];
}

function shapeOfType(type: SchemaType): ValueShape {
  return type === 'object' || type === 'array' || type === 'null' ? type : 'plain';
}

/** The shape that a value has. */
export function shapeOfNode({ kind }: JsonNode): ValueShape {
  return kind === 'object' || kind === 'array' || kind === 'null' ? kind : 'plain';
}

/** The schema of a property, by its name or as one of the others; `true` where nothing says what it is. */
export function propertySchema(schemas: Schemas, schema: Schema, name: string): Schema {
  const parts = everyPart(schemas, schema);
  const [named] = parts.flatMap((part) => part.properties?.find((one) => one.name === name) ?? []);
  return (
    named?.schema ?? parts.find((part) => typeof part.additionalProperties === 'object')?.additionalProperties ?? true
  );
}

/** The schema of a list's items, `true` where nothing says what they are. */
export function itemSchema(schemas: Schemas, schema: Schema): Schema {
  return everyPart(schemas, schema).flatMap(({ items }) => items ?? [])[0] ?? true;
}
