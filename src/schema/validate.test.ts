import { describe, expect, it } from 'vitest';
import type { Schema, Schemas } from '../model/schema-object.ts';
import { validateJson } from './validate.ts';

interface Row {
  readonly name: string;
  readonly schema: Schema;
  readonly schemas?: Schemas;
  readonly valid: readonly string[];
  /** JSON text → `code@pointer` of what is found, in order. */
  readonly invalid: readonly (readonly [string, ...string[]])[];
}

const string: Schema = { types: ['string'] };
const integer: Schema = { types: ['integer'] };

/** A tree whose nodes hold nodes, as the introduction to JSON Schema's dynamic references has it. */
const tree: Schemas = {
  '#/tree': {
    types: ['object'],
    required: ['value'],
    properties: [
      { name: 'value', schema: { types: ['number'] } },
      { name: 'nodes', schema: { types: ['array'], items: { ref: '#/tree' } } },
    ],
    additionalProperties: false,
  },
};

const pets: Schemas = {
  '#/components/schemas/Cat': {
    required: ['petType', 'lives'],
    properties: [
      { name: 'petType', schema: string },
      { name: 'lives', schema: integer },
    ],
  },
  '#/components/schemas/Dog': {
    required: ['petType', 'bark'],
    properties: [
      { name: 'petType', schema: string },
      { name: 'bark', schema: string },
    ],
  },
};
const petBranches = { oneOf: [{ ref: '#/components/schemas/Cat' }, { ref: '#/components/schemas/Dog' }] };

