import type { OpenAPIV3 } from 'openapi-types';
import type { JsonEntry, JsonNode } from '../../model/json-text.ts';
import {
  isObject,
  makeArray,
  makeEntry,
  makeObject,
  makeText,
  type ObjectNode,
  reader,
  referenceEntry,
  rename,
  textOf,
  withEntries,
} from './node.ts';
import type { Site, Steps } from './steps.ts';

/** Keywords of drafts before 2020-12, which descriptions use whatever their version says. */
interface Draft04 {
  additionalItems?: unknown;
  dependencies?: unknown;
}

const schema = reader<(OpenAPIV3.ArraySchemaObject & Draft04) | OpenAPIV3.ReferenceObject>();

/** What may stand beside a `$ref` in OpenAPI 3.0 and mean something to a reader. */
const WORDS: readonly string[] = ['$ref', 'summary', 'description'];

/** All else beside a `$ref` "SHALL be ignored". OpenAPI 3.0.4, section 4.8.23. */
function ignoreSiblings(node: ObjectNode): ObjectNode {
  return withEntries(
    node,
    node.entries.filter(({ key }) => WORDS.includes(key) || key.startsWith('x-')),
  );
}

function makeNullBranch(from: JsonNode): JsonNode {
  return makeObject([makeEntry('type', makeText('null', from), from)], from);
}

/** A schema of the parts of an `allOf`; one part is the whole. */
function makeWhole(parts: JsonEntry): JsonNode {
  const [first, ...more] = parts.value.kind === 'array' ? parts.value.items : [];
  return first && more.length === 0 ? first : makeObject([parts], parts.value);
}

function typesOf(node: JsonNode): readonly JsonNode[] {
  return node.kind === 'array' ? node.items : [node];
}

/**
 * `nullable: true` adds null to the type that stands beside it, and an `enum` has to name null itself
 * (OpenAPI 3.0.4, section 4.8.24.2). Beside branches and no type it has no effect by the letter; it was always
 * meant as one more branch, and is read so.
 */
function upgradeNullable(node: ObjectNode): ObjectNode {
  const nullable = schema.entry(node, 'nullable') ?? schema.entry(node, 'x-nullable');
  if (!nullable) return node;
  const rest = withEntries(node, schema.without(node, 'nullable', 'x-nullable'));
  if (!(nullable.value.kind === 'boolean' && nullable.value.value)) return rest;
  const type = schema.entry(rest, 'type');
  if (type) {
    const types = typesOf(type.value);
    if (types.some((one) => textOf(one) === 'null')) return rest;
    const value = makeArray([...types, makeText('null', nullable.value)], type.value);
    return replace(rest, type, { ...type, value });
  }
  const branches = schema.entry(rest, 'anyOf') ?? schema.entry(rest, 'oneOf') ?? schema.entry(rest, 'allOf');
  if (branches?.value.kind !== 'array') return rest;
  const { items } = branches.value;
  const [key, given] = branches.key === 'allOf' ? ['anyOf', [makeWhole(branches)]] : [branches.key, items];
  const value = makeArray([...given, makeNullBranch(nullable.value)], branches.value);
  return replace(rest, branches, { ...branches, key, value });
}

function replace(node: ObjectNode, entry: JsonEntry, by: JsonEntry | undefined): ObjectNode {
  return withEntries(
    node,
    node.entries.flatMap((one) => (one === entry ? (by ?? []) : one)),
  );
}

/** `exclusiveMinimum: true` said that `minimum` itself is too small; since 3.1 the bound stands there itself. */
function upgradeBound(node: ObjectNode, key: 'minimum' | 'maximum'): ObjectNode {
  const exclusive = schema.entry(node, key === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum');
  if (exclusive?.value.kind !== 'boolean') return node;
  const bound = schema.entry(node, key);
  const rest = replace(node, exclusive, undefined);
  return bound && exclusive.value.value ? replace(rest, bound, rename(bound, exclusive.key)) : rest;
}

/** A list of schemas under `items` described a tuple before JSON Schema 2020-12. */
function upgradeTuple(node: ObjectNode): ObjectNode {
  const items = schema.entry(node, 'items');
  if (items?.value.kind !== 'array') return node;
  const rest = schema.entry(node, 'additionalItems');
  return withEntries(
    node,
    node.entries.flatMap((entry) => {
      if (entry === items) return rename(entry, 'prefixItems');
      return entry === rest ? rename(entry, 'items') : entry;
    }),
  );
}

/** `dependencies` held lists of names and schemas together before JSON Schema 2019-09. */
function upgradeDependencies(node: ObjectNode): ObjectNode {
  const entry = schema.entry(node, 'dependencies');
  if (!entry || !isObject(entry.value)) return node;
  const lists = entry.value.entries.filter(({ value }) => value.kind === 'array');
  const schemas = entry.value.entries.filter(({ value }) => value.kind !== 'array');
  const made = [
    ...(lists.length > 0 ? [makeEntry('dependentRequired', makeObject(lists, entry.value), entry.keySpan)] : []),
    ...(schemas.length > 0 ? [makeEntry('dependentSchemas', makeObject(schemas, entry.value), entry.keySpan)] : []),
  ];
  return withEntries(
    node,
    node.entries.flatMap((one) => (one === entry ? made : one)),
  );
}

function upgradeSchema(node: ObjectNode, { version }: Site): ObjectNode {
  const older = version === '2.0' || version === '3.0';
  if (older && referenceEntry(node)) return ignoreSiblings(node);
  const bounded = upgradeBound(upgradeBound(node, 'minimum'), 'maximum');
  return upgradeDependencies(upgradeTuple(upgradeNullable(bounded)));
}

/**
 * OpenAPI 3.0 → 3.1. Descriptions of 3.1 and 3.2 pass here too: what 3.0 alone has can mean but one thing there,
 * and the structure check tells it.
 */
export const V30_TO_V31: Steps = { schema: upgradeSchema };
