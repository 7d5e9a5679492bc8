import { describe, expect, it } from 'vitest';
import { writeProject } from '../../../tests/project.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Api } from '../../model/api.ts';
import { sliceApi } from '../../model/slice.ts';
import { loadApi } from '../load.ts';

const HEAD = 'openapi: 3.2.0\ninfo: { title: T, version: "1" }\n';

async function load(text: string, internal: 'hide' | 'show' = 'show'): Promise<{ api: Api; codes: string[] }> {
  const { api, diagnostics } = await loadApi('api.yaml', { root: writeProject({ 'api.yaml': text }), internal });
  if (!api) throw new Error(JSON.stringify(diagnostics));
  const told = diagnostics.filter(({ severity }: Diagnostic) => severity !== 'info');
  return { api, codes: told.map(({ code, place }) => `${code} ${place?.line}`) };
}

const DANGLING = `${HEAD}paths:
  /a:
    get: { $ref: '#/components/x-operations/get' }
    post:
      parameters:
        - { $ref: '#/components/parameters/Page%20size' }
        - { $ref: parts/limit.yaml }
        - { name: known, in: query, schema: {} }
      requestBody: { $ref: '#/components/requestBodies/Gone' }
      responses:
        "200": { $ref: '#/components/responses/Gone' }
        "201":
          description: Made
          headers: { X-H: { $ref: '#/components/headers/Gone' } }
          links: { next: { $ref: '#/components/links/Gone' } }
          content:
            text/csv: { $ref: '#/components/mediaTypes/Gone' }
            application/json: { examples: { one: { $ref: '#/components/examples/Gone' } } }
      callbacks:
        whole: { $ref: '#/components/callbacks/Gone' }
        item: { '{$url}': { $ref: '#/components/pathItems/Gone' } }
  /b: { $ref: '#/components/pathItems/Gone' }
webhooks:
  seen: { $ref: '#/components/pathItems/Loop' }
components:
  pathItems: { Loop: { $ref: '#/components/pathItems/Loop' } }
`;

describe('a reference that leads nowhere', () => {
  it('keeps its place in the model, and is told once', async () => {
    const { api, codes } = await load(DANGLING);
    expect(codes).toEqual([
      ...[5, 8, 9, 11, 13, 16, 17, 19, 20, 22, 23, 24].map((line) => `ref-not-found ${line}`),
      'ref-circular 26',
      'ref-circular 28',
    ]);
    const [post] = api.operations;
    expect(api.operations).toHaveLength(1);
    expect(post).toMatchObject({
      parameters: [{ name: 'known' }],
      missingParameters: [
        { name: 'Page size', missing: '#/components/parameters/Page%20size' },
        { name: 'limit', missing: 'parts/limit.yaml' },
      ],
      missingRequestBody: '#/components/requestBodies/Gone',
      responses: [
        { status: '200', missing: '#/components/responses/Gone' },
        {
          status: '201',
          headers: [{ name: 'X-H', missing: '#/components/headers/Gone' }],
          links: [{ name: 'next', missing: '#/components/links/Gone' }],
          content: [
            { name: 'text/csv', missing: '#/components/mediaTypes/Gone' },
            { name: 'application/json', examples: [{ name: 'one', missing: '#/components/examples/Gone' }] },
          ],
        },
      ],
      callbacks: [
        { name: 'whole', expression: '', operations: [], missing: '#/components/callbacks/Gone' },
        { name: 'item', expression: '{$url}', operations: [], missing: '#/components/pathItems/Gone' },
      ],
    });
    expect(api.missingPathItems).toEqual([
      { kind: 'path', name: '/a', method: 'GET', missing: '#/components/x-operations/get' },
      { kind: 'path', name: '/b', missing: '#/components/pathItems/Gone' },
      { kind: 'webhook', name: 'seen', missing: '#/components/pathItems/Loop' },
    ]);
  });

  it('never reaches a request', async () => {
    const { api } = await load(DANGLING);
    const [post] = api.operations;
    const sent = post && JSON.stringify(sliceApi(api, post));
    expect(sent).not.toContain('Page size');
    expect(sent).not.toContain('requestBodies');
  });

  it('is the last of a chain', async () => {
    const { api } = await load(
      `${HEAD}paths: { /a: { get: { responses: { "200": { $ref: "#/components/responses/A" } } } } }\ncomponents: { responses: { A: { $ref: "#/components/responses/B" } } }\n`,
    );
    expect(api.operations[0]?.responses).toMatchObject([{ status: '200', missing: '#/components/responses/B' }]);
  });

  it('may be a path parameter, for which a text stands in', async () => {
    const { api, codes } = await load(
      `${HEAD}paths:\n  "/a/{id}":\n    get: { parameters: [{ $ref: "#/components/parameters/Id" }], responses: { "200": { description: D } } }\n`,
    );
    expect(codes).toEqual(['path-parameter-missing 5', 'ref-not-found 5']);
    expect(api.operations[0]?.missingParameters).toMatchObject([{ name: 'Id' }]);
    expect(api.operations[0]?.parameters).toMatchObject([{ name: 'id', in: 'path', schema: { types: ['string'] } }]);
  });

  it('may be what a path asks for: all its names that nobody declared but those of a query, in their order', async () => {
    const { api, codes } = await load(
      `${HEAD}paths:\n  "/a/{b}/{c}/{d}/{b}?e={f}":\n    get: { parameters: [{ $ref: "#/components/parameters/Gone" }, { name: c, in: path, required: true, schema: {} }], responses: { "200": { description: D } } }\n`,
    );
    expect(codes).toEqual(['path-query 4', 'path-parameter-missing 5', 'path-parameter-missing 5', 'ref-not-found 5']);
    expect(api.operations[0]?.parameters.map(({ name, required }) => [name, required])).toEqual([
      ['b', true],
      ['d', true],
      ['c', true],
    ]);
  });

  it('says nothing of parts that are hidden', async () => {
    const { api } = await load(
      `${HEAD}paths:
  /a:
    get:
      parameters: [{ $ref: "#/components/parameters/Inside" }, { $ref: "#/components/parameters/Alias" }]
      requestBody: { $ref: "#/components/requestBodies/Inside" }
      responses: { "200": { $ref: "#/components/responses/Inside" } }
  /b: { $ref: "#/components/pathItems/Inside" }
components:
  parameters:
    Inside: { x-internal: true, name: inside, in: query, schema: {} }
    Alias: { x-internal: true, $ref: "#/components/parameters/Open" }
    Open: { name: open, in: query, schema: {} }
  requestBodies: { Inside: { x-internal: true, content: {} } }
  responses: { Inside: { x-internal: true, description: D } }
  pathItems: { Inside: { x-internal: true, get: {} } }
`,
      'hide',
    );
    expect(JSON.stringify(api)).not.toMatch(/Inside|Alias/);
  });
});

