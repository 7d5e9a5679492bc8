import { describe, expect, it } from 'vitest';
import type { SchemaObject } from '../model/schema-object.ts';
import { mergeSchema } from './merge.ts';
import { withoutPlainChoice } from './plain-choice.ts';

const NULL: SchemaObject = { types: ['null'] };
const ref: SchemaObject = { ref: '#/Pet' };

const ROWS: readonly { name: string; given: SchemaObject; want: SchemaObject; isNullable?: boolean }[] = [
  { name: 'or null', given: { anyOf: [ref, NULL], title: 'T' }, want: { title: 'T', allOf: [ref] }, isNullable: true },
  { name: 'null as a constant', given: { oneOf: [{ const: 'null' }, ref] }, want: { allOf: [ref] }, isNullable: true },
  {
    name: 'constants that say what they mean',
    given: {
      oneOf: [
        { types: ['integer'], const: '1', title: 'ONE', description: 'First' },
        { types: ['integer'], enum: ['2'], title: 'TWO' },
      ],
    },
    want: {
      types: ['integer'],
      enum: ['1', '2'],
      enumDescriptions: [
        { value: '1', name: 'ONE', description: 'First' },
        { value: '2', name: 'TWO' },
      ],
    },
  },
  {
    name: 'a null that is described',
    given: { oneOf: [ref, { ...NULL, description: 'Why' }] },
    want: { oneOf: [ref, { ...NULL, description: 'Why' }] },
  },
  {
    name: 'two others',
    given: { oneOf: [ref, { ref: '#/Dog' }, NULL] },
    want: { oneOf: [ref, { ref: '#/Dog' }, NULL] },
  },
  { name: 'a constant among others', given: { oneOf: [{ const: '1' }, ref] }, want: { oneOf: [{ const: '1' }, ref] } },
  {
    name: 'a type without null',
    given: { types: ['object'], oneOf: [ref, NULL] },
    want: { types: ['object'], oneOf: [ref, NULL] },
  },
];

describe('withoutPlainChoice', () => {
  it.each(ROWS)('$name', ({ given, want, isNullable = false }) =>
    expect(withoutPlainChoice(given)).toEqual({ schema: want, isNullable }),
  );

  it('makes a nullable reference what it refers to', () => {
    const merged = mergeSchema({ '#/Pet': { types: ['object'], description: 'A pet' } }, { anyOf: [ref, NULL] });
    expect(merged).toMatchObject({
      name: '#/Pet',
      isNullable: true,
      schema: { types: ['object', 'null'], description: 'A pet' },
    });
  });
});
