import { describe, expect, it } from 'vitest';
import { writeProject } from '../../../tests/project.ts';
import type { Api } from '../../model/api.ts';
import type { Operation } from '../../model/operation.ts';
import type { SchemaObject } from '../../model/schema-object.ts';
import { loadApi } from '../load.ts';

const INFO = 'info: { title: T, version: "1" }';
const V2 = `swagger: "2.0"\n${INFO}\n`;
const V30 = `openapi: 3.0.3\n${INFO}\npaths: {}\n`;
const OK = 'responses: { "200": { description: Fine } }';

async function load(text: string): Promise<Api> {
  const { api, diagnostics } = await loadApi('a.yaml', { root: writeProject({ 'a.yaml': text }) });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!api) throw new Error('no model');
  return api;
}

function operation(api: Api): Operation {
  const [first] = api.operations;
  if (!first) throw new Error('no operation');
  return first;
}

describe('where an API of 2.0 is served', () => {
  const table: { name: string; given: string; want: string[] }[] = [
    { name: 'nothing said', given: '', want: ['/'] },
    { name: 'a base path alone', given: 'basePath: /v1', want: ['/v1'] },
    { name: 'a base path without its slash', given: 'basePath: v1/', want: ['/v1'] },
    { name: 'schemes without a host', given: 'schemes: [https]\nbasePath: /v1', want: ['/v1'] },
    { name: 'a host without a scheme', given: 'host: a.example:8080', want: ['https://a.example:8080'] },
    { name: 'the root as base path', given: 'host: a.example\nbasePath: /', want: ['https://a.example'] },
    {
      name: 'several schemes, in their order',
      given: 'host: a.example\nbasePath: /v1\nschemes: [http, https, http]',
      want: ['http://a.example/v1', 'https://a.example/v1'],
    },
    { name: 'a host with a scheme before it', given: 'host: http://a.example/', want: ['https://a.example'] },
  ];
  for (const { name, given, want } of table) {
    it(name, async () => {
      const { servers } = await load(`${V2}${given}\npaths: {}\n`);
      expect(servers.map(({ url }) => url)).toEqual(want);
    });
  }
});

describe('bodies that 2.0 forbids', () => {
  const post = (item: string, ...parameters: readonly string[]): string =>
    `${V2}paths:\n  /a:\n    parameters: [${item}]\n    post:\n      parameters: [${parameters.join(', ')}]\n      ${OK}\n`;
  const one = '{ name: one, in: body, required: true, description: First, schema: { $ref: "#/definitions/B" } }';
  const two = '{ name: two, in: body, description: Second, schema: { type: string } }';
  const field = '{ name: file, in: formData, type: file, description: Words }';

  it('are alternatives where there are two', async () => {
    const { requestBody } = operation(await load(`${post('', one, two)}definitions: { B: { type: object } }\n`));
    expect(requestBody).toMatchObject({
      required: true,
      content: [
        {
          name: 'application/json',
          schema: {
            anyOf: [
              { title: 'one', description: 'First', allOf: [{ ref: '#/components/schemas/B' }] },
              { title: 'two', description: 'Second', allOf: [{ types: ['string'] }] },
            ],
          },
        },
      ],
    });
  });

  it('keep their form beside the body', async () => {
    const { requestBody } = operation(await load(post('', two, field)));
    expect(requestBody).toMatchObject({
      description: 'Second',
      content: [
        { name: 'application/json', schema: { types: ['string'] } },
        { name: 'multipart/form-data', schema: { properties: [{ name: 'file', schema: { description: 'Words' } }] } },
      ],
    });
  });

  it('but not where the operation has another of the same name', async () => {
    const { requestBody } = operation(await load(post(two.replace('Second', 'Of the path'), two)));
    expect(requestBody).toMatchObject({ description: 'Second', content: [{ schema: { types: ['string'] } }] });
  });
});

it('a header of 2.0 keeps what joins its items', async () => {
  const header = '{ type: array, items: { type: string }, collectionFormat: pipes }';
  const api = await load(
    `${V2}paths: { /a: { get: { responses: { "200": { description: D, headers: { X-A: ${header}, X-B: { type: string } } } } } } }\n`,
  );
  expect(operation(api).responses[0]?.headers.map(({ style }) => style)).toEqual(['pipeDelimited', undefined]);
});

