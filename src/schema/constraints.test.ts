import { describe, expect, it } from 'vitest';
import type { SchemaObject } from '../model/schema-object.ts';
import type { Constraint } from './constraints.ts';
import { constraintsOf } from './constraints.ts';

const ROWS: readonly { name: string; given: SchemaObject; want: readonly Constraint[] }[] = [
  { name: 'nothing but a type', given: { types: ['string'], enum: ['"a"'], format: 'date' }, want: [] },
  {
    name: 'a range keeps its numbers as written',
    given: { minimum: '-2.0', maximum: '2.00' },
    want: [{ kind: 'range', min: '-2.0', max: '2.00', exclusiveMin: false, exclusiveMax: false }],
  },
  {
    name: 'of two bounds on one side the stricter is told',
    given: { minimum: '0', exclusiveMinimum: '1', maximum: '9', exclusiveMaximum: '10' },
    want: [{ kind: 'range', min: '1', max: '9', exclusiveMin: true, exclusiveMax: false }],
  },
  {
    name: 'an exclusive bound is stricter than an equal inclusive one',
    given: { maximum: '1.0', exclusiveMaximum: '1' },
    want: [{ kind: 'range', max: '1', exclusiveMin: false, exclusiveMax: true }],
  },
  { name: 'a bound that is no number says nothing', given: { maximum: '"inf"' }, want: [] },
  {
    name: 'a multiple, a length, a pattern, a content',
    given: { multipleOf: '0.01', maxLength: '64', pattern: '^a+$', contentEncoding: 'base64', minLength: '1' },
    want: [
      { kind: 'multiple-of', of: '0.01' },
      { kind: 'length', min: '1', max: '64' },
      { kind: 'pattern', pattern: '^a+$' },
      { kind: 'content', encoding: 'base64' },
    ],
  },
  {
    name: 'at least none, as written',
    given: { minItems: '0', minLength: '0', maxLength: '9' },
    want: [
      { kind: 'length', min: '0', max: '9' },
      { kind: 'items', min: '0' },
    ],
  },
  {
    name: 'counts past 2^53, as written',
    given: { maxLength: '9223372036854775807', minProperties: '9007199254740993' },
    want: [
      { kind: 'length', max: '9223372036854775807' },
      { kind: 'properties', min: '9007199254740993' },
    ],
  },
  {
    name: 'arrays',
    given: { minItems: '1', maxItems: '4', uniqueItems: true, contains: true, maxContains: '2' },
    want: [{ kind: 'items', min: '1', max: '4' }, { kind: 'unique' }, { kind: 'contained', min: '1', max: '2' }],
  },
  { name: 'minContains without contains says nothing', given: { minContains: '3' }, want: [] },
  {
    name: 'objects',
    given: {
      maxProperties: '16',
      additionalProperties: false,
      dependentRequired: [{ name: 'card', required: ['address'] }],
    },
    want: [
      { kind: 'properties', max: '16' },
      { kind: 'closed' },
      { kind: 'together', name: 'card', required: ['address'] },
    ],
  },
  {
    name: 'properties that must be there and are not listed',
    given: { properties: [{ name: 'a', schema: true }], required: ['b', 'a', 'c'] },
    want: [{ kind: 'present', names: ['b', 'c'] }],
  },
  { name: 'an object that its author leaves open', given: { additionalProperties: true }, want: [{ kind: 'open' }] },
  { name: 'a closed tuple', given: { prefixItems: [{}], items: false }, want: [{ kind: 'closed-items' }] },
  { name: 'an open tuple', given: { prefixItems: [{}], items: true }, want: [{ kind: 'open-items' }] },
];

describe('constraintsOf', () => {
  it.each(ROWS)('$name', ({ given, want }) => expect(constraintsOf(given)).toEqual(want));
});
