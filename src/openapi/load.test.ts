import { describe, expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { loadApi } from './load.ts';

const INFO = 'info: { title: T, version: "1" }';
const HEAD = `openapi: 3.2.0\n${INFO}\n`;
const OK = 'responses: { "200": { description: Fine } }';

/** What was found, as `code line:column`, in the order of printing. */
async function findings(text: string, name = 'api.yaml'): Promise<string[]> {
  const { diagnostics } = await loadApi(name, { root: writeProject({ [name]: text }) });
  return diagnostics.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`);
}

describe('a broken description is told where and what', () => {
  const table: { name: string; given: string; want: string[] }[] = [
    { name: 'nothing wrong', given: `${HEAD}paths: { /a: { get: { ${OK} } } }`, want: [] },
    { name: 'empty file', given: '', want: ['yaml-syntax 1:1'] },
    { name: 'only a comment', given: '# later\n', want: ['yaml-syntax 1:1'] },
    { name: 'tab as indentation', given: `${HEAD}paths:\n\t/a: {}\n`, want: ['yaml-syntax 4:1'] },
    { name: 'colon in a plain text', given: `openapi: 3.2.0\ninfo:\n  title: A: B\n`, want: ['yaml-syntax 3:10'] },
    { name: 'open quote', given: `openapi: 3.2.0\ninfo:\n  title: "A\n`, want: ['yaml-syntax 3:10'] },
    { name: 'open bracket', given: `${HEAD}tags: [{ name: a }\npaths: {}\n`, want: ['yaml-syntax 4:1'] },
    { name: 'wrong indentation', given: `${HEAD}paths:\n   /a: {}\n  /b: {}\n`, want: ['yaml-syntax 5:1'] },
    {
      name: 'two syntax faults, one a line',
      given: `openapi: 3.2.0\ninfo:\n  title: A: B\n  version: C: D\n`,
      want: ['yaml-syntax 3:10', 'yaml-syntax 4:12'],
    },
    { name: 'two documents', given: `${HEAD}paths: {}\n---\na: 1\n`, want: ['yaml-syntax 5:1'] },
    { name: 'duplicate key', given: `${HEAD}paths: {}\npaths: {}\n`, want: ['duplicate-key 4:1'] },
    { name: 'unknown alias', given: `${HEAD}paths: *x\n`, want: ['alias-unknown 3:8'] },
    { name: 'number that is none', given: `${HEAD}paths: {}\nx-a: .inf\n`, want: ['number-not-finite 4:6'] },
    { name: 'tag', given: `${HEAD}paths: {}\nx-a: !!binary aGk=\n`, want: ['yaml-tag 4:15'] },
    { name: 'list as key', given: `${HEAD}paths: {}\n? [a]\n: 1\n`, want: ['yaml-key 4:3'] },
    { name: 'merge of a text', given: `${HEAD}paths: {}\n<<: a\n`, want: ['yaml-merge 4:5'] },
    { name: 'a list instead of a description', given: '- a\n', want: ['version-missing 1:1'] },
    { name: 'no version', given: `${INFO}\npaths: {}\n`, want: ['version-missing 1:1'] },
    { name: 'Swagger 1.2', given: 'swaggerVersion: "1.2"\npaths: {}\n', want: ['version-missing 1:1'] },
    {
      name: 'Swagger 1.1 under the key of 2.0',
      given: 'swagger: "1.1"\npaths: {}\n',
      want: ['version-unsupported 1:10'],
    },
    { name: 'OpenAPI 4.0', given: 'openapi: 4.0.0\npaths: {}\n', want: ['version-unsupported 1:10'] },
    { name: 'OpenAPI 3.10', given: 'openapi: 3.10.0\npaths: {}\n', want: ['version-unsupported 1:10'] },
    { name: 'no info', given: 'openapi: 3.2.0\npaths: {}\n', want: ['field-missing 1:1'] },
    { name: 'nothing but info', given: HEAD, want: ['field-missing 1:1'] },
    {
      name: 'misspelled key',
      given: `${HEAD}paths:\n  /a:\n    get:\n      parametres: []\n      ${OK}\n`,
      want: ['key-unknown 6:7'],
    },
    {
      name: 'misspelled keyword',
      given: `${HEAD}components: { schemas: { A: { tpye: string } } }`,
      want: ['keyword-unknown 3:31'],
    },
    {
      name: 'nullable',
      given: `${HEAD}components: { schemas: { A: { nullable: true } } }`,
      want: ['key-gone 3:31'],
    },
    {
      name: 'invalid type',
      given: `${HEAD}components: { schemas: { A: { type: strin } } }`,
      want: ['value-invalid 3:37'],
    },
    {
      name: 'unquoted null',
      given: `${HEAD}components: { schemas: { A: { type: [string, null] } } }`,
      want: ['wrong-type 3:31'],
    },
    {
      name: 'number for a text',
      given: `openapi: 3.2.0\ninfo: { title: T, version: 1.10 }\npaths: {}\n`,
      want: ['wrong-type 2:28'],
    },
    {
      name: 'text for a flag',
      given: `${HEAD}components: { schemas: { A: { deprecated: "yes" } } }`,
      want: ['wrong-type 3:43'],
    },
    { name: 'object for a list', given: `${HEAD}paths: {}\ntags:\n  name: a\n`, want: ['wrong-type 4:1'] },
    { name: 'key without a value', given: `${HEAD}paths: {}\ntags:\n`, want: ['value-empty 4:1'] },
    {
      name: 'invalid place and missing name of a parameter',
      given: `${HEAD}components:\n  parameters:\n    A: { in: qurey, schema: {} }\n`,
      want: ['field-missing 5:5', 'value-invalid 5:14'],
    },
    {
      name: 'key of 3.2 in 3.1',
      given: `openapi: 3.1.0\n${INFO}\npaths: { /a: { query: { ${OK} } } }\n`,
      want: ['key-newer 3:16'],
    },
    {
      name: 'response without a description in 3.1 only',
      given: `openapi: 3.1.0\n${INFO}\npaths: { /a: { get: { responses: { "200": {} } } } }\n`,
      want: ['field-missing 3:36'],
    },
    { name: 'path without a slash', given: `${HEAD}paths: { a: {} }`, want: ['path-slash 3:10'] },
    {
      name: 'no status',
      given: `${HEAD}paths: { /a: { get: { responses: { ok: { description: A }, "200": { description: A } } } } }`,
      want: ['status-invalid 3:36'],
    },
    { name: 'no response', given: `${HEAD}paths: { /a: { get: {} } }`, want: ['response-missing 3:16'] },
    { name: 'component name', given: `${HEAD}components: { schemas: { "A B": {} } }`, want: ['component-name 3:26'] },
    {
      name: 'undeclared path parameter',
      given: `${HEAD}paths: { "/a/{id}": { get: { ${OK} } } }`,
      want: ['path-parameter-missing 3:23'],
    },
    {
      name: 'path parameter that the path lacks, told once',
      given: `${HEAD}paths:
  /a:
    parameters:
      - { name: id, in: path, required: true, schema: {} }
    get: { ${OK} }
    put: { ${OK} }
`,
      want: ['path-parameter-unknown 6:17'],
    },
    {
      name: 'path parameter that is optional, told once',
      given: `${HEAD}paths:
  /a/{id}:
    parameters:
      - { name: id, in: path, schema: {} }
    get: { ${OK} }
    put: { ${OK} }
`,
      want: ['path-parameter-optional 6:17'],
    },
    {
      name: 'style of another place',
      given: `${HEAD}paths:\n  /a:\n    get:\n      parameters: [{ name: b, in: query, style: simple, schema: {} }]\n      ${OK}\n`,
      want: ['style-misplaced 6:49'],
    },
    {
      name: 'parameter without a schema',
      given: `${HEAD}paths:\n  /a:\n    get:\n      parameters: [{ name: b, in: query }]\n      ${OK}\n`,
      want: ['parameter-schema-missing 6:20'],
    },
    {
      name: 'the same operationId',
      given: `${HEAD}paths:\n  /a:\n    get: { operationId: a, ${OK} }\n    put: { operationId: a, ${OK} }\n`,
      want: ['operation-id-duplicate 6:25'],
    },
    {
      name: 'twin paths',
      given: `${HEAD}paths:\n  "/a/{b}/c": {}\n  "/a/{d}/c": {}\n  "/a/{d}/e": {}\n`,
      want: ['path-twin 5:3'],
    },
    {
      name: 'undeclared security scheme, at the root once and at the operation',
      given: `${HEAD}security: [{ keey: [] }]
paths:
  /a: { get: { ${OK} } }
  /b: { get: { security: [{ other: [] }], ${OK} } }
components: { securitySchemes: { key: { type: apiKey, in: header, name: k } } }
`,
      want: ['security-scheme-missing 3:14', 'security-scheme-missing 6:29'],
    },
    {
      name: 'security scheme without what its type needs',
      given: `${HEAD}paths: {}\ncomponents: { securitySchemes: { key: { type: apiKey, in: header } } }\n`,
      want: ['field-missing 4:34'],
    },
    {
      name: 'reference to nothing, told once',
      given: `${HEAD}paths: {}\ncomponents: { schemas: { Pet: {}, A: { $ref: "#/components/schemas/Pat" } } }\n`,
      want: ['ref-not-found 4:46'],
    },
    {
      name: 'reference to another kind',
      given: `${HEAD}components:
  schemas: { A: { $ref: '#/components/responses/R' } }
  responses: { R: { description: D } }
`,
      want: ['ref-wrong-kind 4:25'],
    },
    {
      name: 'references in a circle, and a missing anchor',
      given: `${HEAD}components:
  schemas:
    A: { $ref: '#/components/schemas/B' }
    B: { $ref: '#/components/schemas/A' }
    C: { $ref: '#anchor' }
`,
      want: ['ref-circular 5:16', 'ref-circular 6:16', 'ref-not-found 7:16'],
    },
    {
      name: 'words beside a reference',
      given: `${HEAD}components:\n  parameters: { A: { name: a, in: query, schema: {} }, B: { $ref: '#/components/parameters/A', example: 1 } }\n`,
      want: ['ignored-beside-ref 4:96'],
    },
    {
      name: 'discriminator mapping to nothing',
      given: `${HEAD}components: { schemas: { A: { discriminator: { propertyName: b, mapping: { c: Cat } } } } }\n`,
      want: ['ref-not-found 3:79'],
    },
    {
      name: 'everything in one run',
      given: `${HEAD}paths:
  a:
    get:
      sumary: A
      deprecated: 1
  /b/{c}:
    get: { ${OK} }
`,
      want: [
        'path-slash 4:3',
        'response-missing 5:5',
        'key-unknown 6:7',
        'wrong-type 7:19',
        'path-parameter-missing 9:5',
      ],
    },
  ];
  for (const { name, given, want } of table) it(name, async () => expect(await findings(given)).toEqual(want));

  const json: { name: string; given: string; want: string[] }[] = [
    { name: 'nothing wrong', given: '{"openapi":"3.2.0","info":{"title":"T","version":"1"},"paths":{}}', want: [] },
    { name: 'trailing comma', given: '{\n  "openapi": "3.2.0",\n}', want: ['json-syntax 2:21'] },
    { name: 'missing comma', given: '{\n  "openapi": "3.2.0"\n  "info": {}\n}', want: ['json-syntax 3:3'] },
    { name: 'comment', given: '{ // no\n}', want: ['json-syntax 1:3'] },
    {
      name: 'duplicate key',
      given: '{"openapi":"3.2.0","info":{"title":"T","version":"1"},\n"paths":{}, "paths":{}}',
      want: ['duplicate-key 2:13'],
    },
    {
      name: 'unknown key',
      given: '{"openapi":"3.2.0","info":{"title":"T","version":"1",\n"licence":{"name":"MIT"}},"paths":{}}',
      want: ['key-unknown 2:1'],
    },
  ];
  for (const { name, given, want } of json) {
    it(`JSON: ${name}`, async () => expect(await findings(given, 'api.json')).toEqual(want));
  }

  it('gives no model when there is an error, and one when there are only warnings', async () => {
    const load = async (text: string) => loadApi('a.yaml', { root: writeProject({ 'a.yaml': text }) });
    expect((await load('openapi: 3.2.0\n')).api).toBeUndefined();
    expect((await load(`${HEAD}paths: { /a: { get: {} } }`)).api?.operations).toHaveLength(1);
  });

  it('takes warnings for errors when asked', async () => {
    const root = writeProject({ 'a.yaml': `${HEAD}paths: { /a: { get: {} } }` });
    const { api, diagnostics } = await loadApi('a.yaml', { root, strict: true });
    expect(api).toBeUndefined();
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['error']);
  });
});
