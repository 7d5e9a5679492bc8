import { describe, expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { runMain } from '../../tests/run-main.ts';
import type { Change } from '../changes/change.ts';

type Json = { readonly [key: string]: unknown };

function api(paths: Json, rest: Json = {}): string {
  return JSON.stringify({
    openapi: '3.2.0',
    info: { title: 'Pets', version: '1' },
    servers: [{ url: 'https://a.example' }],
    paths,
    ...rest,
  });
}

const OK = { 200: { description: 'Fine' } };

async function changesOf(before: string, after: string): Promise<Change[]> {
  const folder = writeProject({ 'old.json': before, 'new.json': after });
  const { out, err, code } = await runMain(['diff', 'old.json', 'new.json', '--format', 'json'], folder);
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out).changes;
}

function told(changes: readonly Change[]): string[] {
  return changes.map(({ effect, code }) => `${effect} ${code}`).sort();
}

describe('a schema that changes is judged by who writes the value', () => {
  const pet = (more: Json = {}): Json => ({ type: 'object', properties: { name: { type: 'string' }, ...more } });
  const table: { name: string; old: unknown; new: unknown; request: string[]; response: string[] }[] = [
    {
      name: 'an optional property comes',
      old: pet(),
      new: pet({ age: { type: 'integer' } }),
      request: ['compatible property-added'],
      response: ['compatible property-added'],
    },
    {
      name: 'a required property comes',
      old: pet(),
      new: { ...pet({ age: { type: 'integer' } }), required: ['age'] },
      request: ['breaking required-property-added'],
      response: ['compatible required-property-added'],
    },
    {
      name: 'an optional property goes',
      old: pet({ age: true }),
      new: pet(),
      request: ['risky property-removed'],
      response: ['risky property-removed'],
    },
    {
      name: 'a required property goes',
      old: { ...pet({ age: true }), required: ['age'] },
      new: pet(),
      request: ['risky property-removed'],
      response: ['breaking property-removed'],
    },
    {
      name: 'a property goes where others are refused',
      old: { ...pet({ age: true }), additionalProperties: false },
      new: { ...pet(), additionalProperties: false },
      request: ['breaking property-removed'],
      response: ['risky property-removed'],
    },
    {
      name: 'a property becomes required',
      old: pet(),
      new: { ...pet(), required: ['name'] },
      request: ['breaking property-required'],
      response: ['compatible property-required'],
    },
    {
      name: 'a property becomes optional',
      old: { ...pet(), required: ['name'] },
      new: pet(),
      request: ['compatible property-optional'],
      response: ['breaking property-optional'],
    },
    {
      name: 'a property is only read',
      old: pet(),
      new: { type: 'object', properties: { name: { type: 'string', readOnly: true } } },
      request: ['risky property-removed'],
      response: [],
    },
    {
      name: 'a property is only written',
      old: pet(),
      new: { type: 'object', properties: { name: { type: 'string', writeOnly: true } } },
      request: [],
      response: ['risky property-removed'],
    },
    {
      name: 'a property deep inside',
      old: pet({ owner: pet() }),
      new: pet({ owner: { ...pet(), required: ['name'] } }),
      request: ['breaking property-required'],
      response: ['compatible property-required'],
    },
    {
      name: 'other properties are refused',
      old: pet(),
      new: { ...pet(), additionalProperties: false },
      request: ['breaking other-properties-refused'],
      response: ['compatible other-properties-refused'],
    },
    {
      name: 'other properties are allowed',
      old: { ...pet(), additionalProperties: false },
      new: pet(),
      request: ['compatible other-properties-allowed'],
      response: ['risky other-properties-allowed'],
    },
    {
      name: 'values of a map',
      old: { type: 'object', additionalProperties: { type: 'integer' } },
      new: { type: 'object', additionalProperties: { type: 'number' } },
      request: ['compatible type-widened'],
      response: ['breaking type-widened'],
    },
    {
      name: 'an integer becomes a number',
      old: { type: 'integer' },
      new: { type: 'number' },
      request: ['compatible type-widened'],
      response: ['breaking type-widened'],
    },
    {
      name: 'a number becomes an integer',
      old: { type: 'number' },
      new: { type: 'integer' },
      request: ['breaking type-narrowed'],
      response: ['compatible type-narrowed'],
    },
    {
      name: 'a type changes',
      old: { type: 'string' },
      new: { type: 'integer' },
      request: ['breaking type-changed'],
      response: ['breaking type-changed'],
    },
    {
      name: 'null comes',
      old: { type: 'string' },
      new: { type: ['string', 'null'] },
      request: ['compatible null-allowed'],
      response: ['breaking null-allowed'],
    },
    {
      name: 'null goes',
      old: { type: ['string', 'null'] },
      new: { type: 'string' },
      request: ['breaking null-refused'],
      response: ['compatible null-refused'],
    },
    {
      name: 'a value of an enum comes',
      old: { enum: ['a'] },
      new: { enum: ['a', 'b'] },
      request: ['compatible enum-value-added'],
      response: ['risky enum-value-added'],
    },
    {
      name: 'a value of an enum goes',
      old: { enum: ['a', 'b'] },
      new: { enum: ['b'] },
      request: ['breaking enum-value-removed'],
      response: ['compatible enum-value-removed'],
    },
    {
      name: 'an enum comes',
      old: { type: 'string' },
      new: { type: 'string', enum: ['a'] },
      request: ['breaking enum-added'],
      response: ['compatible enum-added'],
    },
    {
      name: 'an enum goes',
      old: { type: 'string', enum: ['a'] },
      new: { type: 'string' },
      request: ['compatible enum-dropped'],
      response: ['breaking enum-dropped'],
    },
    {
      name: 'a value of an enum is spelt otherwise',
      old: { enum: [1.0, { a: 1, b: 2 }] },
      new: { enum: [1, { b: 2, a: 1 }] },
      request: [],
      response: [],
    },
    {
      name: 'a constant changes',
      old: { const: 'a' },
      new: { const: 'b' },
      request: ['breaking enum-value-removed', 'compatible enum-value-added'],
      response: ['compatible enum-value-removed', 'risky enum-value-added'],
    },
    {
      name: 'a minimum is raised',
      old: { type: 'integer', minimum: 1 },
      new: { type: 'integer', minimum: 2 },
      request: ['breaking minimum-raised'],
      response: ['compatible minimum-raised'],
    },
    {
      name: 'a minimum is lowered',
      old: { type: 'integer', minimum: 2 },
      new: { type: 'integer', minimum: 1 },
      request: ['compatible minimum-lowered'],
      response: ['breaking minimum-lowered'],
    },
    {
      name: 'a maximum comes',
      old: { type: 'number' },
      new: { type: 'number', maximum: 9 },
      request: ['breaking maximum-added'],
      response: ['compatible maximum-added'],
    },
    {
      name: 'an exclusive maximum goes',
      old: { type: 'number', exclusiveMaximum: 9 },
      new: { type: 'number' },
      request: ['compatible exclusive-maximum-removed'],
      response: ['breaking exclusive-maximum-removed'],
    },
    {
      name: 'a length is lowered',
      old: { type: 'string', maxLength: 9 },
      new: { type: 'string', maxLength: 8 },
      request: ['breaking max-length-lowered'],
      response: ['compatible max-length-lowered'],
    },
    {
      name: 'a least length of nothing',
      old: { type: 'string' },
      new: { type: 'string', minLength: 0 },
      request: [],
      response: [],
    },
    {
      name: 'a list gets a least length',
      old: { type: 'array' },
      new: { type: 'array', minItems: 1 },
      request: ['breaking min-items-added'],
      response: ['compatible min-items-added'],
    },
    {
      name: 'items must differ',
      old: { type: 'array' },
      new: { type: 'array', uniqueItems: true },
      request: ['breaking unique-items-added'],
      response: ['compatible unique-items-added'],
    },
    {
      name: 'items of a list',
      old: { type: 'array', items: { type: 'string' } },
      new: { type: 'array', items: { type: 'integer' } },
      request: ['breaking type-changed'],
      response: ['breaking type-changed'],
    },
    {
      name: 'the second of a tuple',
      old: { type: 'array', prefixItems: [true, { type: 'string' }] },
      new: { type: 'array', prefixItems: [true, { type: 'integer' }] },
      request: ['breaking type-changed'],
      response: ['breaking type-changed'],
    },
    {
      name: 'a pattern comes',
      old: { type: 'string' },
      new: { type: 'string', pattern: '^a' },
      request: ['breaking pattern-added'],
      response: ['compatible pattern-added'],
    },
    {
      name: 'a pattern changes',
      old: { type: 'string', pattern: '^a' },
      new: { type: 'string', pattern: '^b' },
      request: ['breaking pattern-changed'],
      response: ['risky pattern-changed'],
    },
    {
      name: 'a multiple gets coarser',
      old: { type: 'integer', multipleOf: 2 },
      new: { type: 'integer', multipleOf: 4 },
      request: ['breaking multiple-of-changed'],
      response: ['compatible multiple-of-changed'],
    },
    {
      name: 'a format comes',
      old: { type: 'string' },
      new: { type: 'string', format: 'uuid' },
      request: ['risky format-added'],
      response: ['compatible format-added'],
    },
    {
      name: 'a format holds more',
      old: { type: 'integer', format: 'int32' },
      new: { type: 'integer', format: 'int64' },
      request: ['compatible format-changed'],
      response: ['risky format-changed'],
    },
    {
      name: 'a format changes',
      old: { type: 'string', format: 'date' },
      new: { type: 'string', format: 'date-time' },
      request: ['breaking format-changed'],
      response: ['breaking format-changed'],
    },
    {
      name: 'a default changes',
      old: { type: 'integer', default: 1 },
      new: { type: 'integer', default: 2 },
      request: ['risky default-changed'],
      response: ['compatible default-changed'],
    },
    {
      name: 'a property is deprecated',
      old: pet({ age: {} }),
      new: pet({ age: { deprecated: true } }),
      request: ['compatible deprecated'],
      response: ['compatible deprecated'],
    },
    {
      name: 'a branch comes',
      old: { oneOf: [{ title: 'Cat' }] },
      new: { oneOf: [{ title: 'Dog' }, { title: 'Cat' }] },
      request: ['compatible branch-added'],
      response: ['risky branch-added'],
    },
    {
      name: 'a branch goes',
      old: { anyOf: [{ title: 'Cat' }, { title: 'Dog' }] },
      new: { anyOf: [{ title: 'Dog' }] },
      request: ['breaking branch-removed'],
      response: ['compatible branch-removed'],
    },
    {
      name: 'inside a branch that moved',
      old: { oneOf: [{ title: 'Cat', type: 'string' }, { title: 'Dog' }] },
      new: { oneOf: [{ title: 'Dog' }, { title: 'Cat', type: 'integer' }] },
      request: ['breaking type-changed'],
      response: ['breaking type-changed'],
    },
    {
      name: 'a condition',
      old: { type: 'string' },
      new: { type: 'string', not: { const: 'a' } },
      request: ['risky condition-changed'],
      response: ['risky condition-changed'],
    },
    {
      name: 'nothing fits any more',
      old: pet({ age: true }),
      new: pet({ age: false }),
      request: ['breaking nothing-fits'],
      response: ['compatible nothing-fits'],
    },
    {
      name: 'texts and order alone',
      old: { ...pet({ a: {} }), title: 'A', description: 'a', examples: [1] },
      new: { type: 'object', title: 'B', properties: { a: { description: 'x' }, name: { type: 'string' } } },
      request: [],
      response: [],
    },
    {
      name: 'allOf says the same',
      old: { ...pet(), required: ['name'] },
      new: { allOf: [pet(), { required: ['name'] }] },
      request: [],
      response: [],
    },
  ];
  const operation = (direction: 'request' | 'response', schema: unknown): Json => {
    const content = { 'application/json': { schema } };
    return direction === 'request'
      ? { post: { requestBody: { content }, responses: OK } }
      : { get: { responses: { 200: { description: 'Fine', content } } } };
  };
  const side = (which: 'old' | 'new'): string =>
    api(
      Object.fromEntries(
        table.flatMap((row, index) =>
          (['request', 'response'] as const).map((direction) => [
            `/${direction}/${index}`,
            operation(direction, row[which]),
          ]),
        ),
      ),
    );
  const all = changesOf.bind(undefined, side('old'), side('new'));
  let compared: Promise<Change[]> | undefined;
  for (const [index, row] of table.entries()) {
    it(row.name, async () => {
      compared ??= all();
      const changes = await compared;
      const at = (direction: string): string[] =>
        told(changes.filter(({ place }) => place.operation?.endsWith(`/${direction}/${index}`)));
      expect({ request: at('request'), response: at('response') }).toEqual({
        request: row.request,
        response: row.response,
      });
    });
  }
});

