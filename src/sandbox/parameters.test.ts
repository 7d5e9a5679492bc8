import { describe, expect, it } from 'vitest';
import { parameter, pets } from '../../tests/fixtures/sandbox-apis.ts';
import type { Parameter, ParameterIn, ParameterStyle } from '../model/parameter.ts';
import type { Schema } from '../model/schema-object.ts';
import { serializeParameter } from '../request/serialize.ts';
import { parameterValue } from './parameters.ts';

const [operation] = pets.operations;
const api = { ...pets, schemas: { '#/loop': { oneOf: [{ ref: '#/loop' }] } } };

/** The parameter as it stands in a request, read back. */
function read(given: Parameter, written: string): string | undefined {
  if (!operation) throw new Error('no operation');
  const headers = new Headers();
  if (given.in === 'header') headers.set(given.name, written);
  if (given.in === 'cookie') headers.set('Cookie', `a=1; ${written}`);
  const inQuery = given.in === 'query' || given.in === 'querystring';
  const url = new URL(`https://api.example.com/${inQuery && written ? `?${written}` : ''}`);
  const pathValues = new Map(given.in === 'path' ? [[given.name, written]] : []);
  const settings = { seed: 1, now: () => 0 };
  return parameterValue({ api, operation, pathValues, url, headers, body: '', settings }, given);
}

const list: Schema = { types: ['array'], items: { types: ['string'] } };
const numbers: Schema = { types: ['array'], items: { types: ['integer'] } };
const colour: Schema = {
  types: ['object'],
  properties: ['R', 'G', 'B'].map((name) => ({ name, schema: { types: ['integer'] } })),
};
const deep: Schema = {
  types: ['object'],
  properties: [
    {
      name: 'R',
      schema: {
        types: ['object'],
        properties: [{ name: 'x', schema: numbers }],
        additionalProperties: { types: ['string'] },
      },
    },
    { name: 'G', schema: { types: ['array'], items: colour } },
  ],
};
const several: Schema = { anyOf: [colour, list, { types: ['integer'] }] };
const STYLES: readonly (readonly [ParameterIn, ParameterStyle, boolean])[] = [
  ['path', 'simple', false],
  ['path', 'simple', true],
  ['path', 'label', false],
  ['path', 'label', true],
  ['path', 'matrix', false],
  ['path', 'matrix', true],
  ['path', 'spaceDelimited', false],
  ['path', 'pipeDelimited', false],
  ['path', 'tabDelimited', false],
  ['query', 'form', false],
  ['query', 'form', true],
  ['query', 'spaceDelimited', false],
  ['query', 'pipeDelimited', false],
  ['query', 'tabDelimited', false],
  ['query', 'deepObject', true],
  ['query', 'deepObject', false],
  ['header', 'simple', false],
  ['header', 'simple', true],
  ['header', 'spaceDelimited', false],
  ['header', 'pipeDelimited', false],
  ['header', 'tabDelimited', false],
  ['cookie', 'form', false],
  ['cookie', 'form', true],
  ['cookie', 'cookie', false],
  ['cookie', 'cookie', true],
];
const VALUES: readonly { name: string; schema: Schema; value: string }[] = [
  { name: 'a word', schema: { types: ['string'] }, value: '"blue"' },
  { name: 'text with marks and Chinese', schema: { types: ['string'] }, value: '"a b&c=d/e 蓝"' },
  { name: 'a number', schema: { types: ['integer'] }, value: '100' },
  { name: 'digits that are text', schema: { types: ['string'] }, value: '"007"' },
  { name: 'true', schema: { types: ['boolean'] }, value: 'true' },
  { name: 'a list', schema: list, value: '["blue","black","brown"]' },
  { name: 'a list of one', schema: list, value: '["blue"]' },
  { name: 'a list of numbers', schema: numbers, value: '[3,4,5]' },
  { name: 'an object', schema: colour, value: '{"R":100,"G":200,"B":150}' },
  {
    name: 'a map',
    schema: { types: ['object'], additionalProperties: { types: ['integer'] } },
    value: '{"k":1,"l":2}',
  },
  { name: 'null where only numbers are beside it', schema: { types: ['integer', 'null'] }, value: 'null' },
  { name: 'a number or a list, a list', schema: { oneOf: [{ types: ['integer'] }, numbers] }, value: '[1,2]' },
  { name: 'a number or a list, a number', schema: { oneOf: [{ types: ['integer'] }, numbers] }, value: '1' },
  { name: 'objects in a list', schema: { types: ['array'], items: colour }, value: '[{"R":1,"G":2},{"B":3}]' },
  { name: 'lists in a list', schema: { types: ['array'], items: numbers }, value: '[[1,2],[3]]' },
  { name: 'an object in an object', schema: deep, value: '{"R":{"x":[1,2],"y":"1"},"G":[{"R":5}]}' },
  { name: 'one of several shapes, an object', schema: several, value: '{"R":100}' },
  { name: 'one of several shapes, a list', schema: several, value: '["7","8"]' },
  { name: 'one of several shapes, a number', schema: several, value: '7' },
];

