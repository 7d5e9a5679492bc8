import { describe, expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
import type { Api } from '../model/api.ts';
import type { Schema, Schemas } from '../model/schema-object.ts';
import { schemaTree } from '../schema/tree.ts';
import { typeParts } from './schema-words.ts';

const PET = '#/components/schemas/Pet';
const schemas: Schemas = {
  [PET]: { types: ['object'], properties: [{ name: 'name', schema: { types: ['string'] } }] },
  '#/components/schemas/Id': { types: ['string'], format: 'uuid' },
};
const api = { id: 'pets', title: 'Pets', operations: [], tags: [], schemas } as unknown as Api;

function lists(count: number, items: Schema): Schema {
  return count === 0 ? items : { types: ['array'], items: lists(count - 1, items) };
}

describe('a type in words', () => {
  const rows: { want: string; given: Schema; label?: string }[] = [
    { want: 'string', given: { types: ['string'] } },
    { want: 'string · date-time', given: { types: ['string'], format: 'date-time' } },
    { want: 'string or null', given: { types: ['string', 'null'] } },
    { want: 'any', given: {} },
    { want: 'object', given: { properties: [{ name: 'a', schema: {} }] } },
    { want: 'array', given: { types: ['array'] } },
    { want: 'array of integer', given: { types: ['array'], items: { types: ['integer'] } } },
    { want: 'array of (string or null)', given: { types: ['array'], items: { types: ['string', 'null'] } } },
    {
      want: 'array of (string or null) or null',
      given: { types: ['array', 'null'], items: { types: ['string', 'null'] } },
    },
    { want: 'array of array of Pet', given: { types: ['array'], items: { types: ['array'], items: { ref: PET } } } },
    { want: 'Pet', given: { ref: PET } },
    { want: 'object', given: { ref: PET }, label: 'Pet' },
    { want: 'string · uuid · Id', given: { ref: '#/components/schemas/Id' } },
    { want: 'Pet or string', given: { oneOf: [{ ref: PET }, { types: ['string'] }] } },
    { want: 'string or number', given: { enum: ['"a"', '1', '"b"'] } },
    { want: 'nothing', given: false },
    { want: `${'array of '.repeat(6)}integer`, given: lists(6, { types: ['integer'] }) },
    { want: `${'array of '.repeat(6)}…`, given: lists(7, { types: ['integer'] }) },
    { want: `${'array of '.repeat(6)}Pet`, given: lists(6, { ref: PET }) },
  ];
  for (const { want, given, label } of rows) {
    it(`${want}${label === undefined ? '' : `, called ${label} before`}`, () => {
      const node = schemaTree(schemas, { schema: given, id: 'body', direction: 'both' });
      const parts = typeParts(api, node, en.site, label);
      expect(parts.map(({ text }) => text).join('')).toBe(want);
    });
  }

  it('names a schema apart from the words around it, so that a page can link it', () => {
    const node = schemaTree(schemas, {
      schema: { types: ['array'], items: { ref: PET } },
      id: 'body',
      direction: 'both',
    });
    expect(typeParts(api, node, en.site)).toEqual([{ text: 'array of ' }, { text: 'Pet', schema: PET }]);
  });
});
