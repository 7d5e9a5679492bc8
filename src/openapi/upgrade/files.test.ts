import { readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { writeProject } from '../../../tests/project.ts';
import { loadApi } from '../load.ts';

const INFO = 'info: { title: T, version: "1" }';

it('upgrades every file of a description of 2.0, whose references run in circles', async () => {
  const root = writeProject({
    'api.yaml': `swagger: "2.0"
${INFO}
consumes: [text/a]
paths:
  /a: { $ref: 'paths/a.yaml' }
definitions:
  Root: { type: object, properties: { tree: { $ref: 'parts/common.yaml#/definitions/Tree' } } }
parameters:
  Body: { name: b, in: body, schema: { $ref: '#/definitions/Root' } }
`,
    'paths/a.yaml': `post:
  parameters:
    - { $ref: '../api.yaml#/parameters/Body' }
    - { $ref: '../parts/common.yaml#/parameters/Ids' }
  responses:
    '200': { $ref: '../parts/common.yaml#/responses/Fine' }
    '400': { description: No, schema: { $ref: '../api.yaml#/definitions/Root' } }
put:
  consumes: [text/b]
  produces: [text/c]
  parameters: [{ $ref: '../parts/common.yaml#/parameters/Other' }]
  responses: { '200': { $ref: '../parts/common.yaml#/responses/Fine' } }
`,
    'parts/common.yaml': `definitions:
  Tree:
    type: object
    discriminator: kind
    properties:
      kind: { type: string }
      weight: { type: number, maximum: 1.50, exclusiveMaximum: true, x-nullable: true }
      branches: { type: array, items: { $ref: '#/definitions/Tree' } }
      root: { $ref: '../api.yaml#/definitions/Root' }
parameters:
  Ids: { name: ids, in: query, type: array, items: { type: integer }, collectionFormat: ssv }
  Other: { name: o, in: body, required: true, schema: { $ref: '#/definitions/Tree' } }
responses:
  Fine: { description: Fine, schema: { $ref: '#/definitions/Tree' }, headers: { X-A: { type: number, maximum: 2.50 } } }
`,
  });
  const { api, diagnostics, files } = await loadApi('api.yaml', { root });
  expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(files).toEqual(['api.yaml', 'paths/a.yaml', 'parts/common.yaml']);
  const [post, put] = api?.operations ?? [];
  expect(post).toMatchObject({
    parameters: [{ name: 'ids', style: 'spaceDelimited' }],
    requestBody: { content: [{ name: 'text/a', schema: { ref: '#/components/schemas/Root' } }] },
    responses: [
      { content: [{ name: 'application/json', schema: { ref: 'parts/common.yaml#/definitions/Tree' } }] },
      { content: [{ schema: { ref: '#/components/schemas/Root' } }] },
    ],
  });
  expect(put).toMatchObject({
    requestBody: {
      required: true,
      content: [{ name: 'text/b', schema: { ref: 'parts/common.yaml#/definitions/Tree' } }],
    },
    responses: [
      {
        headers: [{ name: 'X-A', schema: { types: ['number'], maximum: '2.50' } }],
        content: [{ name: 'text/c', schema: { ref: 'parts/common.yaml#/definitions/Tree' } }],
      },
    ],
  });
  expect(api?.schemas['parts/common.yaml#/definitions/Tree']).toMatchObject({
    discriminator: { propertyName: 'kind' },
    properties: [
      {},
      { schema: { types: ['number', 'null'], exclusiveMaximum: '1.50' } },
      { schema: { items: { ref: 'parts/common.yaml#/definitions/Tree' } } },
      { schema: { ref: '#/components/schemas/Root' } },
    ],
  });
});

it('tells a fault of another file there, once, though two operations have it', async () => {
  const root = writeProject({
    'api.yaml': `swagger: "2.0"
${INFO}
paths:
  /a:
    get: { produces: [text/a], responses: { '200': { $ref: 'common.yaml#/Fine' } } }
    put: { produces: [text/b], responses: { '200': { $ref: 'common.yaml#/Fine' } } }
`,
    'common.yaml': `Fine:\n  description: Fine\n  schema: { $ref: '#/Missing' }\n`,
  });
  const { diagnostics } = await loadApi('api.yaml', { root });
  const told = diagnostics.filter(({ severity }) => severity !== 'info');
  expect(told.map(({ code, place }) => `${code} ${place?.file}:${place?.line}:${place?.column}`)).toEqual([
    'ref-not-found common.yaml:3:19',
  ]);
});

it('reads a part that is a description of another version by that version', async () => {
  const root = writeProject({
    'api.yaml': `openapi: 3.1.0\n${INFO}\npaths: {}\ncomponents: { schemas: { A: { $ref: 'old.yaml#/definitions/Old' } } }\n`,
    'old.yaml': `openapi: 3.0.3\n${INFO}\npaths: {}\ndefinitions:\n  Old: { $ref: '#/definitions/New', minLength: 1 }\n  New: { type: string }\n`,
  });
  const { api } = await loadApi('api.yaml', { root });
  // What stands beside a reference says nothing there, and would say something in 3.1.
  const old = api?.schemas['old.yaml#/definitions/Old'];
  expect(typeof old === 'object' && [old.ref, old.minLength]).toEqual(['old.yaml#/definitions/New', undefined]);
});

it('takes a chain of references and a deep tree on no stack', async () => {
  const chain = Array.from({ length: 5000 }, (_, at) => `  S${at}: { $ref: '#/definitions/S${at + 1}' }`).join('\n');
  const root = writeProject({
    'a.yaml': `swagger: "2.0"\n${INFO}\npaths: {}\ndefinitions:\n${chain}\n  S5000: { type: string }\n`,
  });
  const { api } = await loadApi('a.yaml', { root });
  expect(Object.keys(api?.schemas ?? {})).toHaveLength(5001);
});

const EXAMPLES = resolve(import.meta.dirname, '../../../node_modules/@readme/oas-examples');

it('reads the public examples of each version', { timeout: 120_000 }, async () => {
  const files = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(?:2\.0|3\.0|3\.1)\/.*\.(?:json|ya?ml)$/.test(file))
    .sort();
  expect(files.length).toBeGreaterThan(100);
  const failed: string[] = [];
  for (const file of files) {
    const { api } = await loadApi(basename(file), { root: dirname(join(EXAMPLES, file)) });
    if (!api) failed.push(file);
  }
  expect(failed).toEqual([]);
});
