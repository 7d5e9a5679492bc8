import type { Schema, SchemaId, SchemaObject } from '../model/schema-object.ts';
import { componentName, discriminatorValues } from './discriminator.ts';
import type { MergedSchema } from './merge.ts';
import { referenceOf } from './reference-of.ts';

/** What a row is to the schema above it; each kind is worded by the page. */
export type RowKind =
  | 'property'
  /** `patternProperties`; the name is the pattern. */
  | 'pattern'
  | 'additional'
  /** `additionalProperties` of an object that names no property: a map. */
  | 'entries'
  | 'unevaluated'
  | 'names'
  /** `dependentSchemas`; the name is the property that calls for it. */
  | 'dependent'
  /** `prefixItems`; the name is the place, counted from 1. */
  | 'position'
  /** `items` after `prefixItems`. */
  | 'rest'
  /** `items` of a further part that `allOf` brings in. */
  | 'each'
  | 'contains'
  | 'unevaluated-items'
  | 'content'
  | 'oneOf'
  | 'anyOf'
  | 'not'
  | 'if'
  | 'then'
  | 'else';

/** A schema inside another, before it is laid out itself. */
export interface RowPlan {
  readonly kind: RowKind;
  readonly name: string;
  readonly schema: Schema;
  readonly required?: boolean;
  /** The named schema that `allOf` took a property from, where the page doesn't say so anyhow. */
  readonly from?: SchemaId;
  /** The values of the discriminator's property that choose this branch. */
  readonly tags?: readonly string[];
  /** Which of the merged keyword sets a branch is from: 0 for `schema`, then those of `more`. */
  readonly part?: number;
}

/** What lies directly inside a schema: the rows of a page, and the items of a plain list. */
export interface Inside {
  readonly rows: readonly RowPlan[];
  readonly items?: Schema;
}

const kept = new WeakMap<MergedSchema, Inside>();

/**
 * Lists the schemas inside a merged one, in the order a page shows them. Boolean schemas that only say "anything
 * else" or "nothing else" are constraints, not rows. The same merged schema gives the same list.
 */
export function schemasInside(merged: MergedSchema): Inside {
  const inside = kept.get(merged) ?? listInside(merged);
  kept.set(merged, inside);
  return inside;
}

function listInside(merged: MergedSchema): Inside {
  const [items, ...others] = [merged.schema, ...merged.more.map((part) => part.schema)].flatMap((part) =>
    isGiven(part.items) && !part.prefixItems ? [part.items] : [],
  );
  const isMap = !merged.schema.properties?.length && !merged.schema.patternProperties?.length;
  const rows = [
    ...propertyRows(merged),
    ...[merged.schema, ...merged.more.map((part) => part.schema)].flatMap((part, index) =>
      keywordRows(part, index, isMap),
    ),
    ...others.map((schema): RowPlan => ({ kind: 'each', name: '', schema })),
  ];
  return { rows, ...(items === undefined ? {} : { items }) };
}

function propertyRows({ schema, origins, name: self }: MergedSchema): RowPlan[] {
  const required = new Set(schema.required);
  return [
    ...(schema.properties ?? []).map(({ name, schema: property }): RowPlan => {
      const from = origins.get(name);
      return {
        kind: 'property',
        name,
        schema: property,
        required: required.has(name),
        ...(from === undefined || from === self ? {} : { from }),
      };
    }),
    ...(schema.patternProperties ?? []).map(
      ({ pattern, schema: part }): RowPlan => ({ kind: 'pattern', name: pattern, schema: part }),
    ),
  ];
}

function keywordRows(part: SchemaObject, index: number, isMap: boolean): RowPlan[] {
  return [
    ...row(isMap ? 'entries' : 'additional', part.additionalProperties),
    ...row('unevaluated', part.unevaluatedProperties),
    ...row('names', part.propertyNames),
    ...(part.dependentSchemas ?? []).map(({ name, schema }): RowPlan => ({ kind: 'dependent', name, schema })),
    ...(part.prefixItems ?? []).map(
      (schema, index): RowPlan => ({ kind: 'position', name: String(index + 1), schema }),
    ),
    ...(part.prefixItems ? row('rest', part.items) : []),
    ...row('contains', part.contains),
    ...row('unevaluated-items', part.unevaluatedItems),
    ...row('content', part.contentSchema),
    ...branchRows('oneOf', part, index),
    ...branchRows('anyOf', part, index),
    ...(part.not === undefined ? [] : [{ kind: 'not' as const, name: '', schema: part.not }]),
    ...row('if', part.if),
    ...(part.if === undefined ? [] : [...ruleRow('then', part.then), ...ruleRow('else', part.else)]),
  ];
}

function isGiven(schema: Schema | undefined): schema is SchemaObject {
  return typeof schema === 'object';
}

function row(kind: RowKind, schema: Schema | undefined): RowPlan[] {
  return isGiven(schema) ? [{ kind, name: '', schema }] : [];
}

/** `else: false` says that no other value fits. */
function ruleRow(kind: 'then' | 'else', schema: Schema | undefined): RowPlan[] {
  return schema === undefined || schema === true ? [] : [{ kind, name: '', schema }];
}

function branchRows(kind: 'oneOf' | 'anyOf', part: SchemaObject, at: number): RowPlan[] {
  const { discriminator } = part;
  return (part[kind] ?? []).map((schema, index): RowPlan => {
    const id = referenceOf(schema);
    return {
      kind,
      name: (id === undefined ? titleOf(schema) : componentName(id)) ?? String(index + 1),
      schema,
      part: at,
      ...(discriminator && id !== undefined ? { tags: discriminatorValues(discriminator, id) } : {}),
    };
  });
}

function titleOf(schema: Schema): string | undefined {
  return typeof schema === 'object' ? schema.title : undefined;
}
