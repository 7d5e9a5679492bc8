import { OBJECTS } from './objects.ts';
import { SWAGGER_ITEMS, SWAGGER_PARAMETER_VALUE } from './schema-keywords.ts';
import {
  choice,
  describe,
  type Field,
  flag,
  json,
  list,
  map,
  must,
  type ObjectShape,
  object,
  type Shape,
  schema,
  should,
  text,
} from './shapes.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'];
const COLLECTION = choice('csv', 'ssv', 'tsv', 'pipes');
const schemes = list(choice('http', 'https', 'ws', 'wss'));
const security = list(map(list(text)));

function entry(
  name: string,
  label: string,
  table: { readonly [field: string]: Shape | Field },
  besideRef?: readonly string[],
): [string, ObjectShape] {
  return [name, describe(label, table, besideRef)];
}

/** Those that 3.x took over as they were. */
function shared(...names: string[]): [string, ObjectShape][] {
  return names.flatMap((name) => {
    const found = OBJECTS.get(name);
    return found ? [[name, found] as [string, ObjectShape]] : [];
  });
}

/** The objects of OpenAPI 2.0 but the Schema Object. OpenAPI 2.0, section "Schema". */
export const SWAGGER_OBJECTS: ReadonlyMap<string, ObjectShape> = new Map([
  ...shared('info', 'contact', 'license', 'external-docs', 'tag'),
  entry('openapi', 'a description', {
    swagger: must(text),
    info: must(object('info')),
    host: text,
    basePath: text,
    schemes,
    consumes: list(text),
    produces: list(text),
    paths: should(map(object('path-item'), 'path')),
    definitions: map(schema),
    parameters: map(object('parameter')),
    responses: map(object('response')),
    securityDefinitions: map(object('security-scheme')),
    security,
    tags: list(object('tag')),
    externalDocs: object('external-docs'),
  }),
  entry(
    'path-item',
    'a path item',
    {
      ...Object.fromEntries(METHODS.map((method) => [method, object('operation')])),
      parameters: list(object('parameter')),
    },
    [...METHODS, 'parameters'],
  ),
  entry('operation', 'an operation', {
    tags: list(text),
    summary: text,
    description: text,
    externalDocs: object('external-docs'),
    operationId: text,
    consumes: list(text),
    produces: list(text),
    parameters: list(object('parameter')),
    responses: map(object('response'), 'status'),
    schemes,
    deprecated: flag,
    security,
  }),
  entry(
    'parameter',
    'a parameter',
    {
      name: must(text),
      in: must(choice('query', 'header', 'path', 'formData', 'body')),
      description: text,
      required: flag,
      schema,
      allowEmptyValue: flag,
      ...SWAGGER_PARAMETER_VALUE,
      collectionFormat: choice('csv', 'ssv', 'tsv', 'pipes', 'multi'),
    },
    [],
  ),
  entry('items', 'an items object', { ...SWAGGER_ITEMS, collectionFormat: COLLECTION }),
  entry(
    'response',
    'a response',
    { description: should(text), schema, headers: map(object('header')), examples: map(json) },
    [],
  ),
  entry('header', 'a header', { description: text, ...SWAGGER_ITEMS, collectionFormat: COLLECTION }),
  entry(
    'security-scheme',
    'a security scheme',
    {
      type: should(choice('basic', 'apiKey', 'oauth2')),
      description: text,
      name: text,
      in: choice('query', 'header'),
      flow: choice('implicit', 'password', 'application', 'accessCode'),
      authorizationUrl: text,
      tokenUrl: text,
      scopes: map(text),
    },
    [],
  ),
  entry('xml', 'an XML object', { name: text, namespace: text, prefix: text, attribute: flag, wrapped: flag }),
]);

/** What each type of security scheme needs beside its type. OpenAPI 2.0, "Security Scheme Object". */
export const SWAGGER_SECURITY_NEEDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['apiKey', ['name', 'in']],
  ['oauth2', ['flow', 'scopes']],
]);

/** Which addresses each OAuth flow needs. */
export const SWAGGER_FLOW_NEEDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['implicit', ['authorizationUrl']],
  ['password', ['tokenUrl']],
  ['application', ['tokenUrl']],
  ['accessCode', ['authorizationUrl', 'tokenUrl']],
]);
