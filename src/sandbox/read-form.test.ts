import { describe, expect, it } from 'vitest';
import { parseJson } from '../model/json-text.ts';
import type { Encoding } from '../model/media-type.ts';
import type { Schema } from '../model/schema-object.ts';
import { encodeForm, writeForm } from '../request/form.ts';
import { formValue } from './read-form.ts';

const text: Schema = { types: ['string'] };
const list: Schema = { types: ['array'], items: text };
const numbers: Schema = { types: ['array'], items: { types: ['integer'] } };
const object: Schema = {
  types: ['object'],
  properties: [
    { name: 'R', schema: { types: ['integer'] } },
    { name: 'G', schema: numbers },
  ],
};
const VALUES: readonly { readonly name: string; readonly schema: Schema; readonly value: string }[] = [
  { name: 'text', schema: text, value: '"a b&c=d/e+蓝"' },
  { name: 'a list', schema: list, value: '["x","y z"]' },
  { name: 'a list of one', schema: list, value: '["x"]' },
  { name: 'numbers', schema: numbers, value: '[1,20]' },
  { name: 'an object with a list', schema: object, value: '{"R":1,"G":[2,3]}' },
  { name: 'lists in a list', schema: { types: ['array'], items: numbers }, value: '[[1,2],[3]]' },
  { name: 'objects in a list', schema: { types: ['array'], items: object }, value: '[{"R":1},{"G":[2]}]' },
];
const STYLES: readonly Pick<Encoding, 'style' | 'explode' | 'itemDelimiters'>[] = [
  {},
  { style: 'form', explode: true },
  { style: 'form', explode: false },
  { style: 'spaceDelimited', explode: false },
  { style: 'pipeDelimited', explode: false },
  { style: 'pipeDelimited', explode: true },
  { style: 'tabDelimited', explode: false },
  { style: 'deepObject' },
  { style: 'form', explode: false, itemDelimiters: [','] },
  { style: 'form', explode: true, itemDelimiters: ['|'] },
];

function read(schema: Schema, encoding: Encoding, body: string): string {
  const media = { name: 'application/x-www-form-urlencoded', examples: [], encoding: [encoding] };
  return formValue({}, { ...media, schema: { types: ['object'], properties: [{ name: 'p', schema }] } }, body);
}

describe('formValue', () => {
  it.each(STYLES)('reads back what is written with %o', (style) => {
    const encoding: Encoding = { name: 'p', headers: [], ...style };
    const refused: string[] = [];
    for (const { name, schema, value } of VALUES) {
      // Spaces join items there, and those of a text are like them.
      if (style.style === 'spaceDelimited' && value.includes(' ')) continue;
      // Delimiters are for lists alone.
      if (style.itemDelimiters && /[{}]/.test(value)) continue;
      const written = writeForm(`{"p":${value}}`, [encoding], encodeForm);
      if (!written || 'refused' in written) {
        refused.push(name);
        continue;
      }
      expect([name, written.text, read(schema, encoding, written.text)]).toEqual([
        name,
        written.text,
        `{"p":${value}}`,
      ]);
    }
    const isWhole = style.style === undefined || style.style === 'deepObject';
    expect(refused.length).toBeLessThanOrEqual(isWhole ? 0 : style.style !== 'form' && style.explode ? 6 : 3);
  });

  it('reads names of any depth, and any number of them', () => {
    const deep = read({}, { name: 'p', headers: [] }, `p${'[a]'.repeat(20_000)}=1`);
    expect(parseJson(deep).kind).toBe('object');
    const names = Array.from({ length: 20_000 }, (_, index) => `p[${index}]=1`);
    expect(read(numbers, { name: 'p', headers: [] }, names.join('&'))).toBe(`{"p":[${names.map(() => 1).join()}]}`);
  });

  const oneOrMore: Schema = { oneOf: [{ types: ['integer'] }, numbers] };
  const joined = { style: 'form', explode: false } as const;
  it.each([
    { name: 'a number', style: {}, body: 'p=1', want: '1' },
    { name: 'a name that is repeated', style: {}, body: 'p=1&p=2', want: '[1,2]' },
    { name: 'items that are joined', style: joined, body: 'p=1,2', want: '[1,2]' },
    { name: 'what is neither', style: joined, body: 'p=x', want: '"x"' },
  ])('of a number or a list: $name', ({ style, body, want }) => {
    expect(read(oneOrMore, { name: 'p', headers: [], ...style }, body)).toBe(`{"p":${want}}`);
  });

  it.each([
    { name: 'a comma within an item', body: 'p=a%2Cb,c', want: '["a,b","c"]' },
    { name: 'commas of a client that encodes them all', body: 'p=a%2Cb', want: '["a","b"]' },
    { name: 'bytes that are no text', body: 'p=%ff,+b', want: '["\ufffd"," b"]' },
    { name: 'a list without indices', body: 'p[]=a&p%5B%5D=b', want: '["a","b"]' },
  ])('$name', ({ body, want }) => {
    expect(read(list, { name: 'p', headers: [], style: 'form', explode: false }, body)).toBe(`{"p":${want}}`);
  });
});
