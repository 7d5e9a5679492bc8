import type { JsonText } from '../model/json-text.ts';
import { compactJson } from '../model/json-text.ts';
import type { Schema, SchemaId, SchemaObject, SchemaProperty, Schemas, SchemaType } from '../model/schema-object.ts';
import { compareDecimals, parseDecimal } from './decimal.ts';
import { openSchema, type SchemaPart, type SchemaParts } from './parts.ts';
import { sameSchema } from './same.ts';

/** A schema with its references followed and its `allOf` merged, so that one object holds what counts for a value. */
export interface MergedSchema extends Omit<SchemaParts, 'parts'> {
  /**
   * Bounds, types and listed values are those that every part allows; where only one can stand (a title, a
   * description, a default, a pattern) it is the one nearest to the value. Neither `ref` nor `allOf` is left.
   */
  readonly schema: SchemaObject;
  /** What found no room there: the other descriptions, patterns, choices; nearest to the value first. */
  readonly more: readonly SchemaPart[];
  /** Which named schema a property comes from by `allOf`. */
  readonly origins: ReadonlyMap<string, SchemaId>;
}

type Draft = { -readonly [Key in keyof SchemaObject]: SchemaObject[Key] };

type Kept = WeakMap<Schemas, WeakMap<SchemaObject, MergedSchema>>;

const wholes: Kept = new WeakMap();
const ownParts: Kept = new WeakMap();

/**
 * Merges everything that holds for a value. The same schema gives the same result, which is kept as long as the
 * schemas are.
 */
export function mergeSchema(schemas: Schemas, schema: Schema): MergedSchema {
  return keep(wholes, schemas, schema, () => mergeParts(openSchema(schemas, schema)));
}

/** The same of what is written in the schema itself: the named schemas that it includes are listed in `left`. */
export function mergeOwnParts(schemas: Schemas, schema: Schema): MergedSchema {
  return keep(ownParts, schemas, schema, () =>
    mergeParts(openSchema(schemas, schema, new Set(mergeSchema(schemas, schema).names))),
  );
}

function keep(kept: Kept, schemas: Schemas, given: Schema, make: () => MergedSchema): MergedSchema {
  if (typeof given === 'boolean') return make();
  const schema = sameSchema(schemas, given);
  const bySchema = kept.get(schemas) ?? new WeakMap<SchemaObject, MergedSchema>();
  kept.set(schemas, bySchema);
  const found = bySchema.get(schema) ?? make();
  bySchema.set(schema, found);
  return found;
}

export function mergeParts(opened: SchemaParts): MergedSchema {
  const merged = mergeList(opened);
  const { types } = merged.schema;
  if (!merged.isNullable || !types || types.includes('null')) return merged;
  return { ...merged, schema: { ...merged.schema, types: [...types, 'null'] } };
}

function mergeList({ parts, ...rest }: SchemaParts): MergedSchema {
  const origins = new Map<string, SchemaId>();
  const [only] = parts;
  if (only && parts.length === 1) return { ...rest, schema: only.schema, more: [], origins };
  const draft: Draft = {};
  const more: SchemaPart[] = [];
  for (const part of [...parts].reverse()) {
    const { properties: _properties, patternProperties: _patterns, ...others } = part.schema;
    const left = mergeInto(draft, others);
    if (left) more.push({ ...part, schema: left });
  }
  mergeProperties(draft, origins, parts);
  return { ...rest, schema: draft, more, origins };
}

/** Properties stand in the order in which the parts name them, included ones first. */
function mergeProperties(draft: Draft, origins: Map<string, SchemaId>, parts: readonly SchemaPart[]): void {
  const properties = new Map<string, SchemaProperty>();
  const patterns = new Map<string, Schema>();
  for (const { schema, from } of parts) {
    for (const property of schema.properties ?? []) {
      const before = properties.get(property.name);
      properties.set(property.name, { name: property.name, schema: both(before?.schema, property.schema) });
      if (from === undefined) origins.delete(property.name);
      else if (!before || origins.has(property.name)) origins.set(property.name, from);
    }
    for (const { pattern, schema: part } of schema.patternProperties ?? []) {
      patterns.set(pattern, both(patterns.get(pattern), part));
    }
  }
  if (properties.size > 0) draft.properties = [...properties.values()];
  if (patterns.size > 0) draft.patternProperties = [...patterns].map(([pattern, schema]) => ({ pattern, schema }));
}

function both(one: Schema | undefined, other: Schema): Schema {
  return one === undefined ? other : { allOf: [one, other] };
}

/** Keywords that only make sense together: of these, one part's stay as they are. */
const GROUPS: readonly (readonly (keyof SchemaObject)[])[] = [
  ['items', 'prefixItems'],
  ['contains', 'minContains', 'maxContains'],
  ['contentEncoding', 'contentMediaType', 'contentSchema'],
  ['oneOf', 'anyOf', 'discriminator'],
  ['if', 'then', 'else'],
];
const GROUP_OF: ReadonlyMap<string, readonly (keyof SchemaObject)[]> = new Map(
  GROUPS.flatMap((group) => group.map((key) => [key, group] as const)),
);

