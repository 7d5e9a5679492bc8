import type { Schema, SchemaId, SchemaObject, Schemas, SchemaType } from '../model/schema-object.ts';
import { typeOf } from '../schema/type-of.ts';

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

/** The schema of a property, `true` where nothing says what it is. */
export function propertySchema(schemas: Schemas, schema: Schema, name: string): Schema {
  const found = everyPart(schemas, schema).flatMap((part) => part.properties?.find((one) => one.name === name) ?? []);
  return found[0]?.schema ?? true;
}

/** The schema of a list's items, `true` where nothing says what they are. */
export function itemSchema(schemas: Schemas, schema: Schema): Schema {
  return everyPart(schemas, schema).flatMap(({ items }) => items ?? [])[0] ?? true;
}