describe('an operation', () => {
  const get = (more: Json): Json => ({ '/pets': { get: { responses: OK, ...more } } });
  const post = (more: Json): Json => ({ '/pets': { post: { responses: OK, ...more } } });
  const query = (more: Json): Json =>
    get({ parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer' }, ...more }] });
  const body = (types: readonly string[], more: Json = {}): Json =>
    post({
      requestBody: {
        content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'object' } }])),
        ...more,
      },
    });
  const response = (responses: Json): Json => get({ responses });
  const header = (more: Json | undefined): Json =>
    response({
      200: { description: 'Fine', headers: more ? { 'X-Total': { schema: { type: 'integer' }, ...more } } : {} },
    });
  const schemes = {
    key: { type: 'apiKey', in: 'header', name: 'api-key' },
    login: {
      type: 'oauth2',
      flows: { clientCredentials: { tokenUrl: 'https://a.example/t', scopes: { read: '', write: '' } } },
    },
  };
  const secured = (security: unknown): [Json, Json] => [
    get({ security }),
    { components: { securitySchemes: schemes } },
  ];
  const callback = (required: readonly string[]): Json =>
    post({
      callbacks: {
        done: {
          '{$request.body#/url}': {
            post: {
              requestBody: {
                content: {
                  'application/json': { schema: { type: 'object', required, properties: { id: { type: 'string' } } } },
                },
              },
              responses: OK,
            },
          },
        },
      },
    });
  const table: { name: string; old: Json | [Json, Json]; new: Json | [Json, Json]; want: string[] }[] = [
    { name: 'comes', old: {}, new: get({}), want: ['compatible operation-added'] },
    { name: 'goes', old: get({}), new: {}, want: ['breaking operation-removed'] },
    { name: 'is deprecated', old: get({}), new: get({ deprecated: true }), want: ['compatible deprecated'] },
    {
      name: 'is called otherwise',
      old: get({ operationId: 'listPets' }),
      new: get({ operationId: 'pets' }),
      want: ['risky operation-id-changed'],
    },
    {
      name: 'has another name for a path parameter',
      old: {
        '/pets/{id}': {
          get: { parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }], responses: OK },
        },
      },
      new: {
        '/pets/{petId}': {
          get: {
            parameters: [{ name: 'petId', in: 'path', required: true, schema: { type: 'string' } }],
            responses: OK,
          },
        },
      },
      want: [],
    },
    { name: 'gets an optional parameter', old: get({}), new: query({}), want: ['compatible parameter-added'] },
    {
      name: 'gets a required parameter',
      old: get({}),
      new: query({ required: true }),
      want: ['breaking required-parameter-added'],
    },
    { name: 'loses a parameter', old: query({}), new: get({}), want: ['risky parameter-removed'] },
    {
      name: 'demands a parameter',
      old: query({}),
      new: query({ required: true }),
      want: ['breaking parameter-required'],
    },
    {
      name: 'demands a parameter no longer',
      old: query({ required: true }),
      new: query({}),
      want: ['compatible parameter-optional'],
    },
    {
      name: 'takes a parameter elsewhere',
      old: query({}),
      new: query({ in: 'header' }),
      want: ['compatible parameter-added', 'risky parameter-removed'],
    },
    {
      name: 'writes a parameter otherwise',
      old: query({ schema: { type: 'array' } }),
      new: query({ schema: { type: 'array' }, explode: false }),
      want: ['breaking serialization-changed'],
    },
    {
      name: 'refuses an empty value',
      old: query({ allowEmptyValue: true }),
      new: query({}),
      want: ['breaking empty-value-refused'],
    },
    {
      name: 'has a header in another case',
      old: query({ in: 'header', name: 'X-Trace' }),
      new: query({ in: 'header', name: 'x-trace' }),
      want: [],
    },
    {
      name: 'lists fewer values of a parameter',
      old: query({ schema: { enum: [1, 2] } }),
      new: query({ schema: { enum: [1] } }),
      want: ['breaking enum-value-removed'],
    },
    {
      name: 'needs a body',
      old: post({}),
      new: body(['application/json'], { required: true }),
      want: ['breaking required-body-added'],
    },
    { name: 'takes a body', old: post({}), new: body(['application/json']), want: ['compatible body-added'] },
    { name: 'takes no body any more', old: body(['application/json']), new: post({}), want: ['risky body-removed'] },
    {
      name: 'demands its body',
      old: body(['application/json']),
      new: body(['application/json'], { required: true }),
      want: ['breaking body-required'],
    },
    {
      name: 'takes another media type',
      old: body(['application/json']),
      new: body(['application/json', 'text/csv']),
      want: ['compatible media-type-added'],
    },
    {
      name: 'refuses a media type',
      old: body(['application/json', 'text/csv']),
      new: body(['application/json; charset=utf-8']),
      want: ['breaking media-type-removed'],
    },
    {
      name: 'gets an answer of success',
      old: response(OK),
      new: response({ ...OK, 201: { description: 'Made' } }),
      want: ['risky response-added'],
    },
    {
      name: 'gets an answer of failure',
      old: response(OK),
      new: response({ ...OK, 429: { description: 'Later' } }),
      want: ['compatible response-added'],
    },
    {
      name: 'loses an answer of success',
      old: response({ ...OK, 201: { description: 'Made' } }),
      new: response(OK),
      want: ['breaking response-removed'],
    },
    {
      name: 'loses an answer of failure',
      old: response({ ...OK, 404: { description: 'Gone' } }),
      new: response(OK),
      want: ['compatible response-removed'],
    },
    { name: 'gets an answer header', old: header(undefined), new: header({}), want: ['compatible header-added'] },
    { name: 'loses an answer header', old: header({}), new: header(undefined), want: ['risky header-removed'] },
    {
      name: 'loses an answer header that was sure',
      old: header({ required: true }),
      new: header(undefined),
      want: ['breaking header-removed'],
    },
    {
      name: 'is sure of an answer header no longer',
      old: header({ required: true }),
      new: header({}),
      want: ['breaking header-optional'],
    },
    {
      name: 'asks for a key',
      old: secured([]),
      new: secured([{ key: [] }]),
      want: ['breaking security-removed', 'compatible security-added'],
    },
    {
      name: 'asks for no key any more',
      old: secured([{ key: [] }]),
      new: secured([]),
      want: ['compatible security-added', 'compatible security-removed'],
    },
    {
      name: 'takes another credential too',
      old: secured([{ key: [] }]),
      new: secured([{ key: [] }, { login: ['read'] }]),
      want: ['compatible security-added'],
    },
    {
      name: 'takes a credential no longer',
      old: secured([{ key: [] }, { login: ['read'] }]),
      new: secured([{ key: [] }]),
      want: ['breaking security-removed'],
    },
    {
      name: 'asks for one more scope',
      old: secured([{ login: ['read'] }]),
      new: secured([{ login: ['read', 'write'] }]),
      want: ['breaking security-removed', 'compatible security-added'],
    },
    {
      name: 'asks for one scope less',
      old: secured([{ login: ['read', 'write'] }]),
      new: secured([{ login: ['read'] }]),
      want: ['compatible security-added', 'compatible security-removed'],
    },
    { name: 'calls back with less', old: callback(['id']), new: callback([]), want: ['breaking property-optional'] },
    { name: 'calls back no more', old: callback([]), new: post({}), want: ['breaking callback-removed'] },
  ];
  for (const row of table) {
    it(row.name, async () => {
      const write = (given: Json | [Json, Json]): string =>
        Array.isArray(given) ? api(given[0], given[1]) : api(given as Json);
      expect(told(await changesOf(write(row.old), write(row.new)))).toEqual(row.want);
    });
  }
});

