import { type JsonNode, type JsonText, parseJson, printJson } from '../../model/json-text.ts';
import type { Schema, SchemaObject, SchemaType } from '../../model/schema-object.ts';
import { isInteger, parseDecimal } from '../../schema/decimal.ts';
import { heldJson, schemaExamples } from '../example-entries.ts';
import { entries, flagOf, items, type Spot, scalarText, sourceOf, textsOf } from '../spot.ts';
import { type Context, mapEntries } from './context.ts';
import { normalizeDiscriminator } from './discriminator.ts';
import { describeEnum } from './enum-descriptions.ts';
import { normalizeExternalDocs } from './external-docs.ts';
import { inlineRows, LARGE } from './inline-rows.ts';
import { normalizeXml } from './xml.ts';

type Draft = { -readonly [Key in keyof SchemaObject]: SchemaObject[Key] };
type Keyword = (draft: Draft, value: Spot, context: Context) => void;

const TYPES: readonly SchemaType[] = ['null', 'boolean', 'object', 'array', 'number', 'string', 'integer'];

function text(key: 'title' | 'description' | 'format' | 'pattern' | 'contentEncoding' | 'contentMediaType'): Keyword {
  return (draft, value) => {
    const found = scalarText(value);
    if (found !== undefined) draft[key] = found;
  };
}

/** A number as written, also one in quotes, which has only one meaning here. */
function numberText(node: JsonNode): JsonText | undefined {
  if (node.kind === 'number') return node.text;
  return node.kind === 'string' && parseJson(node.value).kind === 'number' ? node.value.trim() : undefined;
}

function bound(key: 'multipleOf' | 'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum'): Keyword {
  return (draft, { node }) => {
    const number = numberText(node);
    if (number !== undefined) draft[key] = number;
  };
}

function count(
  key:
    | 'minLength'
    | 'maxLength'
    | 'minItems'
    | 'maxItems'
    | 'minContains'
    | 'maxContains'
    | 'minProperties'
    | 'maxProperties',
): Keyword {
  return (draft, { node }) => {
    const number = numberText(node);
    const value = parseDecimal(number ?? '');
    if (value && isInteger(value) && !value.negative) draft[key] = number;
  };
}

function flag(key: 'uniqueItems' | 'readOnly' | 'writeOnly' | 'deprecated'): Keyword {
  return (draft, { node }) => {
    const value = flagOf(node);
    if (value !== undefined) draft[key] = value;
  };
}

function one(
  key:
    | 'contentSchema'
    | 'items'
    | 'contains'
    | 'unevaluatedItems'
    | 'additionalProperties'
    | 'unevaluatedProperties'
    | 'propertyNames'
    | 'not'
    | 'if'
    | 'then'
    | 'else',
): Keyword {
  return (draft, value, context) => {
    draft[key] = normalizeSchema(value, context);
  };
}

function many(key: 'prefixItems' | 'allOf' | 'anyOf' | 'oneOf'): Keyword {
  return (draft, value, context) => {
    draft[key] = items(value).map((item) => normalizeSchema(item, context));
  };
}

function named(key: 'properties' | 'dependentSchemas'): Keyword {
  return (draft, value, context) => {
    draft[key] = mapEntries(value, context).map((entry) => ({
      name: entry.key,
      schema: normalizeSchema(entry.value, context),
    }));
  };
}

function split<T>(list: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  return [list.filter(isFirst), list.filter((item) => !isFirst(item))];
}

function isType(name: string): name is SchemaType {
  return TYPES.some((type) => type === name);
}

