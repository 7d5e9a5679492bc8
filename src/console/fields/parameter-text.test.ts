import { describe, expect, it } from 'vitest';
import type { SchemaObject } from '../../model/schema-object.ts';
import { type FieldKind, fieldKind, shownText, typedValue } from './parameter-text.ts';

describe('fieldKind', () => {
  const rows: readonly { name: string; given: SchemaObject; want: FieldKind }[] = [
    { name: 'nothing known', given: {}, want: 'text' },
    { name: 'string', given: { types: ['string'] }, want: 'text' },
    { name: 'number or text', given: { types: ['integer', 'string'] }, want: 'text' },
    { name: 'integer that may be null', given: { types: ['integer', 'null'] }, want: 'number' },
    { name: 'boolean', given: { types: ['boolean'] }, want: 'boolean' },
    { name: 'enum of numbers', given: { types: ['integer'], enum: ['1', '2'] }, want: 'choice' },
    { name: 'array', given: { types: ['array'] }, want: 'json' },
  ];
  for (const { name, given, want } of rows) it(name, () => expect(fieldKind(given)).toBe(want));
});

describe('typedValue and shownText', () => {
  const rows: readonly { name: string; kind: FieldKind; given: string; want: string | undefined }[] = [
    { name: 'an empty field is left out', kind: 'text', given: '', want: undefined },
    { name: 'text', kind: 'text', given: 'gpt "35"', want: '"gpt \\"35\\""' },
    { name: 'digits in a text field stay text', kind: 'text', given: '007', want: '"007"' },
    { name: 'a number keeps its spelling', kind: 'number', given: '1.10', want: '1.10' },
    { name: 'a number past 2^53', kind: 'number', given: '9007199254740993', want: '9007199254740993' },
    { name: 'a number half typed', kind: 'number', given: '1.', want: '"1."' },
    { name: 'boolean', kind: 'boolean', given: 'true', want: 'true' },
    { name: 'choice', kind: 'choice', given: '"a"', want: '"a"' },
    { name: 'a list half typed', kind: 'json', given: '["a"', want: '["a"' },
  ];
  for (const { name, kind, given, want } of rows) {
    it(`${name}, and back`, () => {
      const value = typedValue(kind, given);
      expect(value).toBe(want);
      expect(shownText(kind, value)).toBe(given);
    });
  }
});
