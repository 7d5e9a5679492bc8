import { describe, expect, it } from 'vitest';
import type { Encoding } from '../model/media-type.ts';
import { encodeForm, encodeFormInQuery, writeForm } from './form.ts';

function encoding(name: string, facts: Partial<Encoding>): Encoding {
  return { name, headers: [], ...facts };
}

const ADDRESS = `{
  "streetAddress": "123 Example Dr.",
  "city": "Somewhere",
  "state": "CA",
  "zip": "99999+1234"
}`;

interface Row {
  readonly name: string;
  readonly value: string;
  readonly encodings?: readonly Encoding[];
  /** What is sent, or the property that has no form; nothing for a value that is no object. */
  readonly want: string | { readonly refused: string } | undefined;
}

const ROWS: readonly Row[] = [
  {
    name: 'OpenAPI 3.2, "URL Encoded Form with JSON Values"',
    value: `{"id": "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "address": ${ADDRESS}}`,
    want: 'id=f81d4fae-7dec-11d0-a765-00a0c91e6bf6&address=%7B%22streetAddress%22%3A%22123+Example+Dr.%22%2C%22city%22%3A%22Somewhere%22%2C%22state%22%3A%22CA%22%2C%22zip%22%3A%2299999%2B1234%22%7D',
  },
  {
    name: 'OpenAPI 3.2, "URL Encoded Form with Binary Values"',
    value: '{"name": "example", "icon": "iVBORw0KGgoA_-=="}',
    encodings: [encoding('icon', { contentType: 'image/png, image/jpeg' })],
    want: 'name=example&icon=iVBORw0KGgoA_-%3D%3D',
  },
  {
    name: 'what browsers leave as it is, and what they encode',
    value: '{"a": "*-._~!\'() +&=%"}',
    want: 'a=*-._%7E%21%27%28%29+%2B%26%3D%25',
  },
  { name: 'names too', value: '{"a b[]": "你"}', want: 'a+b%5B%5D=%E4%BD%A0' },
  { name: 'a list repeats its name', value: '{"a": ["x", 1.10, true]}', want: 'a=x&a=1.10&a=true' },
  { name: 'lists in lists are JSON', value: '{"a": [[1], {"b": 2}]}', want: 'a=%5B1%5D&a=%7B%22b%22%3A2%7D' },
  { name: 'null is left out, an empty text is not', value: '{"a": null, "b": ""}', want: 'b=' },
  { name: 'an empty list leaves no trace', value: '{"a": [], "b": 1}', want: 'b=1' },
  { name: 'the last of a repeated key', value: '{"a": 1, "a": 2}', want: 'a=2' },
  { name: 'half a surrogate pair', value: '{"a": "\\ud800"}', want: 'a=%EF%BF%BD' },
  {
    name: 'names that objects inherit',
    value: '{"__proto__": 1, "constructor": 2}',
    want: '__proto__=1&constructor=2',
  },
  {
    name: 'style form without explode',
    value: '{"a": ["x y", "z,"]}',
    encodings: [encoding('a', { style: 'form', explode: false })],
    want: 'a=x%20y,z%2C',
  },
  {
    name: 'explode alone means style form',
    value: '{"a": {"R": 1, "G": 2}}',
    encodings: [encoding('a', { explode: true })],
    want: 'R=1&G=2',
  },
  {
    name: 'spaceDelimited and pipeDelimited',
    value: '{"a": [1, 2], "b": [1, 2]}',
    encodings: [encoding('a', { style: 'spaceDelimited' }), encoding('b', { style: 'pipeDelimited' })],
    want: 'a=1%202&b=1%7C2',
  },
  {
    name: 'allowReserved',
    value: '{"a": "x/y?z"}',
    encodings: [encoding('a', { allowReserved: true })],
    want: 'a=x/y?z',
  },
  {
    name: 'deepObject, as deep as services go',
    value: '{"items": [{"price": "p 1", "quantity": 2}], "metadata": {"a b": {"c": null, "d": true}}}',
    encodings: [encoding('items', { style: 'deepObject' }), encoding('metadata', { style: 'deepObject' })],
    want: 'items%5B0%5D%5Bprice%5D=p%201&items%5B0%5D%5Bquantity%5D=2&metadata%5Ba%20b%5D%5Bd%5D=true',
  },
  {
    name: 'a style that has no form for the value',
    value: '{"ok": 1, "a": [[1]]}',
    encodings: [encoding('a', { style: 'form' })],
    want: { refused: 'a' },
  },
  {
    name: 'a single value, whatever the style',
    value: '{"a": "x y", "b": 1, "c": null}',
    encodings: ['a', 'b', 'c'].map((name) => encoding(name, { style: name === 'b' ? 'pipeDelimited' : 'deepObject' })),
    want: 'a=x%20y&b=1',
  },
  { name: 'an empty form', value: '{}', want: '' },
  { name: 'a list', value: '[1]', want: undefined },
  { name: 'a text', value: '"a=b"', want: undefined },
];

describe('writeForm', () => {
  it.each(ROWS)('$name', ({ value, encodings = [], want }) => {
    const written = writeForm(value, encodings, encodeForm);
    expect(written && 'text' in written ? written.text : written).toEqual(want);
  });

  it('gives the fields that it was encoded from, unless a style encodes in its own way', () => {
    expect(writeForm('{"a b": ["1", 2]}', [], encodeForm)).toEqual({
      text: 'a+b=1&a+b=2',
      fields: [
        ['a b', '1'],
        ['a b', '2'],
      ],
    });
    const styled = writeForm('{"a": 1}', [encoding('a', { explode: true })], encodeForm);
    expect(styled).toEqual({ text: 'a=1' });
  });

  it('encodes for a query as queries are encoded', () => {
    expect(encodeFormInQuery("a b~*'")).toBe('a+b~%2A%27');
  });
});