describe('parameterValue', () => {
  it('reads back what each style writes', () => {
    let tried = 0;
    for (const [place, style, explode] of STYLES) {
      for (const { name, schema, value } of VALUES) {
        const given = parameter(place, 'color', schema, { style, explode });
        const written = serializeParameter(api.schemas, given, value);
        // Headers and `style: cookie` carry text as it is, and Chinese can't stand in them.
        const plain = place === 'header' || style === 'cookie';
        if (typeof written !== 'string' || (plain && name.startsWith('text'))) continue;
        // Only there the name tells which shape it is.
        if (name.startsWith('one of') && style !== 'deepObject') continue;
        // Any cookie may be one of its members.
        if (name === 'a map' && place === 'cookie' && explode) continue;
        tried += 1;
        expect([place, style, explode, name, written, read(given, written)]).toEqual([
          place,
          style,
          explode,
          name,
          written,
          value,
        ]);
      }
    }
    expect(tried).toBeGreaterThan(100);
  });

  it.each([
    { name: 'absent from the query', given: parameter('query', 'a', list), written: 'b=1', want: undefined },
    { name: 'absent, exploded', given: parameter('query', 'a', colour), written: 'x=1', want: undefined },
    {
      name: 'absent, deep',
      given: parameter('query', 'a', colour, { style: 'deepObject' }),
      written: 'b[R]=1',
      want: undefined,
    },
    {
      name: 'brackets left as they are',
      given: parameter('query', 'a', colour, { style: 'deepObject' }),
      written: 'a[R]=1',
      want: '{"R":1}',
    },
    {
      name: 'lists in a list by delimiters of their own',
      given: parameter('query', 'a', { types: ['array'], items: numbers }, { itemDelimiters: ['|'] }),
      written: 'a=1%7C2&a=3',
      want: '[[1,2],[3]]',
    },
    {
      name: 'a list without indices',
      given: parameter('query', 'a', several, { style: 'deepObject' }),
      written: 'a[]=x&b[]=0&a%5B%5D=y+z',
      want: '["x","y z"]',
    },
    {
      name: 'numbers as names of an object',
      given: parameter(
        'query',
        'a',
        { types: ['object'], additionalProperties: { types: ['integer'] } },
        { style: 'deepObject' },
      ),
      written: 'a[0]=5',
      want: '{"0":5}',
    },
    {
      name: 'a bracket in a name',
      given: parameter('query', 'a', colour, { style: 'deepObject' }),
      written: 'a[b]c]=1',
      want: '{"b]c":"1"}',
    },
    {
      name: 'text that is a number where a list may stand',
      given: parameter('query', 'a', { anyOf: [list, { types: ['string'] }] }, { style: 'deepObject' }),
      written: 'a=12',
      want: '"12"',
    },
    {
      name: 'of a map, what no other parameter and no key is called',
      given: parameter('query', 'a', { types: ['object'], additionalProperties: true }),
      written: 'x=1&limit=3&tags[0]=cat&key=k&y=2',
      want: '{"x":"1","y":"2"}',
    },
    {
      name: 'a name that is repeated, where a single value may stand, too',
      given: parameter('query', 'a', { oneOf: [{ types: ['string'] }, list] }),
      written: 'a=x&a=y',
      want: '["x","y"]',
    },
    {
      name: 'JSON content in a header, which is not encoded',
      given: parameter('header', 'a', true, { content: { name: 'application/json', examples: [] } }),
      written: '"a%20b"',
      want: '"a%20b"',
    },
    {
      name: 'a form as the whole query',
      given: parameter('querystring', 'q', true, {
        content: { name: 'application/x-www-form-urlencoded', examples: [], schema: colour },
      }),
      written: 'R=1&x=a+b%26',
      want: '{"R":1,"x":"a b&"}',
    },
    { name: 'a plus for a space', given: parameter('query', 'a', true), written: 'a=x+y', want: '"x y"' },
    { name: 'a name once for a list', given: parameter('query', 'a', numbers), written: 'a=1', want: '[1]' },
    {
      name: 'a repeated name for one value: the first',
      given: parameter('query', 'a', { types: ['integer'] }),
      written: 'a=1&a=2',
      want: '1',
    },
    {
      name: 'a number that may be text',
      given: parameter('query', 'a', { types: ['string', 'integer'] }),
      written: 'a=1',
      want: '"1"',
    },
    {
      name: 'a number that no text may stand for',
      given: parameter('query', 'a', { enum: ['1', '2'] }),
      written: 'a=3',
      want: '"3"',
    },
    { name: 'broken encoding', given: parameter('query', 'a', true), written: 'a=%E4%B', want: '"%E4%B"' },
    {
      name: 'JSON content',
      given: parameter('query', 'a', true, { content: { name: 'application/json', examples: [] } }),
      written: 'a=%7B%22b%22%3A1%7D',
      want: '{"b":1}',
    },
    {
      name: 'the whole query',
      given: parameter('querystring', 'q', true, { content: { name: 'application/json', examples: [] } }),
      written: '%5B1%5D',
      want: '[1]',
    },
    {
      name: 'a schema that holds itself',
      given: parameter('query', 'a', { ref: '#/loop' }),
      written: 'a=1',
      want: '"1"',
    },
  ])('$name', ({ given, written, want }) => expect(read(given, written)).toBe(want));
});
