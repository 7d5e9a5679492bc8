import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../model/api.ts';
import type { Operation } from '../../model/operation.ts';
import type { SchemaObject } from '../../model/schema-object.ts';
import { loadApi } from '../load.ts';

const ROOT = resolve(import.meta.dirname, '../../../tests/fixtures/openapi/full');

let api: Api;
let files: readonly string[];
let codes: string[];

beforeAll(async () => {
  const result = await loadApi('api.yaml', { root: ROOT });
  if (!result.api) throw new Error(JSON.stringify(result.diagnostics));
  api = result.api;
  files = result.files;
  // Its examples are odd on purpose, and nothing refers to some of its parts.
  const odd = ['example-invalid', 'default-invalid', 'enum-type'];
  const faults = result.diagnostics.filter(({ code, severity }) => severity !== 'info' && !odd.includes(code));
  codes = faults.map(({ code, place }) => `${code} ${place?.line}`);
});

function operation(key: string): Operation {
  const found = api.operations.find((one) => one.key === key);
  if (!found) throw new Error(`no ${key} among ${api.operations.map((one) => one.key)}`);
  return found;
}

function schema(id: string): SchemaObject {
  const found = api.schemas[id];
  if (typeof found !== 'object') throw new Error(`no ${id} among ${Object.keys(api.schemas)}`);
  return found;
}

