import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../model/api.ts';
import type { Operation } from '../../model/operation.ts';
import { loadApi } from '../load.ts';

const ROOT = resolve(import.meta.dirname, '../../../tests/fixtures/openapi/surroundings');

let api: Api;
let create: Operation;

async function load(root: string): Promise<Api> {
  const result = await loadApi('api.yaml', { root });
  // A fault told here is the checks' affair; the model is read all the same when nothing is an error.
  if (!result.api) throw new Error(JSON.stringify(result.diagnostics.filter(({ severity }) => severity === 'error')));
  return result.api;
}

beforeAll(async () => {
  api = await load(ROOT);
  const [first] = api.operations;
  if (!first) throw new Error('no operation');
  create = first;
});

describe('an operation', () => {
  it('keeps what its path says of all methods beside its own words', () => {
    expect(create).toMatchObject({ pathSummary: 'All orders', pathDescription: 'For every method' });
    expect(create.summary).toBeUndefined();
  });

  it('takes its stage, its badges and its end from the extensions of other tools', async () => {
    const rows = [
      ['x-scalar-stability: experimental', { badges: ['experimental'] }],
      ['x-stability: stable, x-fern-availability: generally-available', {}],
      ['x-stability-level: deprecated', { deprecated: true }],
      ['x-beta: true, x-stability: beta', { badges: ['beta'] }],
      [
        'x-beta: false, x-badges: [{ name: Internal, color: red }, Paid, { name: "" }, 1]',
        { badges: ['Internal', 'Paid', '1'] },
      ],
      ['x-badges: { name: None }', {}],
      [
        'deprecated: true, x-deprecated-message: Use b., x-sunset: 2027-01-31',
        { deprecated: true, deprecation: 'Use b.', sunset: '2027-01-31' },
      ],
    ] as const;
    const root = mkdtempSync(join(tmpdir(), 'curlew-'));
    const head =
      'openapi: 3.1.0\ninfo: { title: Stages, version: "1" }\nservers: [{ url: https://a.example }]\npaths:\n';
    const paths = rows.map(
      ([written], at) => `  /${at}: { get: { ${written}, responses: { "200": { description: Fine } } } }\n`,
    );
    writeFileSync(join(root, 'api.yaml'), head + paths.join(''));
    try {
      const { operations } = await load(root);
      const told = operations.map(({ deprecated, deprecation, sunset, badges }) => ({
        deprecated,
        deprecation,
        sunset,
        badges,
      }));
      expect(told).toEqual(rows.map(([, want]) => ({ deprecated: false, ...want })));
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it.each([
    ['true', true],
    ['Each call is billed', 'Each call is billed'],
    ['false', undefined],
    ['""', undefined],
    ['[1]', undefined],
  ])('tells what its author says of costs: %s', async (written, want) => {
    const root = mkdtempSync(join(tmpdir(), 'curlew-'));
    const operation = `{ operationId: a, x-curlew-costs: ${written}, responses: { "200": { description: Fine } } }`;
    const head = 'openapi: 3.1.0\ninfo: { title: Costs, version: "1" }\nservers: [{ url: https://a.example }]';
    writeFileSync(join(root, 'api.yaml'), `${head}\npaths: { /a: { get: ${operation} } }\n`);
    try {
      expect((await load(root)).operations[0]?.costs).toBe(want);
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it('sets apart the headers that nobody sends as parameters', () => {
    expect(create.parameters.map(({ name }) => name)).toEqual(['X-Trace']);
    expect(create.ignoredParameters?.map(({ name }) => name)).toEqual(['Accept']);
  });

  it('has the samples that its author wrote', () => {
    expect(create.codeSamples).toEqual([{ lang: 'Go', label: 'Go client', source: 'orders.Create()' }]);
  });

  it('goes by method and path when its id is taken', () => {
    expect(api.operations.map(({ key }) => key)).toEqual(['createOrder', 'readOrder', 'GET /twice']);
  });
});

describe('encodings', () => {
  it('are kept by property, with headers and parts of parts', () => {
    const [form] = create.requestBody?.content ?? [];
    expect(form?.description).toBe('In parts');
    expect(form?.encoding).toMatchObject([
      {
        name: 'file',
        contentType: 'image/png',
        headers: [{ name: 'X-Size' }],
        style: 'deepObject',
        explode: true,
        allowReserved: true,
        encoding: [{ name: 'part', contentType: 'text/plain' }],
      },
    ]);
    expect(form?.encoding?.[0]?.headers).toHaveLength(1);
  });

  it('are kept by place', () => {
    expect(create.requestBody?.content[1]).toMatchObject({
      prefixEncoding: [{ contentType: 'application/json' }],
      itemEncoding: { contentType: 'image/*' },
    });
  });
});

describe('links', () => {
  it('lead to an operation by id or by reference, and keep what leads nowhere', () => {
    expect(create.responses[0]?.links).toEqual([
      {
        name: 'read',
        description: 'Read it',
        operation: 'readOrder',
        parameters: [
          { name: 'id', value: '"$response.body#/id"' },
          { name: 'deep', value: '1.10' },
        ],
        requestBody: '{"a":1}',
        server: { url: 'https://other.example.com', variables: [] },
      },
      { name: 'readByPointer', operation: 'readOrder', parameters: [] },
      { name: 'gone', target: 'nothing', parameters: [] },
      { name: 'lost', parameters: [], missing: '#/components/links/Lost' },
    ]);
  });
});

describe('callbacks', () => {
  it('hold their requests, which know no server and no key of the API', () => {
    const [paid] = create.callbacks ?? [];
    expect(paid).toMatchObject({
      name: 'paid',
      expression: '{$request.body#/callback}',
      operations: [{ method: 'POST', operationId: 'onPaid', servers: [], security: [] }],
    });
  });

  it('end where they are inside themselves', () => {
    const again = create.callbacks?.[0]?.operations[0]?.callbacks?.[0];
    expect(again?.operations.map(({ method }) => method)).toEqual(['PUT']);
    expect(again?.operations[0]?.callbacks?.[0]?.operations).toEqual([]);
  });
});

describe('webhooks', () => {
  it('are one for each method, with keys of their own', () => {
    expect(api.webhooks?.map(({ name, operation }) => [name, operation.key, operation.method])).toEqual([
      ['stock', 'webhook POST stock', 'POST'],
      ['stock', 'stockPut', 'PUT'],
    ]);
    expect(api.webhooks?.[0]?.operation).toMatchObject({ path: 'stock', servers: [], security: [] });
    expect(api.tags.map(({ name }) => name)).toContain('stock');
  });
});

describe('tags', () => {
  it('are shown by their display name, and grouped', () => {
    expect(api.tags[0]).toMatchObject({ name: 'orders', summary: 'Orders' });
    expect(api.tagGroups).toEqual([{ name: 'Everything', tags: ['orders'] }]);
  });
});

describe('schemas', () => {
  it('say how they look in XML, whatever words the version has for it', () => {
    expect(api.schemas['#/components/schemas/Wrapped']).toMatchObject({
      xml: { name: 'all', prefix: 'p', namespace: 'urn:x', nodeType: 'element' },
    });
    expect(create.requestBody?.content[0]?.schema).toMatchObject({
      properties: [{ name: 'file', schema: { xml: { nodeType: 'attribute' } } }],
    });
  });

  it('name the values of an enum by place or by value', () => {
    expect(api.schemas['#/components/schemas/Level']).toMatchObject({
      enumDescriptions: [
        { value: '1', name: 'low' },
        { value: '2', name: 'high', description: 'Very high' },
      ],
    });
  });

  it('read the tuples and dependencies of older drafts', () => {
    expect(api.schemas['#/components/schemas/Tuple']).toMatchObject({
      prefixItems: [{ types: ['string'] }, { types: ['integer'] }],
      items: { types: ['boolean'] },
    });
    expect(api.schemas['#/components/schemas/Needs']).toMatchObject({
      dependentRequired: [{ name: 'a', required: ['b'] }],
      dependentSchemas: [{ name: 'c', schema: { required: ['d'] } }],
    });
  });

  it('are read where they are written in the one other way that makes sense', () => {
    expect(api.schemas['#/components/schemas/Lax']).toMatchObject({
      types: ['object', 'null'],
      required: ['a'],
      properties: [{ name: 'a', schema: { maxLength: '5', minimum: '1.10', deprecated: true } }],
    });
    const lax = api.operations.find(({ path }) => path === '/orders/{id}');
    expect(lax?.tags).toEqual(['orders']);
    expect(lax?.responses.map(({ status }) => status)).toEqual(['200', '4XX']);
  });

  it('are referred to when they are too large to stand where they are', async () => {
    const root = mkdtempSync(join(tmpdir(), 'curlew-large-'));
    try {
      const wide = Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`p${index}`, { type: 'string' }]));
      const schema = { type: 'object', properties: { small: { type: 'string' }, large: { properties: wide } } };
      const description = {
        openapi: '3.1.0',
        info: { title: 'Large', version: '1' },
        paths: {},
        components: { schemas: { Outer: schema } },
      };
      writeFileSync(join(root, 'api.yaml'), JSON.stringify(description));
      const large = await load(root);
      const id = '#/components/schemas/Outer/properties/large';
      expect(large.schemas['#/components/schemas/Outer']).toMatchObject({
        properties: [
          { name: 'small', schema: { types: ['string'] } },
          { name: 'large', schema: { ref: id } },
        ],
      });
      const promoted = large.schemas[id];
      expect(typeof promoted === 'object' ? promoted.properties : undefined).toHaveLength(301);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
