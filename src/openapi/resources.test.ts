import { describe, expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { loadApi } from './load.ts';

const INFO = 'info: { title: T, version: "1" }\npaths: {}\n';

/** What A refers to, and the warnings. */
async function refer(schemas: string, files: { readonly [name: string]: string } = {}, head = ''): Promise<unknown[]> {
  const text = `openapi: 3.2.0\n${head}${INFO}components:\n  schemas:\n    ${schemas.split('\n').join('\n    ')}\n`;
  const root = writeProject({ 'api/a.yaml': text, ...files });
  const { api, diagnostics } = await loadApi('api/a.yaml', { root });
  const a = api?.schemas['#/components/schemas/A'];
  const told = diagnostics.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
  return [typeof a === 'object' ? a.ref : undefined, ...told];
}

const ID = 'https://example.com/schemas/pet';

describe('what a reference names', () => {
  const table: {
    name: string;
    given: string;
    head?: string;
    files?: { readonly [name: string]: string };
    want: unknown[];
  }[] = [
    { name: 'an $id', given: `A: { $ref: '${ID}' }\nB: { $id: '${ID}' }`, want: ['#/components/schemas/B'] },
    {
      name: 'a pointer in the resource of an $id',
      given: `A: { $ref: '${ID}#/$defs/x' }\nB: { $id: '${ID}', $defs: { x: { type: string } } }`,
      want: ['#/components/schemas/B/$defs/x'],
    },
    {
      name: 'an $id relative to the one around it',
      given: `A: { $ref: 'https://example.com/schemas/dog' }\nB: { $id: '${ID}', properties: { d: { $id: dog } } }`,
      want: ['#/components/schemas/B/properties/d'],
    },
    {
      name: 'relative to its own $id',
      given: `A: { $id: 'https://example.com/schemas/a', $ref: 'pet#/$defs/x' }\nB: { $id: '${ID}', $defs: { x: {} } }`,
      want: ['#/components/schemas/B/$defs/x'],
    },
    {
      name: 'the same anchor in each resource',
      given: `A: { $ref: '${ID}#x' }\nC: { $id: 'https://example.com/c', $anchor: x }\nB: { $id: '${ID}', $defs: { y: { $anchor: x } } }`,
      want: ['#/components/schemas/B/$defs/y'],
    },
    {
      name: 'a component, though its own $id makes the pointer relative to itself',
      given: `A: { $id: '${ID}', $ref: '#/components/schemas/B' }\nB: {}`,
      want: ['#/components/schemas/B'],
    },
    {
      name: 'a URN',
      given: `A: { $ref: 'urn:example:b' }\nB: { $id: 'urn:example:b' }`,
      want: ['#/components/schemas/B'],
    },
    {
      name: 'an $id that is data',
      given: `A: { $ref: '${ID}' }\nB: { default: { $id: '${ID}' } }`,
      want: [undefined, 'ref-remote'],
    },
    { name: 'a host that nothing declares', given: `A: { $ref: '${ID}' }`, want: [undefined, 'ref-remote'] },
    {
      name: 'a file beside $self, by its address',
      head: '$self: https://example.com/apis/a.yaml\n',
      files: { 'api/b.yaml': 'B: {}\n' },
      given: `A: { $ref: 'https://example.com/apis/b.yaml#/B' }`,
      want: ['b.yaml#/B'],
    },
    {
      name: 'the description by its own $self',
      head: '$self: https://example.com/apis/a.yaml\n',
      given: `A: { $ref: 'https://example.com/apis/a.yaml#/components/schemas/B' }\nB: {}`,
      want: ['#/components/schemas/B'],
    },
    {
      name: 'nothing outside by $self',
      head: '$self: https://example.com/apis/a.yaml\n',
      files: { 'b.yaml': 'B: {}\n' },
      given: `A: { $ref: 'https://example.com/apis/%2e%2e/b.yaml#/B' }`,
      want: [undefined, 'ref-outside-root'],
    },
    {
      name: 'a key with its slash encoded',
      given: `A: { $ref: '#/components/schemas/b%2Fc' }\nb/c: {}`,
      want: ['#/components/schemas/b~1c', 'component-name'],
    },
    {
      name: 'a key that only looks encoded',
      given: `A: { $ref: '#/components/schemas/b%20c' }\nb%20c: {}`,
      want: ['#/components/schemas/b%20c', 'component-name'],
    },
    {
      name: 'a pointer that is encoded wrongly',
      given: `A: { $ref: '#/components/schemas/b%' }\nb%: {}`,
      want: ['#/components/schemas/b%', 'component-name'],
    },
    {
      name: 'a way into a list',
      given: `A: { $ref: '#/components/schemas/B/allOf/1' }\nB: { allOf: [{}, { type: string }] }`,
      want: ['#/components/schemas/B/allOf/1'],
    },
    {
      name: 'a dynamic anchor of its own resource',
      given: `A: { $dynamicRef: '#node' }\nB: { $dynamicAnchor: node, type: object }\nC: { type: object, properties: { c: { $dynamicAnchor: node, type: string } } }`,
      want: ['#/components/schemas/B'],
    },
    {
      name: 'the one that takes the place of a placeholder',
      given: `A: { $dynamicRef: '#item' }\nB: { $dynamicAnchor: item, not: {} }\nC: { $dynamicAnchor: item, type: string }`,
      want: ['#/components/schemas/C'],
    },
    {
      name: 'a placeholder that two could take the place of',
      given: `A: { $dynamicRef: '#item' }\nB: { $dynamicAnchor: item }\nC: { $dynamicAnchor: item, type: string }\nD: { $dynamicAnchor: item, type: number }`,
      want: ['#/components/schemas/B'],
    },
  ];
  for (const { name, given, head, files, want } of table) {
    it(name, async () => expect(await refer(given, files, head)).toEqual(want));
  }

  it('tells the slash that a pointer lacks', async () => {
    const text = `openapi: 3.2.0\n${INFO}components: { schemas: { A: { $ref: '#components/schemas/B' }, B: {} } }\n`;
    const { diagnostics } = await loadApi('a.yaml', { root: writeProject({ 'a.yaml': text }) });
    expect(diagnostics.map(({ code, fix }) => [code, fix])).toEqual([
      ['ref-not-found', 'Did you mean "#/components/schemas/B"?'],
    ]);
  });
});
