import { describe, expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
import { zhCN } from '../i18n/zh-CN.ts';
import type { Parameter } from '../model/parameter.ts';
import type { Schema } from '../model/schema-object.ts';
import { styleWords } from './style-words.ts';

const list: Schema = { types: ['array'], items: { types: ['string'] } };
const object: Schema = { types: ['object'], properties: [{ name: 'a', schema: { types: ['integer'] } }] };
const deep: Schema = { types: ['object'], properties: [{ name: 'a', schema: { ref: '#/list' } }] };
const SCHEMAS = { '#/list': list };

interface Row {
  readonly name: string;
  readonly given: Partial<Parameter>;
  readonly want: readonly string[];
}

const ROWS: readonly Row[] = [
  { name: 'a text', given: { schema: { types: ['string'] } }, want: [] },
  { name: 'a list that repeats its name', given: { schema: list }, want: [] },
  { name: 'a flat object as usual', given: { schema: object }, want: [] },
  { name: 'joined by commas', given: { schema: list, explode: false }, want: ['p=a,b', 'style: form, explode: false'] },
  {
    name: 'a flat object in brackets',
    given: { style: 'deepObject', schema: object },
    want: ['p[x]=1&p[y]=2', 'style: deepObject, explode: true'],
  },
  {
    name: 'a list within an object in brackets',
    given: { style: 'deepObject', schema: deep },
    want: ['p[x]=1&p[y][0]=a&p[y][1]=b', 'style: deepObject, explode: true'],
  },
  {
    name: 'one of several shapes in brackets',
    given: { style: 'deepObject', schema: { anyOf: [object, { types: ['integer'] }, { ref: '#/list' }] } },
    want: ['p[x]=1&p[y]=2', 'p[0]=a&p[1]=b', 'p=a', 'style: deepObject, explode: true'],
  },
  {
    name: 'lists or a single one, joined by pipes',
    given: { style: 'pipeDelimited', explode: false, schema: { types: ['array', 'string'] } },
    want: ['p=a|b', 'style: pipeDelimited, explode: false'],
  },
];

describe('styleWords', () => {
  it.each(ROWS)('$name', ({ given, want }) => {
    const parameter: Parameter = {
      name: 'p',
      in: 'query',
      required: false,
      deprecated: false,
      style: 'form',
      explode: true,
      allowReserved: false,
      allowEmptyValue: false,
      examples: [],
      ...given,
    };
    for (const text of [en.site, zhCN.site]) {
      const phrases = styleWords(parameter, SCHEMAS, text);
      expect(phrases.map(({ code }) => code)).toEqual(want);
      const told = phrases.slice(0, -1).map(({ before }) => before.trim());
      expect(told).toEqual(told.map((_, index) => (index === 0 ? text.writtenLike : text.orLike)));
    }
  });
});