const KEYWORDS: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  [
    '$ref',
    (draft, value, context) => {
      if (value.node.kind === 'string') draft.ref = context.refer(value);
    },
  ],
  [
    // What a dynamic reference means depends on the way to it; its own anchor is where every way starts.
    '$dynamicRef',
    (draft, value, context) => {
      if (value.node.kind === 'string') draft.ref ??= context.refer(value);
    },
  ],
  [
    'type',
    (draft, value) => {
      // `null` without quotes can only mean the type of that name.
      const written = value.node.kind === 'array' ? items(value) : [value];
      const types = written.map((one) => (one.node.kind === 'null' ? 'null' : (scalarText(one) ?? ''))).filter(isType);
      if (types.length > 0) draft.types = types;
    },
  ],
  ['title', text('title')],
  ['description', text('description')],
  ['format', text('format')],
  [
    'default',
    (draft, { node }) => {
      draft.default = printJson(node);
    },
  ],
  [
    'const',
    (draft, { node }) => {
      draft.const = printJson(node);
    },
  ],
  [
    'enum',
    (draft, value) => {
      if (value.node.kind === 'array') draft.enum = value.node.items.map(printJson);
    },
  ],
  [
    'examples',
    (draft, value) => {
      draft.examples = [...(draft.examples ?? []), ...schemaExamples(value).map(({ node }) => printJson(node))];
    },
  ],
  [
    'example',
    (draft, { node }) => {
      draft.examples = [...(draft.examples ?? []), printJson(node)];
    },
  ],
  ['multipleOf', bound('multipleOf')],
  ['minimum', bound('minimum')],
  ['maximum', bound('maximum')],
  ['exclusiveMinimum', bound('exclusiveMinimum')],
  ['exclusiveMaximum', bound('exclusiveMaximum')],
  ['pattern', text('pattern')],
  ['minLength', count('minLength')],
  ['maxLength', count('maxLength')],
  ['contentEncoding', text('contentEncoding')],
  ['contentMediaType', text('contentMediaType')],
  ['contentSchema', one('contentSchema')],
  [
    'items',
    (draft, value, context) => {
      // Before JSON Schema 2020-12 a list of schemas was a tuple, and `additionalItems` what follows it.
      if (value.node.kind === 'array') many('prefixItems')(draft, value, context);
      else draft.items = normalizeSchema(value, context);
    },
  ],
  [
    'additionalItems',
    (draft, value, context) => {
      draft.items ??= normalizeSchema(value, context);
    },
  ],
  ['prefixItems', many('prefixItems')],
  ['contains', one('contains')],
  ['minContains', count('minContains')],
  ['maxContains', count('maxContains')],
  ['minItems', count('minItems')],
  ['maxItems', count('maxItems')],
  ['uniqueItems', flag('uniqueItems')],
  ['unevaluatedItems', one('unevaluatedItems')],
  ['properties', named('properties')],
  [
    'required',
    (draft, value) => {
      draft.required = textsOf(value);
    },
  ],
  [
    'patternProperties',
    (draft, value, context) => {
      draft.patternProperties = mapEntries(value, context).map((entry) => ({
        pattern: entry.key,
        schema: normalizeSchema(entry.value, context),
      }));
    },
  ],
  ['additionalProperties', one('additionalProperties')],
  ['unevaluatedProperties', one('unevaluatedProperties')],
  ['propertyNames', one('propertyNames')],
  ['minProperties', count('minProperties')],
  ['maxProperties', count('maxProperties')],
  [
    'dependentRequired',
    (draft, value) => {
      draft.dependentRequired = entries(value).map((entry) => ({ name: entry.key, required: textsOf(entry.value) }));
    },
  ],
  ['dependentSchemas', named('dependentSchemas')],
  [
    // Before JSON Schema 2019-09 the two were one.
    'dependencies',
    (draft, value, context) => {
      const [lists, schemas] = split(mapEntries(value, context), (entry) => entry.value.node.kind === 'array');
      const required = lists.map((entry) => ({ name: entry.key, required: textsOf(entry.value) }));
      const dependent = schemas.map((entry) => ({ name: entry.key, schema: normalizeSchema(entry.value, context) }));
      if (required.length > 0) draft.dependentRequired = [...(draft.dependentRequired ?? []), ...required];
      if (dependent.length > 0) draft.dependentSchemas = [...(draft.dependentSchemas ?? []), ...dependent];
    },
  ],
  ['allOf', many('allOf')],
  ['anyOf', many('anyOf')],
  ['oneOf', many('oneOf')],
  ['not', one('not')],
  ['if', one('if')],
  ['then', one('then')],
  ['else', one('else')],
  [
    'discriminator',
    (draft, value, context) => {
      const discriminator = normalizeDiscriminator(value, context);
      if (discriminator) draft.discriminator = discriminator;
    },
  ],
  ['readOnly', flag('readOnly')],
  ['writeOnly', flag('writeOnly')],
  ['deprecated', flag('deprecated')],
  [
    'externalDocs',
    (draft, value) => {
      const docs = normalizeExternalDocs(value);
      if (docs) draft.externalDocs = docs;
    },
  ],
  [
    'xml',
    (draft, value) => {
      const xml = normalizeXml(value);
      if (xml) draft.xml = xml;
    },
  ],
]);

/**
 * A schema as it stands, never with another one put in for a reference: recursion stays a reference. One that
 * is too large to be shown where it stands is referred to, as if its author had named it.
 *
 * @returns `true`, which allows anything, for a node that is no schema
 */
export function normalizeSchema(spot: Spot, context: Context): Schema {
  const schema = readSchema(spot, context);
  if (typeof schema === 'boolean' || inlineRows(schema) <= LARGE) return schema;
  return { ref: context.keepRead(spot, schema), ...(schema.source === undefined ? {} : { source: schema.source }) };
}

/** The object or list itself where an example is a text that holds one. */
function unpacked(example: JsonText): JsonText {
  const node = parseJson(example);
  const held = node.kind === 'problem' ? undefined : heldJson(node);
  return held ? printJson(held) : example;
}

/** The same for a schema that has a name, which may be as large as it is. */
export function readSchema(spot: Spot, context: Context): Schema {
  if (spot.node.kind === 'boolean') return spot.node.value;
  if (spot.node.kind !== 'object') return true;
  const draft: Draft = {};
  for (const { key, value } of entries(spot)) {
    if (value.node.kind !== 'null' || key === 'default' || key === 'const' || key === 'example') {
      KEYWORDS.get(key)?.(draft, value, context);
    }
  }
  const described = describeEnum(spot);
  if (described) draft.enumDescriptions = described;
  if (
    draft.examples &&
    draft.types?.some((type) => type === 'object' || type === 'array') &&
    !draft.types.includes('string')
  )
    draft.examples = draft.examples.map(unpacked);
  draft.source = sourceOf(spot);
  return draft;
}
