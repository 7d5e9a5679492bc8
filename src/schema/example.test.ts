import { describe, expect, it } from 'vitest';
import type { Schema, SchemaId, SchemaObject } from '../model/schema-object.ts';
import { buildExample, type ExampleOptions } from './example.ts';
import { validateJson } from './validate.ts';

type Defined = { readonly [id: SchemaId]: Schema };
const REQUEST: ExampleOptions = { direction: 'request' };
const text: SchemaObject = { types: ['string'] };
const integer: SchemaObject = { types: ['integer'] };
const ref = (name: string): SchemaObject => ({ ref: `#/${name}` });

function properties(entries: { readonly [name: string]: Schema }): Pick<SchemaObject, 'properties'> {
  return { properties: Object.entries(entries).map(([name, schema]) => ({ name, schema })) };
}

/** The example on one line. */
function example(schema: Schema, schemas: Defined = {}, options = REQUEST): string {
  const built = buildExample(schema, schemas, options);
  const matches = (pattern: string, value: string): boolean => new RegExp(pattern, 'u').test(value);
  expect(validateJson(schemas, schema, built, { direction: options.direction, matches })).toEqual([]);
  return JSON.stringify(JSON.parse(built)) === '' ? '' : built.replace(/\n\s*/g, ' ');
}

interface Row {
  readonly name: string;
  readonly schema: Schema;
  readonly schemas?: Defined;
  readonly want: string;
}

const GIVEN: readonly Row[] = [
  { name: 'const before all', schema: { const: '1', examples: ['1'], enum: ['1'] }, want: '1' },
  { name: 'examples before default', schema: { examples: ['"a"'], default: '"b"' }, want: '"a"' },
  { name: 'default before enum', schema: { default: '"b"', enum: ['"a"', '"b"'] }, want: '"b"' },
  { name: 'the first of enum', schema: { enum: ['"a"', '"b"'] }, want: '"a"' },
  { name: 'an exact number', schema: { examples: ['1.10'] }, want: '1.10' },
  {
    name: 'not null where something else is there',
    schema: { types: ['string', 'null'], default: 'null', enum: ['null', '"a"'] },
    want: '"a"',
  },
  { name: 'null where nothing else is', schema: { enum: ['null'] }, want: 'null' },
  { name: 'null of no other type', schema: { types: ['null'] }, want: 'null' },
  { name: 'the type that is not null', schema: { types: ['null', 'string'] }, want: '"string"' },
  {
    name: 'the example beside a reference',
    schema: { ref: '#/A', examples: ['"mine"'] },
    schemas: { '#/A': { ...text, examples: ['"theirs"'] } },
    want: '"mine"',
  },
  {
    name: 'the example behind a reference',
    schema: ref('A'),
    schemas: { '#/A': { ...text, examples: ['"theirs"'] } },
    want: '"theirs"',
  },
  {
    name: 'an enum behind allOf',
    schema: { allOf: [ref('A')] },
    schemas: { '#/A': { enum: ['"x"', '"y"'] } },
    want: '"x"',
  },
  { name: 'an enum that narrows another', schema: { enum: ['3'], allOf: [{ enum: ['1', '2', '3'] }] }, want: '3' },
];