describe('what belongs to the whole API', () => {
  const scheme = (given: Json): Json => ({ components: { securitySchemes: { key: given } } });
  const oauth = (scopes: Json): Json =>
    scheme({ type: 'oauth2', flows: { clientCredentials: { tokenUrl: 'https://a.example/t', scopes } } });
  const server = (variables: Json): Json => ({ servers: [{ url: 'https://{region}.example', variables }] });
  const webhook = (properties: Json): Json => ({
    webhooks: {
      newPet: {
        post: {
          requestBody: { content: { 'application/json': { schema: { type: 'object', properties } } } },
          responses: OK,
        },
      },
    },
  });
  const table: { name: string; old: Json; new: Json; want: string[] }[] = [
    {
      name: 'a server goes and another comes',
      old: {},
      new: { servers: [{ url: 'https://b.example' }] },
      want: ['compatible server-added', 'risky server-removed'],
    },
    {
      name: 'a value of a server goes',
      old: server({ region: { default: 'eu', enum: ['eu', 'us'] } }),
      new: server({ region: { default: 'us', enum: ['us'] } }),
      want: ['breaking server-value-removed', 'risky server-default-changed'],
    },
    {
      name: 'a key goes elsewhere',
      old: scheme({ type: 'apiKey', in: 'header', name: 'key' }),
      new: scheme({ type: 'apiKey', in: 'query', name: 'key' }),
      want: ['breaking scheme-changed'],
    },
    {
      name: 'a scope goes',
      old: oauth({ read: '', write: '' }),
      new: oauth({ read: '' }),
      want: ['breaking scope-removed'],
    },
    { name: 'a webhook comes', old: {}, new: webhook({}), want: ['compatible operation-added'] },
    { name: 'a webhook goes', old: webhook({}), new: {}, want: ['breaking operation-removed'] },
    { name: 'a webhook tells less', old: webhook({ id: {} }), new: webhook({}), want: ['risky property-removed'] },
  ];
  for (const row of table) {
    it(row.name, async () => expect(told(await changesOf(api({}, row.old), api({}, row.new)))).toEqual(row.want));
  }
});

