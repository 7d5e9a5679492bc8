import { describe, expect, it } from 'vitest';
import { type JsonNode, parseJson } from '../../model/json-text.ts';
import type { SchemaObject, Schemas } from '../../model/schema-object.ts';
import { mergeSchema } from '../../schema/merge.ts';
import { branchesOf, branchOfValue } from './choice.ts';
import { planField, startValue } from './field-plan.ts';

const PET = '#/components/schemas/Pet';
const CAT = '#/components/schemas/Cat';
const DOG = '#/components/schemas/Dog';
const mapping = [
  { value: 'cat', ref: CAT },
  { value: 'dog', ref: DOG },
];
const schemas: Schemas = {
  [PET]: {
    types: ['object'],
    properties: [{ name: 'kind', schema: { types: ['string'] } }],
    required: ['kind'],
    discriminator: { propertyName: 'kind', mapping },
  },
  [CAT]: {
    allOf: [{ ref: PET }, { properties: [{ name: 'lives', schema: { types: ['integer'], minimum: '9' } }] }],
  },
  [DOG]: { allOf: [{ ref: PET }, { properties: [{ name: 'bark', schema: { types: ['boolean'] } }] }] },
};
const titles = (schema: SchemaObject): string[] =>
  branchesOf(schemas, mergeSchema(schemas, schema)).map(({ title }) => title);

describe('branchesOf', () => {
  const rows: readonly { name: string; given: SchemaObject; want: readonly string[] }[] = [
    { name: 'nothing to choose', given: { types: ['string', 'null'] }, want: [] },
    {
      name: 'titles, names of schemas and types',
      given: { oneOf: [{ title: 'T' }, { ref: CAT }, { types: ['string'] }] },
      want: ['T', 'Cat', 'string'],
    },
    {
      name: 'equal titles are numbered',
      given: { anyOf: [{ types: ['object'] }, { types: ['object'] }] },
      want: ['object 1', 'object 2'],
    },
    {
      name: 'null is no branch',
      given: { oneOf: [{ types: ['string'] }, { types: ['integer'] }, { types: ['null'] }] },
      want: ['string', 'integer'],
    },
    { name: 'heirs of a base', given: { ref: PET }, want: ['Cat', 'Dog'] },
    { name: 'types', given: { types: ['string', 'array', 'null'] }, want: ['string', 'array'] },
    { name: 'an integer is a number', given: { types: ['integer', 'number'] }, want: [] },
    { name: 'what only asks for fields', given: { anyOf: [{ required: ['a'] }, { required: ['b'] }] }, want: [] },
  ];
  for (const { name, given, want } of rows) it(name, () => expect(titles(given)).toEqual(want));

  it('a chosen heir is not asked again, and its discriminator is fixed', () => {
    const [cat] = branchesOf(schemas, mergeSchema(schemas, { ref: PET }));
    const plan = planField(schemas, cat?.schema ?? false);
    expect(plan.branches).toEqual([]);
    const kind = plan.schema.properties?.find(({ name }) => name === 'kind');
    expect(planField(schemas, kind?.schema ?? false).schema.const).toBe('"cat"');
    expect(plan.schema.properties?.map(({ name }) => name)).toEqual(['kind', 'lives']);
  });
});

describe('branchOfValue', () => {
  const either: SchemaObject = {
    oneOf: [
      { types: ['string'] },
      { types: ['object'], properties: [{ name: 'a', schema: { const: '"x"' } }], required: ['a'] },
      { types: ['object'], properties: [{ name: 'a', schema: { const: '"y"' } }], required: ['a'] },
    ],
  };
  const rows: readonly { name: string; schema: SchemaObject; given: string; want: number }[] = [
    { name: 'by the discriminator', schema: { ref: PET }, given: '{"kind": "dog", "lives": 9}', want: 1 },
    { name: 'by its type', schema: either, given: '"text"', want: 0 },
    { name: 'by a constant, though something else is missing', schema: either, given: '{"a": "y", "b": 1}', want: 2 },
    { name: 'what fits none has the nearest', schema: either, given: '{}', want: 1 },
  ];
  for (const { name, schema, given, want } of rows) {
    it(name, () => {
      const branches = branchesOf(schemas, mergeSchema(schemas, schema));
      expect(branchOfValue(schemas, branches, parseJson(given) as JsonNode)).toBe(want);
    });
  }
});

describe('startValue', () => {
  const rows: readonly { name: string; given: SchemaObject; want: string }[] = [
    { name: 'text', given: { types: ['string'] }, want: '""' },
    { name: 'a number in its bounds', given: { types: ['integer'], minimum: '3' }, want: '3' },
    { name: 'a listed value', given: { enum: ['"b"', '"a"'] }, want: '"b"' },
    { name: 'the first branch with its discriminator', given: { ref: PET }, want: '{"kind": "cat"}' },
    { name: 'what may be anything', given: {}, want: 'null' },
  ];
  for (const { name, given, want } of rows) it(name, () => expect(startValue(schemas, given)).toBe(want));
});