describe('media types of 2.0', () => {
  const body = 'parameters: [{ name: a, in: body, schema: { type: string } }]';
  const form = (type: string): string => `parameters: [{ name: a, in: formData, type: ${type} }]`;
  const table: { name: string; root?: string; given: string; request?: string[]; response?: string[] }[] = [
    { name: 'a body, nothing said', given: body, request: ['application/json'] },
    { name: 'a body, said for all', root: 'consumes: [text/a]', given: body, request: ['text/a'] },
    {
      name: 'a body, said here',
      root: 'consumes: [text/a]',
      given: `consumes: [text/b]\n      ${body}`,
      request: ['text/b'],
    },
    {
      name: 'a body, said to be open',
      root: 'consumes: [text/a]',
      given: `consumes: []\n      ${body}`,
      request: ['application/json'],
    },
    { name: 'a form', given: form('string'), request: ['application/x-www-form-urlencoded'] },
    {
      name: 'a form of JSON only',
      root: 'consumes: [application/json]',
      given: form('string'),
      request: ['application/x-www-form-urlencoded'],
    },
    {
      name: 'a form as multipart',
      given: `consumes: [multipart/form-data]\n      ${form('string')}`,
      request: ['multipart/form-data'],
    },
    {
      name: 'a form in both ways',
      given: `consumes: [application/x-www-form-urlencoded, multipart/form-data]\n      ${form('string')}`,
      request: ['application/x-www-form-urlencoded', 'multipart/form-data'],
    },
    { name: 'a file', given: form('file'), request: ['multipart/form-data'] },
    {
      name: 'a file in a form that holds none',
      given: `consumes: [application/x-www-form-urlencoded]\n      ${form('file')}`,
      request: ['multipart/form-data'],
    },
    {
      name: 'an answer',
      given: 'responses: { "200": { description: A, schema: {} } }',
      response: ['application/json'],
    },
    {
      name: 'an answer that is a file',
      given: 'responses: { "200": { description: A, schema: { type: file } } }',
      response: ['application/octet-stream'],
    },
    { name: 'an answer without a body', root: 'produces: [text/a]', given: OK, response: [] },
    {
      name: 'an answer with an example of another type',
      root: 'produces: [text/a]',
      given: 'responses: { "200": { description: A, schema: {}, examples: { text/b: x } } }',
      response: ['text/a', 'text/b'],
    },
    {
      name: 'an answer whose examples alone tell its types',
      given: 'responses: { "200": { description: A, examples: { text/b: x } } }',
      response: ['text/b'],
    },
  ];
  for (const { name, root = '', given, request, response } of table) {
    it(name, async () => {
      const responses = given.includes('responses:') ? '' : `\n      ${OK}`;
      const api = await load(`${V2}${root}\npaths:\n  /a:\n    post:\n      ${given}${responses}\n`);
      const { requestBody, responses: answers } = operation(api);
      if (request) expect(requestBody?.content.map((media) => media.name)).toEqual(request);
      if (response) expect(answers[0]?.content.map((media) => media.name)).toEqual(response);
    });
  }
});