describe('a named schema', () => {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } };
  const paths = {
    '/a': { post: { requestBody: { content }, responses: OK } },
    '/b': { get: { responses: { 200: { description: 'Fine', content } } } },
  };
  const pets = (pet: Json): string => api(paths, { components: { schemas: { Pet: pet } } });
  const tree = (more: Json): Json => ({
    type: 'object',
    properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Pet' } }, ...more },
  });

  it('is told once, by its gravest effect, with the operations that it reaches', async () => {
    const changes = await changesOf(pets(tree({})), pets({ ...tree({ id: {} }), required: ['id'] }));
    expect(changes).toEqual([
      {
        code: 'required-property-added',
        kind: 'added',
        effect: 'breaking',
        place: { schema: '#/components/schemas/Pet', path: ['id'] },
        operations: ['POST /a', 'GET /b'],
      },
    ]);
  });

  it('may get another name, and may be written in another version of OpenAPI', async () => {
    const named = (name: string, openapi: string, age: Json): string =>
      api(
        {
          '/b': {
            get: {
              responses: {
                200: {
                  description: 'Fine',
                  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
                },
              },
            },
          },
        },
        { openapi, components: { schemas: { [name]: { type: 'object', properties: { age } } } } },
      );
    const was = named('Pet', '3.0.3', { type: 'integer', nullable: true, minimum: 0, exclusiveMinimum: true });
    const is = named('Animal', '3.1.0', { type: ['integer', 'null'], exclusiveMinimum: 0 });
    expect(await changesOf(was, is)).toEqual([]);
  });
});