/**
 * Adds a part that lies further from the value than what the draft holds.
 *
 * @returns the keywords that didn't fit in; nothing when all did
 */
function mergeInto(draft: Draft, part: SchemaObject): SchemaObject | undefined {
  const taken = new Set(Object.keys(draft));
  const left: Draft = {};
  for (const key of keysOf(part)) {
    const group = GROUP_OF.get(key) ?? [key];
    if (group.some((other) => taken.has(other))) combine(key, draft, part, left);
    else copy(key, part, draft);
  }
  const values = mergeValues(draft, part, taken);
  const { enumDescriptions } = part;
  if (values) Object.assign(left, values, enumDescriptions && { enumDescriptions });
  return Object.keys(left).length > 0 ? left : undefined;
}

function keysOf(schema: SchemaObject): (keyof SchemaObject)[] {
  const isKey = (key: string): key is keyof SchemaObject => key !== 'const' && key !== 'enum' && key !== 'source';
  return Object.keys(schema).filter(isKey);
}

function copy<Key extends keyof SchemaObject>(key: Key, from: SchemaObject, to: Draft): void {
  to[key] = from[key];
}

function combine(key: keyof SchemaObject, draft: Draft, part: SchemaObject, left: Draft): void {
  switch (key) {
    case 'types':
      draft.types = commonTypes(draft.types ?? [], part.types ?? []);
      return;
    case 'minimum':
    case 'exclusiveMinimum':
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      draft[key] = further(draft[key], part[key], 1);
      return;
    case 'maximum':
    case 'exclusiveMaximum':
    case 'maxLength':
    case 'maxItems':
    case 'maxProperties':
      draft[key] = further(draft[key], part[key], -1);
      return;
    case 'uniqueItems':
    case 'readOnly':
    case 'writeOnly':
    case 'deprecated':
      draft[key] = draft[key] || part[key] || false;
      return;
    case 'required':
      draft.required = [...new Set([...(part.required ?? []), ...(draft.required ?? [])])];
      return;
    case 'examples':
      draft.examples = [...new Set([...(draft.examples ?? []), ...(part.examples ?? [])])];
      return;
    case 'dependentRequired':
      draft.dependentRequired = [...(part.dependentRequired ?? []), ...(draft.dependentRequired ?? [])];
      return;
    case 'dependentSchemas':
      draft.dependentSchemas = [...(part.dependentSchemas ?? []), ...(draft.dependentSchemas ?? [])];
      return;
    case 'enumDescriptions': {
      const described = new Set(draft.enumDescriptions?.map((one) => one.value));
      const others = (part.enumDescriptions ?? []).filter((one) => !described.has(one.value));
      draft.enumDescriptions = [...(draft.enumDescriptions ?? []), ...others];
      return;
    }
    default:
      if (!isSame(draft[key], part[key])) copy(key, part, left);
  }
}

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one === 'string' && typeof other === 'string') return one.trim() === other.trim();
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Types that both lists allow; where none is, both are kept, since the author's mistake must not pass unseen. */
function commonTypes(near: readonly SchemaType[], far: readonly SchemaType[]): readonly SchemaType[] {
  const covers = (list: readonly SchemaType[], type: SchemaType): boolean =>
    list.includes(type) || (type === 'integer' && list.includes('number'));
  const common = [
    ...near.filter((type) => covers(far, type)),
    ...far.filter((type) => !near.includes(type) && covers(near, type)),
  ];
  return common.length > 0 ? common : [...new Set([...near, ...far])];
}

/** @param side - 1 for the greater of two numbers, -1 for the smaller */
function further(near: JsonText | undefined, far: JsonText | undefined, side: 1 | -1): JsonText | undefined {
  const one = parseDecimal(near ?? '');
  const other = parseDecimal(far ?? '');
  if (!one || !other) return one ? near : far;
  return side * compareDecimals(other, one) > 0 ? far : near;
}

/** `const` and `enum` both list values: what every list has is left. Lists without a common value stay apart. */
function mergeValues(draft: Draft, part: SchemaObject, taken: ReadonlySet<string>): SchemaObject | undefined {
  if (part.const === undefined && part.enum === undefined) return undefined;
  const own: SchemaObject = {
    ...(part.const === undefined ? {} : { const: part.const }),
    ...(part.enum === undefined ? {} : { enum: part.enum }),
  };
  if (!taken.has('const') && !taken.has('enum')) {
    Object.assign(draft, own);
    return undefined;
  }
  const near = valuesOf(draft).map(compactJson);
  const far = new Set(valuesOf(part).map(compactJson));
  const common = near.filter((value) => far.has(value));
  if (common.length === 0) return own;
  const constant = draft.const ?? part.const;
  if (constant === undefined) draft.enum = common;
  else {
    draft.const = constant;
    delete draft.enum;
  }
  return undefined;
}

function valuesOf(schema: SchemaObject): readonly JsonText[] {
  return schema.const === undefined ? (schema.enum ?? []) : [schema.const];
}