const SCALARS: readonly Row[] = [
  { name: 'a string', schema: text, want: '"string"' },
  { name: 'minLength', schema: { ...text, minLength: '8' }, want: '"stringst"' },
  { name: 'maxLength', schema: { ...text, maxLength: '3' }, want: '"str"' },
  { name: 'a format', schema: { ...text, format: 'date-time' }, want: '"2025-01-15T09:30:00Z"' },
  { name: 'an unknown format', schema: { ...text, format: 'isbn' }, want: '"string"' },
  { name: 'a format named as objects name things', schema: { ...text, format: 'constructor' }, want: '"string"' },
  { name: 'a format that does not fit', schema: { ...text, format: 'uuid', maxLength: '4' }, want: '"stri"' },
  { name: 'a pattern', schema: { ...text, pattern: '^[A-Z]{3}-\\d{4}$' }, want: '"AAA-0000"' },
  { name: 'a pattern that is not read', schema: { ...text, pattern: '^(?=s)' }, want: '"string"' },
  { name: 'an integer', schema: integer, want: '1' },
  { name: 'a minimum', schema: { ...integer, minimum: '10' }, want: '10' },
  { name: 'a maximum below', schema: { ...integer, maximum: '-5' }, want: '-5' },
  { name: 'an exclusive minimum', schema: { ...integer, exclusiveMinimum: '1' }, want: '2' },
  {
    name: 'a number between',
    schema: { types: ['number'], exclusiveMinimum: '0', exclusiveMaximum: '1' },
    want: '0.5',
  },
  { name: 'a number at most', schema: { types: ['number'], minimum: '0', maximum: '2' }, want: '1' },
  { name: 'multiples', schema: { ...integer, minimum: '7', multipleOf: '5' }, want: '10' },
  { name: 'multiples of a fraction', schema: { types: ['number'], minimum: '0.25', multipleOf: '0.1' }, want: '0.3' },
  { name: 'a bound past 2^53', schema: { ...integer, minimum: '9007199254740993' }, want: '9007199254740993' },
  {
    name: 'an integer of two types',
    schema: { allOf: [{ types: ['number'] }, { types: ['integer'] }], minimum: '2.5' },
    want: '3',
  },
  { name: 'an integer of fractions', schema: { ...integer, multipleOf: '1.5' }, want: '3' },
  { name: 'a boolean', schema: { types: ['boolean'] }, want: 'true' },
  { name: 'anything', schema: true, want: '{}' },
  { name: 'a type told by keywords', schema: { minLength: '1' }, want: '"string"' },
];

const CAT: Defined = {
  '#/Pet': {
    types: ['object'],
    required: ['petType', 'name'],
    ...properties({ petType: text, name: text }),
    discriminator: { propertyName: 'petType', mapping: [{ value: 'dog!', ref: '#/Dog' }] },
  },
  '#/Cat': { allOf: [ref('Pet'), { ...properties({ lives: { ...integer, examples: ['9'] } }) }] },
  '#/Dog': { allOf: [ref('Pet')] },
  '#/Any': { anyOf: [ref('Cat'), ref('Dog')], discriminator: { propertyName: 'petType', mapping: [] } },
};