describe('a path item that refers to another', () => {
  const TWO = (own: string, target: string): string =>
    `${HEAD}paths:\n  /one:\n    $ref: '#/components/pathItems/one'\n${own}components:\n  pathItems:\n    one:\n${target}`;
  const GET = '      get: { responses: { "200": { description: Fine } } }\n';

  it('has the parameters of both, its own where name and place are the same', async () => {
    const { api, codes } = await load(
      TWO(
        '    parameters: [{ name: extra, in: query, schema: {} }, { name: Limit, in: header, schema: {} }, { name: limit, in: query, description: own, schema: {} }]\n',
        `      parameters: [{ name: limit, in: query, description: target, schema: {} }, { name: page, in: query, schema: {} }]\n${GET}`,
      ),
    );
    expect(api.operations[0]?.parameters.map(({ name, in: place, description }) => [place, name, description])).toEqual(
      [
        ['query', 'limit', 'own'],
        ['query', 'page', undefined],
        ['query', 'extra', undefined],
        ['header', 'Limit', undefined],
      ],
    );
    expect(codes).toEqual(['path-item-twice 6']);
  });

  it('has what is nearer of anything else that both say, and says so', async () => {
    const { api, codes } = await load(
      TWO(
        '    summary: own\n    servers: [{ url: https://own.example }]\n    get: { operationId: own, responses: { "200": { description: Fine } } }\n',
        `      summary: target\n      servers: [{ url: https://target.example }]\n      description: target\n      get: { operationId: target, responses: { "200": { description: Fine } } }\n      put: { operationId: target, responses: { "200": { description: Fine } } }\n`,
      ),
    );
    const facts = api.operations.map(({ method, operationId, servers, pathSummary, pathDescription }) =>
      [method, operationId, servers[0]?.url, pathSummary, pathDescription].join(' '),
    );
    expect(facts).toEqual(['GET own https://own.example own target', 'PUT target https://own.example own target']);
    expect(codes).toEqual(['path-item-twice 6', 'path-item-twice 7', 'path-item-twice 8']);
  });

  it('has what stands on the way to the last one', async () => {
    const { api, codes } = await load(
      `${HEAD}paths:\n  /one: { $ref: "#/components/pathItems/a" }\ncomponents:\n  pathItems:\n    a: { $ref: "#/components/pathItems/b", parameters: [{ name: between, in: query, schema: {} }] }\n    b: { get: { responses: { "200": { description: Fine } } } }\n`,
    );
    expect(api.operations[0]?.parameters).toMatchObject([{ name: 'between' }]);
    expect(codes).toEqual([]);
  });
});
