import type { Schema, SchemaObject, Schemas } from '../model/schema-object.ts';
import { constraintsOf } from './constraints.ts';
import { type MergedSchema, mergeOwnParts, mergeSchema } from './merge.ts';
import { schemasInside } from './rows.ts';

/** How much of a page a schema takes: rows, and about as many bytes of HTML; an element counts 50. */
export interface Weight {
  readonly rows: number;
  readonly bytes: number;
}

const ELEMENT = 50;
const ROW = 6 * ELEMENT;

/** What the line of a schema and its facts take, without what lies inside it. */
export function ownWeight(merged: MergedSchema): Weight {
  const found = own.get(merged);
  if (found) return found;
  let bytes = ROW;
  for (const part of [merged.schema, ...merged.more.map((one) => one.schema)]) bytes += factsWeight(part);
  const weight = { rows: 1, bytes };
  own.set(merged, weight);
  return weight;
}

const own = new WeakMap<MergedSchema, Weight>();

function factsWeight(schema: SchemaObject): number {
  const { description, default: preset, const: constant, enumDescriptions = [], discriminator } = schema;
  return (
    text(description, 2 * ELEMENT) +
    text(preset, ELEMENT) +
    text(constant, ELEMENT) +
    // A listed value has an id, which repeats it.
    (schema.enum ?? []).reduce((sum, value) => sum + 2 * value.length + ELEMENT, 0) +
    enumDescriptions.reduce((sum, one) => sum + text(one.description, 3 * ELEMENT), 0) +
    (schema.examples ?? []).reduce((sum, value) => sum + text(value, ELEMENT), 0) +
    (discriminator?.mapping.length ?? 0) * 3 * ELEMENT +
    constraintsOf(schema).length * ELEMENT
  );
}

function text(value: string | undefined, elements: number): number {
  return value === undefined ? 0 : elements + value.length;
}

const known = new WeakMap<MergedSchema, Weight>();
const NOTHING: Weight = { rows: 0, bytes: 0 };

/**
 * What a schema takes with all that can't be left to a page of its own: what is written inside it, down to
 * where named schemas begin, of which only the line counts.
 */
export function wholeWeight(schemas: Schemas, merged: MergedSchema): Weight {
  const found = known.get(merged);
  if (found) return found;
  // A circle through `allOf` meets itself here, and is cut when the tree is laid out.
  known.set(merged, NOTHING);
  const { rows, items } = schemasInside(merged);
  const inner = [...rows.map((row) => row.schema), ...(items === undefined ? [] : [items])];
  const whole = inner.reduce<Weight>((sum, schema) => add(sum, weightOf(schemas, schema)), ownWeight(merged));
  known.set(merged, whole);
  return whole;
}

/** What the row of a schema takes with all that can't be left to another page. */
export function weightOf(schemas: Schemas, schema: Schema): Weight {
  const merged = mergeSchema(schemas, schema);
  if (merged.name !== undefined) return ownWeight(merged);
  return wholeWeight(schemas, merged.names.length > 0 ? mergeOwnParts(schemas, schema) : merged);
}

export function subtract(one: Weight, other: Weight): Weight {
  return { rows: one.rows - other.rows, bytes: one.bytes - other.bytes };
}

export function add(one: Weight, other: Weight): Weight {
  return { rows: one.rows + other.rows, bytes: one.bytes + other.bytes };
}
