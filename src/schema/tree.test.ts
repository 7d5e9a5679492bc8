import { describe, expect, it } from 'vitest';
import type { Schema, SchemaObject, Schemas } from '../model/schema-object.ts';
import { type SchemaNode, schemaTree, schemaTrees } from './tree.ts';

const schemas: Schemas = {
  '#/Pet': {
    types: ['object'],
    description: 'A pet',
    required: ['name'],
    properties: [
      { name: 'id', schema: { types: ['integer'], readOnly: true } },
      { name: 'name', schema: { types: ['string'] } },
      { name: 'secret', schema: { types: ['string'], writeOnly: true } },
      { name: 'friends', schema: { types: ['array'], items: { ref: '#/Pet' } } },
    ],
  },
  '#/Dog': {
    allOf: [{ ref: '#/Pet' }, { required: ['bark'], properties: [{ name: 'bark', schema: { types: ['boolean'] } }] }],
  },
};

const tree = (schema: Schema, direction: 'request' | 'response' | 'both' = 'both', all = schemas): SchemaNode =>
  schemaTree(all, { schema, direction, id: 'body' });
const names = (node: SchemaNode): string[] =>
  node.rows.map(({ kind, name, required }) => `${kind === 'property' ? '' : `${kind} `}${name}${required ? '!' : ''}`);
const ids = (node: SchemaNode): string[] => node.rows.flatMap((row) => [row.node.id, ...ids(row.node)]);
const countRows = (node: SchemaNode): number =>
  node.rows.reduce((sum, row) => sum + 1 + countRows(row.node), node.items ? countRows(node.items) : 0);

