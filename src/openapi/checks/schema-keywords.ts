import {
  count,
  describe,
  flag,
  json,
  list,
  map,
  number,
  type ObjectShape,
  object,
  schema,
  should,
  since,
  text,
  until,
} from './shapes.ts';

export const SCHEMA_TYPES = ['null', 'boolean', 'object', 'array', 'number', 'string', 'integer'];

/**
 * The keywords of JSON Schema 2020-12 and what OpenAPI adds, with those of OpenAPI 3.0, whose schemas are of
 * another dialect. Others are allowed since 3.1, and likely a slip.
 *
 * @see OpenAPI 3.0.4 and 3.2.0, "Schema Object"; JSON Schema 2020-12, Core and Validation
 */
export const SCHEMA: ObjectShape = describe('a schema', {
  $ref: text,
  $id: since('3.1', text),
  $schema: since('3.1', text),
  $anchor: since('3.1', text),
  $dynamicRef: since('3.1', text),
  $dynamicAnchor: since('3.1', text),
  $vocabulary: since('3.1', json),
  $comment: since('3.1', text),
  $defs: since('3.1', map(schema)),
  definitions: since('3.1', map(schema)),
  type: { kind: 'schema-types' },
  title: text,
  description: text,
  format: text,
  default: json,
  const: since('3.1', json),
  enum: list(json),
  examples: since('3.1', list(json)),
  example: json,
  multipleOf: number,
  minimum: number,
  maximum: number,
  exclusiveMinimum: { kind: 'exclusive' },
  exclusiveMaximum: { kind: 'exclusive' },
  pattern: text,
  minLength: count,
  maxLength: count,
  contentEncoding: since('3.1', text),
  contentMediaType: since('3.1', text),
  contentSchema: since('3.1', schema),
  items: schema,
  prefixItems: since('3.1', list(schema)),
  contains: since('3.1', schema),
  minContains: since('3.1', count),
  maxContains: since('3.1', count),
  minItems: count,
  maxItems: count,
  uniqueItems: flag,
  unevaluatedItems: since('3.1', schema),
  properties: map(schema),
  required: list(text),
  patternProperties: since('3.1', map(schema)),
  additionalProperties: schema,
  unevaluatedProperties: since('3.1', schema),
  propertyNames: since('3.1', schema),
  minProperties: count,
  maxProperties: count,
  dependentRequired: since('3.1', map(list(text))),
  dependentSchemas: since('3.1', map(schema)),
  allOf: list(schema),
  anyOf: list(schema),
  oneOf: list(schema),
  not: schema,
  if: since('3.1', schema),
  // biome-ignore lint/suspicious/noThenProperty: it is the name of a JSON Schema keyword
  then: since('3.1', schema),
  else: since('3.1', schema),
  nullable: until('3.0', flag),
  discriminator: object('discriminator'),
  readOnly: flag,
  writeOnly: flag,
  deprecated: flag,
  externalDocs: object('external-docs'),
  xml: object('xml'),
});

/** The Schema Object of Swagger 2.0, a part of JSON Schema draft 4. OpenAPI 2.0, "Schema Object". */
export const SWAGGER_SCHEMA: ObjectShape = describe('a schema', {
  ...Object.fromEntries(
    [...SCHEMA.fields].filter(
      ([name]) => !['nullable', 'anyOf', 'oneOf', 'not', 'writeOnly', 'deprecated'].includes(name),
    ),
  ),
  discriminator: text,
  // What later versions have is read where its meaning is clear.
  nullable: since('3.0', flag),
  anyOf: since('3.0', list(schema)),
  oneOf: since('3.0', list(schema)),
  not: since('3.0', schema),
  writeOnly: since('3.0', flag),
  deprecated: since('3.0', flag),
});

/** What stands in for a schema in a Swagger parameter that isn't in the body, and in a header. */
const SIMPLE = {
  format: text,
  items: object('items'),
  collectionFormat: text,
  default: json,
  maximum: number,
  exclusiveMaximum: { kind: 'exclusive' } as const,
  minimum: number,
  exclusiveMinimum: { kind: 'exclusive' } as const,
  maxLength: count,
  minLength: count,
  pattern: text,
  maxItems: count,
  minItems: count,
  uniqueItems: flag,
  enum: list(json),
  multipleOf: number,
};

/** OpenAPI 2.0, "Items Object", and what a header and a parameter have alike. */
export const SWAGGER_ITEMS = { type: should({ kind: 'schema-types' }), ...SIMPLE };
/** Only a parameter outside of the body needs a type, which a table can't say. */
export const SWAGGER_PARAMETER_VALUE = { type: { kind: 'schema-types' } as const, ...SIMPLE };