describe('how 2.0 joins the items of a list', () => {
  const table: { name: string; given: string; want: [string, boolean] }[] = [
    { name: 'query', given: 'in: query', want: ['form', false] },
    { name: 'query, multi', given: 'in: query, collectionFormat: multi', want: ['form', true] },
    { name: 'query, ssv', given: 'in: query, collectionFormat: ssv', want: ['spaceDelimited', false] },
    { name: 'query, tsv', given: 'in: query, collectionFormat: tsv', want: ['tabDelimited', false] },
    { name: 'query, pipes', given: 'in: query, collectionFormat: pipes', want: ['pipeDelimited', false] },
    { name: 'header', given: 'in: header', want: ['simple', false] },
    { name: 'header, pipes', given: 'in: header, collectionFormat: pipes', want: ['pipeDelimited', false] },
    { name: 'path', given: 'in: path, required: true', want: ['simple', false] },
    { name: 'path, tsv', given: 'in: path, required: true, collectionFormat: tsv', want: ['tabDelimited', false] },
  ];
  for (const { name, given, want } of table) {
    it(name, async () => {
      const parameter = `{ name: id, ${given}, type: array, items: { type: string } }`;
      const path = given.includes('path') ? '/a/{id}' : '/a';
      const api = await load(`${V2}paths: { "${path}": { get: { parameters: [${parameter}], ${OK} } } }\n`);
      const [found] = operation(api).parameters;
      expect([found?.style, found?.explode]).toEqual(want);
    });
  }

  it('and those of lists within', async () => {
    const lists = 'type: array, items: { type: array, collectionFormat: pipes, items: { type: array, items: {} } }';
    const parameters = `[{ name: a, in: query, collectionFormat: multi, ${lists} }, { name: b, in: formData, collectionFormat: multi, ${lists} }]`;
    const header = `{ ${lists} }`;
    const responses = `responses: { "200": { description: D, headers: { X-A: ${header} } } }`;
    const api = await load(`${V2}paths: { /a: { post: { parameters: ${parameters}, ${responses} } } }\n`);
    const { parameters: [found] = [], requestBody, responses: [answer] = [] } = operation(api);
    const itemDelimiters = ['|', ','];
    expect(found).toMatchObject({ style: 'form', explode: true, itemDelimiters });
    expect(requestBody?.content[0]?.encoding).toMatchObject([{ name: 'b', style: 'form', itemDelimiters }]);
    expect(answer?.headers).toMatchObject([{ name: 'X-A', itemDelimiters }]);
  });

  it('form', async () => {
    const parameters = '[{ name: a, in: formData, type: array, items: { type: string }, collectionFormat: ssv }]';
    const api = await load(`${V2}paths: { /a: { post: { parameters: ${parameters}, ${OK} } } }\n`);
    const [media] = operation(api).requestBody?.content ?? [];
    expect(media?.encoding).toMatchObject([{ name: 'a', style: 'spaceDelimited', explode: false }]);
  });
});

describe('schemas', () => {
  const table: { name: string; head?: string; given: string; want: SchemaObject }[] = [
    { name: 'nullable', given: 'type: string, nullable: true', want: { types: ['string', 'null'] } },
    { name: 'not nullable', given: 'type: string, nullable: false', want: { types: ['string'] } },
    {
      name: 'nullable with an enum that lacks null',
      given: 'type: string, nullable: true, enum: [a]',
      want: { types: ['string', 'null'], enum: ['"a"'] },
    },
    { name: 'nullable without a type', given: 'nullable: true, description: D', want: { description: 'D' } },
    {
      name: 'nullable branches',
      given: 'nullable: true, anyOf: [{ type: string }]',
      want: { anyOf: [{ types: ['string'] }, { types: ['null'] }] },
    },
    {
      name: 'nullable part',
      given: 'nullable: true, allOf: [{ type: string }]',
      want: { anyOf: [{ types: ['string'] }, { types: ['null'] }] },
    },
    {
      name: 'nullable parts of a whole',
      given: 'nullable: true, allOf: [{ minLength: 1 }, { maxLength: 2 }]',
      want: { anyOf: [{ allOf: [{ minLength: '1' }, { maxLength: '2' }] }, { types: ['null'] }] },
    },
    {
      name: 'nullable part beside properties',
      given: 'nullable: true, allOf: [{ type: object }], properties: { a: {} }',
      want: { anyOf: [{ types: ['object'] }, { types: ['null'] }], properties: [{ name: 'a', schema: {} }] },
    },
    {
      name: 'exclusive bound',
      given: 'type: number, minimum: 1.10, exclusiveMinimum: true',
      want: { types: ['number'], exclusiveMinimum: '1.10' },
    },
    { name: 'bound that is not exclusive', given: 'maximum: 1, exclusiveMaximum: false', want: { maximum: '1' } },
    { name: 'exclusive without a bound', given: 'exclusiveMaximum: true', want: {} },
    {
      name: 'tuple',
      given: 'items: [{ type: string }], additionalItems: false',
      want: { prefixItems: [{ types: ['string'] }], items: false },
    },
    {
      name: 'dependencies',
      given: 'dependencies: { a: [b], c: { minProperties: 1 } }',
      want: {
        dependentRequired: [{ name: 'a', required: ['b'] }],
        dependentSchemas: [{ name: 'c', schema: { minProperties: '1' } }],
      },
    },
    {
      name: 'words and assertions beside a reference',
      given: "$ref: '#/components/schemas/B', description: D, minLength: 1",
      want: { ref: '#/components/schemas/B', description: 'D' },
    },
    {
      name: 'assertions beside a reference in 3.1',
      head: '3.1.0',
      given: "$ref: '#/components/schemas/B', minLength: 1",
      want: { ref: '#/components/schemas/B', minLength: '1' },
    },
    {
      name: 'nullable in 3.1',
      head: '3.1.0',
      given: 'type: string, nullable: true',
      want: { types: ['string', 'null'] },
    },
    {
      name: 'exclusive bound of 3.0 in 3.2',
      head: '3.2.0',
      given: 'maximum: 1, exclusiveMaximum: true',
      want: { exclusiveMaximum: '1' },
    },
    {
      name: 'keyword of 3.1 in 3.0',
      given: 'type: [string, "null"], const: a',
      want: { types: ['string', 'null'], const: '"a"' },
    },
    {
      name: 'data that looks like keywords',
      given:
        'type: object, default: { nullable: true }, example: { type: string, nullable: true }, enum: [{ nullable: true }]',
      want: {
        types: ['object'],
        default: '{"nullable":true}',
        enum: ['{"nullable":true}'],
        examples: ['{"type":"string","nullable":true}'],
      },
    },
    {
      name: 'property that is called as a keyword',
      given: 'properties: { nullable: { type: string }, items: { type: string, nullable: true } }',
      want: {
        properties: [
          { name: 'nullable', schema: { types: ['string'] } },
          { name: 'items', schema: { types: ['string', 'null'] } },
        ],
      },
    },
  ];
  for (const { name, head = '3.0.3', given, want } of table) {
    it(name, async () => {
      const text = `openapi: ${head}\n${INFO}\npaths: {}\ncomponents: { schemas: { A: { ${given} }, B: { type: string } } }\n`;
      const { api } = await loadApi('a.yaml', { root: writeProject({ 'a.yaml': text }) });
      const drop = (key: string, value: unknown): unknown => (key === 'source' ? undefined : value);
      expect(JSON.parse(JSON.stringify(api?.schemas['#/components/schemas/A'], drop))).toEqual(want);
    });
  }

  it('of 2.0 have a discriminator by name, files, and null by extension', async () => {
    const api = await load(
      `${V2}paths: {}\ndefinitions: { A: { type: object, discriminator: kind, required: [kind], properties: { kind: { type: string, x-nullable: true } } } }\n`,
    );
    expect(api.schemas['#/components/schemas/A']).toMatchObject({
      discriminator: { propertyName: 'kind' },
      properties: [{ name: 'kind', schema: { types: ['string', 'null'] } }],
    });
  });
});

