import type { OpenAPIV3, OpenAPIV3_1 } from 'openapi-types';
import type { KnownKey } from './node.ts';

/** The objects of OpenAPI 3.2 that hold schemas or references, or that a step of the upgrade changes. */
export type Kind =
  | 'description'
  | 'components'
  | 'pathItem'
  | 'operation'
  | 'parameter'
  | 'requestBody'
  | 'mediaType'
  | 'encoding'
  | 'response'
  | 'header'
  | 'example'
  | 'link'
  | 'securityScheme'
  | 'tag'
  | 'schema';

/** What stands at a place. Everything else is data, and left as it is. */
export type Shape = Kind | { readonly list: Shape } | { readonly map: Shape };

/** What the types of the package lack: OpenAPI 3.2 and JSON Schema 2020-12. */
interface Webhooks30 {
  /** What descriptions of 3.0 wrote before 3.1 had `webhooks`. */
  'x-webhooks'?: unknown;
}
interface Components32 {
  mediaTypes?: unknown;
}
interface PathItem32 {
  trace?: unknown;
  query?: unknown;
  additionalOperations?: unknown;
}
interface MediaType32 {
  itemSchema?: unknown;
  prefixEncoding?: unknown;
  itemEncoding?: unknown;
}
interface Encoding32 extends Omit<MediaType32, 'itemSchema'> {
  encoding?: unknown;
}
export interface Schema202012 {
  $defs?: unknown;
  definitions?: unknown;
  $dynamicRef?: unknown;
  prefixItems?: unknown;
  contains?: unknown;
  unevaluatedItems?: unknown;
  unevaluatedProperties?: unknown;
  patternProperties?: unknown;
  propertyNames?: unknown;
  dependentSchemas?: unknown;
  contentSchema?: unknown;
  if?: unknown;
  then?: unknown;
  else?: unknown;
}

function fields<T>(table: { readonly [Key in KnownKey<T>]?: Shape }): ReadonlyMap<string, Shape> {
  return new Map(Object.entries<Shape | undefined>(table).flatMap(([key, shape]) => (shape ? [[key, shape]] : [])));
}

const schemas: Shape = { map: 'schema' };
const branches: Shape = { list: 'schema' };
const content: Shape = { map: 'mediaType' };
const examples: Shape = { map: 'example' };
const headers: Shape = { map: 'header' };
const parameters: Shape = { list: 'parameter' };
const responses: Shape = { map: 'response' };
const callbacks: Shape = { map: { map: 'pathItem' } };
const encoding: Shape = { map: 'encoding' };
const encodings: Shape = { list: 'encoding' };
const pathItems: Shape = { map: 'pathItem' };

/** Which fields of each kind of object hold others. OpenAPI 3.2.0, section 4; JSON Schema 2020-12. */
export const FIELDS: { readonly [kind in Kind]: ReadonlyMap<string, Shape> } = {
  description: fields<OpenAPIV3_1.Document & Webhooks30>({
    paths: pathItems,
    webhooks: pathItems,
    'x-webhooks': pathItems,
    components: 'components',
    tags: { list: 'tag' },
  }),
  components: fields<OpenAPIV3_1.ComponentsObject & Components32>({
    schemas,
    responses,
    parameters: { map: 'parameter' },
    examples,
    requestBodies: { map: 'requestBody' },
    headers,
    securitySchemes: { map: 'securityScheme' },
    links: { map: 'link' },
    callbacks,
    pathItems,
    mediaTypes: content,
  }),
  pathItem: fields<OpenAPIV3_1.PathItemObject & PathItem32>({
    parameters,
    get: 'operation',
    put: 'operation',
    post: 'operation',
    delete: 'operation',
    options: 'operation',
    head: 'operation',
    patch: 'operation',
    trace: 'operation',
    query: 'operation',
    additionalOperations: { map: 'operation' },
  }),
  operation: fields<OpenAPIV3_1.OperationObject>({ parameters, requestBody: 'requestBody', responses, callbacks }),
  parameter: fields<OpenAPIV3_1.ParameterObject>({ schema: 'schema', examples, content }),
  requestBody: fields<OpenAPIV3_1.RequestBodyObject>({ content }),
  mediaType: fields<OpenAPIV3_1.MediaTypeObject & MediaType32>({
    schema: 'schema',
    itemSchema: 'schema',
    examples,
    encoding,
    prefixEncoding: encodings,
    itemEncoding: 'encoding',
  }),
  encoding: fields<OpenAPIV3_1.EncodingObject & Encoding32>({
    headers,
    encoding,
    prefixEncoding: encodings,
    itemEncoding: 'encoding',
  }),
  response: fields<OpenAPIV3_1.ResponseObject>({ headers, content, links: { map: 'link' } }),
  header: fields<OpenAPIV3_1.HeaderObject>({ schema: 'schema', examples, content }),
  example: new Map(),
  link: new Map(),
  securityScheme: new Map(),
  tag: new Map(),
  schema: fields<OpenAPIV3.ArraySchemaObject & Schema202012>({
    properties: schemas,
    patternProperties: schemas,
    dependentSchemas: schemas,
    $defs: schemas,
    definitions: schemas,
    allOf: branches,
    anyOf: branches,
    oneOf: branches,
    prefixItems: branches,
    items: 'schema',
    contains: 'schema',
    unevaluatedItems: 'schema',
    additionalProperties: 'schema',
    unevaluatedProperties: 'schema',
    propertyNames: 'schema',
    contentSchema: 'schema',
    not: 'schema',
    if: 'schema',
    // biome-ignore lint/suspicious/noThenProperty: it is the name of a JSON Schema keyword
    then: 'schema',
    else: 'schema',
  }),
};
