import { expect, it } from 'vitest';
import type { SchemaObject, Schemas } from '../model/schema-object.ts';
import { sameSchema } from './same.ts';

const rows: { name: string; one: SchemaObject; other: SchemaObject; isSame: boolean }[] = [
  { name: 'a reference', one: { ref: '#/A', source: 'a#/1' }, other: { ref: '#/A', source: 'a#/2' }, isSame: true },
  { name: 'another reference', one: { ref: '#/A' }, other: { ref: '#/B' }, isSame: false },
  { name: 'a reference with a text', one: { ref: '#/A' }, other: { ref: '#/A', description: 'x' }, isSame: false },
  {
    name: 'a plain value',
    one: { types: ['integer'], description: 'Id', source: 'a#/1' },
    other: { types: ['integer'], description: 'Id', source: 'a#/2' },
    isSame: true,
  },
  {
    name: 'a plain value with another text',
    one: { types: ['integer'], description: 'Id' },
    other: { types: ['integer'], description: 'ID' },
    isSame: false,
  },
  {
    name: 'a value of another type',
    one: { types: ['integer'] },
    other: { types: ['integer', 'null'] },
    isSame: false,
  },
  { name: 'an object', one: { types: ['object'] }, other: { types: ['object'] }, isSame: false },
];

it.each(rows)('$name', ({ one, other, isSame }) => {
  const schemas: Schemas = {};
  const first = sameSchema(schemas, one);
  expect(first).toBe(one);
  expect(sameSchema(schemas, other)).toBe(isSame ? one : other);
});

it('each description has its own', () => {
  const [one, other]: SchemaObject[] = [{ ref: '#/A' }, { ref: '#/A' }];
  expect([one, other].map((schema) => schema && sameSchema({}, schema))).toEqual([one, other]);
  expect(sameSchema({}, other as SchemaObject)).toBe(other);
});
