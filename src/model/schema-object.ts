import type { JsonText } from './json-text.ts';

/**
 * Names a schema that others refer to: `#/components/schemas/Pet`, or `parts/common.yaml#/Tag` when it
 * lies in another file. It always holds a `#`, so it can never collide with a name every object inherits.
 */
export type SchemaId = string;

export type SchemaType = 'null' | 'boolean' | 'object' | 'array' | 'number' | 'string' | 'integer';

/** A JSON Schema as OpenAPI 3.2 has it. `true` allows anything, `false` nothing. */
export type Schema = SchemaObject | boolean;

export interface SchemaProperty {
  readonly name: string;
  readonly schema: Schema;
}

export interface Discriminator {
  readonly propertyName: string;
  readonly mapping: readonly { readonly value: string; readonly ref: SchemaId }[];
  readonly defaultMapping?: SchemaId;
}

/** How a value looks in XML. OpenAPI 3.2, "XML Object"; `attribute` and `wrapped` of older versions are told by `nodeType`. */
export interface Xml {
  readonly name?: string;
  readonly namespace?: string;
  readonly prefix?: string;
  readonly nodeType?: 'element' | 'attribute' | 'text' | 'cdata' | 'none';
}

export interface EnumDescription {
  readonly value: JsonText;
  readonly name?: string;
  readonly description?: string;
}

/**
 * One schema, JSON Schema 2020-12 with OpenAPI's additions. Every JSON value (`default`, `enum`, bounds)
 * is kept as JSON text, counts too, so `1.10` and numbers past 2^53 stay as written. What is counted is far below
 * 2^53, so a count may be compared as `Number` of its text. Properties are a list, so their
 * order stays as written and no property name can meet a name that objects inherit.
 */
export interface SchemaObject {
  /**
   * The schema this one refers to; keywords beside it apply too (JSON Schema 2020-12, section 8.2.3.1). An id
   * that `schemas` lacks marks a reference that leads nowhere; it allows anything.
   */
  readonly ref?: SchemaId;
  /** Empty is left out: any type. `nullable` of 3.0 is a `null` in here. */
  readonly types?: readonly SchemaType[];
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly default?: JsonText;
  readonly const?: JsonText;
  readonly enum?: readonly JsonText[];
  readonly enumDescriptions?: readonly EnumDescription[];
  readonly examples?: readonly JsonText[];

  readonly multipleOf?: JsonText;
  readonly minimum?: JsonText;
  readonly maximum?: JsonText;
  readonly exclusiveMinimum?: JsonText;
  readonly exclusiveMaximum?: JsonText;

  readonly pattern?: string;
  readonly minLength?: JsonText;
  readonly maxLength?: JsonText;
  readonly contentEncoding?: string;
  readonly contentMediaType?: string;
  readonly contentSchema?: Schema;

  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly contains?: Schema;
  readonly minContains?: JsonText;
  readonly maxContains?: JsonText;
  readonly minItems?: JsonText;
  readonly maxItems?: JsonText;
  readonly uniqueItems?: boolean;
  readonly unevaluatedItems?: Schema;

  readonly properties?: readonly SchemaProperty[];
  readonly required?: readonly string[];
  readonly patternProperties?: readonly { readonly pattern: string; readonly schema: Schema }[];
  readonly additionalProperties?: Schema;
  readonly unevaluatedProperties?: Schema;
  readonly propertyNames?: Schema;
  readonly minProperties?: JsonText;
  readonly maxProperties?: JsonText;
  readonly dependentRequired?: readonly { readonly name: string; readonly required: readonly string[] }[];
  readonly dependentSchemas?: readonly SchemaProperty[];

  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly not?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly discriminator?: Discriminator;

  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly deprecated?: boolean;
  readonly externalDocs?: ExternalDocs;
  readonly xml?: Xml;
  /** Where the author wrote it, `file#/pointer`; dropped before the browser. */
  readonly source?: string;
}

export interface ExternalDocs {
  readonly url: string;
  readonly description?: string;
}

/** The schemas that others refer to, by id. */
export type Schemas = { readonly [id: SchemaId]: Schema };