describe('references of 2.0', () => {
  it('follow what moved, however they are written', async () => {
    const references = [
      '#/definitions/A',
      '#/definitions/A/properties/a~1b',
      '#/definitions/A/properties/a%2Fb',
      '#/parameters/P/schema',
    ];
    const api = await load(`${V2}paths:
  /a:
    post:
      parameters: [{ $ref: '#/parameters/P' }]
      responses:
${references.map((reference, at) => `        '20${at}': { description: D, schema: { $ref: '${reference}' } }`).join('\n')}
        '210': { description: D, schema: { $ref: '#/paths/~1a/post/responses/211/schema' } }
        '211': { description: D, schema: { type: integer } }
parameters: { P: { name: p, in: body, schema: { type: object } } }
definitions: { A: { type: object, properties: { a/b: { type: string } } } }
`);
    expect(
      operation(api).responses.map(({ content: [media] }) => typeof media?.schema === 'object' && media.schema.ref),
    ).toEqual([
      '#/components/schemas/A',
      '#/components/schemas/A/properties/a~1b',
      '#/components/schemas/A/properties/a~1b',
      '#/components/requestBodies/P/content/application~1json/schema',
      '#/paths/~1a/post/responses/211/content/application~1json/schema',
      undefined,
    ]);
    expect(api.schemas['#/paths/~1a/post/responses/211/content/application~1json/schema']).toMatchObject({
      types: ['integer'],
    });
  });

  it('leave what a shared response is to each operation', async () => {
    const api = await load(`${V2}produces: [text/a]
paths:
  /a:
    get: { responses: { default: { $ref: '#/responses/E' } } }
    put: { produces: [text/b], responses: { default: { $ref: '#/responses/E' } } }
responses: { E: { description: E, schema: { type: string } } }
`);
    expect(api.operations.map(({ responses }) => responses[0]?.content.map(({ name }) => name))).toEqual([
      ['text/a'],
      ['text/b'],
    ]);
  });

  it('bring parts of a form, and of a path', async () => {
    const api = await load(`${V2}paths:
  /a:
    parameters: [{ $ref: '#/parameters/F' }, { name: q, in: query, type: string }]
    post: { parameters: [{ name: g, in: formData, type: string }], ${OK} }
parameters: { F: { name: f, in: formData, type: file, required: true } }
`);
    const { parameters, requestBody } = operation(api);
    expect(parameters.map(({ name }) => name)).toEqual(['q']);
    expect(requestBody).toMatchObject({
      required: true,
      content: [
        { name: 'multipart/form-data', schema: { required: ['f'], properties: [{ name: 'f' }, { name: 'g' }] } },
      ],
    });
  });
});

