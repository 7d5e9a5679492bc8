import { describe, expect, it } from 'vitest';
import type { Schema, SchemaObject } from '../model/schema-object.ts';
import { writeXml } from './xml.ts';

const text: SchemaObject = { types: ['string'] };
const object = (properties: Readonly<Record<string, Schema>>, more: SchemaObject = {}): SchemaObject => ({
  types: ['object'],
  properties: Object.entries(properties).map(([name, schema]) => ({ name, schema })),
  ...more,
});
const list = (items: Schema, more: SchemaObject = {}): SchemaObject => ({ types: ['array'], items, ...more });
const root = (name: string): SchemaObject => ({ xml: { name } });

interface Row {
  readonly name: string;
  readonly schema: Schema;
  readonly value: string;
  /** Without the declaration. */
  readonly want: string;
}

const ANIMALS = '{"animals": ["dog", "cat"]}';

const ROWS: readonly Row[] = [
  {
    name: 'no XML object but a name of the root',
    schema: object({ animals: text }, root('document')),
    value: '{"animals": "dog, cat"}',
    want: '<document>\n  <animals>dog, cat</animals>\n</document>',
  },
  {
    name: 'a list repeats its name',
    schema: object({ animals: list(text) }, root('document')),
    value: ANIMALS,
    want: '<document>\n  <animals>dog</animals>\n  <animals>cat</animals>\n</document>',
  },
  {
    name: 'items with a name of their own',
    schema: object({ animals: list({ ...text, xml: { name: 'animal' } }) }, root('document')),
    value: ANIMALS,
    want: '<document>\n  <animal>dog</animal>\n  <animal>cat</animal>\n</document>',
  },
  {
    name: 'a wrapped list without names',
    schema: object({ animals: list(text, { xml: { nodeType: 'element' } }) }, root('document')),
    value: ANIMALS,
    want: '<document>\n  <animals>\n    <animals>dog</animals>\n    <animals>cat</animals>\n  </animals>\n</document>',
  },
  {
    name: 'a wrapped list with a name for both',
    schema: object(
      { animals: list({ ...text, xml: { name: 'animal' } }, { xml: { nodeType: 'element', name: 'aliens' } }) },
      root('document'),
    ),
    value: ANIMALS,
    want: '<document>\n  <aliens>\n    <animal>dog</animal>\n    <animal>cat</animal>\n  </aliens>\n</document>',
  },
  {
    name: 'a list as a document gets a root',
    schema: list(text),
    value: '["dog", "cat"]',
    want: '<root>\n  <root>dog</root>\n  <root>cat</root>\n</root>',
  },
  {
    name: 'a list of named items as a document too, also without any',
    schema: list(object({}, root('dog'))),
    value: '[]',
    want: '<root/>',
  },
  {
    name: 'attributes, a prefix and a namespace; the root is called as its component',
    schema: { ref: '#/components/schemas/Person' },
    value: '{"id": 123, "name": "example"}',
    want: '<Person id="123">\n  <sample:name xmlns:sample="https://example.com/schema/sample">example</sample:name>\n</Person>',
  },
  {
    name: 'text beside attributes, and character data',
    schema: object(
      {
        id: { ...text, xml: { nodeType: 'attribute' } },
        content: { ...text, xml: { nodeType: 'text' } },
        raw: object({ html: { ...text, xml: { nodeType: 'cdata' } } }),
      },
      root('doc'),
    ),
    value: '{"id": "a\\"b", "content": "x < y", "raw": {"html": "<b>]]></b>"}}',
    want: '<doc id="a&quot;b">\n  x &lt; y\n  <raw><![CDATA[<b>]]]]><![CDATA[></b>]]></raw>\n</doc>',
  },
  {
    name: 'an object that is no node itself',
    schema: object({ inner: object({ a: text }, { xml: { nodeType: 'none' } }) }, root('doc')),
    value: '{"inner": {"a": "1"}}',
    want: '<doc>\n  <a>1</a>\n</doc>',
  },
  {
    name: 'null as an element and as an attribute',
    schema: object({ a: text, b: { ...text, xml: { nodeType: 'attribute' } } }, root('doc')),
    value: '{"a": null, "b": null}',
    want: '<doc>\n  <a xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>\n</doc>',
  },
  {
    name: 'names that XML does not have, and a value that the schema does not know',
    schema: true,
    value: '{"a b": 1.10, "1": true, "<x>": "", "__proto__": "p"}',
    want: '<root>\n  <a_b>1.10</a_b>\n  <_1>true</_1>\n  <_x_/>\n  <__proto__>p</__proto__>\n</root>',
  },
  {
    name: 'characters that XML does not have',
    schema: true,
    value: '"a\\u0000\\ud800\\r&"',
    want: '<root>a\ufffd\ufffd&#13;&amp;</root>',
  },
];

describe('writeXml', () => {
  const schemas = {
    '#/components/schemas/Person': object({
      id: { types: ['integer'], xml: { nodeType: 'attribute' } },
      name: { ...text, xml: { namespace: 'https://example.com/schema/sample', prefix: 'sample' } },
    }),
  } as const;

  it.each(ROWS)('$name', ({ schema, value, want }) => {
    expect(writeXml(schemas, schema, value)).toBe(`<?xml version="1.0" encoding="UTF-8"?>\n${want}`);
  });

  it('leaves text alone that is no JSON', () => {
    expect(writeXml({}, true, '<a/>')).toBe('<a/>');
  });
});
