import type { Schema, SchemaObject } from '../../model/schema-object.ts';

/** A schema of more rows than this, references not opened, gets an id and a page of its own. */
export const LARGE = 300;

const known = new WeakMap<SchemaObject, number>();

/** How many rows a page needs to show a schema without opening its references, more or less. */
export function inlineRows(schema: SchemaObject): number {
  const found = known.get(schema);
  if (found !== undefined) return found;
  const parts: (Schema | undefined)[] = [
    schema.items,
    schema.contains,
    schema.contentSchema,
    schema.additionalProperties,
    schema.unevaluatedItems,
    schema.unevaluatedProperties,
    schema.propertyNames,
    schema.not,
    schema.if,
    schema.then,
    schema.else,
    ...(schema.prefixItems ?? []),
    ...(schema.allOf ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...[schema.properties, schema.patternProperties, schema.dependentSchemas].flatMap((list) =>
      (list ?? []).map((entry) => entry.schema),
    ),
  ];
  const rows = parts.reduce((sum, part) => sum + (typeof part === 'object' ? inlineRows(part) : 0), 1);
  // A value of an enum is a word in a line; what is written about it is a line.
  const values = (schema.enum?.length ?? 0) / 20 + (schema.enumDescriptions?.length ?? 0);
  known.set(schema, rows + values);
  return rows + values;
}