describe('a fault in what the upgrade made is told where its author wrote it', () => {
  const table: { name: string; given: string; want: string[] }[] = [
    {
      name: 'a reference to nothing in a body',
      given: `${V2}paths:\n  /a:\n    post:\n      parameters:\n        - { name: b, in: body, schema: { $ref: '#/definitions/B' } }\n      ${OK}\n`,
      want: ['ref-not-found 7:48'],
    },
    {
      name: 'a reference to nothing, used by two operations with other media types',
      given: `${V2}paths:\n  /a:\n    get: { produces: [text/a], responses: { default: { $ref: '#/responses/E' } } }\n    put: { produces: [text/b], responses: { default: { $ref: '#/responses/E' } } }\nresponses:\n  E: { description: E, schema: { $ref: '#/definitions/E' } }\n`,
      want: ['ref-not-found 8:40'],
    },
    {
      name: 'an undeclared security scheme',
      given: `${V2}security: [{ key: [] }]\npaths:\n  /a: { get: { ${OK} } }\n`,
      want: ['security-scheme-missing 3:14'],
    },
    {
      name: 'a path parameter that its path lacks',
      given: `${V2}paths:\n  /a:\n    get:\n      parameters: [{ name: id, in: path, required: true, type: string }]\n      ${OK}\n`,
      want: ['path-parameter-unknown 6:28'],
    },
  ];
  for (const { name, given, want } of table) {
    it(name, async () => {
      const { diagnostics } = await loadApi('a.yaml', { root: writeProject({ 'a.yaml': given }) });
      const told = diagnostics.filter(({ severity }) => severity !== 'info');
      expect(told.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`)).toEqual(want);
    });
  }
});

it('tells the pointer of the file, not of what became of it', async () => {
  const text = `${V2}paths: {}\ndefinitions: { A: { type: object, properties: { b: { $ref: '#/definitions/B' } } } }\n`;
  const { diagnostics } = await loadApi('a.yaml', { root: writeProject({ 'a.yaml': text }) });
  const found = diagnostics.find(({ code }) => code === 'ref-not-found');
  expect(found?.pointer).toBe('/definitions/A/properties/b/$ref');
});

it('takes versions as authors write them', async () => {
  for (const version of [
    'swagger: 2.0',
    'swagger: "2.0"',
    'openapi: 3.0',
    'openapi: 3.0.4-rc1',
    'openapi: 3.1',
    'openapi: "3.2.0"',
  ]) {
    const { api } = await loadApi('a.yaml', { root: writeProject({ 'a.yaml': `${version}\n${INFO}\npaths: {}\n` }) });
    expect(api?.title, version).toBe('T');
  }
});

it('does not repeat media types without end', async () => {
  const list = Array.from({ length: 100 }, (_, at) => `text/t${at}`).join(', ');
  const responses = Array.from({ length: 20 }, (_, at) => `"${100 + at}": { description: D, schema: {} }`).join(', ');
  const text = `${V2}produces: [${list}]\npaths: { /a: { get: { responses: { ${responses} } } } }\n`;
  const { diagnostics } = await loadApi('a.yaml', {
    root: writeProject({ 'a.yaml': text }),
    limits: { aliased: 1000 },
  });
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
    'upgrade-expansion',
  ]);
});

it('leaves a description of 3.0 without schemas as it is', async () => {
  expect((await load(V30)).operations).toEqual([]);
});
