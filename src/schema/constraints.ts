import type { JsonText } from '../model/json-text.ts';
import type { SchemaObject } from '../model/schema-object.ts';
import { compareDecimals, parseDecimal } from './decimal.ts';

/** How many of something there may be, as the author wrote it; a bound that isn't there is left out. */
interface Count {
  readonly min?: JsonText;
  readonly max?: JsonText;
}

/** What a schema demands besides its type, as data: a page words it in its own language. */
export type Constraint =
  /** The stricter bound of each side, as the author wrote the number; `exclusive…` when it is itself out. */
  | {
      readonly kind: 'range';
      readonly min?: JsonText;
      readonly max?: JsonText;
      readonly exclusiveMin: boolean;
      readonly exclusiveMax: boolean;
    }
  | { readonly kind: 'multiple-of'; readonly of: JsonText }
  /** In characters; `items` and `properties` count theirs, `contained` the items that fit `contains`. */
  | ({ readonly kind: 'length' | 'items' | 'properties' | 'contained' } & Count)
  | { readonly kind: 'pattern'; readonly pattern: string }
  /** How a string holds something else: base64, an image, JSON. */
  | { readonly kind: 'content'; readonly encoding?: string; readonly mediaType?: string }
  /** No two items are equal. */
  | { readonly kind: 'unique' }
  /** No properties but those that are listed; `open` where the author says that others may be there. */
  | { readonly kind: 'closed' | 'open' }
  /** The same of items after `prefixItems`. */
  | { readonly kind: 'closed-items' | 'open-items' }
  /** Properties that must be there, of which the schema says no more here. */
  | { readonly kind: 'present'; readonly names: readonly string[] }
  /** Where `name` is given, so must be the others. */
  | { readonly kind: 'together'; readonly name: string; readonly required: readonly string[] };

/**
 * Lists what a schema demands of a value, in the order a page tells it: numbers, strings, arrays, objects.
 *
 * @param schema - merged, as `tree.ts` gives it: neither `ref` nor `allOf` is followed
 * @returns empty when only the type counts; `enum` and `const` are not among them, a page lists their values
 */
export function constraintsOf(schema: SchemaObject): readonly Constraint[] {
  const constraints = kept.get(schema) ?? listConstraints(schema);
  kept.set(schema, constraints);
  return constraints;
}

/** Every row of every page and copy asks, most of them about the same schemas. */
const kept = new WeakMap<SchemaObject, readonly Constraint[]>();

function listConstraints(schema: SchemaObject): Constraint[] {
  const { pattern, contentEncoding, contentMediaType, additionalProperties, unevaluatedProperties } = schema;
  return [
    ...rangeOf(schema),
    ...(schema.multipleOf === undefined ? [] : [{ kind: 'multiple-of' as const, of: schema.multipleOf }]),
    ...countOf('length', schema.minLength, schema.maxLength),
    ...(pattern === undefined ? [] : [{ kind: 'pattern' as const, pattern }]),
    ...(contentEncoding === undefined && contentMediaType === undefined
      ? []
      : [
          {
            kind: 'content' as const,
            ...(contentEncoding === undefined ? {} : { encoding: contentEncoding }),
            ...(contentMediaType === undefined ? {} : { mediaType: contentMediaType }),
          },
        ]),
    ...countOf('items', schema.minItems, schema.maxItems),
    ...(schema.uniqueItems ? [{ kind: 'unique' as const }] : []),
    ...itemsAfter(schema),
    ...(schema.contains === undefined ? [] : countOf('contained', schema.minContains ?? '1', schema.maxContains)),
    ...presentOf(schema),
    ...countOf('properties', schema.minProperties, schema.maxProperties),
    ...(additionalProperties === false || unevaluatedProperties === false ? [{ kind: 'closed' as const }] : []),
    ...(additionalProperties === true || unevaluatedProperties === true ? [{ kind: 'open' as const }] : []),
    ...(schema.dependentRequired ?? []).map((entry) => ({ kind: 'together' as const, ...entry })),
  ];
}

/** What `required` names beside the listed properties, which are marked themselves. */
function presentOf({ required = [], properties = [] }: SchemaObject): Constraint[] {
  if (required.length === 0) return [];
  const listed = new Set(properties.map(({ name }) => name));
  const names = required.filter((name) => !listed.has(name));
  return names.length > 0 ? [{ kind: 'present', names }] : [];
}

function itemsAfter({ prefixItems, items, unevaluatedItems }: SchemaObject): Constraint[] {
  const rest = items ?? unevaluatedItems;
  if (rest === false) return [{ kind: 'closed-items' }];
  return prefixItems && rest === true ? [{ kind: 'open-items' }] : [];
}

/** A minimum of 0 says nothing new of a count, but its author wrote it. */
function countOf(
  kind: 'length' | 'items' | 'properties' | 'contained',
  min: JsonText | undefined,
  max: JsonText | undefined,
): Constraint[] {
  if (min === undefined && max === undefined) return [];
  return [{ kind, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }];
}

function rangeOf(schema: SchemaObject): Constraint[] {
  const min = stricter(schema.minimum, schema.exclusiveMinimum, 1);
  const max = stricter(schema.maximum, schema.exclusiveMaximum, -1);
  if (min.bound === undefined && max.bound === undefined) return [];
  return [
    {
      kind: 'range',
      ...(min.bound === undefined ? {} : { min: min.bound }),
      ...(max.bound === undefined ? {} : { max: max.bound }),
      exclusiveMin: min.exclusive,
      exclusiveMax: max.exclusive,
    },
  ];
}

/** @param side - 1 where the greater bound is the stricter one, -1 where the smaller is */
function stricter(
  inclusive: JsonText | undefined,
  exclusive: JsonText | undefined,
  side: 1 | -1,
): { bound: JsonText | undefined; exclusive: boolean } {
  const open = parseDecimal(exclusive ?? '');
  const closed = parseDecimal(inclusive ?? '');
  if (open && (!closed || side * compareDecimals(open, closed) >= 0)) return { bound: exclusive, exclusive: true };
  return { bound: closed ? inclusive : undefined, exclusive: false };
}
