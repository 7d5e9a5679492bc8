import { expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import type { Example, MediaType } from '../model/media-type.ts';
import { ExampleRoom } from './example-room.ts';
import { bodyExamples } from './examples.ts';

const api: Api = {
  id: 'pets',
  title: 'Pets',
  version: '1',
  servers: [],
  tags: [],
  operations: [],
  securitySchemes: [],
  schemas: {},
};
const media = (name: string, examples: readonly Example[], more: Partial<MediaType> = {}): MediaType => ({
  name,
  examples,
  ...more,
});
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const textType = { types: ['string'], const: '"built"' } as const;

const rows: { name: string; given: MediaType[]; want: unknown[] }[] = [
  {
    name: 'a value is laid out, numbers as written',
    given: [media('application/json', [{ name: 'a', value: '{"n":1.10}' }])],
    want: [{ name: 'a', mediaTypes: ['application/json'], text: '{\n  "n": 1.10\n}', isJson: true }],
  },
  {
    name: 'a key in examples is a name, also the one that a lone example has here',
    given: [
      media('application/json', [
        { name: 'default', value: '1', source: 'a.yaml#/content/application~1json/example' },
        { name: 'default', value: '2', source: 'a.yaml#/content/application~1json/examples/default' },
      ]),
    ],
    want: [
      { name: 'default', mediaTypes: ['application/json'], text: '1', isJson: true },
      { name: 'default', isNamed: true, mediaTypes: ['application/json'], text: '2', isJson: true },
    ],
  },
  {
    name: 'text of another format is shown without quotes',
    given: [media('text/plain', [{ name: 'a', value: '"two\\nlines"' }])],
    want: [{ name: 'a', mediaTypes: ['text/plain'], text: 'two\nlines', isJson: false }],
  },
  {
    name: 'a value of another format is shown as JSON',
    given: [media('application/yaml', [{ name: 'a', value: '{"a":1}' }])],
    want: [{ name: 'a', mediaTypes: ['application/yaml'], text: '{\n  "a": 1\n}', isJson: true }],
  },
  {
    name: 'XML is shown as XML, apart from the JSON of the same value',
    given: ['application/json', 'application/xml', 'text/json', 'text/xml'].map((name) =>
      media(name, [{ name: 'a', value: '{"a":1}' }]),
    ),
    want: [
      { name: 'a', mediaTypes: ['application/json', 'text/json'], text: '{\n  "a": 1\n}', isJson: true },
      {
        name: 'a',
        mediaTypes: ['application/xml', 'text/xml'],
        text: `${DECLARATION}<root>\n  <a>1</a>\n</root>`,
        isJson: false,
      },
    ],
  },
  {
    name: 'XML is built from a schema',
    given: [media('application/xml', [], { schema: { ...textType, xml: { name: 'word' } } })],
    want: [
      { name: 'generated', mediaTypes: ['application/xml'], text: `${DECLARATION}<word>built</word>`, isJson: false },
    ],
  },
  {
    name: 'items are shown as they follow each other',
    given: [
      media('application/jsonl', [{ name: 'a', value: '[{ "n": 1.10 }, 2]' }], { itemSchema: true }),
      media('application/geo+json-seq', [{ name: 'a', value: '[1]' }], { itemSchema: true }),
      media('text/event-stream', [{ name: 'a', value: '[{"event":"b","data":"c\\nd"},{"data":{"e":1}}]' }], {
        itemSchema: true,
      }),
      media('text/event-stream', [], {
        itemSchema: { types: ['object'], properties: [{ name: 'data', schema: textType }], required: ['data'] },
      }),
    ],
    want: [
      { name: 'a', mediaTypes: ['application/jsonl'], text: '{"n":1.10}\n2', isJson: true },
      { name: 'a', mediaTypes: ['application/geo+json-seq'], text: '\u001e1', isJson: true },
      {
        name: 'a',
        mediaTypes: ['text/event-stream'],
        text: 'event: b\ndata: c\ndata: d\n\ndata: {"e":1}',
        isJson: false,
      },
      { name: 'generated', mediaTypes: ['text/event-stream'], text: 'data: built', isJson: false },
    ],
  },
  {
    name: 'one that lies elsewhere has no text',
    given: [media('image/png', [{ name: 'a', summary: 'A', externalUrl: 'https://x.example/a.png' }])],
    want: [
      { name: 'a', summary: 'A', externalUrl: 'https://x.example/a.png', mediaTypes: ['image/png'], isJson: false },
    ],
  },
  {
    name: 'media types with the same examples share them',
    given: [media('a/json', [], { schema: textType }), media('b/json', [], { schema: textType })],
    want: [{ name: 'generated', mediaTypes: ['a/json', 'b/json'], text: '"built"', isJson: true }],
  },
];
for (const { name, given, want } of rows) {
  it(name, () => expect(bodyExamples(api, given, 'response')).toEqual(want));
}

it('nothing is built where samples show the body', () => {
  expect(bodyExamples(api, [media('a/json', [], { schema: textType })], 'never')).toEqual([]);
});

it('a page has room for the beginning of each example, and names what is left out', () => {
  const room = new ExampleRoom(true);
  const long = JSON.stringify(
    Array.from({ length: 5_000 }, (_, index) => index),
    null,
    1,
  );
  const taken = Array.from({ length: 10 }, () => room.take(long, 'json'));
  const shown = taken.map(({ tokens }) => tokens.map(({ text }) => text).join(''));
  for (const text of shown) {
    expect(long.startsWith(text)).toBe(true);
    expect(text.length).toBeGreaterThan(100);
    expect(text.endsWith(',')).toBe(true);
  }
  expect(shown.join('').length).toBeLessThan(50_000);
  expect(taken.every(({ whole }) => whole === long)).toBe(true);
  const coloured = taken.flatMap(({ tokens }) =>
    tokens.filter(({ kind }) => kind !== 'plain' && kind !== 'punctuation'),
  );
  expect(coloured).toHaveLength(600);
  expect(room.take('{"a": 1}', 'json')).toEqual({ tokens: [{ kind: 'plain', text: '{"a": 1}' }] });
});

it('hidden characters show', () => {
  const hidden = 'a\u202eb';
  const room = new ExampleRoom(true);
  expect(room.take(hidden).tokens).toEqual([{ kind: 'plain', text: 'a⟨U+202E⟩b' }]);
  expect(room.take(`"${hidden}"`, 'json').tokens).toEqual([{ kind: 'string', text: '"a\\u202eb"' }]);
});
