import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { writeProject } from '../../tests/project.ts';
import { type Download, type LoadOptions, loadApi } from './load.ts';

async function download(
  files: { readonly [path: string]: string },
  options: Partial<LoadOptions> = {},
): Promise<Download> {
  const root = writeProject(files);
  const [file = ''] = Object.keys(files);
  const loaded = await loadApi(file, { root, download: {}, ...options });
  if (!loaded.download) throw new Error(JSON.stringify(loaded.diagnostics));
  return loaded.download;
}

const HEAD = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\n";

it('gives a file as it was written, and in the other format with the same values', async () => {
  const yaml = `${HEAD}# a comment\npaths: {}\nx-number: 1.10\nx-big: 90071992547409931\nx-date: 2024-01-31\n`;
  const written = await download({ 'a.yaml': yaml });
  expect(written.yaml).toBe(yaml);
  expect(written.json).toContain('"x-number": 1.10,\n  "x-big": 90071992547409931,\n  "x-date": "2024-01-31"');
  const json =
    '{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{},"x-a":[[1,{"b":"no"}],[],{},"a: b # c\\n"]}';
  const other = await download({ 'a.json': json });
  expect(other.json).toBe(json);
  expect(parse(other.yaml)).toEqual(JSON.parse(json));
});

it('takes in what lies in other files, recursion too, and names no file outside', async () => {
  const { json, yaml } = await download({
    'openapi/a.yaml': `${HEAD}paths:
  /a: { $ref: 'parts/paths.yaml#/~1a' }
components:
  schemas:
    Own: { type: string }
    Pet:
      type: object
      discriminator: { propertyName: kind, mapping: { cat: 'parts/cat.yaml' } }
      properties: { cat: { $ref: parts/cat.yaml } }
`,
    'openapi/parts/paths.yaml':
      "/a:\n  get:\n    responses:\n      '200':\n        description: ok\n        content: { application/json: { schema: { $ref: '../a.yaml#/components/schemas/Own' } } }\nsecret: not referred to\n",
    'openapi/parts/cat.yaml': 'type: object\nproperties: { kitten: { $ref: cat.yaml }, kind: { type: string } }\n',
  });
  const bundled = JSON.parse(json);
  expect(parse(yaml)).toEqual(bundled);
  expect(bundled.paths['/a'].$ref).toBe('#/x-bundled/openapi~1parts~1paths.yaml:~1~01a');
  const cat = '#/x-bundled/openapi~1parts~1cat.yaml';
  expect(bundled.components.schemas.Pet.properties.cat.$ref).toBe(cat);
  expect(bundled.components.schemas.Pet.discriminator.mapping.cat).toBe(cat);
  expect(bundled['x-bundled']['openapi/parts/cat.yaml'].properties.kitten.$ref).toBe(cat);
  const path = bundled['x-bundled']['openapi/parts/paths.yaml:/~1a'];
  expect(path.get.responses['200'].content['application/json'].schema.$ref).toBe('#/components/schemas/Own');
  expect(json).not.toContain('not referred to');
  expect(json).not.toContain('/tmp/');
});

it('what is hidden and servers that are not shown are left out', async () => {
  const yaml = `${HEAD}servers: [{ url: 'https://a.example' }, { url: 'https://internal.example' }]
tags: [{ name: shown }, { name: secret-tag, x-internal: true }]
paths:
  /open:
    get:
      tags: [shown, secret-tag]
      parameters: [{ name: secret-q, in: query, x-internal: true, schema: {} }, { $ref: '#/components/parameters/Hidden' }]
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
  /secret-path: { x-internal: true, get: { responses: { '200': { description: secret-text } } } }
components:
  parameters: { Hidden: { name: secret-h, in: header, x-internal: true, schema: {} } }
  schemas: { Pet: { type: object, required: [a, secret-b], properties: { a: {}, secret-b: { x-internal: true } } } }
`;
  const whole = await download({ 'a.yaml': yaml });
  expect(whole.yaml).toBe(yaml);
  const shown = await download({ 'a.yaml': yaml }, { internal: 'hide', download: { servers: ['https://a.example'] } });
  for (const text of [shown.yaml, shown.json]) {
    expect(text).not.toMatch(/secret|internal\.example|x-internal|Hidden/);
    expect(text).toContain('https://a.example');
  }
  expect(JSON.parse(shown.json).paths['/open'].get).toMatchObject({ tags: ['shown'], parameters: [] });
});

it('has the texts of an overlay', async () => {
  const overlay =
    "overlay: 1.0.0\ninfo: { title: O, version: '1' }\nactions: [{ target: $.info, update: { title: 译 } }]\n";
  const files = { 'a.yaml': `${HEAD}paths: {}\n`, 'a.zh.overlay.yaml': overlay };
  expect(parse((await download(files, { overlays: ['a.zh.overlay.yaml'] })).yaml).info.title).toBe('译');
});