describe('curlew diff', () => {
  const old = api({ '/pets': { get: { responses: OK } } });
  const now = api({
    '/pets': { get: { responses: OK, parameters: [{ name: 'a|`b\n# c', in: 'query', schema: {} }] } },
    '/dogs': { get: { responses: OK } },
  });
  const run = (files: { [name: string]: string }, ...args: string[]) => runMain(['diff', ...args], writeProject(files));

  it('writes text for people, gravest first', async () => {
    const { out, code } = await run({ 'old.json': now, 'new.json': old }, 'old.json', 'new.json');
    expect(code).toBe(0);
    expect(out).toBe(`Pets 1 → Pets 1

Breaking changes (1)
  GET /dogs: operation removed

Risky changes (1)
  GET /pets › query parameter › a|\`b␊# c: parameter removed

1 breaking, 1 risky, 0 compatible`);
  });

  it('writes Markdown that names can’t break out of', async () => {
    const { out } = await run({ 'old.json': old, 'new.json': now }, 'old.json', 'new.json', '--format', 'markdown');
    expect(out).toContain('- ``GET /pets › query parameter › a|`b # c``: new optional parameter');
    expect(out.split('\n').filter((line) => line.startsWith('#'))).toEqual([
      '# Pets 1 → Pets 1',
      '## Compatible changes',
    ]);
  });

  it('says that nothing changed', async () => {
    const { out } = await run({ 'old.json': old, 'new.json': old }, 'old.json', 'new.json');
    expect(out).toContain('Nothing changed that a program could notice.');
  });

  it('exits with 1 where there is what it is to fail on', async () => {
    const files = { 'old.json': now, 'new.json': old };
    expect((await run(files, 'old.json', 'new.json', '--fail-on', 'breaking')).code).toBe(1);
    expect((await run(files, 'new.json', 'old.json', '--fail-on', 'risky')).code).toBe(0);
    expect((await run(files, 'new.json', 'old.json', '--fail-on', 'any')).code).toBe(1);
  });

  it('tells faults of either file, and files that are not there', async () => {
    const wrong = await run({ 'old.json': '{"openapi": "3.1.0", "info": 1}', 'new.json': old }, 'old.json', 'new.json');
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain('old.json:1:');
    expect((await run({ 'old.json': old }, 'old.json', 'no.json')).code).toBe(2);
  });
});
