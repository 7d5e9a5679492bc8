import { describe, expect, it } from 'vitest';
import type { Schema, Schemas } from '../model/schema-object.ts';
import type { TypeWord } from './type-words.ts';
import { schemaName, typeWords } from './type-words.ts';

const schemas: Schemas = {
  '#/components/schemas/Pet': {
    types: ['object'],
    properties: [{ name: 'friend', schema: { ref: '#/components/schemas/Pet' } }],
  },
  '#/components/schemas/List': {
    types: ['array'],
    items: { allOf: [{ ref: '#/components/schemas/List' }, { minItems: 1 }] },
  },
};
const Pet: TypeWord = { kind: 'named', id: '#/components/schemas/Pet', name: 'Pet', types: ['object'] };
const string: TypeWord = { kind: 'type', type: 'string' };
const integer: TypeWord = { kind: 'type', type: 'integer' };
const nothing: TypeWord = { kind: 'type', type: 'null' };

const ROWS: readonly { name: string; given: Schema; want: readonly TypeWord[] }[] = [
  { name: 'true', given: true, want: [{ kind: 'any' }] },
  { name: 'no keyword', given: { description: 'Anything.' }, want: [{ kind: 'any' }] },
  { name: 'false', given: false, want: [{ kind: 'never' }] },
  { name: 'a type', given: { types: ['string'] }, want: [string] },
  {
    name: 'a format stands with the type it belongs to',
    given: { types: ['string', 'null'], format: 'date' },
    want: [{ kind: 'type', type: 'string', format: 'date' }, nothing],
  },
  { name: 'a named schema', given: { ref: '#/components/schemas/Pet' }, want: [Pet] },
  { name: 'a named schema wrapped in allOf', given: { allOf: [{ ref: '#/components/schemas/Pet' }] }, want: [Pet] },
  {
    name: 'several schemas put together',
    given: { allOf: [{ ref: '#/components/schemas/Pet' }, { required: ['friend'] }] },
    want: [{ kind: 'type', type: 'object' }],
  },
  {
    name: 'an array of named schemas',
    given: { types: ['array'], items: { ref: '#/components/schemas/Pet' } },
    want: [{ kind: 'array', of: [Pet] }],
  },
  {
    name: 'an array of arrays',
    given: { types: ['array'], items: { items: { types: ['integer', 'null'] } } },
    want: [{ kind: 'array', of: [{ kind: 'array', of: [integer, nothing] }] }],
  },
  { name: 'a tuple', given: { types: ['array'], prefixItems: [true, true] }, want: [{ kind: 'tuple', count: 2 }] },
  {
    name: 'a map',
    given: { types: ['object'], additionalProperties: { types: ['integer'] } },
    want: [{ kind: 'map', of: [integer] }],
  },
  { name: 'a constant', given: { types: ['string'], const: '"list"' }, want: [{ kind: 'const', value: '"list"' }] },
  { name: 'the types of an enum', given: { enum: ['"a"', '1', '2', 'null'] }, want: [string, integer, nothing] },
  {
    name: 'a few simple branches are named',
    given: { oneOf: [{ types: ['string'] }, { items: { types: ['string'] } }, { types: ['null'] }] },
    want: [string, { kind: 'array', of: [string] }, nothing],
  },
  {
    name: 'a named schema or null',
    given: { anyOf: [{ ref: '#/components/schemas/Pet' }, { types: ['null'] }] },
    want: [Pet, nothing],
  },
  {
    name: 'branches that only add demands',
    given: { types: ['object'], anyOf: [{ required: ['a'] }, { required: ['b'] }] },
    want: [{ kind: 'type', type: 'object' }],
  },
  {
    name: 'many branches are counted',
    given: { oneOf: ['"a"', '"b"', '"c"', '"d"', '"e"'].map((value) => ({ const: value })) },
    want: [{ kind: 'one-of', count: 5 }],
  },
];

describe('typeWords', () => {
  it.each(ROWS)('$name', ({ given, want }) => expect(typeWords(schemas, given)).toEqual(want));

  it('ends where a schema holds itself without a name between', () => {
    const [word] = typeWords(schemas, { allOf: [{ ref: '#/components/schemas/List' }, { maxItems: 3 }] });
    expect(word?.kind).toBe('array');
  });
});

describe('schemaName', () => {
  it.each([
    { given: '#/components/schemas/Pet', want: 'Pet' },
    { given: 'parts/common.yaml#/Tag', want: 'Tag' },
    { given: '#/components/schemas/a~1b~0c', want: 'a/b~c' },
  ])('$given', ({ given, want }) => expect(schemaName(given)).toBe(want));
});