const OBJECTS: readonly Row[] = [
  {
    name: 'required, and those with an example',
    schema: {
      required: ['a'],
      ...properties({ z: integer, a: text, b: { ...integer, examples: ['7'] }, c: { ...integer, default: '5' } }),
    },
    want: '{ "a": "string", "b": 7 }',
  },
  {
    name: 'a few where none is marked',
    schema: properties({ a: text, b: text, c: text, d: text }),
    want: '{ "a": "string", "b": "string", "c": "string" }',
  },
  {
    name: 'not the deprecated',
    schema: properties({ a: { ...text, deprecated: true }, b: text }),
    want: '{ "b": "string" }',
  },
  {
    name: 'readOnly left out',
    schema: { required: ['id', 'a'], ...properties({ id: { ...integer, readOnly: true }, a: text }) },
    want: '{ "a": "string" }',
  },
  {
    name: 'readOnly behind a reference left out',
    schema: { required: ['id'], ...properties({ id: ref('Id'), a: text }) },
    schemas: { '#/Id': { ...integer, readOnly: true } },
    want: '{}',
  },
  {
    name: 'readOnly left out of a given example',
    schema: {
      ...properties({
        id: { ...integer, readOnly: true },
        list: { items: properties({ id: { ...integer, readOnly: true } }) },
      }),
      examples: ['{"id": 1, "list": [{"id": 2, "x": 1.0}]}'],
    },
    want: '{ "list": [ { "x": 1.0 } ] }',
  },
  {
    name: 'names as objects name things',
    schema: {
      required: ['__proto__', 'constructor'],
      properties: [
        { name: '__proto__', schema: integer },
        { name: 'constructor', schema: text },
      ],
    },
    want: '{ "__proto__": 1, "constructor": "string" }',
  },
  { name: 'required without a schema', schema: { types: ['object'], required: ['a'] }, want: '{ "a": {} }' },
  { name: 'required from a map', schema: { required: ['a'], additionalProperties: integer }, want: '{ "a": 1 }' },
  { name: 'a map', schema: { types: ['object'], additionalProperties: integer }, want: '{ "key": 1 }' },
  {
    name: 'minProperties',
    schema: { types: ['object'], minProperties: '2', additionalProperties: integer },
    want: '{ "key": 1, "key2": 2 }',
  },
  {
    name: 'dependentRequired',
    schema: {
      required: ['a'],
      ...properties({ a: text, b: integer }),
      dependentRequired: [{ name: 'a', required: ['b'] }],
    },
    want: '{ "a": "string", "b": 1 }',
  },
  {
    name: 'allOf merged',
    schema: {
      allOf: [
        { required: ['a'], ...properties({ a: text }) },
        { required: ['b'], ...properties({ b: integer, a: { minLength: '7' } }) },
      ],
    },
    want: '{ "a": "strings", "b": 1 }',
  },
  {
    name: 'an example of one allOf member',
    schema: {
      allOf: [
        { ...properties({ a: text, b: text }), examples: ['{"a": "x"}'] },
        { required: ['c'], ...properties({ c: integer }) },
      ],
    },
    want: '{ "a": "x", "c": 1 }',
  },
  {
    name: 'an heir says its name',
    schema: ref('Cat'),
    schemas: CAT,
    want: '{ "petType": "Cat", "name": "string", "lives": 9 }',
  },
  {
    name: 'an heir says its mapped name',
    schema: ref('Dog'),
    schemas: CAT,
    want: '{ "petType": "dog!", "name": "string" }',
  },
  {
    name: 'a base is its first heir, since its discriminator must name one',
    schema: ref('Pet'),
    schemas: {
      ...CAT,
      '#/Dog': { allOf: [ref('Pet'), { required: ['bark'], ...properties({ bark: text, friend: ref('Pet') }) }] },
    },
    want: '{ "petType": "dog!", "name": "string", "bark": "string" }',
  },
  {
    name: 'a base whose heirs have other types is itself',
    schema: ref('Pet'),
    schemas: { ...CAT, '#/Dog': false },
    want: '{ "petType": "string", "name": "string" }',
  },
  {
    name: 'a branch says its name',
    schema: ref('Any'),
    schemas: CAT,
    want: '{ "petType": "Cat", "name": "string", "lives": 9 }',
  },
  {
    name: 'the first branch that is not null',
    schema: { anyOf: [{ types: ['null'] }, text, integer] },
    want: '"string"',
  },
  { name: 'the branch that agrees with the type', schema: { types: ['integer'], anyOf: [text, integer] }, want: '1' },
  {
    name: 'the branch that agrees with the enum',
    schema: { enum: ['2'], oneOf: [{ const: '1' }, { const: '2' }] },
    want: '2',
  },
  {
    name: 'a branch beside properties',
    schema: {
      required: ['a'],
      ...properties({ a: text }),
      oneOf: [{ required: ['b'], ...properties({ b: integer }) }],
    },
    want: '{ "a": "string", "b": 1 }',
  },
  {
    name: 'a branch that only requires',
    schema: { ...properties({ a: text, b: integer }), anyOf: [{ required: ['b'] }, { required: ['a'] }] },
    want: '{ "b": 1 }',
  },
];

const ARRAYS: readonly Row[] = [
  { name: 'one item', schema: { types: ['array'], items: text }, want: '[ "string" ]' },
  {
    name: 'items that differ',
    schema: { items: { enum: ['"a"', '"b"'] }, minItems: '2', uniqueItems: true },
    want: '[ "a", "b" ]',
  },
  { name: 'numbers that differ', schema: { items: integer, minItems: '3', uniqueItems: true }, want: '[ 1, 2, 3 ]' },
  {
    name: 'a tuple',
    schema: { prefixItems: [text, integer], items: { types: ['boolean'] }, minItems: '3' },
    want: '[ "string", 1, true ]',
  },
  { name: 'contains', schema: { types: ['array'], contains: integer }, want: '[ 1 ]' },
  { name: 'maxItems', schema: { items: text, maxItems: '0' }, want: '[]' },
  { name: 'no items known', schema: { types: ['array'] }, want: '[]' },
];

