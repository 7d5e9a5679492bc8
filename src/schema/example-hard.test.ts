import { describe, expect, it } from 'vitest';
import type { Schema, SchemaId, SchemaObject } from '../model/schema-object.ts';
import { buildExample } from './example.ts';
import { validateJson } from './validate.ts';

function properties(entries: { readonly [name: string]: Schema }): Pick<SchemaObject, 'properties'> {
  return { properties: Object.entries(entries).map(([name, schema]) => ({ name, schema })) };
}

const SCHEMAS: { readonly [id: SchemaId]: Schema } = {
  '#/Node': {
    types: ['object'],
    required: ['v'],
    ...properties({
      v: { types: ['integer'] },
      next: { ref: '#/Node' },
      kids: { types: ['array'], items: { ref: '#/Node' } },
    }),
  },
  '#/Tree': {
    types: ['object'],
    required: ['left'],
    ...properties({ left: { oneOf: [{ ref: '#/Tree' }, { types: ['null'] }] } }),
  },
};

/** Schemas whose rules a value made by its type alone breaks. */
const ROWS: readonly (readonly [name: string, schema: Schema])[] = [
  ['pattern', { types: ['string'], pattern: '^[A-Z]{2}-\\d{4}$' }],
  ['pattern alt', { types: ['string'], pattern: '^(foo|bar)-[a-f0-9]{8}$' }],
  ['pattern neg class', { types: ['string'], pattern: '^[^/]+/[^/]+$' }],
  ['pattern lookahead', { types: ['string'], pattern: '^(?!foo)[a-z]+$' }],
  ['pattern lookahead pos', { types: ['string'], pattern: '^(?=.*\\d)(?=.*[a-z]).{8,}$' }],
  [
    'pattern uuid',
    { types: ['string'], pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' },
  ],
  ['pattern min len', { types: ['string'], pattern: '^[a-z]+$', minLength: '10', maxLength: '12' }],
  ['pattern \\S', { types: ['string'], pattern: '^\\S+@\\S+\\.\\S+$' }],
  ['pattern + format', { types: ['string'], format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }],
  ['pattern unicode', { types: ['string'], pattern: '^[\\u4e00-\\u9fa5]{2,4}$' }],
  ['pattern \\p', { types: ['string'], pattern: '^\\p{L}+\\p{N}$' }],
  ['two patterns', { allOf: [{ types: ['string'], pattern: '^[a-z]+' }, { pattern: '\\d$' }] }],
  ['unanchored', { types: ['string'], pattern: 'x{3}', minLength: '8' }],
  ['multipleOf .01', { types: ['number'], multipleOf: '0.01', minimum: '1.005', maximum: '1.02' }],
  ['multipleOf int', { types: ['integer'], multipleOf: '7', exclusiveMinimum: '14' }],
  ['multipleOf two', { allOf: [{ types: ['integer'], multipleOf: '4' }, { multipleOf: '6' }], minimum: '1' }],
  ['excl both', { types: ['number'], exclusiveMinimum: '0', exclusiveMaximum: '1' }],
  ['excl int', { types: ['integer'], exclusiveMinimum: '3', exclusiveMaximum: '5' }],
  ['tiny', { types: ['number'], exclusiveMinimum: '0', maximum: '0.0001' }],
  ['big int', { types: ['integer'], minimum: '9007199254740993', maximum: '9007199254740995' }],
  ['big int excl', { types: ['integer'], exclusiveMinimum: '9007199254740993' }],
  ['big multiple', { types: ['integer'], minimum: '10000000000000000001', multipleOf: '5' }],
  ['uint64', { types: ['integer'], minimum: '18446744073709551615', maximum: '18446744073709551615' }],
  ['neg', { types: ['integer'], maximum: '-5' }],
  ['1e400', { types: ['number'], minimum: '1e400' }],
  ['unique enum', { types: ['array'], items: { enum: ['1', '2', '3'] }, uniqueItems: true, minItems: '3' }],
  ['unique bool', { types: ['array'], items: { types: ['boolean'] }, uniqueItems: true, minItems: '2' }],
  [
    'unique str pattern',
    { types: ['array'], items: { types: ['string'], pattern: '^[ab]$' }, uniqueItems: true, minItems: '2' },
  ],
  [
    'unique obj',
    {
      types: ['array'],
      items: { types: ['object'], required: ['a'], ...properties({ a: { types: ['integer'] } }) },
      uniqueItems: true,
      minItems: '4',
    },
  ],
  [
    'unique format',
    { types: ['array'], items: { types: ['string'], format: 'uuid' }, uniqueItems: true, minItems: '3' },
  ],
  [
    'unique email',
    { types: ['array'], items: { types: ['string'], format: 'email' }, uniqueItems: true, minItems: '3' },
  ],
  ['minItems 50', { types: ['array'], items: { types: ['integer'] }, minItems: '50' }],
  ['minItems 20 unique', { types: ['array'], items: { types: ['integer'] }, minItems: '20', uniqueItems: true }],
  ['not const', { types: ['string'], not: { const: '"string"' } }],
  ['not enum', { types: ['string'], not: { enum: ['"string"', '"string2"'] } }],
  ['not int', { types: ['integer'], not: { const: '1' } }],
  ['not type', { not: { types: ['object'] } }],
  ['not any but str', { not: { types: ['object', 'array', 'number', 'integer', 'boolean', 'null'] } }],
  [
    'not required',
    {
      types: ['object'],
      ...properties({ a: { types: ['string'] }, b: { types: ['string'] } }),
      not: { required: ['a'] },
    },
  ],
  [
    'oneOf required',
    {
      types: ['object'],
      ...properties({ a: { types: ['string'] }, b: { types: ['string'] } }),
      oneOf: [{ required: ['a'] }, { required: ['b'] }],
    },
  ],
  ['oneOf num', { oneOf: [{ types: ['integer'] }, { types: ['number'] }] }],
  ['oneOf multiples', { types: ['integer'], oneOf: [{ multipleOf: '3' }, { multipleOf: '5' }] }],
  [
    'oneOf obj closed',
    {
      oneOf: [
        { types: ['object'], ...properties({ a: { types: ['string'] } }), additionalProperties: false },
        { types: ['object'], ...properties({ b: { types: ['string'] } }), additionalProperties: false },
      ],
    },
  ],
  [
    'oneOf obj open',
    {
      oneOf: [
        { types: ['object'], ...properties({ a: { types: ['string'] } }) },
        { types: ['object'], ...properties({ b: { types: ['string'] } }), required: ['b'] },
      ],
    },
  ],
  [
    'depReq',
    {
      types: ['object'],
      ...properties({ a: { types: ['string'] }, b: { types: ['string'] } }),
      required: ['a'],
      dependentRequired: [{ name: 'a', required: ['b', 'c'] }],
    },
  ],
  [
    'depSchemas',
    {
      types: ['object'],
      ...properties({ a: { types: ['string'] } }),
      dependentSchemas: [
        { name: 'a', schema: { required: ['z'], ...properties({ z: { types: ['integer'], minimum: '5' } }) } },
      ],
    },
  ],
  ['minProps', { types: ['object'], minProperties: '3' }],
  [
    'minProps closed',
    {
      types: ['object'],
      ...properties({ a: { types: ['string'] }, b: { types: ['string'] }, c: { types: ['integer'] } }),
      additionalProperties: false,
      minProperties: '2',
      maxProperties: '2',
    },
  ],
  ['minProps 20', { types: ['object'], additionalProperties: { types: ['integer'] }, minProperties: '20' }],
  [
    'propertyNames',
    {
      types: ['object'],
      minProperties: '2',
      propertyNames: { pattern: '^x-[a-z]+$' },
      additionalProperties: { types: ['boolean'] },
    },
  ],
  [
    'propertyNames enum',
    {
      types: ['object'],
      propertyNames: { enum: ['"en"', '"zh"'] },
      minProperties: '2',
      additionalProperties: { types: ['string'] },
    },
  ],
  [
    'patternProps',
    {
      types: ['object'],
      patternProperties: [{ pattern: '^\\d+$', schema: { types: ['integer'] } }],
      additionalProperties: false,
      minProperties: '2',
    },
  ],
  [
    'contains',
    { types: ['array'], items: { types: ['integer'] }, contains: { minimum: '10' }, minContains: '2', minItems: '3' },
  ],
  [
    'contains max',
    { types: ['array'], items: { types: ['integer'] }, contains: { const: '1' }, maxContains: '1', minItems: '3' },
  ],
  ['contains any', { types: ['array'], contains: { types: ['string'] } }],
  [
    'prefixItems',
    { types: ['array'], prefixItems: [{ types: ['string'] }, { types: ['integer'] }], items: false, minItems: '2' },
  ],
  [
    'allOf nested',
    {
      allOf: [
        { allOf: [{ types: ['object'], ...properties({ a: { types: ['integer'], minimum: '3' } }), required: ['a'] }] },
        { ...properties({ a: { maximum: '3' } }) },
      ],
    },
  ],
  ['allOf enum', { allOf: [{ enum: ['1', '2', '3'] }, { enum: ['3', '4'] }] }],
  ['recursion', { ref: '#/Node' }],
  ['recursion null', { ref: '#/Tree' }],
  ['recursive list min', { types: ['array'], items: { ref: '#/Node' }, minItems: '2' }],
  [
    'unevaluated',
    { allOf: [{ ...properties({ a: { types: ['string'] } }) }], types: ['object'], unevaluatedProperties: false },
  ],
  [
    'if then',
    {
      types: ['object'],
      ...properties({ kind: { enum: ['"a"', '"b"'] }, x: { types: ['integer'] } }),
      required: ['kind'],
      if: { ...properties({ kind: { const: '"a"' } }) },
      // biome-ignore lint/suspicious/noThenProperty: the keyword's name
      then: { required: ['x'] },
      else: { required: ['y'] },
    },
  ],
  ['minLength big', { types: ['string'], minLength: '5000' }],
  ['maxLength 3 date', { types: ['string'], format: 'date', maxLength: '3' }],
  ['maxLength 2', { types: ['string'], maxLength: '2' }],
  ['maxLength 0', { types: ['string'], maxLength: '0' }],
  ['const obj', { const: '{"a":1}' }],
  ['nullable enum', { types: ['string', 'null'], enum: ['null'] }],
  ['bad default', { types: ['integer'], default: '"x"', examples: ['"y"'], minimum: '4' }],
  ['anyOf false', { anyOf: [false, { types: ['integer'] }] }],
  [
    'writeOnly required',
    { types: ['object'], required: ['p'], ...properties({ p: { types: ['string'], writeOnly: true } }) },
  ],
  ['minLength unicode', { types: ['string'], minLength: '3', examples: ['"文文"'] }],
  [
    'array of closed req rec',
    {
      types: ['object'],
      required: ['c'],
      ...properties({ c: { types: ['array'], items: { ref: '#/Node' }, minItems: '1' } }),
      additionalProperties: false,
    },
  ],
  ['int as number 1.0', { types: ['integer'], const: '1.0' }],
  ['multipleOf 1e-8', { types: ['number'], multipleOf: '0.00000001' }],
  [
    'number multipleOf .1 excl',
    { types: ['number'], multipleOf: '0.1', exclusiveMinimum: '0.3', exclusiveMaximum: '0.5' },
  ],
];

/** These patterns are known, so they may be run here. */
function matches(pattern: string, text: string): boolean {
  return new RegExp(pattern, 'u').test(text);
}

describe('an example of a hard schema fits it', () => {
  it.each(ROWS)('%s', (_, schema) => {
    for (const direction of ['request', 'response'] as const) {
      const value = buildExample(schema, SCHEMAS, { direction });
      expect([value, validateJson(SCHEMAS, schema, value, { direction, matches })]).toEqual([value, []]);
    }
  });
});
