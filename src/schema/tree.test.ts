import { describe, expect, it } from 'vitest';
import type { Schemas } from '../model/schema-object.ts';
import { mergeSchema, type SchemaNode, schemaTree } from './tree.ts';

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
  '#/Loop': { ref: '#/Loop' },
};

const names = (node: SchemaNode): string[] => node.properties.map((row) => `${row.name}${row.required ? '!' : ''}`);

describe('schemaTree', () => {
  it('shows read-only properties in answers and write-only ones in requests', () => {
    const answer = schemaTree(schemas, { ref: '#/Pet' }, { direction: 'response', id: 'r' });
    const request = schemaTree(schemas, { ref: '#/Pet' }, { direction: 'request', id: 'b' });
    expect(names(answer)).toEqual(['id', 'name!', 'friends']);
    expect(names(request)).toEqual(['name!', 'secret', 'friends']);
  });

  it('cuts where a schema begins again', () => {
    const tree = schemaTree(schemas, { ref: '#/Pet' }, { direction: 'response', id: 'r' });
    const friends = tree.properties.at(-1)?.node;
    expect(friends?.items).toMatchObject({ cut: 'recursion', names: ['#/Pet'], properties: [] });
  });

  it('merges allOf and tells where it comes from', () => {
    const tree = schemaTree(schemas, { ref: '#/Dog' }, { direction: 'response', id: 'r' });
    expect(names(tree)).toEqual(['id', 'name!', 'friends', 'bark!']);
    expect(tree.names).toEqual(['#/Dog', '#/Pet']);
  });

  it('gives every property an id of its own', () => {
    const properties = [
      { name: 'a', schema: {} },
      { name: 'a b', schema: {} },
      { name: 'a-b', schema: {} },
    ];
    const tree = schemaTree({}, { properties }, { direction: 'request', id: 'body' });
    expect(tree.properties.map((row) => row.id)).toEqual(['body.a', 'body.a-b', 'body.a-b-2']);
  });

  it('stops at the row limit', () => {
    const wide = {
      properties: Array.from({ length: 20 }, (_, index) => ({ name: `p${index}`, schema: { ref: '#/Pet' } })),
    };
    const tree = schemaTree(schemas, wide, { direction: 'response', id: 'r', maxRows: 20 });
    expect(tree.properties.every((row) => row.node.cut === 'size')).toBe(true);
  });
});

describe('mergeSchema', () => {
  it('lets keywords beside a reference win', () => {
    expect(mergeSchema(schemas, { ref: '#/Pet', description: 'Mine' }).schema.description).toBe('Mine');
  });
  it('survives a reference to itself and to nothing', () => {
    expect(mergeSchema(schemas, { ref: '#/Loop' }).schema).toEqual({});
    expect(mergeSchema(schemas, { ref: '#/Gone' })).toEqual({ schema: {}, names: ['#/Gone'] });
  });
});
