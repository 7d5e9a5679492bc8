import { describe, expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
import type { Api } from '../model/api.ts';
import type { Schemas } from '../model/schema-object.ts';
import { type SchemaNode, schemaTree } from '../schema/tree.ts';
import type { ChangeMark } from './change-marks.ts';
import type { HtmlContext } from './html/context.ts';
import { schemaFields } from './html/fields.ts';
import { cleanHtml, markupOf } from './html/html.ts';

const schemas: Schemas = {
  '#/Tag': { types: ['object'], properties: [{ name: 'id', schema: { types: ['integer'], description: 'Its id.' } }] },
  '#/Tags': { types: ['array'], items: { ref: '#/Tag' } },
  '#/Kind': { types: ['string'], enum: ['"cat"', '"dog"'] },
  '#/Pet': {
    types: ['object'],
    required: ['tags'],
    properties: [
      { name: 'id', schema: { types: ['integer'], description: 'Its id.' } },
      { name: 'tags', schema: { ref: '#/Tags' } },
      { name: 'kind', schema: { ref: '#/Kind' } },
    ],
  },
};
const api: Api = {
  id: 'pets',
  title: 'Pets',
  version: '1',
  servers: [],
  tags: [],
  operations: [],
  securitySchemes: [],
  schemas,
};
const context: HtmlContext = {
  api,
  space: { base: '/', apis: [api], defaultLocale: 'en' } as unknown as HtmlContext['space'],
  locale: 'en',
  text: en.site,
  prose: (text) => cleanHtml(`<p>${text}</p>`),
  foreign: () => undefined,
  safeUrl: (url) => url,
};

function pet(id: string, limit = { rows: 100, bytes: 100_000 }): SchemaNode {
  return schemaTree(schemas, { schema: { ref: '#/Pet' }, id, direction: 'both' }, limit);
}

function markup(node: SchemaNode, more: Partial<HtmlContext> = {}): string {
  return markupOf(schemaFields({ ...context, ...more }, node));
}

/** The words for the type of a row, as a page shows them. */
function typeOf(html: string, name: string): string {
  const [, words = ''] = new RegExp(`>${name}</a> <span class="field-type">(.*?)</span>`).exec(html) ?? [];
  return words.replace(/<[^>]*>/g, '');
}

describe('the lines of rows', () => {
  it('are the same at two places but for their ids', () => {
    const [one, other] = [markup(pet('body')), markup(pet('answer'))];
    expect(one).toContain('id="body.tags"');
    expect(one).toContain('id="body.kind=cat"');
    expect(other).toBe(one.replaceAll('"body', '"answer').replaceAll('"#body', '"#answer'));
  });

  it('tell what a list holds where there is room for it, whatever was written before', () => {
    const short = { rows: 4, bytes: 1000 };
    const [long, cut, again] = [markup(pet('a')), markup(pet('b', short)), markup(pet('c'))];
    expect([long, cut, again].map((html) => typeOf(html, 'tags').startsWith('array of'))).toEqual([true, false, true]);
  });

  it('have the marks of their own page', () => {
    const mark: ChangeMark = { isNew: true, version: '2.0', entry: { sheet: 1, id: 'v2' }, name: '' };
    const plain = markup(pet('body'));
    expect(markup(pet('body'), { marks: new Map([['body.id', mark]]) })).toContain('New in 2.0');
    expect(markup(pet('body'))).toBe(plain);
  });

  it('are written for each language', () => {
    const other = { ...en.site, required: 'nötig' };
    expect(markup(pet('body'))).toContain(en.site.required);
    expect(markup(pet('body'), { text: other })).toContain('nötig');
  });
});