describe('schemaTree', () => {
  it('shows read-only properties in answers and write-only ones in requests', () => {
    expect(names(tree({ ref: '#/Pet' }, 'response'))).toEqual(['id', 'name!', 'friends']);
    expect(names(tree({ ref: '#/Pet' }, 'request'))).toEqual(['name!', 'secret', 'friends']);
  });

  it('cuts where a schema begins again', () => {
    const friends = tree({ ref: '#/Pet' }).rows.at(-1)?.node;
    expect(friends?.items).toMatchObject({ cut: 'recursion', name: '#/Pet', rows: [] });
  });

  it('merges allOf and tells where a property comes from', () => {
    const node = tree({ ref: '#/Dog' });
    expect(names(node)).toEqual(['id', 'name!', 'secret', 'friends', 'bark!']);
    expect(node.rows.map((row) => row.from)).toEqual(['#/Pet', '#/Pet', '#/Pet', '#/Pet', undefined]);
    expect(node.name).toBe('#/Dog');
  });

  it('takes a lone reference in allOf for the schema itself', () => {
    const node = tree({ allOf: [{ ref: '#/Pet' }], description: 'Mine' });
    expect(node).toMatchObject({ name: '#/Pet', schema: { description: 'Mine' } });
    expect(node.more).toEqual([{ schema: { description: 'A pet' } }]);
    expect(node.rows[0]?.from).toBeUndefined();
  });

  it('keeps what is written beside a schema that would begin again', () => {
    const all: Schemas = {
      '#/Node': {
        properties: [
          { name: 'next', schema: { allOf: [{ ref: '#/Node' }, { properties: [{ name: 'weight', schema: {} }] }] } },
        ],
      },
    };
    const next = tree({ ref: '#/Node' }, 'both', all).rows[0]?.node;
    expect(next).toMatchObject({ includes: ['#/Node'] });
    expect(next && names(next)).toEqual(['weight']);
  });

  it('gives a row to every keyword that holds a schema', () => {
    const one: SchemaObject = { types: ['string'] };
    const node = tree({
      properties: [{ name: '', schema: one }],
      patternProperties: [{ pattern: '^x', schema: one }],
      additionalProperties: one,
      unevaluatedProperties: one,
      propertyNames: one,
      dependentSchemas: [{ name: 'a', schema: one }],
      prefixItems: [one, false],
      items: one,
      contains: one,
      unevaluatedItems: one,
      contentSchema: one,
      oneOf: [one, { title: 'Two' }],
      anyOf: [{ ref: '#/Pet' }],
      not: one,
      if: one,
      else: false,
    });
    expect(names(node)).toEqual([
      ...[
        '',
        'pattern ^x',
        'additional ',
        'unevaluated ',
        'names ',
        'dependent a',
        'position 1',
        'position 2',
        'rest ',
      ],
      ...['contains ', 'unevaluated-items ', 'content ', 'oneOf 1', 'oneOf Two', 'anyOf Pet', 'not ', 'if ', 'else '],
    ]);
    expect(new Set(ids(node)).size).toBe(ids(node).length);
  });

  it('names the values of a discriminator at their branches', () => {
    const discriminator = { propertyName: 'kind', mapping: [{ value: 'pet', ref: '#/Pet' }] };
    const node = tree({ oneOf: [{ ref: '#/Pet' }, { ref: '#/Dog' }], discriminator });
    expect(node.rows.map((row) => row.tags)).toEqual([['pet'], ['Dog']]);
  });

  it('tells booleans and dead references apart', () => {
    expect(tree(false)).toMatchObject({ never: true });
    expect(tree({ ref: '#/Gone' })).toMatchObject({ never: false, missing: ['#/Gone'] });
  });

  it('gives every row an id of its own, whatever its name', () => {
    const odd = ['a', 'a b', 'a-b', '', '__proto__', '中文', 'a%zz"<', 'a-b-2', '\ud800'];
    const node = tree({ properties: odd.map((name) => ({ name, schema: {} })) });
    expect(ids(node)).toEqual([
      ...['body.a', 'body.a-b', 'body.a-b-2', 'body.-', 'body.__proto__', 'body.中文', 'body.a-zz-', 'body.a-b-2-2'],
      'body.--2',
    ]);
  });

  it('gives trees of one page ids that never meet', () => {
    const inner: Schema = { properties: [{ name: 'b', schema: {} }] };
    const trees = schemaTrees({}, [
      { schema: { properties: [{ name: 'a', schema: inner }] }, direction: 'request', id: 'query' },
      { schema: inner, direction: 'request', id: 'query.a' },
    ]);
    const all = trees.flatMap(ids);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('the size of a page', () => {
  const wide = (count: number, schema: Schema): Schema => ({
    types: ['object'],
    properties: Array.from({ length: count }, (_, index) => ({ name: `p${index}`, schema })),
  });

  it('is twice as much for the roots themselves on a page of their own', () => {
    const all: Schemas = { '#/Half': wide(150, {}), '#/Leaf': wide(60, {}) };
    const half = { ref: '#/Half' };
    const roots = ['a', 'b', 'c'].map((id) => ({ schema: half, direction: 'both' as const, id }));
    expect(schemaTrees(all, roots).map(({ cut }) => cut)).toEqual([undefined, undefined, 'size']);
    expect(schemaTrees(all, roots, { rows: 200, bytes: 60_000 }).map(({ cut }) => cut)).toEqual([
      undefined,
      'size',
      'size',
    ]);
    const inner = schemaTrees(all, [
      ...roots.slice(0, 1),
      { schema: wide(1, { ref: '#/Leaf' }), direction: 'both', id: 'd' },
    ]);
    expect(inner[1]?.rows[0]?.node.cut).toBe('size');
  });

  it('is spent on what lies nearest to the roots', () => {
    const all: Schemas = { '#/Leaf': wide(20, {}), '#/Middle': wide(10, { ref: '#/Leaf' }) };
    const [first, second] = schemaTrees(all, [
      { schema: { ref: '#/Middle' }, direction: 'both', id: 'a' },
      { schema: { ref: '#/Middle' }, direction: 'both', id: 'b' },
    ]);
    expect(first?.rows.length).toBe(10);
    expect(second?.rows.length).toBe(10);
    const cuts = [first, second].flatMap((node) => node?.rows.map((row) => row.node.cut) ?? []);
    expect(cuts.filter((cut) => cut === 'size').length).toBeGreaterThan(5);
    expect(cuts.filter((cut) => cut === undefined).length).toBeGreaterThan(5);
  });

  it('never leaves out what has no page of its own', () => {
    const node = tree(wide(30, wide(30, { types: ['string'] })));
    expect(countRows(node)).toBe(930);
  });

  it('names what an unnamed schema includes, once the page is full', () => {
    const all: Schemas = { '#/Big': wide(100, {}) };
    const mixed: Schema = { allOf: [{ ref: '#/Big' }, { properties: [{ name: 'own', schema: {} }] }] };
    const node = tree(wide(40, mixed), 'both', all);
    expect(countRows(node)).toBeLessThan(700);
    expect(node.rows.at(-1)?.node).toMatchObject({ includes: ['#/Big'], rows: [{ name: 'own' }] });
  });

  it.each([
    ['nested 40 levels', { '#/A': Array.from({ length: 40 }).reduce<Schema>((inner) => wide(1, inner), {}) }],
    ['mutual recursion', { '#/A': wide(20, { ref: '#/B' }), '#/B': wide(20, { ref: '#/A' }) }],
    [
      'alias upon alias',
      Object.fromEntries([
        ...Array.from({ length: 20 }, (_, level) => [
          `#/A${level || ''}`,
          { allOf: [{ ref: `#/A${level + 1}` }, { ref: `#/A${level + 1}` }, wide(2, { ref: `#/A${level + 1}` })] },
        ]),
        ['#/A20', wide(3, {})],
      ]),
    ],
    ['a thousand branches', { '#/A': { oneOf: Array.from({ length: 1_000 }, () => wide(5, { ref: '#/A' })) } }],
    ['ten thousand properties', { '#/A': wide(10_000, { ref: '#/A' }) }],
  ] as [string, Schemas][])('is bounded: %s', (_, all) => {
    const roots = Array.from({ length: 20 }, (_, index) => ({
      schema: { ref: '#/A' },
      direction: 'both' as const,
      id: `r${index}`,
    }));
    const rows = schemaTrees(all, roots).reduce((sum, node) => sum + countRows(node), 0);
    expect(rows).toBeLessThanOrEqual(640);
  });
});