describe('the description', () => {
  it('says what was wrong with it, and no more', () => {
    expect(codes).toEqual(['wrong-type 6', 'ref-not-found 51', 'external-address 84', 'ref-not-found 85']);
  });

  it('is plain data that survives JSON', () => {
    expect(JSON.parse(JSON.stringify(api))).toEqual(api);
  });

  it('keeps its facts, the version as written', () => {
    expect(api).toMatchObject({
      id: 'api',
      title: 'Full',
      version: '1.10',
      summary: 'All that is read',
      description: 'Words',
      termsOfService: 'https://example.com/terms',
      contact: { name: 'N', url: 'https://example.com', email: 'a@example.com' },
      license: { name: 'MIT', identifier: 'MIT' },
      externalDocs: { url: 'https://example.com/docs', description: 'More' },
    });
  });

  it('names every file it was read from', () => {
    expect(files.toSorted()).toEqual(['api.yaml', 'parts/paths.yaml', 'parts/schemas.yaml', 'parts/whole.yaml']);
    expect(files[0]).toBe('api.yaml');
  });

  it('has its servers with variables', () => {
    expect(api.servers).toEqual([
      {
        url: 'https://{region}.example.com/{base}',
        name: 'main',
        description: 'The main one',
        variables: [
          { name: 'region', default: 'eu', enum: ['eu', 'us'], description: 'Where' },
          { name: 'base', default: 'v1', enum: [] },
        ],
      },
    ]);
  });

  it('lists declared tags, then those that only operations name', () => {
    expect(api.tags.map(({ name }) => name)).toEqual(['pets', 'animals', 'extra']);
    expect(api.tags[0]).toMatchObject({ summary: 'Pets', parent: 'animals', kind: 'nav' });
  });

  it('has the security schemes of every kind', () => {
    expect(api.securitySchemes).toEqual([
      { id: 'key', deprecated: false, kind: 'apiKey', in: 'header', name: 'api-key', description: 'The key' },
      { id: 'basic', deprecated: true, kind: 'http', scheme: 'basic' },
      { id: 'bearer', deprecated: false, variable: 'MY_TOKEN', kind: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      {
        id: 'oauth',
        deprecated: false,
        kind: 'oauth2',
        metadataUrl: 'https://example.com/.well-known',
        flows: [
          {
            kind: 'authorizationCode',
            authorizationUrl: 'https://a.example.com',
            tokenUrl: 'https://t.example.com',
            refreshUrl: 'https://r.example.com',
            scopes: [
              { name: 'write', description: 'Change' },
              { name: 'read', description: 'Look' },
            ],
          },
          {
            kind: 'deviceAuthorization',
            deviceAuthorizationUrl: 'https://d.example.com',
            tokenUrl: 'https://t.example.com',
            scopes: [],
          },
        ],
      },
      { id: 'oidc', deprecated: false, kind: 'openIdConnect', openIdConnectUrl: 'https://example.com/oidc' },
      { id: 'tls', deprecated: false, kind: 'mutualTLS' },
      { id: 'linked', deprecated: false, variable: 'MY_TOKEN', kind: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    ]);
  });
});

describe('operations', () => {
  it('come in the order of the file, with any method, through references', () => {
    expect(api.operations.map(({ key }) => key)).toEqual([
      'changePet',
      'GET /pets/{petId}',
      'CopY /pets/{petId}',
      'QUERY /pets/{petId}',
      'shared',
      'other',
    ]);
  });

  it('take from the path item and the description what they lack', () => {
    const change = operation('changePet');
    const read = operation('GET /pets/{petId}');
    expect([change.summary, change.pathSummary, change.pathDescription]).toEqual([
      'Change it',
      'One pet',
      'For all methods',
    ]);
    expect([read.summary, read.pathSummary]).toEqual([undefined, 'One pet']);
    expect([change, read, operation('shared')].map(({ servers }) => servers[0]?.url)).toEqual([
      '/',
      'https://pets.example.com',
      'https://{region}.example.com/{base}',
    ]);
    expect(read.security).toEqual([]);
    expect(operation('shared').security).toEqual([{ schemes: [{ id: 'key', scopes: [] }] }, { schemes: [] }]);
    expect(change.security).toEqual([
      {
        schemes: [
          { id: 'oauth', scopes: ['write'] },
          { id: 'key', scopes: [] },
        ],
      },
    ]);
  });

  it('say where they were written', () => {
    expect(operation('changePet').source).toBe('api.yaml#/paths/~1pets~1{petId}/post');
    expect(operation('shared').source).toBe('api.yaml#/components/pathItems/Shared/get');
    expect(operation('other').source).toBe('parts/paths.yaml#/other/get');
  });

  it('merge parameters and fill in style and explode', () => {
    const facts = operation('changePet').parameters.map(({ name, in: place, style, explode, required, description }) =>
      [place, name, style, explode, required, description ?? ''].join(' '),
    );
    expect(facts).toEqual([
      'path petId simple false true Said here',
      'query verbose form true false Again',
      'query tags form false false ',
      'query filter form true false ',
      'cookie session cookie true false ',
      'header X-Trace simple false true ',
    ]);
    expect(operation('changePet').parameters[2]?.examples).toMatchObject([{ name: 'two', value: '["a",1.10]' }]);
    expect(operation('changePet').parameters[3]?.content).toMatchObject({ name: 'application/json' });
  });

  it('have request bodies with examples of every form', () => {
    const body = operation('changePet').requestBody;
    expect(body).toMatchObject({ required: true, description: 'Said here' });
    const examples = body?.content.flatMap((media) => media.examples.map(({ source, ...example }) => example));
    expect(examples).toEqual([
      { name: 'first', summary: 'Said here', description: 'The first', value: '{"name":"中文","price":1.10}' },
      { name: 'data', value: '{"b":1,"2":"two","1":31}' },
      { name: 'wire', value: '{ "a": 1.0 }' },
      { name: 'both', value: '{"a":1}' },
      { name: 'far', externalUrl: 'https://example.com/far.json' },
      { name: 'gone', missing: '#/components/examples/Gone' },
      { name: 'default', text: '<pet/>' },
      { name: 'a', value: '[[1,2]]', text: '1,2\r\n' },
      { name: 'b', value: '[[3]]' },
    ]);
  });

  it('have responses, a broken reference keeping its status', () => {
    const { responses } = operation('changePet');
    expect(responses.map(({ status, description }) => [status, description])).toEqual([
      ['200', 'The pet'],
      ['4XX', 'Wrong'],
      ['default', undefined],
    ]);
    expect(responses[0]?.content[0]?.schema).toMatchObject({ ref: '#/components/schemas/Pet/properties/friend' });
  });

  it('have streams with the schema of an item', () => {
    const [response] = operation('GET /pets/{petId}').responses;
    expect(response?.headers).toMatchObject([
      { name: 'Content-Type' },
      { name: 'X-Rate', required: true, examples: [{ value: '12345678901234567890' }] },
    ]);
    expect(response?.content).toMatchObject([
      {
        name: 'text/event-stream',
        itemSchema: { properties: [{ name: 'data', schema: { contentSchema: { ref: '#/components/schemas/Pet' } } }] },
        examples: [{ name: 'default', text: 'data: {}\n\n' }],
      },
    ]);
  });
});

describe('schemas', () => {
  it('are named by where they lie, and nothing is put in for a reference', () => {
    expect(Object.keys(api.schemas)).toEqual([
      '#/components/schemas/Pet',
      '#/components/schemas/Cat',
      '#/components/schemas/Claws',
      '#/components/schemas/Alias',
      '#/components/schemas/Words',
      '#/components/schemas/List',
      '#/components/schemas/Thing',
      '#/components/schemas/Anything',
      '#/components/schemas/Nothing',
      '#/components/schemas/Data',
      'parts/schemas.yaml#/Id',
      '#/components/schemas/Pet/properties/friend',
      'parts/schemas.yaml#/Dog',
      'parts/whole.yaml#',
      'parts/schemas.yaml#/Tail',
      'parts/whole.yaml#/$defs/Part',
    ]);
    expect(schema('parts/schemas.yaml#/Dog').allOf).toMatchObject([
      { ref: '#/components/schemas/Pet' },
      { ref: 'parts/schemas.yaml#/Tail' },
    ]);
    expect(schema('#/components/schemas/Cat').allOf?.[1]).toMatchObject({ ref: '#/components/schemas/Claws' });
    expect(schema('#/components/schemas/Alias')).toMatchObject({ ref: 'parts/whole.yaml#' });
    expect(api.schemas['#/components/schemas/Anything']).toBe(true);
    expect(api.schemas['#/components/schemas/Nothing']).toBe(false);
  });

  it('keep properties in their order, with what stands beside a reference', () => {
    const { properties, discriminator } = schema('#/components/schemas/Pet');
    expect(properties?.map(({ name }) => name)).toEqual(['kind', 'friend', '2', '1']);
    expect(properties?.[1]?.schema).toMatchObject({ ref: '#/components/schemas/Pet', description: 'Another one' });
    expect(discriminator).toEqual({
      propertyName: 'kind',
      mapping: [
        { value: 'cat', ref: '#/components/schemas/Cat' },
        { value: 'dog', ref: 'parts/schemas.yaml#/Dog' },
      ],
      defaultMapping: '#/components/schemas/Cat',
    });
  });

  it('keep every keyword, values as exact JSON', () => {
    expect(schema('#/components/schemas/Words')).toEqual({
      types: ['string', 'integer', 'null'],
      title: 'T',
      description: 'D',
      format: 'F',
      pattern: '^a$',
      default: 'null',
      const: '1.10',
      enum: ['"a"', '1.10', 'null', '{"b":1,"a":2}'],
      enumDescriptions: [
        { value: '"a"', description: 'The first' },
        { value: '1.10', description: 'A number' },
      ],
      examples: ['"a"', '"b"'],
      multipleOf: '0.10',
      minimum: '0',
      maximum: '12345678901234567890',
      exclusiveMinimum: '-1',
      exclusiveMaximum: '1e400',
      minLength: '0',
      maxLength: '5',
      contentEncoding: 'base64',
      contentMediaType: 'image/png',
      readOnly: true,
      writeOnly: false,
      deprecated: true,
      externalDocs: { url: 'https://example.com' },
      source: 'api.yaml#/components/schemas/Words',
    });
    expect(schema('#/components/schemas/List')).toMatchObject({
      types: ['array'],
      items: { types: ['string'] },
      prefixItems: [{ types: ['integer'] }, false],
      contains: true,
      minContains: '1',
      maxContains: '2',
      minItems: '1',
      maxItems: '3',
      uniqueItems: true,
      unevaluatedItems: false,
    });
    expect(schema('#/components/schemas/Thing')).toMatchObject({
      minProperties: '1',
      maxProperties: '2',
      patternProperties: [{ pattern: '^x-', schema: { types: ['string'] } }],
      additionalProperties: false,
      unevaluatedProperties: { types: ['string'] },
      propertyNames: { maxLength: '5' },
      dependentRequired: [{ name: 'a', required: ['b', 'c'] }],
      dependentSchemas: [{ name: 'a', schema: { required: ['b'] } }],
      anyOf: [{ required: ['a'] }],
      oneOf: [{ required: ['b'] }],
      not: { types: ['string'] },
      if: { required: ['a'] },
      else: false,
    });
    expect(schema('#/components/schemas/Thing').then).toMatchObject({ required: ['b'] });
  });

  it('leave data alone, whatever it looks like', () => {
    expect(schema('#/components/schemas/Data')).toMatchObject({
      default: '{"$ref":"#/not/a/reference"}',
      examples: ['{"$ref":"nowhere.yaml"}'],
    });
  });
});