const ROWS: readonly Row[] = [
  { name: 'true allows anything', schema: true, valid: ['1', 'null', '{"a":[]}'], invalid: [] },
  { name: 'false allows nothing', schema: false, valid: [], invalid: [['1', 'never@']] },
  { name: 'text that is no JSON', schema: true, valid: [], invalid: [['{"a":1,}', 'not-json@']] },
  {
    name: 'type integer takes whole numbers however they are written',
    schema: integer,
    valid: ['1', '1.0', '-0', '1e3', '9007199254740993'],
    invalid: [
      ['1.1', 'type@'],
      ['"1"', 'type@'],
      ['null', 'type@'],
      ['true', 'type@'],
    ],
  },
  {
    name: 'type number',
    schema: { types: ['number'] },
    valid: ['1', '1.5'],
    invalid: [
      ['"1.1"', 'type@'],
      ['{}', 'type@'],
    ],
  },
  {
    name: 'several types',
    schema: { types: ['array', 'null'] },
    valid: ['[]', 'null'],
    invalid: [
      ['0', 'type@'],
      ['""', 'type@'],
    ],
  },
  {
    name: 'const and enum compare by value: 1 is 1.0, key order is free, false is not 0',
    schema: {
      properties: [
        { name: 'c', schema: { const: '{"a":1,"b":[false]}' } },
        { name: 'e', schema: { enum: ['0', '[0]', 'null'] } },
      ],
    },
    valid: ['{"c":{"b":[false],"a":1.0}}', '{"e":0.0}', '{"e":[0]}', '{"e":null}'],
    invalid: [
      ['{"c":{"a":1,"b":[0]}}', 'const@/c'],
      ['{"c":{"a":1}}', 'const@/c'],
      ['{"e":false}', 'enum@/e'],
      ['{"e":[false]}', 'enum@/e'],
    ],
  },
  {
    name: 'bounds are exact past doubles',
    schema: { minimum: '-1.10', maximum: '9007199254740992' },
    valid: ['-1.1', '9007199254740992', '"no number"'],
    invalid: [
      ['-1.10000000000000000001', 'minimum@'],
      ['9007199254740993', 'maximum@'],
    ],
  },
  {
    name: 'exclusive bounds',
    schema: { exclusiveMinimum: '1.1', exclusiveMaximum: '3' },
    valid: ['1.2', '2.9999'],
    invalid: [
      ['1.1', 'exclusive-minimum@'],
      ['3.0', 'exclusive-maximum@'],
    ],
  },
  {
    name: 'multipleOf in decimals',
    schema: { multipleOf: '0.01' },
    valid: ['4.02', '0', '1e300', '[]'],
    invalid: [['0.001', 'multiple-of@']],
  },
  {
    name: 'lengths count code points',
    schema: { minLength: '2', maxLength: '2' },
    valid: ['"ab"', '"😀😀"', '"\\ud83d\\ude00你"', '100'],
    invalid: [
      ['"😀"', 'too-short@'],
      ['"abc"', 'too-long@'],
    ],
  },
  { name: 'a pattern is not run', schema: { pattern: '^a*$' }, valid: ['"aaa"', '"bbb"'], invalid: [] },
  {
    name: 'items',
    schema: { items: integer, minItems: '1', maxItems: '2' },
    valid: ['[1]', '[1,2]', '{"foo":"bar"}'],
    invalid: [
      ['[]', 'too-few-items@'],
      ['[1,"x"]', 'type@/1'],
      ['[1,2,3]', 'too-many-items@'],
    ],
  },
  {
    name: 'prefixItems, and items for the rest',
    schema: { prefixItems: [integer, string], items: false },
    valid: ['[]', '[1]', '[1,"foo"]'],
    invalid: [
      ['["foo",1]', 'type@/0', 'type@/1'],
      ['[1,"foo",true]', 'item-unknown@/2'],
    ],
  },
  {
    name: 'uniqueItems sees 1 and 1.00 as one, 1 and true as two',
    schema: { uniqueItems: true },
    valid: ['[1,true]', '[0,false]', '[{"a":1},{"a":2}]', '["1",1]', '[[1],[true]]', '[{"a":false},{"a":0}]'],
    invalid: [
      ['[1.0,1.00,1]', 'item-repeated@', 'item-repeated@'],
      ['[{"a":1,"b":2},{"b":2,"a":1}]', 'item-repeated@'],
    ],
  },
  {
    name: 'contains',
    schema: { contains: { minimum: '5' } },
    valid: ['[3,5]', '[5]', '{}'],
    invalid: [
      ['[]', 'too-few-contained@'],
      ['[2,3,4]', 'too-few-contained@'],
    ],
  },
  {
    name: 'minContains and maxContains',
    schema: { contains: { const: '1' }, minContains: '2', maxContains: '3' },
    valid: ['[1,1]', '[1,2,1,1]'],
    invalid: [
      ['[1,2]', 'too-few-contained@'],
      ['[1,1,1,1]', 'too-many-contained@'],
    ],
  },
  { name: 'minContains 0', schema: { contains: { const: '1' }, minContains: '0' }, valid: ['[]', '[2]'], invalid: [] },
  {
    name: 'properties, required, and names that objects inherit',
    schema: {
      required: ['__proto__', 'toString'],
      properties: [
        { name: '__proto__', schema: string },
        { name: 'toString', schema: integer },
      ],
    },
    valid: ['{"__proto__":"a","toString":1}', '[]', '12'],
    invalid: [
      ['{}', 'required@', 'required@'],
      ['{"__proto__":1,"toString":1}', 'type@/__proto__'],
    ],
  },
  {
    name: 'pointers escape / and ~',
    schema: { properties: [{ name: 'a/b~c', schema: integer }] },
    valid: ['{"a/b~c":1}'],
    invalid: [['{"a/b~c":"x"}', 'type@/a~1b~0c']],
  },
  {
    name: 'the last of repeated keys counts',
    schema: { properties: [{ name: 'a', schema: integer }] },
    valid: ['{"a":"x","a":1}'],
    invalid: [['{"a":1,"a":"x"}', 'type@/a']],
  },
  {
    name: 'additionalProperties false',
    schema: { properties: [{ name: 'foo', schema: true }], additionalProperties: false },
    valid: ['{"foo":1}', '{}'],
    invalid: [['{"foo":1,"bar":2}', 'property-unknown@/bar']],
  },
  {
    name: 'additionalProperties looks at its own schema only, not into allOf',
    schema: { allOf: [{ properties: [{ name: 'foo', schema: true }] }], additionalProperties: { types: ['boolean'] } },
    valid: ['{"foo":true}'],
    invalid: [['{"foo":1,"bar":2}', 'type@/foo', 'type@/bar']],
  },
  {
    name: 'patternProperties without somebody to run them may cover any name',
    schema: { patternProperties: [{ pattern: '^x-', schema: integer }], additionalProperties: false },
    valid: ['{"x-a":"not looked at"}', '{"other":1}'],
    invalid: [],
  },
  {
    name: 'propertyNames',
    schema: { propertyNames: { maxLength: '3' } },
    valid: ['{"foo":1}', '{}', '[1]'],
    invalid: [['{"foobar":1}', 'too-long@/foobar']],
  },
  {
    name: 'minProperties and maxProperties',
    schema: { minProperties: '1', maxProperties: '2' },
    valid: ['{"a":1}', '{"a":1,"b":2}', '[]'],
    invalid: [
      ['{}', 'too-few-properties@'],
      ['{"a":1,"b":2,"c":3}', 'too-many-properties@'],
    ],
  },
  {
    name: 'dependentRequired',
    schema: { dependentRequired: [{ name: 'quux', required: ['foo', 'bar'] }] },
    valid: ['{}', '{"foo":1}', '{"foo":1,"bar":2,"quux":3}'],
    invalid: [['{"foo":1,"quux":2}', 'dependent-required@']],
  },
  {
    name: 'dependentSchemas',
    schema: { dependentSchemas: [{ name: 'bar', schema: { properties: [{ name: 'foo', schema: integer }] } }] },
    valid: ['{"foo":"x"}', '{"foo":1,"bar":2}'],
    invalid: [['{"foo":"x","bar":2}', 'type@/foo']],
  },
  {
    name: 'allOf adds up with what stands beside it',
    schema: { minimum: '30', allOf: [{ maximum: '40' }, { multipleOf: '5' }] },
    valid: ['35'],
    invalid: [
      ['25', 'minimum@'],
      ['42', 'maximum@', 'multiple-of@'],
    ],
  },
  {
    name: 'anyOf',
    schema: { anyOf: [{ types: ['integer'] }, { minimum: '2' }] },
    valid: ['1', '2.5', '3'],
    invalid: [['1.5', 'minimum@']],
  },
  {
    name: 'oneOf takes exactly one',
    schema: { oneOf: [{ types: ['integer'] }, { minimum: '2' }] },
    valid: ['1', '2.5'],
    invalid: [['3', 'several-branches@']],
  },
  {
    name: 'oneOf of types that all miss',
    schema: { oneOf: [string, { types: ['array'], items: string }] },
    valid: ['"a"', '["a"]'],
    invalid: [
      ['1', 'no-branch@'],
      ['[1]', 'type@/0'],
    ],
  },
  {
    name: 'a const tells which branch was meant',
    schema: {
      oneOf: [
        {
          properties: [
            { name: 'kind', schema: { const: '"a"' } },
            { name: 'x', schema: integer },
          ],
          required: ['kind'],
        },
        {
          properties: [
            { name: 'kind', schema: { const: '"b"' } },
            { name: 'y', schema: integer },
          ],
          required: ['kind'],
        },
      ],
    },
    valid: ['{"kind":"a","x":1}', '{"kind":"b","x":"free"}'],
    invalid: [
      ['{"kind":"b","y":"no"}', 'type@/y'],
      ['{"kind":"c"}', 'no-branch@'],
    ],
  },
  {
    name: 'a discriminator tells which branch was meant, by mapping and by name',
    schemas: pets,
    schema: {
      ...petBranches,
      discriminator: { propertyName: 'petType', mapping: [{ value: 'dog', ref: '#/components/schemas/Dog' }] },
    },
    valid: ['{"petType":"dog","bark":"loud"}', '{"petType":"Cat","lives":9}'],
    invalid: [
      ['{"petType":"dog"}', 'required@'],
      ['{"petType":"Cat","lives":"nine"}', 'type@/lives'],
      ['{"petType":"lizard"}', 'no-branch@'],
    ],
  },
  {
    name: 'a discriminator does not change what fits',
    schemas: pets,
    schema: { ...petBranches, discriminator: { propertyName: 'petType', mapping: [] } },
    valid: ['{"petType":"Cat","bark":"loud"}'],
    invalid: [['{"petType":"Cat","bark":"loud","lives":9}', 'several-branches@']],
  },
  {
    name: 'not',
    schema: { not: { types: ['integer', 'boolean'] } },
    valid: ['"foo"', '1.5'],
    invalid: [
      ['1', 'not@'],
      ['true', 'not@'],
    ],
  },
  {
    name: 'if, then, else',
    // biome-ignore lint/suspicious/noThenProperty: the keyword's name
    schema: { if: { exclusiveMaximum: '0' }, then: { minimum: '-10' }, else: { multipleOf: '2' } },
    valid: ['-1', '4'],
    invalid: [
      ['-100', 'minimum@'],
      ['3', 'multiple-of@'],
    ],
  },
  {
    name: 'ref with keywords beside it',
    schemas: { '#/nonEmpty': { minLength: '1' } },
    schema: { ref: '#/nonEmpty', maxLength: '2' },
    valid: ['"a"'],
    invalid: [
      ['""', 'too-short@'],
      ['"abc"', 'too-long@'],
    ],
  },
  { name: 'a reference that leads nowhere', schema: { ref: '#/gone' }, valid: ['1', '{}'], invalid: [] },
  {
    name: 'recursion through the value',
    schemas: tree,
    schema: { ref: '#/tree' },
    valid: ['{"value":1,"nodes":[{"value":2,"nodes":[]},{"value":3}]}'],
    invalid: [
      [
        '{"value":1,"nodes":[{"value":"x"},{"nodes":[{"value":1,"b":1}]}]}',
        'type@/nodes/0/value',
        'required@/nodes/1',
        'property-unknown@/nodes/1/nodes/0/b',
      ],
    ],
  },
  {
    name: 'a circle of references',
    schemas: { '#/a': { ref: '#/b', types: ['string'] }, '#/b': { allOf: [{ ref: '#/a' }, { maxLength: '2' }] } },
    schema: { ref: '#/a' },
    valid: ['"ab"'],
    invalid: [
      ['"abc"', 'too-long@'],
      ['1', 'type@'],
    ],
  },
  {
    name: 'unevaluatedProperties knows what allOf, ref, if and a fitting branch looked at',
    schemas: { '#/base': { properties: [{ name: 'a', schema: true }] } },
    schema: {
      ref: '#/base',
      allOf: [{ properties: [{ name: 'b', schema: true }] }],
      anyOf: [
        { required: ['c'], properties: [{ name: 'c', schema: true }] },
        { required: ['d'], properties: [{ name: 'd', schema: true }] },
      ],
      if: { required: ['e'], properties: [{ name: 'e', schema: { const: '1' } }] },
      // biome-ignore lint/suspicious/noThenProperty: the keyword's name
      then: { properties: [{ name: 'f', schema: true }] },
      unevaluatedProperties: false,
    },
    valid: ['{"a":1,"b":1,"c":1}', '{"d":1,"e":1,"f":1}'],
    invalid: [
      ['{"c":1,"d":1,"f":1}', 'property-unknown@/f'],
      ['{"c":1,"e":2}', 'property-unknown@/e'],
      ['{"c":1,"g":2}', 'property-unknown@/g'],
    ],
  },
  {
    name: 'unevaluatedItems',
    schema: { allOf: [{ prefixItems: [string] }], contains: { types: ['boolean'] }, unevaluatedItems: integer },
    valid: ['["a",true,1]', '["a",1,false]'],
    invalid: [['["a",true,"b"]', 'type@/2']],
  },
  {
    name: 'unevaluatedItems false after items',
    schema: { allOf: [{ items: string }], unevaluatedItems: false },
    valid: ['["a","b"]'],
    invalid: [],
  },
];