const RECURSIVE: readonly Row[] = [
  {
    name: 'an optional property is cut',
    schema: ref('Node'),
    schemas: { '#/Node': { required: ['v'], ...properties({ v: integer, next: { ref: '#/Node', examples: [] } }) } },
    want: '{ "v": 1 }',
  },
  {
    name: 'a list is empty',
    schema: ref('Node'),
    schemas: { '#/Node': { required: ['list'], ...properties({ list: { types: ['array'], items: ref('Node') } }) } },
    want: '{ "list": [] }',
  },
  {
    name: 'null where it may be',
    schema: ref('Node'),
    schemas: {
      '#/Node': { required: ['next'], ...properties({ next: { anyOf: [ref('Node'), { types: ['null'] }] } }) },
    },
    want: '{ "next": null }',
  },
  {
    name: 'the branch that ends',
    schema: ref('Expr'),
    schemas: { '#/Expr': { oneOf: [{ required: ['left'], ...properties({ left: ref('Expr') }) }, integer] } },
    want: '{ "left": {} }',
  },
  { name: 'allOf of itself', schema: ref('A'), schemas: { '#/A': { allOf: [ref('A')], ...text } }, want: '"string"' },
  { name: 'a reference to itself', schema: ref('A'), schemas: { '#/A': ref('A') }, want: '{}' },
];

describe('buildExample', () => {
  for (const [name, rows] of Object.entries({ GIVEN, SCALARS, OBJECTS, ARRAYS })) {
    it.each(rows)(`${name.toLowerCase()}: $name`, ({ schema, schemas, want }) => {
      expect(example(schema, schemas)).toBe(want);
    });
  }

  it.each(RECURSIVE)('recursion: $name', ({ schema, schemas = {}, want }) => {
    expect(buildExample(schema, schemas, REQUEST).replace(/\n\s*/g, ' ')).toBe(want);
  });

  it('an answer shows all but the deprecated and writeOnly', () => {
    const schema = properties({
      a: text,
      b: integer,
      c: { ...text, writeOnly: true },
      d: { ...text, deprecated: true },
      e: { ...text, readOnly: true },
    });
    expect(example(schema, {}, { direction: 'response' })).toBe('{ "a": "string", "b": 1, "e": "string" }');
  });

  it('is laid out as formatJson does, and the same each time', () => {
    const schema = properties({ a: { items: integer } });
    expect(buildExample(schema, {}, REQUEST)).toBe('{\n  "a": [\n    1\n  ]\n}');
    expect(buildExample(schema, {}, REQUEST)).toBe(buildExample(schema, {}, REQUEST));
  });

  it('says what it was given for text', () => {
    expect(buildExample(text, {}, { ...REQUEST, text: 'petId' })).toBe('"petId"');
  });

  it('null for a schema that allows nothing', () => {
    expect(buildExample(false, {}, REQUEST)).toBe('null');
  });
});

