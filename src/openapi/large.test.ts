import { describe, expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { loadApi } from './load.ts';

const INFO = { title: 'T', version: '1' };

type Entries = readonly (readonly [key: string, value: unknown])[];

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

const many = (count: number, make: (index: number) => readonly [string, unknown]): object =>
  Object.fromEntries(times(count, make) satisfies Entries);

const operation = (more: object): object => ({
  '/a': { get: { operationId: 'a', responses: { 200: { description: 'x' } }, ...more } },
});

const schemas = (all: object): object => ({ components: { schemas: all } });

/** What takes for ever when each of many things looks at all of them, or at all ways that lead to them. */
const TABLE: readonly { readonly name: string; readonly given: object; readonly codes: readonly string[] }[] = [
  {
    name: 'names of resources',
    given: schemas(
      many(12_000, (at) => [`S${at}`, { $id: `https://a.example/${at}`, items: { $ref: `https://a.example/${at}` } }]),
    ),
    codes: [],
  },
  {
    name: 'placeholders of dynamic references',
    given: schemas(
      many(4_000, (at) => [
        `S${at}`,
        {
          $id: `https://a.example/${at}`,
          $defs: { a: { $dynamicAnchor: 'x' } },
          type: 'object',
          properties: { a: { $dynamicRef: '#x' } },
        },
      ]),
    ),
    codes: [],
  },
  {
    name: 'parents of tags',
    given: { tags: times(15_000, (at) => ({ name: `t${at}`, ...(at === 0 ? {} : { parent: `t${at - 1}` }) })) },
    codes: [],
  },
  {
    name: 'parents of tags that are none',
    given: { tags: times(3_000, (at) => ({ name: `tag${at}`, parent: `tog${at}` })) },
    codes: ['tag-parent-missing'],
  },
  {
    name: 'tags that nobody declares',
    given: { tags: times(3_000, (at) => ({ name: `tag${at}` })), paths: operation({ tags: times(3_000, String) }) },
    codes: ['tag-undeclared'],
  },
  {
    name: 'security schemes that nobody declares',
    given: {
      paths: operation({ security: times(3_000, (at) => ({ [`kee${at}`]: [] })) }),
      components: { securitySchemes: many(3_000, (at) => [`key${at}`, { type: 'http', scheme: 'basic' }]) },
    },
    codes: ['security-scheme-missing'],
  },
  {
    name: 'required properties that nobody declares',
    given: schemas({
      A: { required: times(2_000, (at) => `a${at}`), properties: many(2_000, (at) => [`property${at}`, {}]) },
    }),
    codes: ['required-undeclared'],
  },
  {
    name: 'ways to the parts of a schema with a discriminator',
    given: schemas({
      S0: { oneOf: [{ $ref: '#/components/schemas/S1' }], discriminator: { propertyName: 'kind' } },
      ...many(18, (at) => [`S${at + 1}`, { allOf: times(9, () => ({ $ref: `#/components/schemas/S${at + 2}` })) }]),
      S19: { type: 'object', properties: { a: { type: 'string' } } },
    }),
    codes: ['discriminator-property-missing'],
  },
  {
    name: 'names too long to be told again below them',
    given: {
      paths: {
        [`/${times(4_000, (at) => `{v${at}}`).join('/')}`]: {
          get: {
            operationId: 'a',
            parameters: times(4_000, (at) => ({ name: `v${at}`, in: 'path', required: true, schema: {} })),
            responses: { 200: { description: 'x' } },
          },
        },
      },
    },
    codes: ['names-too-long'],
  },
];

describe('a description with very many', () => {
  it.each(TABLE)('$name is read in a moment', async ({ given, codes }) => {
    const text = JSON.stringify({ openapi: '3.2.0', info: INFO, paths: {}, ...given });
    const { diagnostics } = await loadApi('a.json', { root: writeProject({ 'a.json': text }) });
    const found = new Set(diagnostics.map(({ code }) => code));
    expect([...found].filter((code) => code !== 'component-unused')).toEqual(codes);
  });
});