describe('validateJson', () => {
  it.each(ROWS)('$name', ({ schema, schemas = {}, valid, invalid }) => {
    for (const text of valid) expect([text, validateJson(schemas, schema, text)]).toEqual([text, []]);
    for (const [text, ...want] of invalid) {
      const found = validateJson(schemas, schema, text).map(({ code, instancePath }) => `${code}@${instancePath}`);
      expect([text, ...found]).toEqual([text, ...want]);
    }
  });

  it('says what was expected and what was found', () => {
    const schema: Schema = {
      properties: [
        { name: 'n', schema: { types: ['integer', 'null'] } },
        { name: 'role', schema: { enum: ['"user"', '"system"'] } },
        { name: 't', schema: { maximum: '2.0' } },
      ],
    };
    expect(validateJson({}, schema, '{"n":"three","role":"bot","t":3.50}')).toEqual([
      {
        instancePath: '/n',
        keyword: 'type',
        code: 'type',
        values: { expected: ['integer', 'null'], found: 'string', value: '"three"' },
      },
      {
        instancePath: '/role',
        keyword: 'enum',
        code: 'enum',
        values: { expected: ['"user"', '"system"'], found: '"bot"' },
      },
      { instancePath: '/t', keyword: 'maximum', code: 'maximum', values: { limit: '2.0', found: '3.50' } },
    ]);
  });

  it('returns no more than the limit', () => {
    const text = JSON.stringify(Array.from({ length: 1000 }, () => 'x'));
    expect(validateJson({}, { items: integer }, text)).toHaveLength(20);
    expect(validateJson({}, { items: integer }, text, { limit: 3 })).toHaveLength(3);
  });

  it('asks a request for no read-only property and a response for no write-only one', () => {
    const schemas: Schemas = {
      '#/Id': { types: ['string'], readOnly: true },
      '#/Base': {
        properties: [
          { name: 'id', schema: { ref: '#/Id' } },
          { name: 'secret', schema: { writeOnly: true } },
        ],
      },
    };
    const schema: Schema = { allOf: [{ ref: '#/Base' }], required: ['id', 'secret', 'name'] };
    const missing = (direction?: 'request' | 'response') =>
      validateJson(schemas, schema, '{}', direction ? { direction } : {}).map(({ values }) => values.name);
    expect(missing('request')).toEqual(['secret', 'name']);
    expect(missing('response')).toEqual(['id', 'name']);
    expect(missing()).toEqual(['id', 'secret', 'name']);
  });

  it('lets a discriminator decide between branches that fit, where it is asked to', () => {
    const schema: Schema = { ...petBranches, discriminator: { propertyName: 'petType', mapping: [] } };
    const codes = (text: string) =>
      validateJson(pets, schema, text, { discriminatorDecides: true }).map(({ code }) => code);
    expect(codes('{"petType":"Cat","bark":"loud","lives":9}')).toEqual([]);
    // The branch that it names has to be one of those that fit, and has to be named.
    expect(codes('{"petType":"Fish","bark":"loud","lives":9}')).toEqual(['several-branches']);
    expect(
      validateJson(pets, petBranches, '{"petType":"Cat","bark":"loud","lives":9}', { discriminatorDecides: true }),
    ).toHaveLength(1);
  });

  it('runs patterns with what the caller hands in', () => {
    const schema: Schema = {
      pattern: 'es',
      patternProperties: [{ pattern: 'f.*o', schema: integer }],
      additionalProperties: false,
    };
    const matches = (pattern: string, text: string) => new RegExp(pattern, 'u').test(text);
    const codes = (text: string) => validateJson({}, schema, text, { matches }).map(({ code }) => code);
    expect(codes('"expression"')).toEqual([]);
    expect(codes('"no"')).toEqual(['pattern']);
    expect(codes('{"foo":1,"foooo":2}')).toEqual([]);
    expect(codes('{"foo":"bar","other":1}')).toEqual(['type', 'property-unknown']);
  });

  it('is done in a moment where every level has branches that recurse', () => {
    const branch: Schema = { properties: [{ name: 'x', schema: { ref: '#/deep' } }] };
    const schemas: Schemas = { '#/deep': { anyOf: [branch, branch, branch, branch], types: ['object'] } };
    const text = `${'{"x":'.repeat(150)}1${'}'.repeat(150)}`;
    const start = performance.now();
    expect(validateJson(schemas, { ref: '#/deep' }, text)).not.toEqual([]);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('survives a schema nested far deeper than any value', () => {
    let schema: Schema = string;
    for (let depth = 0; depth < 20_000; depth += 1) schema = { allOf: [schema] };
    expect(validateJson({}, schema, '1')).toEqual([]);
  });

  it.each<{ name: string; around: (inner: Schema) => Schema }>([
    { name: 'oneOf', around: (inner) => ({ oneOf: [inner, string] }) },
    { name: 'anyOf', around: (inner) => ({ anyOf: [inner] }) },
    { name: 'not', around: (inner) => ({ not: inner }) },
    { name: 'if', around: (inner) => ({ if: inner, else: inner }) },
  ])('survives thousands of schemas that refer to each other in $name', ({ around }) => {
    const rows = Array.from({ length: 20_000 }, (_, at) => [`#/S${at}`, around({ ref: `#/S${at + 1}` })] as const);
    const schemas: Schemas = { ...Object.fromEntries(rows), '#/S20000': string };
    expect(validateJson(schemas, { ref: '#/S0' }, '1')).toEqual([]);
  });
});

describe('a budget', () => {
  const schema = { items: { types: ['integer'] as const } };
  it('is lowered by what is spent', () => {
    const budget = { left: 10 };
    expect(validateJson({}, schema, '[1, "2", 3]', { budget })).toHaveLength(1);
    expect(budget.left).toBe(6);
  });
  it('ends the work when it is used up', () => {
    const budget = { left: 2 };
    validateJson({}, schema, '[1, 2, 3]', { budget });
    expect(budget.left).toBeLessThan(0);
  });
});