describe('buildExample stays small and quick, whatever is asked', () => {
  const MOST_READS = 3_000_000;
  const wide = (width: number, schema: Schema): SchemaObject => ({
    required: Array.from({ length: width }, (_, index) => `p${index}`),
    properties: Array.from({ length: width }, (_, index) => ({ name: `p${index}`, schema })),
  });
  const levels = (count: number, make: (next: SchemaObject) => Schema): Defined =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `#/L${index}`,
        index + 1 < count ? make(ref(`L${index + 1}`)) : text,
      ]),
    );
  /** The same data, counting each read of a part: work that doesn't depend on how busy the machine is. */
  function counting<Data extends object>(data: Data, work: { reads: number }): Data {
    const known = new WeakMap<object, object>();
    const watch = <Part extends object>(part: Part): Part => {
      const before = known.get(part);
      if (before) return before as Part;
      const watched = new Proxy(part, {
        get(target, key, receiver) {
          work.reads += 1;
          const value: unknown = Reflect.get(target, key, receiver);
          // A list of texts is one part.
          const isWhole =
            typeof value !== 'object' || value === null || (Array.isArray(value) && typeof value[0] === 'string');
          return isWhole ? value : watch(value);
        },
      });
      known.set(part, watched);
      return watched;
    };
    return watch(data);
  }
  it.each([
    { name: 'ten properties on each of nine levels', schema: ref('L0'), schemas: levels(9, (next) => wide(10, next)) },
    { name: 'a hundred thousand properties', schema: wide(100_000, text), schemas: {} },
    { name: 'minItems and minLength', schema: { items: { ...text, minLength: '1e9' }, minItems: '1e9' }, schemas: {} },
    {
      name: 'a thousand levels',
      schema: ref('L0'),
      schemas: levels(1_000, (next) => ({ required: ['a'], ...properties({ a: next }) })),
    },
    { name: 'ten thousand references in a row', schema: ref('L0'), schemas: levels(10_000, (next) => next) },
    {
      name: 'branches that all fail, doubling',
      schema: ref('L0'),
      schemas: { ...levels(60, (next) => ({ oneOf: [{ allOf: [next] }, { allOf: [next] }] })), '#/L59': false },
    },
    {
      name: 'an enum of many values',
      schema: {
        enum: Array.from({ length: 50_000 }, (_, index) => `"a${index}"`),
        allOf: [{ enum: Array.from({ length: 50_000 }, (_, index) => `"b${index}"`) }],
      },
      schemas: {},
      // Each may go through a whole list.
      most: 3_000,
    },
    {
      name: 'a pattern with a huge count',
      schema: { ...text, pattern: '^(((a{9999}){9999}){9999}){9999}$' },
      schemas: {},
    },
    { name: 'a pattern of a million brackets', schema: { ...text, pattern: '('.repeat(1_000_000) }, schemas: {} },
    {
      name: 'many examples, each large',
      schema: wide(1_000, { ...text, examples: [JSON.stringify('x'.repeat(10_000))] }),
      schemas: {},
    },
  ] satisfies { name: string; schema: Schema; schemas: Defined; most?: number }[])(
    '$name',
    ({ schema, schemas, most }) => {
      const work = { reads: 0 };
      const given = counting({ schema, schemas }, work);
      const built = buildExample(given.schema, given.schemas, REQUEST);
      expect(() => JSON.parse(built)).not.toThrow();
      expect(built.length).toBeLessThan(150_000);
      expect(work.reads).toBeLessThan(most ?? MOST_READS);
    },
  );
});

describe('what was made before', () => {
  const bounded = Array.from(
    { length: 1_200 },
    (_, index) => [`p${index}`, { types: ['string'], minLength: '60' }] as const,
  );
  const rows: readonly { readonly name: string; readonly schema: SchemaObject }[] = [
    {
      name: 'plain properties',
      schema: { types: ['object'], ...properties({ a: integer, b: text, c: { enum: ['"x"'] } }) },
    },
    {
      name: 'a list of different values',
      schema: {
        types: ['array'],
        minItems: '3',
        uniqueItems: true,
        items: { types: ['string'], enum: ['"a"', '"b"', '"c"'] },
      },
    },
    { name: 'more than an example holds', schema: { types: ['object'], ...properties(Object.fromEntries(bounded)) } },
    {
      name: 'characters beyond the bound',
      schema: {
        types: ['object'],
        ...properties(
          Object.fromEntries(
            bounded.map(([name]) => [name, { types: ['string'], examples: [JSON.stringify('x'.repeat(200))] }]),
          ),
        ),
      },
    },
  ];
  it.each(rows)('changes nothing: $name', ({ schema }) => {
    const made = [1, 2, 3].map(() => buildExample(schema, {}, { direction: 'response' }));
    const apart = buildExample(JSON.parse(JSON.stringify(schema)), {}, { direction: 'response' });
    expect(new Set([...made, apart]).size).toBe(1);
  });
});
