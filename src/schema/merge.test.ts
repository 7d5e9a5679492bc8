import { describe, expect, it } from 'vitest';
import type { Schema, SchemaObject, Schemas } from '../model/schema-object.ts';
import { mergeSchema } from './merge.ts';

const schemas: Schemas = {
  '#/Base': { types: ['object'], title: 'Base', description: 'The base', properties: [{ name: 'a', schema: {} }] },
  '#/Loop': { ref: '#/Loop' },
};

const all = (...allOf: Schema[]): Schema => ({ allOf });

interface Row {
  readonly name: string;
  readonly given: Schema;
  readonly want: SchemaObject;
  readonly more?: readonly SchemaObject[];
}

const ROWS: readonly Row[] = [
  {
    name: 'bounds: the stricter ones, as written',
    given: all({ minimum: '0', maximum: '1e1', minLength: '2' }, { minimum: '1.50', maximum: '20', minLength: '1' }),
    want: { minimum: '1.50', maximum: '1e1', minLength: '2' },
  },
  {
    name: 'counts: the stricter ones, past 2^53 too',
    given: all({ minItems: '9007199254740992' }, { minItems: '9007199254740993', maxLength: '9' }, { maxLength: '10' }),
    want: { minItems: '9007199254740993', maxLength: '9' },
  },
  {
    name: 'types: what both allow',
    given: all({ types: ['string', 'number', 'null'] }, { types: ['integer', 'null'] }),
    want: { types: ['integer', 'null'] },
  },
  {
    name: 'types that exclude each other both show',
    given: all({ types: ['string'] }, { types: ['object'] }),
    want: { types: ['object', 'string'] },
  },
  {
    name: 'listed values: the common ones',
    given: all({ enum: ['"a"', '"b"', '"c"'] }, { enum: ['"c"', '"b"'] }),
    want: { enum: ['"c"', '"b"'] },
  },
  {
    name: 'a constant among listed values',
    given: all({ enum: ['"a"', '"b"'] }, { const: '"b"' }),
    want: { const: '"b"' },
  },
  {
    name: 'lists without a common value both show',
    given: all({ enum: ['1'] }, { enum: ['2'] }),
    want: { enum: ['2'] },
    more: [{ enum: ['1'] }],
  },
  {
    name: 'lists that stay apart keep what their values mean',
    given: all({ enum: ['1'], enumDescriptions: [{ value: '1', name: 'ONE' }] }, { enum: [] }),
    want: { enum: [] },
    more: [{ enum: ['1'], enumDescriptions: [{ value: '1', name: 'ONE' }] }],
  },
  {
    name: 'descriptions, defaults, patterns: the nearest, then the others',
    given: {
      ref: '#/Base',
      description: 'Mine',
      default: 'false',
      allOf: [{ pattern: '^b', default: '0' }],
      pattern: '^a',
    },
    want: { types: ['object'], title: 'Base', description: 'Mine', default: 'false', pattern: '^a' },
    more: [{ pattern: '^b', default: '0' }, { description: 'The base' }],
  },
  {
    name: 'the same text is said once',
    given: { ref: '#/Base', description: ' The base\n' },
    want: { description: ' The base\n' },
  },
  {
    name: 'properties of one name hold together',
    given: { ref: '#/Base', properties: [{ name: 'a', schema: { minLength: '1' } }], required: ['a'] },
    want: { properties: [{ name: 'a', schema: { allOf: [{}, { minLength: '1' }] } }], required: ['a'] },
  },
  {
    name: 'choices stay apart, each with its discriminator',
    given: {
      oneOf: [{ title: 'A' }],
      allOf: [{ oneOf: [{ title: 'B' }], discriminator: { propertyName: 'k', mapping: [] } }],
    },
    want: { oneOf: [{ title: 'A' }] },
    more: [{ oneOf: [{ title: 'B' }], discriminator: { propertyName: 'k', mapping: [] } }],
  },
  {
    name: 'what is contained keeps its counts',
    given: all({ contains: { const: '1' }, minContains: '2' }, { contains: { const: '2' } }),
    want: { contains: { const: '2' } },
    more: [{ contains: { const: '1' }, minContains: '2' }],
  },
  { name: 'a reference to itself', given: { ref: '#/Loop' }, want: {} },
];

describe('mergeSchema', () => {
  it.each(ROWS)('$name', ({ given, want, more }) => {
    const merged = mergeSchema(schemas, given);
    expect(merged.schema).toMatchObject(want);
    if (more) expect(merged.more.map((part) => part.schema)).toEqual(more);
  });

  it('says what leads nowhere and what allows nothing', () => {
    expect(mergeSchema(schemas, { ref: '#/Gone' })).toMatchObject({ schema: {}, missing: ['#/Gone'], never: false });
    expect(mergeSchema(schemas, all({ ref: '#/Base' }, false)).never).toBe(true);
  });

  it('keeps its results', () => {
    const given = all({ ref: '#/Base' });
    expect(mergeSchema(schemas, given)).toBe(mergeSchema(schemas, given));
  });
});
